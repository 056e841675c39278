"""Laporan masuk: the queue in the order of what was promised, who takes what, and many that are not the office's at once. Nothing here
shows what somebody said: that is read in a case, under a look."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_GET, require_POST

from sisada.foundation.clock import now
from sisada.foundation.ids import uuid_or_none
from sisada.inside.accounts.access import OfficerRequest, open_to
from sisada.inside.accounts.roles import Role
from sisada.inside.cases import acts, claims, queue, queue_words
from sisada.inside.cases.figures_words import lately
from sisada.inside.cases.forms import NotOursManyForm
from sisada.inside.cases.queue import Filter
from sisada.inside.cases.refusals import CaseProblem

REVIEWS = (Role.MEJA, Role.ATASAN, Role.KEPALA)


@open_to(*REVIEWS)
@require_GET
def waiting(request: OfficerRequest) -> HttpResponse:
    """The queue; on a desk beside it how the office answers, until a case is opened."""
    return render(request, "cases/queue.html", _page(request))


def _page(request: OfficerRequest) -> dict[str, Any]:
    filtered = queue_words.filter_named(request.GET.get("saringan", ""))
    return {
        "title": _("Laporan masuk"),
        "queue": queue_of(request, filtered, selected=uuid_or_none(request.GET.get("pilih", ""))),
        "figures": lately(now()),
        "many_form": NotOursManyForm(),
        "stream_url": reverse("cases_stream"),
    }


def queue_of(request: OfficerRequest, filtered: Filter, *, selected: UUID | None) -> dict[str, Any]:
    """What the left half shows. `selected`: the case that is open beside it."""
    after = uuid_or_none(request.GET.get("setelah", ""))
    rows = queue.waiting(filtered, officer=request.officer.id, after=after)
    named = queue_words.names()
    return {
        "chips": queue_words.chips(queue.counts(officer=request.officer.id), filtered),
        "rows": [queue_words.row(one, named=named, officer=request.officer.id, filtered=filtered, selected=selected) for one in rows],
        "next_url": queue_words.address(filtered, after=rows[-1].id) if len(rows) == queue.PAGE else None,
        "first_page": after is None,
        "here": queue_words.address(filtered, after=after),
        "live_url": queue_words.address(filtered, after=after, selected=selected),
        "filter": filtered.value,
        "name": queue_words.NAMES[filtered],
        "empty": queue_words.EMPTY[filtered],
        "second_eyes": filtered is Filter.SECOND and request.officer.may(Role.ATASAN, Role.KEPALA),
        "many": filtered is Filter.MINE and selected is None and any(one.state in ("reviewing", "waiting_reporter") for one in rows),
    }


@open_to(*REVIEWS)
@require_POST
def take_next(request: OfficerRequest) -> HttpResponse:
    """Five that nobody holds, the most pressing ones."""
    taken = claims.claim_next(by=request.officer.id)
    if not taken:
        messages.info(request, _("Tidak ada laporan yang menunggu diambil."))
        return redirect("cases_queue")
    sentence = ngettext("{count} laporan Anda pegang sekarang.", "{count} laporan Anda pegang sekarang.", len(taken))
    messages.success(request, sentence.format(count=len(taken)))
    return redirect(queue_words.address(Filter.MINE))


@open_to(*REVIEWS)
@require_POST
def not_ours_many(request: OfficerRequest) -> HttpResponse:
    """All that were marked, or none: one ground, one sentence to each reporter."""
    form = NotOursManyForm(request.POST)
    if not form.is_valid():
        return _many_again(request, form)
    try:
        acts.not_ours_many(form.marked, by=request.officer.id, **form.decided)
    except CaseProblem as problem:
        form.add_error(None, str(problem.sentence))
        return _many_again(request, form)
    sentence = ngettext("{count} laporan selesai: bukan wewenang.", "{count} laporan selesai: bukan wewenang.", len(form.marked))
    messages.success(request, sentence.format(count=len(form.marked)))
    return redirect(queue_words.address(Filter.MINE))


def _many_again(request: OfficerRequest, form: NotOursManyForm) -> HttpResponse:
    page = _page(request) | {"queue": queue_of(request, Filter.MINE, selected=None), "many_form": form}
    page["queue"]["marked"] = [str(case) for case in form.marked]
    return render(request, "cases/queue.html", page, status=422)
