"""How long a ground holds that is no order yet, and how long somebody may wait for an answer."""

from django.utils.translation import gettext_lazy as _

from sisada.inside.rules.declared import Rule
from sisada.inside.rules.readings import WholeNumber

HEADING = _("Surat perintah dan dasar lain")

RULES = (
    Rule(
        name="orders.finding-answer-minutes",
        words=_("Jawaban atas temuan langsung"),
        reading=WholeNumber(unit=_("menit"), least=1, most=60),
        two_persons=False,
        changes=_("Sesudah berapa lama temuan langsung yang belum dijawab diteruskan ke atasan berikutnya."),
    ),
    Rule(
        name="orders.finding-lapse-minutes",
        words=_("Masa tunggu temuan langsung"),
        reading=WholeNumber(unit=_("menit"), least=5, most=240),
        two_persons=False,
        changes=_("Sesudah berapa lama temuan langsung yang belum dijawab gugur dan harus dilaporkan lagi."),
    ),
    Rule(
        name="orders.finding-order-hours",
        words=_("Surat perintah sesudah temuan langsung"),
        reading=WholeNumber(unit=_("jam"), least=1, most=72),
        two_persons=True,
        changes=_("Sampai kapan surat perintah mendesak harus menyusul temuan langsung."),
    ),
    Rule(
        name="orders.document-minutes",
        words=_("Dokumen di tangan"),
        reading=WholeNumber(unit=_("menit"), least=1, most=120),
        two_persons=True,
        changes=_("Berapa lama dokumen di tangan menjadi dasar untuk membuka kartu pemegangnya."),
    ),
    Rule(
        name="orders.desk-task-hours",
        words=_("Tugas di meja"),
        reading=WholeNumber(unit=_("jam"), least=1, most=24),
        two_persons=True,
        changes=_("Berapa lama satu tugas di meja menjadi dasar untuk membuka data orangnya."),
    ),
    Rule(
        name="orders.own-request-minutes",
        words=_("Permintaan orang itu sendiri"),
        reading=WholeNumber(unit=_("menit"), least=5, most=240),
        two_persons=True,
        changes=_("Berapa lama permintaan seseorang di loket menjadi dasar untuk membuka jejak aksesnya."),
    ),
    Rule(
        name="orders.longest-days",
        words=_("Surat perintah paling lama"),
        reading=WholeNumber(unit=_("hari"), least=1, most=92),
        two_persons=True,
        changes=_("Berapa lama satu surat perintah boleh berlaku; sesudahnya perlu yang baru."),
    ),
)
