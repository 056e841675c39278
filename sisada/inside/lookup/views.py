"""Cari and Orang: who and why, one call, one page. A search is POST; its results live under a number of the session."""

from datetime import date
from typing import Any

from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods

from sisada.foundation.clock import now, office_today
from sisada.foundation.parts.age_stamp.age import age_stamp
from sisada.inside.accounts.access import OfficerRequest, open_to
from sisada.inside.accounts.roles import SEES_PERSONS
from sisada.inside.audit import grounds
from sisada.inside.audit.looks import Look, PersonId, Purpose, begin_look, open_look, resume_search
from sisada.inside.lookup import chips, find, nothing_found, result_words, searches
from sisada.inside.lookup.card_words import card_words
from sisada.inside.lookup.own_pages import require_own_page
from sisada.inside.lookup.question import Question, QuestionKind, understand
from sisada.inside.registry import mirror_age

LONGEST_TEXT = 400
NUMBER_ALONE = ("document", "own-request")  # grounds under which a name finds nobody: audit_begin_look refuses it


@open_to(*SEES_PERSONS)
@require_http_methods(["GET", "POST"])
def search(request: OfficerRequest) -> HttpResponse:
    """The box, and one settled search: understood, put on record, then shown under its number."""
    if request.method == "GET":
        return render(request, "lookup/search.html", _search_page(request))
    typed = request.POST.get("isian", "").replace("\0", "")[:LONGEST_TEXT]
    question = understand(typed, office_today())
    if question.kind is QuestionKind.MRZ_UNREADABLE or chips.too_little(question):
        return _show(request, _search_page(request) | unanswered(question, typed))
    ground = grounds.require_chosen(request.session, officer=request.officer.id, at=now())
    query = question.to_json() | {"typed": typed}
    look = begin_look(request.officer.id, request.device, ground=ground.id, purpose=Purpose.SEARCH, query=query)
    find.put_on_record(look, question)
    return redirect("search_results", number=searches.keep(request.session, look.id, purpose=Purpose.SEARCH))


@open_to(*SEES_PERSONS)
@require_GET
def search_results(request: OfficerRequest, number: int) -> HttpResponse:
    """What a search of this session disclosed, as long as its look is open."""
    require_own_page(request)
    look_id = searches.find(request.session, number, purpose=Purpose.SEARCH)
    if look_id is None:
        return redirect("search")
    found = find.by_anything(resume_search(look_id, request.officer.id, Purpose.SEARCH))
    page = _search_page(request)
    return _show(request, page | answered(found, today=office_today(), areas=page["areas"]))


def _search_page(request: OfficerRequest) -> dict[str, Any]:
    ground = grounds.chosen(request.session, officer=request.officer.id, at=now())
    return {
        "title": _("Cari"),
        "copy_state": age_stamp(mirror_age.read().source_at, now()),
        "needs_ground": ground is None,
        "areas": ground.area_codes if ground else (),
        "number_only": ground is not None and ground.kind in NUMBER_ALONE,
        "personal": True,
    }


def _show(request: OfficerRequest, shown: dict[str, Any]) -> HttpResponse:
    """The results alone for the script that asked, the whole page for a browser without it."""
    if shown["number_only"] and shown["nothing"]:
        shown["nothing"] = nothing_found.by_number_alone(shown["nothing"])
    only_results = request.headers.get("HX-Request") == "true"
    response = render(request, "lookup/results.html" if only_results else "lookup/search.html", shown)
    if only_results:
        response["HX-Replace-Url"] = request.path  # whoever comes back from a card finds the results again
    return response


def unanswered(question: Question, typed: str) -> dict[str, Any]:
    nothing = nothing_found.unreadable(question) if question.faults else nothing_found.too_little()
    return {
        "typed": typed,
        "asked": True,
        "chips": chips.worded(question) if typed.strip() else [],
        "nothing": nothing if typed.strip() else None,
    }


def answered(found: find.Found, *, today: date, areas: tuple[str, ...]) -> dict[str, Any]:
    rows = [
        result_words.row(hit, href=reverse("person", args=[hit.id]), today=today, age=found.age, now=now(), areas=areas)
        for hit in found.hits
    ]
    return {
        "typed": found.typed,
        "asked": True,
        "chips": chips.worded(found.question),
        "rows": rows,
        "check_code": found.check_code,
        "most_shown": found.most if len(rows) == found.most else None,
        "nothing": None if rows else nothing_found.answer(found.question, age=found.age, now=now()),
    }


@open_to(*SEES_PERSONS)
@require_GET
def person(request: OfficerRequest, person_id: PersonId) -> HttpResponse:
    """One person, for an officer who said why. The look is on record before the person is read."""
    require_own_page(request)
    ground = grounds.require_chosen(request.session, officer=request.officer.id, at=now())
    look = begin_look(request.officer.id, request.device, ground=ground.id, purpose=Purpose.CARD, subject=person_id)
    shown = card_page(look, person_id) | {"back": back_from_card(request)}
    return render(request, "lookup/person.html", shown)


def back_from_card(request: OfficerRequest) -> dict[str, str]:
    """To the results or the list that the officer came from."""
    number, purpose = searches.newest(request.session) or (None, None)
    if purpose == Purpose.AREA_LIST:
        return {"url": reverse("area_list", args=[number]), "word": _("Kembali ke daftar")}
    return {"url": reverse("search_results", args=[number]) if number else reverse("search"), "word": _("Kembali ke Cari")}


@open_to(*SEES_PERSONS)
@require_GET
def person_card(request: OfficerRequest, person_id: PersonId) -> HttpResponse:
    """The card alone, read again under the look that is open, because something upstream changed."""
    require_own_page(request)
    opened = open_look(request.officer.id, request.device, subject=person_id)
    if opened is None:
        return render(request, "lookup/card_over.html", {"person_id": person_id})
    return render(request, "lookup/card.html", card_page(opened.look, person_id))


def card_page(look: Look, person_id: PersonId) -> dict[str, Any]:
    """Raises: Http404 when the mirror has nobody under this id."""
    answer = find.card(look)
    if answer is None:
        raise Http404
    card, check_code = answer
    age = mirror_age.read()
    return {
        "title": _("Orang"),
        "person_id": person_id,
        "card": card_words(card, today=office_today(), age=age, now=now()),
        "check_code": check_code,
        "copy_state": age_stamp(age.source_at, now()),
        "stream_url": reverse("person_stream", args=[person_id]),
        "personal": True,
    }


@open_to(*SEES_PERSONS)
@require_GET
def photo(request: OfficerRequest, person_id: PersonId) -> HttpResponse:
    """The photo, under the look that opened the card."""
    require_own_page(request)
    opened = open_look(request.officer.id, request.device, subject=person_id)
    image = find.photo(opened.look) if opened else None
    if image is None:
        raise Http404
    return HttpResponse(image, content_type="image/png")
