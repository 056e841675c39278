"""Where something is: a kelurahan from the list, words, a pin. One of them is enough."""

import re
from collections.abc import Iterator
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from sisada.areas import names
from sisada.areas.shapes import shape_at
from sisada.faces.public.steps.answers import Answers, Question
from sisada.foundation.letter import PIN_SOURCES, Place
from sisada.foundation.office import office

MOST_LAT, MOST_LON = 90, 180
PINS = {"photo": _("Titik dari foto"), "map": _("Titik di peta"), "device": _("Lokasi perangkat Anda")}
PAIR = r"-?[0-9]{1,2}\.[0-9]{1,9},-?[0-9]{1,3}\.[0-9]{1,9}"


def kelurahan_choices() -> Iterator[tuple[str, Any]]:
    """All of the office's, by what lies around them, in the order of the alphabet."""
    yield "", _("Tidak tahu")
    around = names.smallest_within(office().areas)
    for parent in sorted(around, key=names.name_of):
        yield names.name_of(parent), [(one.code, one.name) for one in sorted(around[parent], key=lambda one: one.name)]


class PlaceQuestion(Question):
    place_text = forms.CharField(
        label=_("Alamat atau patokan"),
        required=False,
        max_length=400,
        help_text=_("Misalnya nama gedung, lantai, gang, warung di dekatnya."),
    )
    kelurahan = forms.ChoiceField(label=_("Kelurahan"), required=False, choices=kelurahan_choices)
    lat = forms.FloatField(required=False, widget=forms.HiddenInput, min_value=-MOST_LAT, max_value=MOST_LAT)
    lon = forms.FloatField(required=False, widget=forms.HiddenInput, min_value=-MOST_LON, max_value=MOST_LON)
    pin_from = forms.ChoiceField(required=False, widget=forms.HiddenInput, choices=[(one, one) for one in PIN_SOURCES])
    photo_place = forms.CharField(required=False, max_length=40, widget=forms.HiddenInput)  # what a photo said of where it was taken
    use_photo_place = forms.BooleanField(required=False)

    def clean(self) -> dict[str, Any]:
        given = super().clean() or self.cleaned_data
        found = pair(given.get("photo_place", ""))
        if found and given.get("use_photo_place"):
            at = shape_at(*found)
            chosen = given.get("kelurahan")
            if at and chosen and chosen != at.code:
                raise forms.ValidationError(
                    _("Foto diambil di {photo}, tetapi Anda memilih {chosen}. Pilih salah satu.").format(
                        photo=names.name_of(at.code), chosen=names.name_of(chosen)
                    )
                )
            given |= {"lat": found[0], "lon": found[1], "pin_from": "photo", "kelurahan": at.code if at else given.get("kelurahan", "")}
        if not any(given.get(name) for name in ("place_text", "kelurahan", "pin_from")):
            raise forms.ValidationError(_("Tulis tempatnya, atau pilih kelurahannya."))
        return given

    def summary(self, _answers: Answers) -> str:
        place = place_of(self.cleaned_data)
        pin = PINS.get(place.pin_from or "", "")
        return "\n".join(str(line) for line in (place.text, names.name_of(place.kelurahan), pin) if line)


def place_of(given: dict[str, Any]) -> Place:
    """The place in a form's answers. Half a pin is none."""
    pin = (given["lat"], given["lon"], given["pin_from"])
    lat, lon, pin_from = pin if pin[0] is not None and pin[1] is not None and pin[2] else (None, None, None)
    return Place(given["kelurahan"] or None, given["place_text"], lat, lon, pin_from)


def pair(text: str) -> tuple[float, float] | None:
    """Latitude and longitude of "-6.26,106.85". None: not a place on the ground."""
    if not re.fullmatch(PAIR, text):
        return None
    lat, lon = (float(part) for part in text.split(","))
    return (lat, lon) if abs(lat) <= MOST_LAT and abs(lon) <= MOST_LON else None
