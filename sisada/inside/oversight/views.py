"""Audit: who saw whom, when, on what ground. A question is POST and a look of its own; its answer lives under a number of the session."""

from datetime import datetime, time, timedelta
from typing import Any

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.timezone import make_aware
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from sisada.foundation.clock import now, office_today
from sisada.foundation.problems import Problem
from sisada.inside.accounts.access import OfficerRequest, open_to
from sisada.inside.accounts.colleagues import everybody
from sisada.inside.accounts.roles import Role
from sisada.inside.audit import grounds
from sisada.inside.audit.looks import Look, Purpose, begin_look, question_of, resume_search
from sisada.inside.lookup import searches
from sisada.inside.oversight import reviews, seal_watch
from sisada.inside.oversight.forms import CodeForm, TrailForm
from sisada.inside.oversight.led_to_audit import refusals_lead_to_audit
from sisada.inside.oversight.reviews import Outcome
from sisada.inside.oversight.trail import PAGE, Trail, next_page, refused_trail, trail
from sisada.inside.oversight.trail_words import OUTCOMES, REFUSED, look_words, moment, person_words, refused_chips

USUAL_DAYS = timedelta(days=7)


class NoReviewOpen(Problem):
    """A trail is read under a review or for somebody who asks for his own, never under an order."""

    code = grounds.NoGround.code
    status = grounds.NoGround.status

    def __init__(self) -> None:
        super().__init__(
            _("Jejak menyebut orang. Buka dulu tinjauan dengan nomornya, atau permintaan orang itu sendiri."),
            next_url=reverse("grounds"),
            next_words=_("Pilih dasar"),
        )


@open_to(Role.PENGAWAS)
@require_http_methods(["GET", "POST"])
@refusals_lead_to_audit
def audit(request: OfficerRequest) -> HttpResponse:
    """The sentence, three numbers, and what may be asked."""
    form = TrailForm(request.POST or None, officers=_officers(), initial={"first_day": office_today() - USUAL_DAYS})
    if request.method != "POST" or not form.is_valid():
        return render(request, "oversight/audit.html", _front(request, form), status=422 if form.errors else 200)
    return _ask(request, form.question().to_json())


def _ask(request: OfficerRequest, question: dict[str, Any]) -> HttpResponse:
    look = begin_trail(request, question)
    return redirect("audit_trail", number=searches.keep(request.session, look.id, purpose=Purpose.TRAIL))


def begin_trail(request: OfficerRequest, question: dict[str, Any]) -> Look:
    """Raises: NoReviewOpen, LookRefused."""
    ground = grounds.chosen(request.session, officer=request.officer.id, at=now())
    if ground is None:
        raise NoReviewOpen
    return begin_look(request.officer.id, request.device, ground=ground.id, purpose=Purpose.TRAIL, query=question)


def _officers() -> list[tuple[str, str]]:
    """Former ones too: whoever left still looked."""
    return [
        (str(one.id), one.name if works else _("{name} (tidak aktif)").format(name=one.name)) for one, works in everybody(on=office_today())
    ]


def _front(request: OfficerRequest, form: TrailForm) -> dict[str, Any]:
    return {
        "title": _("Audit"),
        "tiles": tiles(figures := _figures()),
        "outcomes": outcomes(figures),
        "seal": seal_line(last := seal_watch.last_seal(now())),
        "seal_stands_still": last.stands_still,
        "form": form,
        "code_form": CodeForm(),
        "needs_ground": grounds.chosen(request.session, officer=request.officer.id, at=now()) is None,
    }


def seal_line(last: seal_watch.LastSeal) -> str:
    """One sentence; empty while there is nothing to seal."""
    if last.sealed_until is None:
        return ""
    words = _("Segel terakhir {when}; segel berhenti.") if last.stands_still else _("Segel terakhir {when}.")
    return words.format(when=moment(last.sealed_until))


def _figures() -> reviews.Figures:
    today = office_today()
    midnight = make_aware(datetime.combine(today, time.min))
    return reviews.figures(looks_since=midnight, reviews_since=midnight.replace(day=1))


def tiles(figures: reviews.Figures) -> list[dict[str, Any]]:
    """Looks today, what waits, decoys: a number needs no look."""
    queue, alarm = reverse("audit_queue"), "lewat-izin" if figures.decoys else ""
    return [
        {"number": figures.looks, "what": _("kali melihat hari ini"), "href": "#tanya"},
        {"number": figures.waiting, "what": _("menunggu tinjauan"), "href": queue},
        {"number": figures.decoys, "what": _("orang umpan dibuka, belum ditinjau"), "href": queue, "state": alarm},
    ]


def outcomes(figures: reviews.Figures) -> list[tuple[str, int]]:
    """The month's reviews by what they found."""
    numbers = {Outcome.JUSTIFIED: figures.justified, Outcome.UNCLEAR: figures.unclear, Outcome.MISUSE: figures.misuse}
    return [(str(OUTCOMES[outcome]), number) for outcome, number in numbers.items()]


@open_to(Role.PENGAWAS)
@require_GET
@refusals_lead_to_audit
def audit_trail(request: OfficerRequest, number: int) -> HttpResponse:
    """One page of looks, as long as the trail's own look is open."""
    look_id = searches.find(request.session, number, purpose=Purpose.TRAIL)
    if look_id is None:
        return redirect("audit")
    look, only_refused = resume_search(look_id, request.officer.id, Purpose.TRAIL), request.GET.get("tampil") == REFUSED
    found = refused_trail(look) if only_refused else trail(look)
    chips = refused_chips(request.path, refusals=found.refusals, only_refused=only_refused)
    return render(request, "oversight/trail.html", _page(found) | {"number": number, "chips": chips, "only_refused": only_refused})


def _page(found: Trail) -> dict[str, Any]:
    last = found.rows[-1] if len(found.rows) == PAGE else None
    return {
        "title": _("Jejak"),
        "meant": None if found.persons is None else [person_words(one) for one in found.persons],
        "unexplained": [look_words(row) for row in found.rows if not row.explained],
        "explained": [look_words(row) for row in found.rows if row.explained],
        "check_code": found.check_code,
        "next": {"at": last.begun_at.isoformat(), "place": last.place} if last else None,
        "back": {"url": reverse("audit"), "word": _("Kembali ke Audit")},
        "personal": True,
    }


@open_to(Role.PENGAWAS)
@require_POST
@refusals_lead_to_audit
def audit_more(request: OfficerRequest, number: int) -> HttpResponse:
    """The next page of the same question: a look of its own, since it shows others."""
    look_id = searches.find(request.session, number, purpose=Purpose.TRAIL)
    at, place = _instant(request.POST.get("at", "")), request.POST.get("place", "")
    if look_id is None or at is None:
        return redirect("audit")
    question = question_of(resume_search(look_id, request.officer.id, Purpose.TRAIL))
    asked = _ask(request, next_page(question, at=at, place=place))
    return redirect(f"{asked.headers['Location']}?tampil={REFUSED}") if request.POST.get("tampil") == REFUSED else asked


def _instant(text: str) -> str | None:
    try:
        return datetime.fromisoformat(text).isoformat()
    except ValueError:
        return None
