"""The page of every kind of report: it takes the answer to one question and shows the next, and sends the whole when told to."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import render
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from sisada.faces.public import proof
from sisada.faces.public.receipt.pages import known_page, receipt_page
from sisada.faces.public.steps import code_kept
from sisada.faces.public.steps.answers import BACK, GO, ON, SEND, STAY, STEP, Answers, Kind
from sisada.faces.public.steps.sending import send
from sisada.faces.public.steps.uploads import FILES, REMOVE, take_in, without_photo
from sisada.outside.letterbox.post import LetterProblem
from sisada.outside.letterbox.work.admission import admit
from sisada.outside.letterbox.work.budget import Lane
from sisada.outside.letterbox.work.refusals import MustWait, ProofRefused

REVIEW_WORDS = gettext_lazy("Periksa")
POSTER = "k"  # in the address that a poster shows


@dataclass(frozen=True)
class Screen:
    """Which question is shown; the one after the last is the review. `complains`: with what is wrong with its answer."""

    place: int
    complains: bool = False


def ask(request: HttpRequest, kind: Kind, *, refused: "Sequence[str | Promise]" = ()) -> HttpResponse:
    """One screen of `kind`. By GET the first question, with what the address says of the place (a poster's link).

    `refused`: why the kind's own page did not take something; then the same screen is shown again."""
    if request.method != "POST":
        return show(request, Answers.of(kind, poster_place(request.GET)), Screen(0))
    given = without_photo(Answers.of(kind, request.POST), request.POST.get(REMOVE))
    answers, not_taken = take_in(given, request.FILES.getlist(FILES), proof=proof.given(request.POST))
    refused = [*refused, *not_taken]
    go = STAY if refused or REMOVE in request.POST else request.POST.get(GO, ON)
    screen = screen_after(answers, here=request.POST.get(STEP, ""), go=go)
    if go == SEND and screen.place == len(kind.steps) and answers.code:
        return try_to_send(request, answers, screen)
    return show(request, answers, screen, refused=refused)


def poster_place(query: QueryDict) -> QueryDict:
    """Nothing of an address fills a form but a poster's kelurahan: what somebody typed never stands in one."""
    given = QueryDict(mutable=True)
    if POSTER in query:
        given["kelurahan"] = query.get(POSTER, "")
    return given


def try_to_send(request: HttpRequest, answers: Answers, screen: Screen) -> HttpResponse:
    """The receipt, or the review again with the reason why not yet."""
    words = answers.code or ()
    try:
        admit(proof.given(request.POST), lane=Lane.LETTER, form=answers.id)
        return receipt_page(request, send(answers, words=words), form=answers.id)
    except (ProofRefused, MustWait) as problem:
        return show(request, answers, screen, refused=proof.refusal(problem))
    except LetterProblem:  # it was sent, its answer never arrived, and then it was changed
        return known_page(request, words, form=answers.id)


def screen_after(answers: Answers, *, here: str, go: str) -> Screen:
    """The screen that follows. A question whose answer cannot be taken is asked again, at the latest before the review."""
    kind, place = answers.kind, answers.kind.place_of(here)
    review = len(kind.steps)
    if go == ON and place < review and not answers.form(kind.steps[place]).is_valid():
        return Screen(place, complains=True)
    wanted = wanted_place(kind, place, go=go)
    wrong = answers.first_wrong() if wanted == review else None
    return Screen(wanted) if wrong is None else Screen(wrong, complains=True)


def wanted_place(kind: Kind, place: int, *, go: str) -> int:
    """One on, one back, the same, or the question of that name."""
    by_word = {ON: place + 1, BACK: place - 1, STAY: place, SEND: len(kind.steps)}
    return min(max(by_word.get(go, kind.place_of(go)), 0), len(kind.steps))


def show(request: HttpRequest, answers: Answers, screen: Screen, *, refused: "Sequence[str | Promise]" = ()) -> HttpResponse:
    """`refused`: sentences about photos that could not be taken."""
    kind = answers.kind
    shown = {
        "proof": proof.field(request.POST),
        "title": kind.title,
        "kind": kind,
        "answers": answers,
        "place": screen.place,
        "number": screen.place + 1,
        "refused": refused,
    }
    if screen.place == len(kind.steps):
        return render(request, "public/steps/review.html", shown | review(answers))
    step = kind.steps[screen.place]
    form = answers.form(step) if screen.complains else answers.fresh_form(step)
    return render(request, step.template, shown | {"step": step, "form": form, "hidden": answers.carried(except_for=step)})


def title_of(kind: Kind, place: int) -> str:
    """The tab's words change with the screen: a reader who hears them knows where it is."""
    words = kind.steps[place].words if place < len(kind.steps) else REVIEW_WORDS
    where = _("Langkah %(number)s dari %(count)s") % {"number": place + 1, "count": kind.screens}
    return f"{words} · {where}"


def review(answers: Answers) -> dict[str, object]:
    """All questions with their answers, and the code under which they will be found: drawn here, once a form."""
    if not answers.code:
        answers = answers.with_code(code_kept.drawn(form=answers.id))
    lines = [{"step": step, "answer": answers.valid_form(step).summary(answers)} for step in answers.kind.steps]
    return {"lines": lines, "hidden": answers.carried(except_for=None)}
