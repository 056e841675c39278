"""Cari and Orang as a team without looks would write them: the session keeps ids and matches, the ORM reads."""

from typing import Any
from uuid import UUID

from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods

from bench.plain import cards, hits
from sisada.foundation.clock import now, office_today
from sisada.foundation.parts.age_stamp.age import age_stamp
from sisada.inside.accounts.access import OfficerRequest, open_to
from sisada.inside.accounts.roles import SEES_PERSONS
from sisada.inside.audit.looks import PersonId
from sisada.inside.lookup.card_words import card_words
from sisada.inside.lookup.find import Found, most_shown
from sisada.inside.lookup.match import Match, best_first, judge
from sisada.inside.lookup.question import Question, understand
from sisada.inside.lookup.views import answered
from sisada.inside.registry import mirror_age

SEARCHES = "plain_searches"
KEPT = 5


@open_to(*SEES_PERSONS)
@require_http_methods(["GET", "POST"])
def search(request: OfficerRequest) -> HttpResponse:
    if request.method == "GET":
        return render(request, "lookup/search.html", _search_page())
    typed = request.POST.get("isian", "")
    question = understand(typed, office_today())
    ordered = best_first([(candidate, judge(question, candidate)) for candidate in hits.candidates(question)])[: most_shown()]
    shown = [[str(candidate.person_id), match.to_json()] for candidate, match in ordered]
    return redirect("search_results", number=_keep(request, {"question": question.to_json(), "typed": typed, "shown": shown}))


def _keep(request: OfficerRequest, search: dict[str, Any]) -> int:
    kept = request.session.get(SEARCHES, {})
    number = 1 + max(map(int, kept), default=0)
    newest = sorted(kept, key=int)[-(KEPT - 1) :]
    request.session[SEARCHES] = {key: kept[key] for key in newest} | {str(number): search}
    return number


@open_to(*SEES_PERSONS)
@require_GET
def search_results(request: OfficerRequest, number: int) -> HttpResponse:
    kept = request.session.get(SEARCHES, {}).get(str(number))
    if kept is None:
        return redirect("search")
    rows = hits.read({UUID(person): Match.from_json(match) for person, match in kept["shown"]})
    found = Found(
        question=Question.from_json(kept["question"]),
        typed=kept["typed"],
        hits=tuple(rows),
        most=most_shown(),
        check_code="",
        age=mirror_age.read(),
    )
    return render(request, "lookup/search.html", _search_page() | answered(found, today=office_today(), areas=()))


def _search_page() -> dict[str, Any]:
    return {"title": _("Cari"), "copy_state": age_stamp(mirror_age.read().source_at, now()), "needs_ground": False, "personal": True}


@open_to(*SEES_PERSONS)
@require_GET
def person(request: OfficerRequest, person_id: PersonId) -> HttpResponse:
    card = cards.read(person_id)
    if card is None:
        raise Http404
    age = mirror_age.read()
    shown = {
        "title": _("Orang"),
        "person_id": person_id,
        "card": card_words(card, today=office_today(), age=age, now=now()),
        "check_code": "",
        "copy_state": age_stamp(age.source_at, now()),
        "stream_url": reverse("person_stream", args=[person_id]),
        "personal": True,
        "back": {"url": reverse("search"), "word": _("Kembali ke Cari")},
    }
    return render(request, "lookup/person.html", shown)
