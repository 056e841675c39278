"""Surat perintah: list, form, one order, and its answers. Writing is one call; the database judges who may."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.timezone import localtime
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from sisada.foundation.clock import now, office_today
from sisada.inside.accounts.access import OfficerRequest, open_to
from sisada.inside.accounts.colleagues import names_of, people_with
from sisada.inside.accounts.roles import SEES_PERSONS, Role
from sisada.inside.orders import orders
from sisada.inside.orders.forms import OrderForm, ReasonForm, usual_window
from sisada.inside.orders.order_words import order_words

MAY_SIGN = (Role.ATASAN, Role.KEPALA)
PERSONS = "order_persons"  # the session's key: people whom the next order names, chosen on their cards


@open_to(*SEES_PERSONS)
@require_GET
def order_list(request: OfficerRequest) -> HttpResponse:
    after = _uuid(request.GET.get("setelah", ""))
    rows = orders.newest(after=after)
    shown = {
        "title": _("Surat perintah"),
        "rows": [order_words(row, names=_names(rows), at=now()) for row in rows],
        "next": rows[-1].id if len(rows) == orders.PAGE else None,
        "first_page": after is None,
    }
    return render(request, "orders/list.html", shown)


@open_to(*SEES_PERSONS)
@require_http_methods(["GET", "POST"])
def draw_up(request: OfficerRequest) -> HttpResponse:
    """The form of a new order. Whom it names was chosen on the cards; here only how many."""
    people = [(str(one.id), one.name) for one in people_with(*SEES_PERSONS, on=office_today())]
    begins, ends = usual_window(localtime(now()))
    first = {"valid_from": begins, "valid_until": ends, "officers": [str(request.officer.id)]}
    form = OrderForm(request.POST or None, officers=people, initial=first)
    persons = tuple(UUID(one) for one in request.session.get(PERSONS, []))
    if request.method == "POST" and form.is_valid():
        order = orders.draw_up(form.draft(drawn_by=request.officer.id, persons=persons, finding=None))
        request.session.pop(PERSONS, None)
        messages.success(request, _("Surat perintah disusun dan menunggu persetujuan."))
        return redirect("order", order_id=order)
    return render(request, "orders/form.html", {"title": _("Susun surat perintah"), "form": form, "named": len(persons), "back": _back()})


@open_to(*SEES_PERSONS)
@require_POST
def name_person(request: OfficerRequest, person_id: UUID) -> HttpResponse:
    """From a card: the next order that this officer draws up names this person."""
    request.session[PERSONS] = list({*request.session.get(PERSONS, []), str(person_id)})
    return redirect("draw_up_order")


@open_to(*SEES_PERSONS)
@require_GET
def order(request: OfficerRequest, order_id: UUID) -> HttpResponse:
    row = _order(order_id)
    state = row.state(now())
    shown = {
        "title": row.number or _("Konsep surat perintah"),
        "order": order_words(row, names=_names([row]), at=now()),
        "may_answer": state is orders.State.WAITING and request.officer.may(*MAY_SIGN) and row.drawn_by != request.officer.id,
        "may_cancel": _may_cancel(request, row, state),
        "form": ReasonForm(),
        "back": _back(),
    }
    return render(request, "orders/order.html", shown)


def _may_cancel(request: OfficerRequest, row: orders.OrderRow, state: orders.State) -> bool:
    if state is orders.State.WAITING:
        return row.drawn_by == request.officer.id or request.officer.may(*MAY_SIGN)
    return state in (orders.State.COMING, orders.State.IN_FORCE) and request.officer.may(*MAY_SIGN)


@open_to(*MAY_SIGN)
@require_POST
def approve(request: OfficerRequest, order_id: UUID) -> HttpResponse:
    number = orders.approve(order_id, by=request.officer.id)
    messages.success(request, _("{number} disetujui. Petugas yang disebut dapat bekerja di bawahnya.").format(number=number))
    return redirect("order", order_id=order_id)


@open_to(*MAY_SIGN)
@require_POST
def refuse(request: OfficerRequest, order_id: UUID) -> HttpResponse:
    return _with_reason(request, order_id, orders.refuse, done=_("Surat perintah ditolak."))


@open_to(*SEES_PERSONS)
@require_POST
def cancel(request: OfficerRequest, order_id: UUID) -> HttpResponse:
    return _with_reason(request, order_id, orders.cancel, done=_("Surat perintah dibatalkan; dasar yang bertumpu padanya berakhir."))


def _with_reason(request: OfficerRequest, order_id: UUID, act: Any, *, done: str) -> HttpResponse:
    form = ReasonForm(request.POST)
    if not form.is_valid():
        row = _order(order_id)
        shown = {"title": row.number or _("Konsep surat perintah"), "order": order_words(row, names=_names([row]), at=now()), "form": form, "back": _back()}
        return render(request, "orders/order.html", shown | {"may_answer": False, "may_cancel": True}, status=422)
    act(order_id, by=request.officer.id, why=form.cleaned_data["why"])
    messages.success(request, done)
    return redirect("order", order_id=order_id)


def _order(order_id: UUID) -> orders.OrderRow:
    row = orders.one(order_id)
    if row is None:
        raise Http404
    return row


def _names(rows: list[orders.OrderRow]) -> dict[UUID, str]:
    """The names of everybody whom these orders mention, in one query."""
    mentioned = {person for row in rows for person in (*row.officers, row.drawn_by, row.approver, row.refused_by, row.cancelled_by) if person}
    return names_of(mentioned)


def _back() -> dict[str, str]:
    return {"url": reverse("orders"), "word": _("Kembali ke daftar")}


def _uuid(text: str) -> UUID | None:
    try:
        return UUID(text)
    except ValueError:
        return None

