"""What an officer types about a discrepancy: one form for each field, since a day, a number and a place are asked differently."""

import uuid
from typing import Any, ClassVar

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from sisada.areas.names import name_of, smallest_within
from sisada.foundation.clock import office_today
from sisada.foundation.office import office
from sisada.inside.cases.discrepancies import Found
from sisada.inside.cases.discrepancy_words import WHEREABOUTS
from sisada.inside.cases.forms import SeenForm
from sisada.inside.lookup.document_numbers import DocumentNumber
from sisada.inside.lookup.name_folding import folded_parts

LONGEST = 300


def kelurahan_choices() -> list[tuple[str, Any]]:
    """By kecamatan; first of all nothing."""
    groups = [(name_of(around), [(one.code, one.name) for one in inside]) for around, inside in smallest_within(office().areas).items()]
    return [("", _("Pilih kelurahan")), *groups]


class ReportForm(forms.Form):
    """What differs. `field`: the code of what this form asks about."""

    field: ClassVar[str]
    form = forms.UUIDField(widget=forms.HiddenInput)
    what: forms.Field
    kelurahan = forms.ChoiceField(label=_("Ditemukan di kelurahan"), required=False)
    remark = forms.CharField(
        label=_("Bagaimana Anda mengetahuinya"),
        max_length=LONGEST,
        required=False,
        widget=forms.Textarea({"rows": 2}),
        help_text=_("Misalnya: paspornya saya pegang, atau pengelola menunjukkan daftar penghuni."),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["kelurahan"].choices = kelurahan_choices()  # type: ignore[attr-defined]  # a choice field has choices
        self.initial.setdefault("form", uuid.uuid4())

    def found(self) -> Found:
        said = self.cleaned_data
        return Found(self.field, self.written(), said["kelurahan"] or None, said["remark"])

    def written(self) -> str:
        return str(self.cleaned_data["what"])


class AddressForm(ReportForm):
    field = "address"
    what = forms.CharField(
        label=_("Alamat yang Anda temukan"),
        max_length=LONGEST,
        help_text=_("Gedung atau jalan, lalu unit atau nomor rumah, seperti tertulis di tempatnya."),
    )
    field_order = ("form", "what", "kelurahan", "remark")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["kelurahan"].required = True

    def written(self) -> str:
        return f"{self.cleaned_data['what']} [{self.cleaned_data['kelurahan']}]"


class NameForm(ReportForm):
    field = "name"
    what = forms.CharField(label=_("Nama pada dokumen"), max_length=LONGEST, help_text=_("Nama keluarga dulu, lalu nama lain."))
    field_order = ("form", "what", "remark", "kelurahan")

    def clean_what(self) -> str:
        what = str(self.cleaned_data["what"])
        if not folded_parts(what):
            raise ValidationError(_("Tulis namanya dengan huruf Latin, seperti pada dokumen."))
        return what


class BirthDateForm(ReportForm):
    field = "birth_date"
    what = forms.DateField(label=_("Tanggal lahir pada dokumen"), widget=forms.DateInput({"type": "date"}, format="%Y-%m-%d"))
    field_order = ("form", "what", "remark", "kelurahan")

    def written(self) -> str:
        return str(self.cleaned_data["what"].isoformat())

    def clean_what(self) -> Any:
        day = self.cleaned_data["what"]
        if day > office_today():
            raise ValidationError(_("Tanggal ini belum tiba."))
        return day


class NumberForm(ReportForm):
    what = forms.CharField(label=_("Nomor pada dokumen"), max_length=60, widget=forms.TextInput({"autocapitalize": "characters"}))
    field_order = ("form", "what", "remark", "kelurahan")

    def clean_what(self) -> str:
        what = str(self.cleaned_data["what"])
        try:
            DocumentNumber.parse(what)
        except ValueError:
            raise ValidationError(_("Tulis nomornya seperti tercetak pada dokumen.")) from None
        return what


class DocumentForm(NumberForm):
    field = "document"


class PermitForm(NumberForm):
    field = "permit"


class SponsorForm(ReportForm):
    field = "sponsor"
    what = forms.CharField(label=_("Penjamin menurut orangnya atau dokumennya"), max_length=LONGEST)
    field_order = ("form", "what", "remark", "kelurahan")


class WhereaboutsForm(ReportForm):
    field = "left"
    what = forms.ChoiceField(label=_("Yang Anda temukan"), choices=list(WHEREABOUTS.items()), widget=forms.RadioSelect)
    field_order = ("form", "what", "remark", "kelurahan")


class OtherForm(ReportForm):
    field = "other"
    what = forms.CharField(label=_("Yang Anda temukan lain"), max_length=LONGEST, widget=forms.Textarea({"rows": 3}))
    field_order = ("form", "what", "remark", "kelurahan")


FORMS: dict[str, type[ReportForm]] = {
    form.field: form for form in (AddressForm, NameForm, BirthDateForm, DocumentForm, PermitForm, SponsorForm, WhereaboutsForm, OtherForm)
}


class EndForm(SeenForm):
    why = forms.CharField(label=_("Alasan"), max_length=2000, widget=forms.Textarea({"rows": 2}))
