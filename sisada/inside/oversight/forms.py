"""What is typed to ask for a trail, a check code or a person's own trail, and what a review found; parsed once, here."""

from datetime import date, datetime, time, timedelta
from typing import Any
from uuid import UUID

from django import forms
from django.core.exceptions import ValidationError
from django.utils.timezone import make_aware
from django.utils.translation import gettext_lazy as _

from sisada.foundation.check_codes import check_code
from sisada.inside.lookup.document_numbers import DocumentNumber
from sisada.inside.lookup.question import SHORTEST_NUMBER
from sisada.inside.oversight.reviews import Outcome
from sisada.inside.oversight.trail import TrailQuestion
from sisada.inside.oversight.trail_words import OUTCOMES
from sisada.sign_in.lengths import ShowsAgainInShort

LAST_DAY = date.max - timedelta(days=1)  # the day after it has a midnight, which ends a question


class Day(forms.DateInput):
    """A day by the browser's own picker."""

    input_type = "date"

    def __init__(self) -> None:
        super().__init__(format="%Y-%m-%d")


class NumberField(forms.CharField):
    """A document, permit or person's number, as it is compared."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(max_length=60, widget=forms.TextInput(attrs={"autocomplete": "off", "autocapitalize": "characters"}), **kwargs)

    def clean(self, value: Any) -> Any:
        typed = super().clean(value)
        if not typed:
            return None
        try:
            number = DocumentNumber.parse(typed)
        except ValueError:
            number = None
        if number is None or len(number.exact) < SHORTEST_NUMBER:
            raise ValidationError(_("Tulis nomornya utuh, seperti tercetak pada dokumen."))
        return number


class TrailForm(ShowsAgainInShort):
    number = NumberField(
        label=_("Siapa yang dilihat: NIORA atau nomor dokumen"),
        required=False,
        help_text=_("Kosong berarti siapa saja. Nomor ini tersimpan dalam jejak Anda."),
    )
    officer = forms.ChoiceField(label=_("Siapa yang melihat"), required=False)
    reference = forms.CharField(label=_("Atas dasar apa: nomor surat atau berkas"), required=False, max_length=80)
    first_day = forms.DateField(label=_("Dari hari"), required=False, widget=Day)
    last_day = forms.DateField(label=_("Sampai hari"), required=False, widget=Day)

    def __init__(self, *args: Any, officers: list[tuple[str, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["officer"].choices = [("", _("Siapa saja")), *officers]  # type: ignore[attr-defined]  # a choice field has choices

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        first, last = cleaned.get("first_day"), cleaned.get("last_day")
        if first and last and last < first:
            self.add_error("last_day", _("Hari terakhir tidak boleh sebelum hari pertama."))
        return cleaned

    def question(self) -> TrailQuestion:
        """What was asked; call only when the form is valid."""
        asked = self.cleaned_data
        return TrailQuestion(
            number=asked["number"],
            officer=UUID(asked["officer"]) if asked["officer"] else None,
            reference=asked["reference"] or None,
            begins=_midnight(asked["first_day"]) if asked["first_day"] else None,
            ends=_midnight(min(asked["last_day"], LAST_DAY) + timedelta(days=1)) if asked["last_day"] else None,
        )


def _midnight(day: date) -> datetime:
    """When a day begins in the office's zone."""
    return make_aware(datetime.combine(day, time.min))


class CodeForm(ShowsAgainInShort):
    code = forms.CharField(
        label=_("Kode cek"),
        max_length=12,
        help_text=_("Enam tanda di bawah halaman, misalnya 7K4-M2Q."),
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
    )

    def clean_code(self) -> str:
        code = check_code(self.cleaned_data["code"])
        if code is None:
            raise ValidationError(_("Kode cek terdiri dari enam huruf atau angka."))
        return code


class OwnRequestForm(ShowsAgainInShort):
    number = NumberField(label=_("NIORA atau nomor dokumen orang yang bertanya"), help_text=_("Salin dari dokumen yang ia tunjukkan."))


class ReviewForm(ShowsAgainInShort):
    outcome = forms.ChoiceField(label=_("Hasil tinjauan"), widget=forms.RadioSelect, choices=list(OUTCOMES.items()))
    remark = forms.CharField(
        label=_("Keterangan"),
        required=False,
        max_length=500,
        help_text=_("Tanpa nama orang asing. Petugas itu membaca hasilnya, bukan keterangan ini."),
        widget=forms.Textarea(attrs={"rows": 3}),
    )

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        if cleaned.get("outcome") in (Outcome.UNCLEAR, Outcome.MISUSE) and not cleaned.get("remark"):
            self.add_error("remark", _("Tulis apa yang belum jelas atau keliru."))
        return cleaned

    @property
    def found(self) -> Outcome:
        """Call only when the form is valid."""
        return Outcome(self.cleaned_data["outcome"])
