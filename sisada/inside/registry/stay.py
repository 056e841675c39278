"""The headline of a person's card: one function decides which of four states a stay is in, and why.

Pure: day, facts and rules come in, a `Headline` comes out. Whatever is not plain becomes a question for the officer (`State.ASK`),
never a verdict: the paper at the door may be newer than the record.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import combinations

from sisada.inside.registry.headline import Headline, Reason, State
from sisada.inside.registry.law import LawRows, in_force, the_one_in_force
from sisada.inside.registry.stay_facts import (
    Application,
    ApplicationKind,
    ApplicationState,
    Category,
    CivilState,
    Direction,
    EndedBy,
    Permit,
    Stay,
)
from sisada.inside.registry.stay_permits import PermitKind, days_left, standing


@dataclass(frozen=True, slots=True, kw_only=True)
class StayRules:
    ending_soon_days: Mapping[PermitKind, int]  # a kind that is missing is never shown as ending soon
    fee_limit_days: int
    mirror_too_old: timedelta = timedelta(hours=24)


_EXEMPT = {PermitKind.DIPLOMATIC: Reason.DIPLOMATIC, PermitKind.OFFICIAL: Reason.DIPLOMATIC, PermitKind.AFFIDAVIT: Reason.AFFIDAVIT}
_EXEMPT_CATEGORIES = {Category.DIPLOMATIC: Reason.DIPLOMATIC, Category.AFFIDAVIT: Reason.AFFIDAVIT}
_UNDER_WAY = {
    ApplicationKind.EXTENSION: Reason.EXTENSION_PENDING,
    ApplicationKind.CONVERSION: Reason.CONVERSION_PENDING,
    ApplicationKind.BRIDGING: Reason.BRIDGING_PENDING,
}
_ENDED = {
    EndedBy.CANCELLED: Reason.CANCELLED,
    EndedBy.CONVERSION: Reason.CONVERTED_WITHOUT_PERMIT,
    EndedBy.EXIT: Reason.DEPARTED,
    EndedBy.DEATH: Reason.DECEASED,
    EndedBy.NATURALISED: Reason.NATURALISED,
}


def stay_rules(rows: LawRows, on: date) -> StayRules:
    """The rules of a day. Raises: NoLawInForce when no fee limit is in force."""
    return StayRules(
        ending_soon_days={row.kind: row.days for row in in_force(rows.ending_soon, on)},
        fee_limit_days=the_one_in_force(rows.fee_limits, on).days,
    )


def standing_on(day: date, stay: Stay, rules: StayRules) -> Headline:
    """The headline for `day`, from what is recorded now. A question wins over every other state, and an old mirror over every question.

    Source: Law 6/2011 art. 48 (every foreigner holds a permit), art. 78 (days over); Permenkumham 11/2024 (bridging)"""
    asked_first = _about_the_copy(stay, rules) or _about_the_person(day, stay)
    if asked_first:
        return asked_first
    holding = [permit for permit in stay.permits if permit.holds_on(day)]
    if any(_disagree(a, b) for a, b in combinations(holding, 2)):
        return Headline(state=State.ASK, reason=Reason.PERMITS_DISAGREE)
    if holding:
        return _with_permit(day, stay, rules, deciding=_last_of_its_chain(_latest(holding), stay.permits))
    return _without_permit(day, stay, rules)


def _about_the_copy(stay: Stay, rules: StayRules) -> Headline | None:
    fresh = stay.mirror_age is not None and stay.mirror_age <= rules.mirror_too_old
    return None if fresh else Headline(state=State.ASK, reason=Reason.MIRROR_TOO_OLD)


def _about_the_person(day: date, stay: Stay) -> Headline | None:
    left = stay.last_crossing is not None and stay.last_crossing.direction is Direction.OUT and stay.last_crossing.on <= day
    reasons = (
        (stay.civil_state is CivilState.DECEASED, Reason.DECEASED),
        (stay.civil_state is CivilState.NATURALISED, Reason.NATURALISED),
        (stay.category is Category.REFUGEE, Reason.REFUGEE),
        (left, Reason.DEPARTED),
    )
    return next((Headline(state=State.ASK, reason=reason) for holds, reason in reasons if holds), None)


def _disagree(a: Permit, b: Permit) -> bool:
    """Two permits that hold together for more than one day and do not say the same. One day is how an old and a new one meet."""
    common_days = (min(a.last_day, b.last_day) - max(a.valid_from, b.valid_from)).days + 1
    return common_days > 1 and (a.kind, a.valid_until) != (b.kind, b.valid_until)


def _latest(permits: Iterable[Permit]) -> Permit:
    """By the day it ends, then by the day it began: never by number."""
    return max(permits, key=lambda permit: (permit.last_day, permit.valid_from))


def _last_of_its_chain(permit: Permit, permits: tuple[Permit, ...]) -> Permit:
    """The permit with which an unbroken stay ends: one already granted from the day after counts today."""
    for later in sorted(permits, key=lambda each: each.valid_from):
        follows_on = (
            permit.valid_from < later.valid_from and permit.last_day != date.max and later.valid_from <= permit.last_day + timedelta(days=1)
        )
        if follows_on and later.last_day > permit.last_day:
            permit = later
    return permit


def _with_permit(day: date, stay: Stay, rules: StayRules, *, deciding: Permit) -> Headline:
    pending = _pending(day, stay)
    days = days_left(deciding.valid_until, day) if deciding.valid_until else None
    soon = days is not None and days <= rules.ending_soon_days.get(deciding.kind, -1)
    return Headline(
        state=State.ENDING if soon else State.LAWFUL,
        reason=_ending_reason(days) if soon else _lawful_reason(day, deciding),
        days=days,
        permit_id=deciding.id,
        valid_until=deciding.valid_until,
        filed_on=pending.filed_on if pending else None,
        report_due_on=deciding.report_due_on,
    )


def _ending_reason(days: int | None) -> Reason:
    return Reason.ENDING_SOON if days else Reason.LAST_DAY


def _lawful_reason(day: date, permit: Permit) -> Reason:
    if permit.kind in _EXEMPT:
        return _EXEMPT[permit.kind]
    if permit.valid_until is None:
        overdue = permit.report_due_on is not None and permit.report_due_on < day
        return Reason.REPORT_OVERDUE if overdue else Reason.NO_END_DATE
    return Reason.BRIDGING_HOLDS if permit.kind is PermitKind.BRIDGING else Reason.PERMIT_HOLDS


def _without_permit(day: date, stay: Stay, rules: StayRules) -> Headline:
    begun = [permit for permit in stay.permits if permit.valid_from <= day]
    latest = _latest(begun) if begun else None
    exempt = _EXEMPT_CATEGORIES.get(stay.category)
    if exempt and (latest is None or latest.kind not in _EXEMPT):
        return Headline(state=State.LAWFUL, reason=exempt)
    if latest is None:
        return _before_any_permit(day, stay)
    if latest.ended_early or latest.kind in _EXEMPT or _came_back_after(latest, stay, day):
        return _ask(day, stay, latest, _reason_without_count(latest, stay, day))
    return _past_its_end(day, stay, rules, latest=latest)


def _before_any_permit(day: date, stay: Stay) -> Headline:
    pending = _pending(day, stay)
    coming = _coming(day, stay)
    if coming:
        return _ask(day, stay, coming, Reason.NOT_YET_VALID)
    if pending:
        return Headline(state=State.ASK, reason=Reason.FIRST_PERMIT_PENDING, filed_on=pending.filed_on)
    return Headline(state=State.ASK, reason=Reason.NOTHING_RECORDED)


def _coming(day: date, stay: Stay) -> Permit | None:
    """The next permit that begins after `day`, if it has not been taken back before it could."""
    coming = [permit for permit in stay.permits if day < permit.valid_from <= permit.last_day]
    return min(coming, key=lambda permit: permit.valid_from, default=None)


def _came_back_after(permit: Permit, stay: Stay, day: date) -> bool:
    """The last entry lies after the permit's end: it was made on a permit that is not recorded here."""
    crossing = stay.last_crossing
    return crossing is not None and crossing.direction is Direction.IN and permit.last_day < crossing.on <= day


