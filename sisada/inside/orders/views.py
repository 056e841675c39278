"""Surat perintah: list, form, one order, and its answers. Writing is one call; the database judges who may."""

from collections.abc import Callable
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
from sisada.inside.accounts.colleagues import people_with
from sisada.inside.accounts.roles import SEES_PERSONS, Role
from sisada.inside.orders import named_persons, orders
from sisada.inside.orders.finding_views import SUPERIORS, visible_finding
from sisada.inside.orders.findings import FindingRow
from sisada.inside.orders.forms import OrderForm, ReasonForm, area_groups, typed_so_far, usual_window
from sisada.inside.orders.order_words import number_on_one_line, order_words
from sisada.sign_in.users import names_of


@open_to(*SEES_PERSONS)
@require_GET
def order_list(request: OfficerRequest) -> HttpResponse:
    after = uuid_in(request.GET.get("setelah", ""))
    rows = orders.newest(after=after)
    names = _names(rows)
    shown = {
        "title": _("Surat perintah"),
        "rows": [order_words(row, names=names, at=now()) for row in rows],
        "next": rows[-1].id if len(rows) == orders.PAGE else None,
        "first_page": after is None,
        "findings_url": reverse("orders_findings") if request.officer.may(Role.PETUGAS, *SUPERIORS) else None,
    }
    return render(request, "orders/list.html", shown)


@open_to(*SEES_PERSONS)
@require_http_methods(["GET", "POST"])
def draw_up(request: OfficerRequest) -> HttpResponse:
    """The form of a new order. Whom it names was chosen on the cards; here only how many. After a finding it comes filled in."""
    finding = visible_finding(request, asked) if (asked := uuid_in(request.GET.get("temuan", ""))) else None
    if "lepas" in request.POST:
        named_persons.let_go(request.session, request.POST["lepas"])
        return _show_form(request, OrderForm(officers=_officers(), initial=typed_so_far(request.POST)), finding)
    form = OrderForm(request.POST or None, officers=_officers(), initial=_first(request, finding))
    if request.method != "POST" or not form.is_valid():
        return _show_form(request, form, finding)
    persons = named_persons.chosen(request.session)
    order = orders.draw_up(form.draft(drawn_by=request.officer.id, persons=persons, finding=finding.id if finding else None))
    named_persons.forget(request.session)
    messages.success(request, _("Surat perintah disusun dan diajukan."))
    return redirect("orders_one", order_id=order)


def _officers() -> list[tuple[str, str]]:
    return [(str(one.id), one.name) for one in people_with(*SEES_PERSONS, on=office_today())]


def _first(request: OfficerRequest, finding: FindingRow | None) -> dict[str, Any]:
    """What stands in a new form: now until the end of tomorrow, and oneself or, after a finding, its finder and what he found."""
    begins, ends = usual_window(localtime(now()))
    window = {"valid_from": begins, "valid_until": ends}
    if finding is None:
        return window | {"officers": [str(request.officer.id)]}
    purpose = _("Menyusul temuan langsung huruf {letter} di {place}: {sentence}")
    said = purpose.format(letter=finding.letter, place=finding.place, sentence=finding.sentence)
    return window | {"officers": [str(finding.officer)], "purpose": said}


def _show_form(request: OfficerRequest, form: OrderForm, finding: FindingRow | None) -> HttpResponse:
    shown = {
        "title": _("Susun surat perintah mendesak") if finding else _("Susun surat perintah"),
        "form": form,
        "areas": area_groups(form),
        "persons": named_persons.chosen(request.session),
        "back": {"url": reverse("orders_finding", args=[finding.id]), "word": _("Kembali ke temuan")} if finding else _back(),
    }
    return render(request, "orders/form.html", shown, status=422 if form.errors else 200)


