"""Every refusal leaves a row: who asked for which page, about what, and which rule said no.

A refused look leaves its own, with what was asked (audit/looks.py). Here the others: a page of another role, no ground chosen, an order
or finding that may not be answered by this person or no more. Why all of them: whoever tries doors is seen by the privacy supervisor, and
a row costs nothing where nobody tries. Mistakes in a form are none, nor is what is not there.
"""

from django.http import HttpRequest

from sisada.foundation.problems import Problem
from sisada.inside.audit import looks
from sisada.inside.audit.looks import note_refused_entry
from sisada.inside.rules import propose as rules

REFUSED = (403, 409)


def problem_of(error: Exception) -> Problem | None:
    """What is to be shown. None: the error is none of ours."""
    try:
        looks.raise_if_refused(error)
        rules.raise_if_refused(error)
    except Problem as refused:
        return refused
    return error if isinstance(error, Problem) else None


def note(request: HttpRequest, problem: Problem) -> None:
    """Put on record what the signed-in officer was refused. Whoever is not signed in on a device has no trail here."""
    if problem.status not in REFUSED or getattr(problem, "on_record", False) or not hasattr(request, "device"):
        return
    match = request.resolver_match
    named = match.kwargs if match else {}
    note_refused_entry(
        request.officer.id,  # type: ignore[attr-defined]  # the middleware makes it an OfficerRequest before anything is refused
        request.device,
        purpose=(match.url_name if match else None) or "",
        code=problem.code,
        ground=named.get("order_id") or named.get("finding_id"),
        subject=named.get("person_id"),
    )
