"""What the desk and the superiors do with a case. Each act and the words that it sends to the reporters are one transaction; each takes the
version that the page showed (`seen`), so that nobody acts on what is no longer so.

Every function raises CaseProblem, with nothing changed, when the case is not held, changed meanwhile, or the act does not fit its state."""

from collections.abc import Mapping
from datetime import date
from uuid import UUID

from django.db import connection, transaction

from sisada.inside.audit.looks import Look
from sisada.inside.cases.refusals import CaseProblem, call, rows_of
from sisada.inside.cases.sentences import OF_DECISION
from sisada.inside.cases.words_out import tell, word

CLOSING_STEP = {"not_fact": "closed", "not_ours": "not_ours", "answered": "closed"}


def note_down(case: UUID, *, by: UUID, text: str) -> None:
    """In the office's own lane: no reporter reads it."""
    call("cases_note_down", case, by, text)


def ask(case: UUID, *, by: UUID, seen: int, text: str, sentence: str | None = None) -> None:
    """Ask the reporters; until one answers the outcome's clock stands."""
    with transaction.atomic():
        tell(case, word("waiting_reporter", text=_some(text), sentence=sentence), by=by, seen=seen)
        call("cases_ask_reporter", case, by, seen)


def message(case: UUID, *, by: UUID, text: str, sentence: str | None = None) -> None:
    """Tell the reporters something, in the office's own words."""
    tell(case, word("message", text=_some(text), sentence=sentence, promised_on=outcome_day(case)), by=by)


def decide(
    case: UUID, *, by: UUID, seen: int, kind: str, why: str, sentence: str | None = None, go_to: str | None = None, text: str | None = None
) -> None:
    """What the report comes to (`kind`: fact, not_fact, not_ours, answered), with its ground. A fact waits for a second pair of eyes, and
    its reporters hear of it afterwards; any other ends the case, and they are told by `sentence`, a code of that decision."""
    if kind not in OF_DECISION or (kind != "fact" and sentence not in OF_DECISION[kind]):
        raise CaseProblem("case.no-such-decision")
    with transaction.atomic():
        if kind != "fact":
            tell(case, word(CLOSING_STEP[kind], sentence=sentence, go_to=go_to, text=text or None), by=by, seen=seen)
        call("cases_decide", case, by, seen, kind, why)


def not_ours_many(cases: Mapping[UUID, int], *, by: UUID, why: str, sentence: str, go_to: str | None) -> None:
    """Several at once that are not the office's, each at the version seen: all of them or none."""
    with transaction.atomic():
        for case, seen in sorted(cases.items()):
            decide(case, by=by, seen=seen, kind="not_ours", why=why, sentence=sentence, go_to=go_to)


def agree(case: UUID, *, by: UUID, seen: int, sentence: str) -> None:
    """The second pair of eyes sees the same: the reporters are told that it is acted upon."""
    if sentence not in OF_DECISION["fact"]:
        raise CaseProblem("case.no-such-decision")
    with transaction.atomic():
        tell(case, word("acting", sentence=sentence, promised_on=outcome_day(case)), by=by, seen=seen)
        call("cases_agree", case, by, seen)


def disagree(case: UUID, *, by: UUID, seen: int, why: str) -> None:
    """The second pair of eyes does not see it: back to the desk, with the reason."""
    call("cases_disagree", case, by, seen, why)


def close(case: UUID, *, by: UUID, seen: int, sentence: str, text: str | None = None) -> None:
    """What was to be done is done."""
    with transaction.atomic():
        tell(case, word("closed", sentence=sentence, text=text or None), by=by, seen=seen)
        call("cases_close", case, by, seen)


def merge(case: UUID, *, by: UUID, seen: int, into: UUID) -> None:
    """The same thing reported twice: `case` becomes part of `into`, whose words its reporters get from now on."""
    call("cases_merge", case, by, seen, into)


def link_person(case: UUID, *, by: UUID, look: Look) -> list[UUID]:
    """The case is about the person whose card was opened under this look, on the ground of this case. Returns the other open cases about
    the same person: perhaps the same thing."""
    return [row[0] for row in rows_of("cases_link_person", case, by, look.id)]


def link_nobody(case: UUID, *, by: UUID) -> None:
    """It was looked for somebody, and nobody fits."""
    call("cases_link_nobody", case, by)


def keep_as_evidence(case: UUID, *, by: UUID, reference: str) -> None:
    """A file needs this case's words and photos: retention leaves them."""
    call("cases_keep_as_evidence", case, by, reference)


def outcome_day(case: UUID) -> date | None:
    """The day until which the outcome is promised. None: there is no such case."""
    with connection.cursor() as cursor:
        cursor.execute("select outcome_due from cases_case where id = %s", [case])
        row = cursor.fetchone()
    return row[0] if row else None


def _some(text: str) -> str:
    """Raises: CaseProblem: an empty message says nothing."""
    if not text.strip():
        raise CaseProblem("case.no-words")
    if len(text) > 2000:
        raise CaseProblem("case.too-many-words")
    return text
