"""The questions about an activity, in the order in which they are asked: danger first, then what, where and when, then who asks."""

from typing import Any, Final

from django import forms
from django.utils.functional import Promise, lazy
from django.utils.html import format_html
from django.utils.translation import gettext_lazy as _

from sisada.faces.public.steps.answers import Answers, Question, one_line_feed

Words = "str | Promise"
YES, NO = "ya", "tidak"
CATEGORIES: Final[tuple[tuple[str, Any, Any], ...]] = (
    ("work", _("Bekerja atau berusaha tanpa izin"), _("Misalnya melayani tamu, berjualan, memotret berbayar")),
    ("order", _("Mengganggu ketertiban"), _("Misalnya berkelahi, merusak, mengancam")),
    ("stay", _("Tinggal tanpa lapor"), _("Penghuni atau tamu yang tidak didaftarkan")),
    ("document", _("Dokumen mencurigakan"), _("Misalnya izin yang dijual atau dipinjamkan")),
    ("other", _("Hal lain"), _("Anda dapat menuliskannya")),
)
CATEGORY_WORDS: Final = {code: words for code, words, _example in CATEGORIES}


def _option(words: "str | Promise", example: "str | Promise") -> str:
    return format_html('<span class="option"><b>{}</b><span>{}</span></span>', words, example)


option = lazy(_option, str)


class Danger(Question):
    danger = forms.ChoiceField(
        label=_("Apakah ada orang yang sedang terancam?"),
        widget=forms.RadioSelect,
        choices=[
            (YES, option(_("Ya"), _("Kekerasan, penyekapan, kerja paksa, perdagangan orang"))),
            (NO, option(_("Tidak"), _("Atau saya tidak tahu"))),
        ],
        error_messages={"required": _("Pilih salah satu.")},
    )

    def summary(self, _answers: Answers) -> str:
        return str(_("Ya")) if self.cleaned_data["danger"] == YES else str(_("Tidak"))


class Category(Question):
    category = forms.ChoiceField(
        label=_("Apa yang Anda lihat?"),
        widget=forms.RadioSelect,
        choices=[(code, option(words, example)) for code, words, example in CATEGORIES],
        error_messages={"required": _("Pilih yang paling dekat.")},
    )

    def summary(self, _answers: Answers) -> str:
        return str(CATEGORY_WORDS[self.cleaned_data["category"]])


class Story(Question):
    what = forms.CharField(
        label=_("Ceritakan apa yang terjadi"),
        max_length=4000,
        widget=forms.Textarea({"rows": 7}),
        error_messages={"required": _("Tulis apa yang dilakukan, dikatakan atau terlihat.")},
    )

    def clean_what(self) -> str:
        return one_line_feed(self.cleaned_data["what"])


class When(Question):
    when = forms.CharField(
        label=_("Kapan kejadiannya?"),
        max_length=200,
        help_text=_("Misalnya: tadi malam sekitar pukul 21, atau setiap Sabtu sore."),
        error_messages={"required": _("Tulis kira-kira kapan. Tidak tahu pun boleh ditulis.")},
    )


class Nationality(Question):
    nationality = forms.CharField(
        label=_("Kewarganegaraan, bila Anda tahu"),
        required=False,
        max_length=80,
        help_text=_("Bila Anda mendengarnya dari orangnya atau melihat paspornya. Jangan menebak dari rupa."),
    )


class Who(Question):
    name = forms.CharField(label=_("Nama Anda"), required=False, max_length=120, widget=forms.TextInput({"autocomplete": "name"}))
    contact = forms.CharField(
        label=_("Nomor telepon atau surel"),
        required=False,
        max_length=160,
        help_text=_("Hanya dipakai untuk bertanya tentang laporan ini."),
    )
