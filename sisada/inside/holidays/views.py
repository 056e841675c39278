"""Hari libur, a room of Aturan. Which roles may enter is marked where the routes stand (faces/office/urls.py); the database asks again."""

from datetime import date
from typing import Any, Protocol
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from sisada.foundation import words
from sisada.foundation.clock import office_today
from sisada.inside.holidays import previews
from sisada.inside.holidays.closed_days import ClosedDay, Kind, declared
from sisada.inside.holidays.declare import declare, withdraw
from sisada.inside.holidays.forms import KINDS, HolidayForm, SourceForm

KIND_WORDS = dict(KINDS)
WEEKEND = (5, 6)  # closed whatever is declared: such a day does not become a working day


class Setter(Protocol):
    @property
    def id(self) -> UUID: ...


class SetterRequest(HttpRequest):
    """A request behind the face's middleware: somebody with a role is signed in."""

    officer: Setter


@require_http_methods(["GET", "POST"])
def holidays(request: SetterRequest) -> HttpResponse:
    """The closed days of this year and the next, and the form for one more: first what it moves, then it counts."""
    form = HolidayForm(request.POST or None, earliest=office_today())
    step = request.POST.get("langkah")
    if request.method != "POST" or step == "ubah" or not form.is_valid():
        return _list(request, form)
    typed = form.cleaned_data
    if step != "simpan":
        pairs = [(_("Hari"), long_day(typed["day"])), (_("Nama hari"), typed["name"]), (_("Jenis"), KIND_WORDS[Kind(typed["kind"])])]
        return _check(request, form, pairs=pairs, day=typed["day"], url=reverse("rules_holidays"))
    declare(typed["day"], name=typed["name"], kind=Kind(typed["kind"]), source=typed["source"], by=request.officer.id)
    messages.success(request, _("Tercatat sebagai hari libur. Janji dan jendela permohonan dihitung ulang."))
    return redirect("rules_holidays")


def _list(request: SetterRequest, form: HolidayForm) -> HttpResponse:
    today = office_today()
    known = declared(date(today.year, 1, 1), date(today.year + 1, 12, 31))
    shown = {
        "title": _("Hari libur"),
        "coming": [_row(one, today=today) for one in known if one.day >= today],
        "past": [_row(one, today=today) for one in known if one.day < today],
        "columns": [{"label": label} for label in (_("Hari"), _("Nama"), _("Ubah"))],
        "form": form,
        "back": {"url": reverse("rules"), "word": _("Kembali ke Aturan")},
    }
    return render(request, "holidays/holidays.html", shown, status=400 if form.errors else 200)


def _row(one: ClosedDay, *, today: date) -> list[dict[str, Any]]:
    change: dict[str, Any] = {"text": "—"}
    if one.day >= today and one.day.weekday() not in WEEKEND:
        change = {"text": _("Jadikan hari kerja"), "href": reverse("rules_holiday_off", args=[one.day.isoformat()])}
    return [
        {"label": _("Hari"), "text": long_day(one.day)},
        {"label": _("Nama"), "text": one.name, "second": f"{KIND_WORDS[Kind(one.kind)]} · {one.source}"},
        {"label": _("Ubah")} | change,
    ]


@require_http_methods(["GET", "POST"])
def holiday_off(request: SetterRequest, day: str) -> HttpResponse:
    """One closed day becomes a working day: its page asks for the source, and says what moves."""
    closed = _closed(day)
    form = SourceForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        withdraw(closed.day, source=form.cleaned_data["source"], by=request.officer.id)
        messages.success(request, _("Tercatat sebagai hari kerja. Janji dan jendela permohonan dihitung ulang."))
        return redirect("rules_holidays")
    shown = {
        "title": _("Jadikan hari kerja"),
        "pairs": [(_("Hari"), long_day(closed.day)), (_("Nama hari"), closed.name), (_("Jenis"), KIND_WORDS[Kind(closed.kind)])],
        "preview": previews.of(closed.day),
        "form": form,
        "back": {"url": reverse("rules_holidays"), "word": _("Kembali tanpa mengubah")},
    }
    return render(request, "holidays/holiday_off.html", shown, status=400 if form.errors else 200)


def _closed(day: str) -> ClosedDay:
    try:
        asked = date.fromisoformat(day)
    except ValueError:
        raise Http404 from None
    found = declared(asked, asked)
    if not found or asked < office_today():
        raise Http404
    return found[0]


def _check(request: SetterRequest, form: HolidayForm, *, pairs: list[tuple[str, str]], day: date, url: str) -> HttpResponse:
    shown = {
        "title": _("Hari libur"),
        "pairs": [*pairs, (_("Sumber"), form.cleaned_data["source"])],
        "preview": previews.of(day),
        "form": form,
        "url": url,
        "back": {"url": url, "word": _("Kembali tanpa menetapkan")},
    }
    return render(request, "holidays/check_holiday.html", shown)


def long_day(day: date) -> str:
    return words.long_date(day, language=words.known(get_language() or "id"))
