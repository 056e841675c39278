"""The page of every kind of report: it takes the answer to one question and shows the next, and sends the whole when told to."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.functional import Promise

from sisada.faces.public.receipt.pages import receipt_page
from sisada.faces.public.steps import code_kept
from sisada.faces.public.steps.answers import BACK, GO, ON, SEND, STAY, STEP, Answers, Kind
from sisada.faces.public.steps.sending import send
from sisada.faces.public.steps.uploads import FILES, REMOVE, take_in


@dataclass(frozen=True)
class Screen:
    """Which question is shown; the one after the last is the review. `complains`: with what is wrong with its answer."""

    place: int
    complains: bool = False


def ask(request: HttpRequest, kind: Kind) -> HttpResponse:
    """One screen of `kind`. By GET the first question, with what the address says of the place (a poster's link)."""
    if request.method != "POST":
        return show(request, Answers.of(kind, request.GET), Screen(0))
    answers, refused = take_in(Answers.of(kind, request.POST), request.FILES.getlist(FILES), remove=request.POST.get(REMOVE))
    go = STAY if refused or REMOVE in request.POST else request.POST.get(GO, ON)
    screen = screen_after(answers, here=request.POST.get(STEP, ""), go=go)
    if go == SEND and screen.place == len(kind.steps) and answers.code:
        return receipt_page(request, send(answers, words=answers.code))
    return show(request, answers, screen, refused=refused)


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
    shown = {"title": kind.title, "kind": kind, "answers": answers, "place": screen.place, "number": screen.place + 1, "refused": refused}
    if screen.place == len(kind.steps):
        return render(request, "public/steps/review.html", shown | review(answers))
    step = kind.steps[screen.place]
    form = answers.form(step) if screen.complains else answers.fresh_form(step)
    return render(request, step.template, shown | {"step": step, "form": form, "hidden": answers.carried(except_for=step)})


def review(answers: Answers) -> dict[str, object]:
    """All questions with their answers, and the code under which they will be found: drawn here, once a form."""
    if not answers.code:
        answers = answers.with_code(code_kept.drawn(form=answers.id))
    lines = [{"step": step, "answer": answers.valid_form(step).summary(answers)} for step in answers.kind.steps]
    return {"lines": lines, "hidden": answers.carried(except_for=None)}
