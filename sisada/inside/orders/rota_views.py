"""Giliran jawab: who is asked first when a direct finding comes, set by atasan or kepala."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from sisada.foundation.clock import office_today
from sisada.inside.accounts.access import OfficerRequest, open_to
from sisada.inside.accounts.colleagues import people_with
from sisada.inside.orders import rota
from sisada.inside.orders.finding_views import SUPERIORS
from sisada.inside.orders.forms import RotaForm
from sisada.inside.rules import read as rules
from sisada.sign_in.users import names_of


@open_to(*SUPERIORS)
@require_http_methods(["GET", "POST"])
def answering_rota(request: OfficerRequest) -> HttpResponse:
    """What counts from today on, and a form for one more turn."""
    today = office_today()
    superiors = [(str(one.id), one.name) for one in people_with(*SUPERIORS, on=today)]
    form = RotaForm(request.POST or None, officers=superiors, initial={"turn": 1, "first_day": today, "last_day": today})
    if request.method == "POST" and form.is_valid():
        typed = form.cleaned_data
        rota.put_on(
            UUID(typed["officer"]), turn=typed["turn"], first_day=typed["first_day"], last_day=typed["last_day"], by=request.officer.id
        )
        messages.success(request, _("Giliran tersimpan."))
        return redirect("orders_rota")
    turns = rota.turns_from(today)
    names = names_of({person for turn in turns for person in (turn.officer, turn.set_by)})
    shown = {
        "title": _("Giliran jawab"),
        "form": form,
        "turns": [
            {"row": turn, "name": names.get(turn.officer, "—"), "by": names.get(turn.set_by, "—"), "today": turn.valid_from <= today}
            for turn in turns
        ],
        "nobody_today": not any(turn.valid_from <= today for turn in turns),
        "minutes": rules.value("orders.finding-answer-minutes", on=today),
        "back": {"url": reverse("orders_findings"), "word": _("Kembali ke daftar temuan")},
    }
    return render(request, "orders/rota.html", shown, status=422 if form.errors else 200)


@open_to(*SUPERIORS)
@require_POST
def take_off_rota(request: OfficerRequest, row_id: UUID) -> HttpResponse:
    rota.take_off(row_id, by=request.officer.id)
    messages.success(request, _("Giliran dicabut."))
    return redirect("orders_rota")
