"""How a value is typed, checked and worded. A rule whose value is more than one number brings a reading of its own."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Protocol

from django import forms
from django.utils.functional import Promise
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from sisada.foundation import words

_IN_THOUSANDS = re.compile(r"\d{1,3}(\.\d{3})+", re.ASCII)


class Reading(Protocol):
    @property
    def unit(self) -> "str | Promise": ...
    @property
    def least(self) -> int | None: ...  # None: the value is an object, not a whole number
    @property
    def most(self) -> int | None: ...

    def fields(self) -> dict[str, forms.Field]:
        """What is typed, by name."""
        ...

    def value(self, typed: Mapping[str, Any]) -> Any:
        """The value as JSON, from what the fields cleaned. Raises: forms.ValidationError."""
        ...

    def typed(self, value: Any) -> dict[str, Any]:
        """A value as it would be typed."""
        ...

    def worded(self, value: Any) -> str: ...


@dataclass(frozen=True, slots=True, kw_only=True)
class WholeNumber:
    unit: "str | Promise"
    least: int
    most: int

    def fields(self) -> dict[str, forms.Field]:
        hint = _("{unit}, dari {least} sampai {most}").format(unit=self.unit, least=in_digits(self.least), most=in_digits(self.most))
        return {"value": NumberField(label=_("Nilai baru"), help_text=hint, min_value=self.least, max_value=self.most)}

    def value(self, typed: Mapping[str, Any]) -> int:
        return int(typed["value"])

    def typed(self, value: Any) -> dict[str, Any]:
        return {"value": value}

    def worded(self, value: Any) -> str:
        return f"{in_digits(value)}{words.NBSP}{self.unit}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Rupiah(WholeNumber):
    def worded(self, value: Any) -> str:
        return _("{sum} {unit}").format(sum=words.rupiah(value, language=language()), unit=self.unit)


class NumberField(forms.IntegerField):
    """A whole number as people here write it: 1.500.000 and 1500000 are the same; 1.5 is refused."""

    def __init__(self, **options: Any) -> None:
        super().__init__(widget=forms.TextInput({"inputmode": "numeric", "class": "number"}), **options)

    def to_python(self, value: Any) -> int | None:
        text = "" if value is None else str(value).strip()
        return super().to_python(text.replace(".", "") if _IN_THOUSANDS.fullmatch(text) else text)


def in_digits(number: int) -> str:
    return words.number(number, language=language())


def language() -> str:
    return words.known(get_language() or "id")
