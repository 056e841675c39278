"""What is typed to draw up an order or to open another ground; parsed once, here."""

from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from django import forms
from django.utils.translation import gettext_lazy as _

from sisada.areas.names import name_of, within
from sisada.foundation.office import office
from sisada.inside.orders.orders import Draft

LONGEST_ORDER = timedelta(days=31)
NAMES_NOBODY = _("Tanpa nama orang asing: nama dibuka dari kartunya, bukan ditulis di sini.")


class Moment(forms.DateTimeField):
    """A day and an hour in the office's zone, by the browser's own picker."""

    widget = forms.DateTimeInput(attrs={"type": "datetime-local"}, format="%Y-%m-%dT%H:%M")


class OrderForm(forms.Form):
    purpose = forms.CharField(label=_("Maksud"), max_length=300, help_text=NAMES_NOBODY, widget=forms.Textarea(attrs={"rows": 2}))
    officers = forms.MultipleChoiceField(label=_("Petugas"), widget=forms.CheckboxSelectMultiple)
    areas = forms.MultipleChoiceField(label=_("Wilayah"), widget=forms.CheckboxSelectMultiple)
    valid_from = Moment(label=_("Berlaku dari"))
    valid_until = Moment(label=_("Berlaku sampai"))

    def __init__(self, *args: Any, officers: list[tuple[str, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["officers"].choices = officers  # type: ignore[attr-defined]  # a choice field has choices
        self.fields["areas"].choices = area_choices()  # type: ignore[attr-defined]  # as above

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        begins, ends = cleaned.get("valid_from"), cleaned.get("valid_until")
        if begins and ends and ends <= begins:
            self.add_error("valid_until", _("Waktu berakhir harus sesudah waktu mulai."))
        if begins and ends and ends - begins > LONGEST_ORDER:
            self.add_error("valid_until", _("Paling lama 31 hari. Susun surat perintah baru untuk waktu sesudahnya."))
        return cleaned

    def draft(self, *, drawn_by: UUID, persons: tuple[UUID, ...], finding: UUID | None) -> Draft:
        """The order as typed; call only when the form is valid."""
        typed = self.cleaned_data
        return Draft(
            office_code=office().code,
            purpose=typed["purpose"],
            officers=tuple(map(UUID, typed["officers"])),
            area_codes=tuple(typed["areas"]),
            place=", ".join(name_of(code) for code in typed["areas"]),
            valid_from=typed["valid_from"],
            valid_until=typed["valid_until"],
            drawn_by=drawn_by,
            persons=persons,
            finding=finding,
        )


def area_choices() -> list[tuple[str, str]]:
    """Kecamatan first, each followed by its kelurahan: an order may name a whole kecamatan."""
    choices = []
    for kecamatan in within(office().areas, level="kecamatan"):
        choices.append((kecamatan.code, str(_("Kecamatan {name}")).format(name=kecamatan.name)))
        choices += [(one.code, f"{one.name}, {kecamatan.name}") for one in within([kecamatan.code], level="kelurahan")]
    return choices


def usual_window(at: datetime) -> tuple[datetime, datetime]:
    """From now to the end of the next day: what most orders are."""
    begins = at.replace(second=0, microsecond=0)
    return begins, (begins + timedelta(days=1)).replace(hour=23, minute=59)


class ReasonForm(forms.Form):
    why = forms.CharField(label=_("Alasan"), max_length=300)


class ReferenceForm(forms.Form):
    """A ground that is named by a number in a register."""

    reference = forms.CharField(label=_("Nomor berkas atau surat"), max_length=80, help_text=_("Nomor agenda, surat, atau berkas yang Anda kerjakan."))


class FindingForm(forms.Form):
    letter = forms.ChoiceField(
        label=_("Apa dasarnya? (pasal 30)"),
        widget=forms.RadioSelect,
        choices=[
            ("a", _("huruf a: tercantum dalam daftar pencegahan atau penangkalan")),
            ("b", _("huruf b: tercantum dalam daftar pencarian orang")),
            ("c", _("huruf c: patut diduga sedang berbuat melawan hukum")),
        ],
    )
    sentence = forms.CharField(label=_("Apa yang Anda lihat, dalam satu kalimat"), max_length=300, help_text=NAMES_NOBODY)
    place = forms.CharField(label=_("Di mana"), max_length=120)