@open_to(*SEES_PERSONS)
@require_POST
def name_person(request: OfficerRequest, person_id: UUID) -> HttpResponse:
    """From a card: the next order that this officer draws up names this person."""
    named_persons.add(request.session, person_id)
    return redirect("orders_draw_up")


@open_to(*SEES_PERSONS)
@require_GET
def order(request: OfficerRequest, order_id: UUID) -> HttpResponse:
    row = _order(order_id)
    if request.headers.get("HX-Request") == "true" and request.GET.get("tampil") == row.state(now()):
        return HttpResponse(status=204)  # nothing new: what is typed there stays
    return _show_order(request, row, ReasonForm())


def _show_order(request: OfficerRequest, row: orders.OrderRow, form: ReasonForm) -> HttpResponse:
    state = row.state(now())
    shown = {
        "title": number_on_one_line(row.number) or _("Konsep surat perintah"),
        "order": order_words(row, names=_names([row]), at=now()),
        "state": state.value,
        "may_work_under": state is orders.State.IN_FORCE and request.officer.id in row.officers,
        "may_answer": state is orders.State.WAITING and request.officer.may(*SUPERIORS) and row.drawn_by != request.officer.id,
        "may_cancel": _may_cancel(request, row, state),
        "form": form,
        "back": _back(),
    }
    return render(request, "orders/order.html", shown, status=422 if form.errors else 200)


def _may_cancel(request: OfficerRequest, row: orders.OrderRow, state: orders.State) -> bool:
    """For what the page offers; the database judges again. A draft that may be refused is not cancelled by the one who may refuse it."""
    if state is orders.State.WAITING:
        return row.drawn_by == request.officer.id
    return state in (orders.State.COMING, orders.State.IN_FORCE) and request.officer.may(*SUPERIORS)


@open_to(*SUPERIORS)
@require_POST
def approve(request: OfficerRequest, order_id: UUID) -> HttpResponse:
    number = orders.approve(order_id, by=request.officer.id)
    messages.success(request, _("{number} disetujui. Petugas yang disebut dapat bekerja di bawahnya.").format(number=number))
    return redirect("orders_one", order_id=order_id)


@open_to(*SUPERIORS)
@require_http_methods(["GET", "POST"])
def refuse(request: OfficerRequest, order_id: UUID) -> HttpResponse:
    return _with_reason(request, order_id, orders.refuse, done=_("Surat perintah ditolak."))


@open_to(*SEES_PERSONS)
@require_http_methods(["GET", "POST"])
def cancel(request: OfficerRequest, order_id: UUID) -> HttpResponse:
    return _with_reason(request, order_id, orders.cancel, done=_("Surat perintah dibatalkan; dasar yang bertumpu padanya berakhir."))


def _with_reason(request: OfficerRequest, order_id: UUID, act: Callable[..., None], *, done: str) -> HttpResponse:
    """A page without its reason has this address: whoever opens it again, say in another language, sees the order."""
    if request.method != "POST":
        return redirect("orders_one", order_id=order_id)
    form = ReasonForm(request.POST)
    if not form.is_valid():
        return _show_order(request, _order(order_id), form)
    act(order_id, by=request.officer.id, why=form.cleaned_data["why"])
    messages.success(request, done)
    return redirect("orders_one", order_id=order_id)


def _order(order_id: UUID) -> orders.OrderRow:
    row = orders.one(order_id)
    if row is None:
        raise Http404
    return row


def _names(rows: list[orders.OrderRow]) -> dict[UUID, str]:
    """The names of everybody whom these orders mention, in one query."""
    mentioned = {
        person for row in rows for person in (*row.officers, row.drawn_by, row.approver, row.refused_by, row.cancelled_by) if person
    }
    return names_of(mentioned)


def _back() -> dict[str, str]:
    return {"url": reverse("orders"), "word": _("Kembali ke daftar")}


def uuid_in(text: str) -> UUID | None:
    """The id that an address names. None: it names none."""
    try:
        return UUID(text)
    except ValueError:
        return None
