"""The questions of an objection: what is wrong, then what may help to find it. Only the first two must be answered."""

from typing import Any, Final

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from sisada.faces.public.activity.questions import option
from sisada.faces.public.steps.answers import Answers, Question, one_line_feed
from sisada.foundation.check_codes import check_code

REASONS: Final[tuple[tuple[str, Any, Any], ...]] = (
    ("recorded_wrongly", gettext_lazy("Data saya tercatat keliru"), gettext_lazy("Nama, tanggal lahir, alamat, atau masa izin")),
    ("checked_wrongly", gettext_lazy("Saya diperiksa secara keliru"), gettext_lazy("Cara pemeriksaannya, atau hasil yang dicatat")),
    ("not_me", gettext_lazy("Orang dalam catatan itu bukan saya"), gettext_lazy("Saya dikira orang lain")),
    ("other", gettext_lazy("Hal lain tentang data saya"), gettext_lazy("Anda dapat menuliskannya")),
)
REASON_WORDS: Final = {code: words for code, words, _example in REASONS}
STORY_AT_MOST: Final = 3800  # with the number below it, a letter's text


class Reason(Question):
    reason = forms.ChoiceField(
        label=gettext_lazy("Apa yang keliru?"),
        widget=forms.RadioSelect,
        choices=[(code, option(words, example)) for code, words, example in REASONS],
        error_messages={"required": gettext_lazy("Pilih yang paling dekat.")},
    )

    def summary(self, _answers: Answers) -> str:
        return str(REASON_WORDS[self.cleaned_data["reason"]])


class Story(Question):
    what = forms.CharField(
        label=gettext_lazy("Apa yang keliru, dan bagaimana yang benar?"),
        max_length=STORY_AT_MOST,
        widget=forms.Textarea({"rows": 7}),
        error_messages={
            "required": gettext_lazy("Tulis apa yang keliru."),
            "max_length": gettext_lazy("Tulisan ini terlalu panjang. Ringkaslah."),
        },
    )

    def clean_what(self) -> str:
        return one_line_feed(self.cleaned_data["what"])


class Code(Question):
    check_code = forms.CharField(
        label=gettext_lazy("Kode cek"),
        required=False,
        max_length=40,
        help_text=gettext_lazy("Enam huruf atau angka, misalnya 7K4-M2Q."),
        widget=forms.TextInput({"autocomplete": "off", "autocapitalize": "characters", "spellcheck": "false", "class": "number"}),
    )

    def clean_check_code(self) -> str:
        """As it is kept, so that it is found."""
        typed = self.cleaned_data["check_code"]
        code = check_code(typed) if typed else ""
        if code is None:
            raise forms.ValidationError(_("Kode cek terdiri atas enam huruf atau angka. Periksa lagi, atau kosongkan."))
        return code


class Finding(Question):
    number = forms.CharField(
        label=gettext_lazy("Nomor paspor atau izin tinggal"),
        required=False,
        max_length=40,
        widget=forms.TextInput({"autocomplete": "off", "autocapitalize": "characters", "spellcheck": "false", "class": "number"}),
    )
    name = forms.CharField(
        label=gettext_lazy("Nama seperti di paspor"), required=False, max_length=120, widget=forms.TextInput({"autocomplete": "name"})
    )


class Contact(Question):
    contact = forms.CharField(
        label=gettext_lazy("Nomor telepon atau surel"),
        required=False,
        max_length=160,
        help_text=gettext_lazy("Hanya dipakai untuk bertanya tentang laporan ini."),
    )