def _reason_without_count(latest: Permit, stay: Stay, day: date) -> Reason:
    if _came_back_after(latest, stay, day):
        return Reason.RETURNED_WITHOUT_PERMIT
    if latest.ended_early:
        return _ENDED[latest.ended_by] if latest.ended_by else Reason.ENDED_FOR_UNKNOWN_REASON
    return Reason.EXEMPTION_PAST


def _past_its_end(day: date, stay: Stay, rules: StayRules, *, latest: Permit) -> Headline:
    question = _question_past_the_end(day, stay, latest)
    if question:
        return _ask(day, stay, latest, question, days=-days_left(latest.last_day, day))
    refused = _refused(day, stay, latest)
    return Headline(
        state=State.OVER,
        reason=Reason.PAST_ITS_END_AFTER_REFUSAL if refused else Reason.PAST_ITS_END,
        days=-days_left(latest.last_day, day),
        permit_id=latest.id,
        valid_until=latest.valid_until,
        filed_on=refused.filed_on if refused else None,
        standing=standing(latest.last_day, day, fee_limit_days=rules.fee_limit_days),
    )


def _question_past_the_end(day: date, stay: Stay, latest: Permit) -> Reason | None:
    pending = _pending(day, stay)
    if pending:
        return Reason.FILED_LATE if pending.filed_on > latest.last_day else _UNDER_WAY[pending.kind]
    granted = [each for each in _about(latest, stay) if each.decided_by(day, state=ApplicationState.GRANTED)]
    # a grant before the end has already moved that end; one on or after it should have brought a permit
    if any(each.decided_on is None or each.decided_on >= latest.last_day for each in granted):
        return Reason.GRANTED_WITHOUT_PERMIT
    if _coming(day, stay):
        return Reason.NOT_YET_VALID
    return None


def _refused(day: date, stay: Stay, permit: Permit) -> Application | None:
    """The refusal that stands: the last decision about this permit, if it was one."""
    decisions = (ApplicationState.GRANTED, ApplicationState.REJECTED)
    last = _last_filed(each for each in _about(permit, stay) if any(each.decided_by(day, state=state) for state in decisions))
    return last if last and last.state is ApplicationState.REJECTED else None


def _ask(day: date, stay: Stay, permit: Permit, reason: Reason, *, days: int | None = None) -> Headline:
    pending = _pending(day, stay)
    filed_on = pending.filed_on if pending else None
    return Headline(state=State.ASK, reason=reason, days=days, permit_id=permit.id, valid_until=permit.valid_until, filed_on=filed_on)


def _pending(day: date, stay: Stay) -> Application | None:
    """The application under way that would let the holder stay; re-entry and exit permits would not."""
    return _last_filed(each for each in stay.applications if each.kind in _UNDER_WAY and each.pending_on(day))


def _about(permit: Permit, stay: Stay) -> list[Application]:
    return [each for each in stay.applications if each.kind in _UNDER_WAY and each.permit_id in (permit.id, None)]


def _last_filed(applications: Iterable[Application]) -> Application | None:
    return max(applications, key=lambda each: each.filed_on, default=None)
