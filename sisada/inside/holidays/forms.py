"""What is typed to declare a closed day, or to take one back."""

from datetime import date

from django import forms
from django.utils.translation import gettext_lazy as _

from sisada.inside.holidays.closed_days import Kind

KINDS = [(Kind.PUBLIC, _("Libur nasional")), (Kind.CUTI_BERSAMA, _("Cuti bersama"))]


class SourceForm(forms.Form):
    source = forms.CharField(
        label=_("Sumber"),
        help_text=_("Nomor dan tanggal SKB tiga menteri, atau keputusan lain"),
        max_length=500,
        widget=forms.Textarea({"rows": 2}),
    )


class HolidayForm(SourceForm):
    day = forms.DateField(label=_("Hari"), widget=forms.DateInput({"type": "date"}, format="%Y-%m-%d"))
    name = forms.CharField(label=_("Nama hari"), help_text=_("Seperti dalam keputusannya"), max_length=120)
    kind = forms.ChoiceField(label=_("Jenis"), choices=KINDS, widget=forms.RadioSelect)
    field_order = ("day", "name", "kind", "source")

    def __init__(self, *typed: object, earliest: date) -> None:
        super().__init__(*typed)  # type: ignore[arg-type]  # what was posted, or nothing
        self.earliest = earliest
        self.fields["day"].widget.attrs["min"] = earliest.isoformat()

    def clean_day(self) -> date:
        day: date = self.cleaned_data["day"]
        if day < self.earliest:
            raise forms.ValidationError(_("Hari yang lewat tidak diubah: paling cepat hari ini."))
        return day
