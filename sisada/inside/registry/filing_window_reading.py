"""How a filing window is typed and worded on the page of rules: two ends, and the whole stay that ends all extending."""

from collections.abc import Mapping
from typing import Any

from django import forms
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from sisada.inside.registry.law import Closes
from sisada.inside.rules.readings import NumberField, in_digits

CLOSES: dict[str, "str | Promise"] = {
    Closes.LAST_WORKING_DAY_BEFORE: gettext_lazy("hari kerja terakhir sebelum izin habis"),
    Closes.DAYS_BEFORE: gettext_lazy("sejumlah hari sebelum izin habis"),
}


class FilingWindowReading:
    unit: "str | Promise" = gettext_lazy("jendela pengajuan")
    least: int | None = None
    most: int | None = None

    def fields(self) -> dict[str, forms.Field]:
        open_always = _("Kosong: sejak hari pertama izin")
        return {
            "opens_months_before": _days(_("Dibuka berapa bulan sebelum habis"), most=36, hint=open_always),
            "opens_days_before": _days(_("Atau berapa hari sebelum habis"), most=365, hint=open_always),
            "closes": forms.ChoiceField(label=_("Ditutup"), choices=list(CLOSES.items()), widget=forms.RadioSelect),
            "closes_days_before": _days(_("Berapa hari sebelum habis"), most=90, hint=_("Hanya bila ditutup sejumlah hari sebelum habis")),
            "whole_stay_days": _days(_("Lama tinggal seluruhnya paling banyak"), most=3650, hint=_("Dalam hari. Kosong: boleh berulang")),
        }

    def value(self, typed: Mapping[str, Any]) -> dict[str, Any]:
        """Only what was typed: a part that is missing has its own meaning (law.FilingWindow)."""
        if typed.get("opens_months_before") is not None and typed.get("opens_days_before") is not None:
            raise forms.ValidationError({"opens_days_before": _("Pilih salah satu: bulan atau hari.")})
        if (typed.get("closes") == Closes.DAYS_BEFORE) != (typed.get("closes_days_before") is not None):
            raise forms.ValidationError(
                {"closes_days_before": _("Isi jumlah hari bila, dan hanya bila, ditutup sejumlah hari sebelum habis.")}
            )
        return {name: typed[name] for name in self.fields() if typed.get(name) is not None}

    def typed(self, value: dict[str, Any]) -> dict[str, Any]:
        return dict(value)

    def worded(self, value: dict[str, Any]) -> str:
        return " · ".join(filter(None, [_opens(value), _closes(value), _whole_stay(value)]))


def _days(label: str, *, most: int, hint: str) -> NumberField:
    return NumberField(label=label, help_text=hint, required=False, min_value=1, max_value=most)


def _opens(value: dict[str, Any]) -> str:
    if "opens_months_before" in value:
        return _("dari {n} bulan sebelum habis").format(n=value["opens_months_before"])
    if "opens_days_before" in value:
        return _("dari {n} hari sebelum habis").format(n=value["opens_days_before"])
    return _("dari hari pertama")


def _closes(value: dict[str, Any]) -> str:
    if value["closes"] == Closes.DAYS_BEFORE:
        return _("sampai {n} hari sebelum habis").format(n=value["closes_days_before"])
    return _("sampai hari kerja terakhir")


def _whole_stay(value: dict[str, Any]) -> str:
    return _("seluruhnya paling lama {n} hari").format(n=in_digits(value["whole_stay_days"])) if "whole_stay_days" in value else ""
