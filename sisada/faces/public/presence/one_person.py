"""The fields in which one more person is written. All of them empty: nobody more."""

from typing import Any, Final

from django import forms
from django.utils.translation import gettext_lazy as _

from sisada.faces.public.steps.answers import Question
from sisada.foundation.clock import office_today
from sisada.outside.letterbox.lists.columns import TITLES, Column
from sisada.outside.letterbox.lists.people import AT_MOST, NotAPerson, Person, read_person

FIELD_OF: Final = {
    Column.NAME: "orang_nama",
    Column.NATIONALITY: "orang_warga",
    Column.NUMBER: "orang_nomor",
    Column.SINCE: "orang_masuk",
    Column.UNTIL: "orang_keluar",
}


def _text(column: Column, *, hint: Any = "", **attributes: str) -> forms.CharField:
    wide = AT_MOST[column] + 40  # the rule says how long it may be, in words of its own
    return forms.CharField(
        label=TITLES[column],
        required=False,
        max_length=wide,
        strip=True,
        help_text=hint,
        widget=forms.TextInput({"autocomplete": "off", **attributes}),
    )


class OnePerson(Question):
    orang_nama = _text(Column.NAME, hint=_("Seperti di paspornya."))
    orang_warga = _text(Column.NATIONALITY)
    orang_nomor = _text(Column.NUMBER, hint=_("Kosongkan bila tidak tahu."), autocapitalize="characters", spellcheck="false")
    orang_masuk = _text(Column.SINCE, hint=_("Sejak kapan tinggal di sini."), type="date")
    orang_keluar = _text(Column.UNTIL, hint=_("Hanya bila sudah keluar."), type="date")

    def clean(self) -> dict[str, Any]:
        given = super().clean() or self.cleaned_data
        written = {column: given.get(name, "") for column, name in FIELD_OF.items()}
        given["person"] = self._person(written) if any(written.values()) else None
        return given

    def _person(self, written: dict[Column, str]) -> Person | None:
        """None: something is wrong with it, and stands at its field."""
        try:
            return read_person(written, today=office_today())
        except NotAPerson as problem:
            for wrong in problem.wrong:
                self.add_error(FIELD_OF[wrong.column], _sentence(str(wrong.said)))
            return None


def _sentence(said: str) -> str:
    return f"{said[:1].upper()}{said[1:]}."
