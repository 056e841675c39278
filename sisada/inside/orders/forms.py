"""What is typed to draw up an order or to open another ground; parsed once, here."""

import re
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from django import forms
from django.core.exceptions import ValidationError
from django.http import QueryDict
from django.utils.timezone import localtime
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from sisada.areas.names import name_of, smallest_within
from sisada.foundation.clock import now, office_today
from sisada.foundation.office import office
from sisada.inside.orders.finding_words import LETTERS
from sisada.inside.orders.orders import Draft
from sisada.inside.orders.refusals import SENTENCES
from sisada.inside.orders.rota import MOST_TURNS
from sisada.inside.rules import read as rules

WHILE_ONE_TYPES = timedelta(hours=1)  # a form opened before midnight is sent after it
NAMES_NOBODY = _("Tanpa nama orang asing: nama dibuka dari kartunya, bukan ditulis di sini.")


class Moment(forms.DateTimeField):
    """A day and an hour in the office's zone, by the browser's own picker."""

    widget = forms.DateTimeInput(attrs={"type": "datetime-local"}, format="%Y-%m-%dT%H:%M")


class Day(forms.DateInput):
    """A day by the browser's own picker."""

    input_type = "date"

    def __init__(self) -> None:
        super().__init__(format="%Y-%m-%d")


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
        if begins and localtime(begins).date() < localtime(now() - WHILE_ONE_TYPES).date():
            self.add_error("valid_from", SENTENCES["orders.begins-too-early"])
        if ends and ends <= now():
            self.add_error("valid_until", _("Waktu ini sudah lewat."))
        elif begins and ends and ends <= begins:
            self.add_error("valid_until", _("Waktu berakhir harus sesudah waktu mulai."))
        elif begins and ends and ends - begins > timedelta(days=(longest := longest_days())):
            self.add_error("valid_until", _too_long(longest))
        return cleaned

    def draft(self, *, drawn_by: UUID, persons: tuple[UUID, ...], finding: UUID | None) -> Draft:
        """The order as typed; call only when the form is valid."""
        typed = self.cleaned_data
        areas = widest(typed["areas"])
        return Draft(
            office_code=office().code,
            purpose=typed["purpose"],
            officers=tuple(map(UUID, typed["officers"])),
            area_codes=tuple(areas),
            place=", ".join(name_of(code) for code in areas),
            valid_from=typed["valid_from"],
            valid_until=typed["valid_until"],
            drawn_by=drawn_by,
            persons=persons,
            finding=finding,
        )


def longest_days() -> int:
    """How long one order may be in force."""
    return int(rules.value("orders.longest-days", on=office_today()))


def _too_long(longest: int) -> str:
    sentence = ngettext(
        "Surat perintah berlaku paling lama {days} hari. Perpendek waktunya.",
        "Surat perintah berlaku paling lama {days} hari. Perpendek waktunya.",
        longest,
    )
    return sentence.format(days=longest)


def area_choices() -> list[tuple[str, str]]:
    """All boxes of all groups."""
    return [box for _around, boxes in area_boxes() for box in boxes]


def area_boxes() -> list[tuple[str, list[tuple[str, str]]]]:
    """By kecamatan: its own box first, since an order may name it whole, then its kelurahan, as (code, words). Where the installation ships
    no kelurahan: by province, the office's cities and regencies."""
    groups = []
    for around, inside in smallest_within(office().areas).items():
        name = name_of(around)
        whole = [(around, str(_("Seluruh kecamatan {name}")).format(name=name))] if office().covers(around) else []
        groups.append((name, whole + [(one.code, one.name) for one in inside]))
    return groups


def widest(codes: list[str]) -> list[str]:
    """These areas without those that lie inside another of them."""
    return [code for code in codes if not any(code.startswith(f"{wider}.") for wider in codes)]


@dataclass(frozen=True)
class AreaGroup:
    """One kecamatan in the form, with its boxes, as (code, words, ticked)."""

    name: str
    boxes: list[tuple[str, str, bool]]

    @property
    def ticked(self) -> int:
        return sum(ticked for _code, _words, ticked in self.boxes)


def area_groups(form: OrderForm) -> list[AreaGroup]:
    """The areas of the form, grouped so that a thumb finds one of 75."""
    ticked = set(form["areas"].value() or [])
    return [AreaGroup(name, [(code, words, code in ticked) for code, words in boxes]) for name, boxes in area_boxes()]


def typed_so_far(post: QueryDict) -> dict[str, Any]:
    """What stands in the form of an order, unjudged: it is shown again while one changes whom the order names."""
    return {name: post.getlist(name) if name in ("officers", "areas") else post.get(name, "") for name in OrderForm.base_fields}


def usual_window(at: datetime) -> tuple[datetime, datetime]:
    """From now to the end of the next day: what most orders are."""
    begins = at.replace(second=0, microsecond=0)
    return begins, (begins + timedelta(days=1)).replace(hour=23, minute=59)


class ReasonForm(forms.Form):
    why = forms.CharField(label=_("Alasan"), max_length=300)


class ReferenceForm(forms.Form):
    """A ground that is named by a number in a register."""

    reference = forms.CharField(
        label=_("Nomor berkas atau surat"), max_length=80, help_text=_("Nomor agenda, surat, atau berkas yang Anda kerjakan.")
    )

    def clean_reference(self) -> str:
        typed: str = self.cleaned_data["reference"]
        if not re.search("[0-9]", typed):
            raise ValidationError(SENTENCES["orders.reference-without-number"])
        return typed


class FindingForm(forms.Form):
    letter = forms.ChoiceField(
        label=_("Apa dasarnya? (pasal 30)"),
        widget=forms.RadioSelect,
        choices=list(LETTERS.items()),
    )
    sentence = forms.CharField(label=_("Apa yang Anda lihat, dalam satu kalimat"), max_length=300, help_text=NAMES_NOBODY)
    place = forms.CharField(label=_("Di mana"), max_length=120)


class RotaForm(forms.Form):
    """One turn of one superior, on these days."""

    officer = forms.ChoiceField(label=_("Atasan"))
    turn = forms.IntegerField(label=_("Giliran ke-"), min_value=1, max_value=MOST_TURNS, help_text=_("Giliran 1 ditanyai lebih dulu."))
    first_day = forms.DateField(label=_("Dari hari"), widget=Day)
    last_day = forms.DateField(label=_("Sampai hari"), widget=Day)

    def __init__(self, *args: Any, officers: list[tuple[str, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["officer"].choices = officers  # type: ignore[attr-defined]  # a choice field has choices

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        first, last = cleaned.get("first_day"), cleaned.get("last_day")
        if first and first < office_today():
            self.add_error("first_day", SENTENCES["orders.rota-in-the-past"])
        if first and last and last < first:
            self.add_error("last_day", _("Hari terakhir tidak boleh sebelum hari pertama."))
        return cleaned
