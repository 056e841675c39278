"""Three answers when nothing is found, each with the next step: never "bersih", and never a silence that could be read as one."""

from dataclasses import dataclass, replace
from datetime import datetime

from django.utils.functional import Promise
from django.utils.timezone import localtime
from django.utils.translation import get_language, gettext_lazy
from django.utils.translation import gettext as _

from sisada.foundation import words
from sisada.inside.lookup.mrz_fields import MrzFault, Wrong
from sisada.inside.lookup.question import Question, QuestionKind
from sisada.inside.registry.mirror_age import MirrorAge

FAULTS: dict[Wrong, "Promise"] = {
    Wrong.LENGTH: gettext_lazy("ada tanda yang kurang atau lebih."),
    Wrong.SIGN: gettext_lazy("tanda ini tidak ada dalam MRZ (hanya A–Z, 0–9, <)."),
    Wrong.DOCUMENT_CODE: gettext_lazy("jenis dokumen tidak dikenal."),
    Wrong.ISSUER: gettext_lazy("kode negara penerbit tidak dikenal."),
    Wrong.NAME: gettext_lazy("nama tidak berbentuk MRZ."),
    Wrong.NUMBER: gettext_lazy("nomor dokumen kosong; ketik ulang nomornya seperti tercetak pada dokumen."),
    Wrong.NUMBER_CHECK: gettext_lazy("angka periksa nomor dokumen tidak cocok."),
    Wrong.NATIONALITY: gettext_lazy("kode kewarganegaraan tidak dikenal."),
    Wrong.BIRTH_DATE: gettext_lazy("tanggal lahir tidak ada dalam kalender."),
    Wrong.BIRTH_DATE_CHECK: gettext_lazy("angka periksa tanggal lahir tidak cocok."),
    Wrong.SEX: gettext_lazy("hanya M, F, atau <."),
    Wrong.EXPIRY: gettext_lazy("tanggal berlaku tidak ada dalam kalender."),
    Wrong.EXPIRY_CHECK: gettext_lazy("angka periksa tanggal berlaku tidak cocok."),
    Wrong.OPTIONAL_CHECK: gettext_lazy("angka periksa data tambahan tidak cocok."),
    Wrong.COMPOSITE_CHECK: gettext_lazy("angka periksa seluruh baris tidak cocok."),
}


@dataclass(frozen=True)
class Nothing:
    """What part `plain_word` draws: a fact, what it means, and the next step."""

    fact: str
    text: str
    note: str


def answer(question: Question, *, age: MirrorAge, now: datetime) -> Nothing:
    """No record under this question: certain, not certain, or unreadable."""
    if question.kind is QuestionKind.MRZ_UNREADABLE:
        return unreadable(question)
    if not age.can_say_nobody(now):
        return not_certain(age)
    return Nothing(
        fact=_("Tidak ada catatan yang cocok"),
        text=_("Dalam data per {when}, semua kantor. Ini bukan bukti bahwa orang itu tidak terdaftar.").format(when=_when(age)),
        note=_("Coba nomor dokumen, ejaan lain, atau tanggal lahir; lalu bandingkan dengan dokumen yang dipegang."),
    )


def not_certain(age: MirrorAge) -> Nothing:
    if not age.whole:
        share = words.percent(age.copied_share, language=words.known(get_language() or "id"))
        text = _("Salinan data pusat masih berjalan: {share} selesai. Orang itu mungkin belum tersalin.").format(share=share)
        return Nothing(_("Belum dapat dipastikan"), text, _("Ulangi beberapa menit lagi, atau hubungi meja."))
    text = _("Data terakhir per {when}, lebih dari 24 jam yang lalu.").format(when=_when(age))
    return Nothing(_("Belum dapat dipastikan"), text, _("Periksa dokumennya dan hubungi meja; jangan simpulkan dari layar ini."))


def unreadable(question: Question) -> Nothing:
    return Nothing(
        fact=_("Tidak terbaca"),
        text=" ".join(map(fault_sentence, question.faults[:3])),
        note=_("Bandingkan huruf itu dengan dokumennya, perbaiki di kotak cari, atau ketik nomor dokumennya saja."),
    )


def too_little() -> Nothing:
    return Nothing(
        fact=_("Belum cukup untuk mencari"),
        text=_("Ketik sedikitnya dua huruf nama, nomor dokumen, atau tanggal lahir lengkap."),
        note=_("Tahun lahir atau kewarganegaraan saja terlalu banyak orangnya."),
    )


def by_number_alone(nothing: Nothing) -> Nothing:
    """The same with one document in the hand, where no name is searched: the next step is the number."""
    return replace(
        nothing,
        text=_("Ketik nomor dokumennya utuh, atau salin MRZ-nya.") if nothing == too_little() else nothing.text,
        note=_("Bandingkan nomornya dengan dokumen, tanda demi tanda, lalu ketik ulang. Untuk mencari nama perlu dasar lain."),
    )


def fault_sentence(fault: MrzFault) -> str:
    """Where it is wrong, for somebody who holds the document: "Baris 2, tanda ke-10: …"."""
    at = _("Baris {line}, tanda ke-{position}:").format(line=fault.line, position=fault.position)
    return f"{at} {FAULTS[fault.what]}"


def _when(age: MirrorAge) -> str:
    if age.source_at is None:
        return "—"
    language = words.known(get_language() or "id")
    at = localtime(age.source_at)
    return f"{words.short_date(at, language=language)}, {words.clock_with_seconds(at, language=language)}"
