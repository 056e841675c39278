"""Satu laporan: its facts for everybody at the desk, and all of it for whoever holds it, under a look on record."""

from typing import Any
from uuid import UUID

from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from sisada.foundation.clock import office_today
from sisada.inside.accounts.access import OfficerRequest, open_to
from sisada.inside.accounts.colleagues import people_with
from sisada.inside.accounts.roles import Role
from sisada.inside.cases import case_page, claims, queue, queue_words, reading
from sisada.inside.cases.case_forms import forms_of
from sisada.inside.cases.looks_kept import look_at, look_kept
from sisada.inside.cases.queue import QueueRow
from sisada.inside.cases.queue_views import REVIEWS, queue_of
from sisada.inside.cases.similar import similar_to
from sisada.inside.lookup.own_pages import require_own_page

JPEG = b"\xff\xd8"


@open_to(*REVIEWS)
@require_GET
def one(request: OfficerRequest, case_id: UUID) -> HttpResponse:
    """Reading it is a look, and only its holder does; everybody else sees what the queue says, and who holds it."""
    require_own_page(request)
    return show(request, case_id)


def show(request: OfficerRequest, case_id: UUID, *, status: int = 200, **more: Any) -> HttpResponse:
    """The page, also after an act was refused: then with the form that was sent, everything typed still in it (`more`).

    Raises: Http404; LookRefused."""
    row = queue.one(case_id, officer=request.officer.id)
    if row is None:
        raise Http404
    filtered = queue_words.filter_named(request.GET.get("saringan", ""))
    named = queue_words.names()
    page = {
        "title": _("Laporan {number}").format(number=row.number),
        "facts": case_page.facts(row, named=named),
        "queue": queue_of(request, filtered, selected=case_id),
        "stream_url": reverse("cases_stream"),
        "back": {"url": queue_words.address(filtered), "word": _("Kembali ke Laporan masuk")},
        "personal": True,
    }
    held = claims.hold_of(case_id, officer=request.officer.id)
    if held is None:
        return render(request, "cases/not_held.html", page | more, status=status)
    page |= _held(request, row, named) | {"held": held, "is_handler": held.kind == "handler"}
    page |= {"may_keep": request.officer.may(Role.ATASAN, Role.KEPALA)} | more
    return render(request, "cases/case.html", page, status=status)


def _held(request: OfficerRequest, row: QueueRow, named: dict[UUID, str]) -> dict[str, Any]:
    look = look_at(request, row.id)
    read = reading.read(look)
    shown = case_page.whole(read, alike=similar_to(look, read.case), named=named)
    return shown | forms_of(row, seen=shown["seen"], colleagues=colleagues_of(request))


def colleagues_of(request: OfficerRequest) -> list[tuple[str, str]]:
    """To whom a case may be handed, as choices."""
    everybody = people_with(Role.MEJA, Role.ATASAN, Role.KEPALA, on=office_today())
    return [(str(person.id), person.name) for person in everybody if person.id != request.officer.id]


@open_to(*REVIEWS)
@require_GET
def state(request: OfficerRequest, case_id: UUID) -> HttpResponse:
    """Asked by an open page when something changed: whether the case is still as the page shows it. Facts alone."""
    row = queue.one(case_id, officer=request.officer.id)
    shown = request.GET.get("versi", "")
    changed = row is not None and shown.isdecimal() and str(row.version) != shown
    held = row is not None and row.holder == request.officer.id
    return render(request, "cases/state.html", {"changed": changed, "held": held})


@open_to(*REVIEWS)
@require_GET
def photo(request: OfficerRequest, case_id: UUID, photo_id: UUID) -> HttpResponse:
    """One photo, under the look that opened the case."""
    require_own_page(request)
    look = look_kept(request, case_id)
    image = reading.photo(look, photo_id) if look else None
    if image is None:
        raise Http404
    return HttpResponse(image, content_type="image/jpeg" if image.startswith(JPEG) else "image/webp")


@open_to(*REVIEWS)
@require_POST
def claim(request: OfficerRequest, case_id: UUID) -> HttpResponse:
    claims.claim(case_id, by=request.officer.id)
    return redirect(case_address(case_id))


def case_address(case_id: UUID) -> str:
    """Of a case that one holds: beside it the queue shows one's own."""
    return f"{reverse('cases_one', args=[case_id])}?saringan={queue_words.IN_ADDRESS[queue.Filter.MINE]}"
