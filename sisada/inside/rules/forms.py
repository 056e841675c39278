"""What is typed to set a rule: the value as its reading asks, from when, until when, and the source."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext as _

from sisada.inside.rules.declared import Draft, Subject
from sisada.inside.rules.rule_words import day

SPAN_AND_SOURCE = ("valid_from", "valid_until", "source")


class RuleForm(forms.Form):
    """Bound with `typed`, it cleans into `draft`; without, it shows the value of today."""

    def __init__(self, subject: Subject, *, earliest: date, typed: Mapping[str, Any] | None = None, present: Any = None) -> None:
        reading = subject.rule.reading
        super().__init__(typed, initial=None if present is None else reading.typed(present))
        self.subject, self.earliest = subject, earliest
        self.fields |= reading.fields()
        self.fields["valid_from"] = forms.DateField(
            label=_("Mulai berlaku"), help_text=_("Paling cepat {day}").format(day=day(earliest)), widget=_calendar(earliest)
        )
        self.fields["valid_until"] = forms.DateField(
            label=_("Hari terakhir"), help_text=_("Kosong: sampai ada aturan yang lebih baru"), required=False, widget=_calendar(earliest)
        )
        self.fields["source"] = forms.CharField(
            label=_("Sumber"),
            help_text=_("Peraturan, surat, atau keputusan yang menetapkan nilai ini"),
            max_length=500,
            widget=forms.Textarea({"rows": 2}),
        )

    def clean_valid_from(self) -> date:
        begins: date = self.cleaned_data["valid_from"]
        if begins < self.earliest:
            raise forms.ValidationError(_("Aturan baru mulai paling cepat {day}.").format(day=day(self.earliest)))
        return begins

    def clean(self) -> dict[str, Any]:
        typed = self.cleaned_data
        begins, ends = typed.get("valid_from"), typed.get("valid_until")
        if begins and ends and ends < begins:
            self.add_error("valid_until", _("Hari terakhir terletak sebelum hari mulai."))
        if not set(self.errors) - set(SPAN_AND_SOURCE):
            typed["parsed"] = self.subject.rule.reading.value(typed)
        return typed

    def draft(self) -> Draft:
        """The row as typed; only of a form that is valid."""
        typed = self.cleaned_data
        span = {name: typed[name] for name in SPAN_AND_SOURCE}
        return Draft(rule=self.subject.rule, about=self.subject.about, value=typed["parsed"], **span)


def _calendar(earliest: date) -> forms.DateInput:
    return forms.DateInput({"type": "date", "min": earliest.isoformat()}, format="%Y-%m-%d")
