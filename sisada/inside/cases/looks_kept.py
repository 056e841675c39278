"""The look under which an open case goes on being shown: one reading of a case, with all that is done in it, is one look and not ten. It is
begun anew when the hold is another, or shortly before it ends."""

from datetime import UTC, datetime, timedelta
from typing import Any
from uuid import UUID

from sisada.foundation.clock import now, office_today
from sisada.inside.accounts.access import OfficerRequest
from sisada.inside.audit.looks import Look, Purpose
from sisada.inside.cases import claims, reading
from sisada.inside.cases.refusals import CaseProblem
from sisada.inside.rules import read as rules

KEPT = "case_looks"  # the session's key; it lies on the server, as a look must
MOST_KEPT = 10
BEFORE_ITS_END = timedelta(minutes=1)


def look_at(request: OfficerRequest, case: UUID) -> Look:
    """Raises: CaseProblem when the officer does not hold the case; LookRefused."""
    held = claims.hold_of(case, officer=request.officer.id)
    if held is None:
        raise CaseProblem("case.not-held")
    kept = _kept(request, case, hold=held.id)
    if kept is not None:
        return kept
    look = reading.open_case(request.officer.id, request.device, case)
    _keep(request, case, {"look": str(look.id), "hold": str(held.id), "at": now().timestamp()})
    return look


def look_kept(request: OfficerRequest, case: UUID) -> Look | None:
    """For what belongs to an open page, its photos. None: no such page is open."""
    held = claims.hold_of(case, officer=request.officer.id)
    return _kept(request, case, hold=held.id) if held else None


def _kept(request: OfficerRequest, case: UUID, *, hold: UUID) -> Look | None:
    row = request.session.get(KEPT, {}).get(str(case))
    if row is None or row["hold"] != str(hold):
        return None
    lasts = timedelta(minutes=int(rules.value("audit.look-minutes", on=office_today()))) - BEFORE_ITS_END
    if now() - datetime.fromtimestamp(row["at"], UTC) > lasts:
        return None
    return Look(UUID(row["look"]), request.officer.id, Purpose.CASE)


def _keep(request: OfficerRequest, case: UUID, row: dict[str, Any]) -> None:
    others = {key: one for key, one in request.session.get(KEPT, {}).items() if key != str(case)}
    newest = sorted(others.items(), key=lambda one: one[1]["at"])[-MOST_KEPT + 1 :]
    request.session[KEPT] = dict(newest) | {str(case): row}
