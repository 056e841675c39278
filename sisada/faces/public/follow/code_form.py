"""Reads seven words as people type them, and says which of them cannot be."""

import difflib
from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from sisada.foundation import word_code
from sisada.foundation.word_code import UnknownWords, WrongCount

AT_MOST = 500


class CodeForm(forms.Form):
    use_required_attribute = False
    kode = forms.CharField(
        label=gettext_lazy("Kode Anda"),
        help_text=gettext_lazy("Tujuh kata, dipisah spasi. Huruf besar, koma dan nomor tidak masalah."),
        max_length=AT_MOST,
        widget=forms.Textarea({"rows": 3, "autocapitalize": "none", "autocomplete": "off", "spellcheck": "false", "lang": "id"}),
        error_messages={"required": gettext_lazy("Tulis ketujuh kata kode Anda.")},
    )

    def clean_kode(self) -> tuple[str, ...]:
        typed = self.cleaned_data["kode"]
        try:
            return word_code.read(typed)
        except WrongCount as wrong:
            sentence = _("Kode terdiri atas tujuh kata. Banyaknya kata yang Anda tulis: %(given)s.")
            raise forms.ValidationError(sentence % {"given": wrong.given}) from None
        except UnknownWords as unknown:
            raise forms.ValidationError([about(place, word_code.typed_words(typed)[place - 1]) for place in unknown.places]) from None


def about(place: int, typed: str) -> str:
    """Which word is not in the list, and the one that is nearest to it, if any: the list is public, so this tells nobody's code."""
    near = difflib.get_close_matches(typed, word_code.words(), n=1)
    said: dict[str, Any] = {"place": place, "typed": typed, "near": near[0] if near else ""}
    if near:
        return _("Kata ke-%(place)s, “%(typed)s”, tidak ada dalam daftar kata kami. Mungkin “%(near)s”?") % said
    return _("Kata ke-%(place)s, “%(typed)s”, tidak ada dalam daftar kata kami.") % said
