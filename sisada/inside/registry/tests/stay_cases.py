"""The cases of a stay that an officer can meet, each with what its headline says. Days are counted from TODAY."""

from dataclasses import replace
from datetime import date, timedelta
from uuid import UUID

from sisada.inside.registry.headline import Reason, State
from sisada.inside.registry.stay_facts import (
    Application,
    ApplicationKind,
    ApplicationState,
    Category,
    CivilState,
    Crossing,
    Direction,
    EndedBy,
    Permit,
    Stay,
)
from sisada.inside.registry.stay_permits import PermitKind

TODAY = date(2026, 11, 24)
FRESH = timedelta(seconds=2)
FIRST, SECOND = UUID(int=1), UUID(int=2)


def day(offset: int) -> date:
    """A day so many days after today; before it when negative."""
    return TODAY + timedelta(days=offset)


def permit(first: int, last: int | None, kind: PermitKind = PermitKind.ITAS, **more: object) -> Permit:
    base = Permit(id=FIRST, kind=kind, valid_from=day(first), valid_until=None if last is None else day(last))
    return replace(base, **more)  # type: ignore[arg-type]  # a short hand for the table; every field is checked at run time by slots


def second(first: int, last: int | None, kind: PermitKind = PermitKind.ITAS, **more: object) -> Permit:
    return permit(first, last, kind, id=SECOND, **more)


def application(filed: int, state: str = "pending", *, kind: str = "extension", decided: int | None = None) -> Application:
    return Application(
        id=UUID(int=9),
        permit_id=FIRST,
        kind=ApplicationKind(kind),
        filed_on=day(filed),
        state=ApplicationState(state),
        decided_on=None if decided is None else day(decided),
    )


def stay(*recorded: Permit | Application | Crossing, **more: object) -> Stay:
    facts = Stay(
        permits=tuple(each for each in recorded if isinstance(each, Permit)),
        applications=tuple(each for each in recorded if isinstance(each, Application)),
        last_crossing=next((each for each in recorded if isinstance(each, Crossing)), None),
        mirror_age=FRESH,
    )
    return replace(facts, **more)  # type: ignore[arg-type]  # as in permit()


def crossed(direction: str, offset: int) -> Crossing:
    return Crossing(direction=Direction(direction), on=day(offset))


LAWFUL, ENDING, OVER, ASK = State.LAWFUL, State.ENDING, State.OVER, State.ASK
# name, what is recorded, then: state, reason, days, the permit that decides, filed on
Told = tuple[State, Reason, int | None, UUID | None, int | None]
CASES: list[tuple[str, Stay, Told]] = [
    # --- without an end
    ("no end date", stay(permit(-900, None, PermitKind.ITAP)), (LAWFUL, Reason.NO_END_DATE, None, FIRST, None)),
    ("no end date, report to come",
     stay(permit(-900, None, PermitKind.ITAP, report_due_on=day(0))),
     (LAWFUL, Reason.NO_END_DATE, None, FIRST, None)),
    ("no end date, report late",
     stay(permit(-900, None, PermitKind.ITAP, report_due_on=day(-1))),
     (LAWFUL, Reason.REPORT_OVERDUE, None, FIRST, None)),
    # --- several in time
    ("the newest of several past ones holds",
     stay(permit(-700, -341), second(-340, 100)),
     (LAWFUL, Reason.PERMIT_HOLDS, 100, SECOND, None)),
    ("written in any order", stay(second(-340, 100), permit(-700, -341)), (LAWFUL, Reason.PERMIT_HOLDS, 100, SECOND, None)),
    ("all past: the last end counts", stay(permit(-700, -341), second(-340, -10)), (OVER, Reason.PAST_ITS_END, 10, SECOND, None)),
    ("they meet on one day", stay(permit(-365, 0), second(0, 365)), (LAWFUL, Reason.PERMIT_HOLDS, 365, SECOND, None)),
    ("the next one is granted and follows on", stay(permit(-360, 5), second(6, 370)), (LAWFUL, Reason.PERMIT_HOLDS, 370, SECOND, None)),
    ("the next one begins on the last day", stay(permit(-360, 5), second(5, 370)), (LAWFUL, Reason.PERMIT_HOLDS, 370, SECOND, None)),
    ("the next one follows on without end",
     stay(permit(-360, 5), second(6, None, PermitKind.ITAP)),
     (LAWFUL, Reason.NO_END_DATE, None, SECOND, None)),
    ("the next one leaves a gap", stay(permit(-360, 5), second(7, 370)), (ENDING, Reason.ENDING_SOON, 5, FIRST, None)),
    ("two ends for the same time", stay(permit(-100, 50), second(-90, 80)), (ASK, Reason.PERMITS_DISAGREE, None, None, None)),
    ("two kinds for the same time",
     stay(permit(-100, 50), second(-90, 50, PermitKind.ITK)),
     (ASK, Reason.PERMITS_DISAGREE, None, None, None)),
    ("with and without end", stay(permit(-100, 50), second(-90, None)), (ASK, Reason.PERMITS_DISAGREE, None, None, None)),
    ("the same said twice", stay(permit(-100, 50), second(-90, 50)), (LAWFUL, Reason.PERMIT_HOLDS, 50, SECOND, None)),
    ("a disagreement long past",
     stay(permit(-300, -200), second(-290, -190), permit(-180, 50)),
     (LAWFUL, Reason.PERMIT_HOLDS, 50, FIRST, None)),
    # --- not yet
    ("only one to come", stay(permit(3, 60)), (ASK, Reason.NOT_YET_VALID, None, FIRST, None)),
    ("past, and one to come after a gap", stay(permit(-300, -5), second(3, 60)), (ASK, Reason.NOT_YET_VALID, 5, FIRST, None)),
    ("one to come was taken back",
     stay(permit(3, 60, ended_on=day(-1), ended_by=EndedBy.CANCELLED)),
     (ASK, Reason.NOTHING_RECORDED, None, None, None)),
    # --- ended before its date
    ("cancelled", stay(permit(-100, 200, ended_on=day(-3), ended_by=EndedBy.CANCELLED)), (ASK, Reason.CANCELLED, None, FIRST, None)),
    ("cancelled today", stay(permit(-100, 200, ended_on=day(0), ended_by=EndedBy.CANCELLED)), (ASK, Reason.CANCELLED, None, FIRST, None)),
    ("cancelled tomorrow",
     stay(permit(-100, 200, ended_on=day(1), ended_by=EndedBy.CANCELLED)),
     (LAWFUL, Reason.PERMIT_HOLDS, 200, FIRST, None)),
    ("ended, nobody says why", stay(permit(-100, 200, ended_on=day(-3))), (ASK, Reason.ENDED_FOR_UNKNOWN_REASON, None, FIRST, None)),
    ("no end date, cancelled",
     stay(permit(-100, None, ended_on=day(-3), ended_by=EndedBy.CANCELLED)),
     (ASK, Reason.CANCELLED, None, FIRST, None)),
    ("an earlier one cancelled, a later one past",
     stay(permit(-300, 200, ended_on=day(-200), ended_by=EndedBy.CANCELLED), second(-199, -5)),
     (OVER, Reason.PAST_ITS_END, 5, SECOND, None)),
    ("alih status: the new one holds",
     stay(permit(-60, 20, PermitKind.ITK, ended_on=day(-10), ended_by=EndedBy.CONVERSION), second(-10, 300)),
     (LAWFUL, Reason.PERMIT_HOLDS, 300, SECOND, None)),
    ("alih status: the new one is missing",
     stay(permit(-60, 20, PermitKind.ITK, ended_on=day(-10), ended_by=EndedBy.CONVERSION)),
     (ASK, Reason.CONVERTED_WITHOUT_PERMIT, None, FIRST, None)),
    ("ended by death", stay(permit(-60, 20, ended_on=day(-10), ended_by=EndedBy.DEATH)), (ASK, Reason.DECEASED, None, FIRST, None)),
    ("ended by naturalisation",
     stay(permit(-60, 20, ended_on=day(-10), ended_by=EndedBy.NATURALISED)),
     (ASK, Reason.NATURALISED, None, FIRST, None)),
    ("ended by exit", stay(permit(-60, 20, ended_on=day(-10), ended_by=EndedBy.EXIT)), (ASK, Reason.DEPARTED, None, FIRST, None)),
    # --- under way
    ("extension under way, still valid", stay(permit(-300, 10), application(-5)), (ENDING, Reason.ENDING_SOON, 10, FIRST, -5)),
    ("extension under way past the end", stay(permit(-300, -4), application(-6)), (ASK, Reason.EXTENSION_PENDING, 4, FIRST, -6)),
    ("filed on the last day", stay(permit(-300, -4), application(-4)), (ASK, Reason.EXTENSION_PENDING, 4, FIRST, -4)),
    ("filed after the end", stay(permit(-300, -4), application(-3)), (ASK, Reason.FILED_LATE, 4, FIRST, -3)),
    ("alih status under way", stay(permit(-300, -4), application(-6, kind="conversion")), (ASK, Reason.CONVERSION_PENDING, 4, FIRST, -6)),
    ("bridging under way", stay(permit(-300, -4), application(-8, kind="bridging")), (ASK, Reason.BRIDGING_PENDING, 4, FIRST, -8)),
    ("only a re-entry permit under way",
     stay(permit(-300, -4), application(-6, kind="re-entry")),
     (OVER, Reason.PAST_ITS_END, 4, FIRST, None)),
    ("only an exit permit under way", stay(permit(-300, -4), application(-2, kind="exit")), (OVER, Reason.PAST_ITS_END, 4, FIRST, None)),
    ("refused after the end",
     stay(permit(-300, -9), application(-12, "rejected", decided=-2)),
     (OVER, Reason.PAST_ITS_END_AFTER_REFUSAL, 9, FIRST, -12)),
    ("refused today",
     stay(permit(-300, -9), application(-12, "rejected", decided=0)),
     (OVER, Reason.PAST_ITS_END_AFTER_REFUSAL, 9, FIRST, -12)),
    ("refused, decided tomorrow",
     stay(permit(-300, -9), application(-12, "rejected", decided=1)),
     (ASK, Reason.EXTENSION_PENDING, 9, FIRST, -12)),
    ("refused before the end",
     stay(permit(-300, 9), application(-12, "rejected", decided=-2)),
     (ENDING, Reason.ENDING_SOON, 9, FIRST, None)),
    ("refused, then granted",
     stay(permit(-300, -9), application(-280, "rejected", decided=-270), application(-260, "granted", decided=-250)),
     (OVER, Reason.PAST_ITS_END, 9, FIRST, None)),
    ("withdrawn", stay(permit(-300, -9), application(-12, "withdrawn", decided=-10)), (OVER, Reason.PAST_ITS_END, 9, FIRST, None)),
    ("granted after the end, no permit came",
     stay(permit(-300, -9), application(-12, "granted", decided=-2)),
     (ASK, Reason.GRANTED_WITHOUT_PERMIT, 9, FIRST, None)),
    ("granted long ago, past again",
     stay(permit(-300, -9), application(-280, "granted", decided=-270)),
     (OVER, Reason.PAST_ITS_END, 9, FIRST, None)),
    ("filed tomorrow counts tomorrow", stay(permit(-300, -9), application(1)), (OVER, Reason.PAST_ITS_END, 9, FIRST, None)),
    ("first permit under way", stay(application(-6, kind="conversion")), (ASK, Reason.FIRST_PERMIT_PENDING, None, None, -6)),
    # --- bridging
    ("bridging granted in time",
     stay(permit(-300, -9, PermitKind.ITK), second(-8, 51, PermitKind.BRIDGING)),
     (LAWFUL, Reason.BRIDGING_HOLDS, 51, SECOND, None)),
    ("bridging granted after the old end: no overstay",
     stay(permit(-300, -9, PermitKind.ITK), second(-3, 56, PermitKind.BRIDGING)),
     (LAWFUL, Reason.BRIDGING_HOLDS, 56, SECOND, None)),
    ("bridging past its end",
     stay(permit(-300, -70, PermitKind.ITK), second(-69, -10, PermitKind.BRIDGING)),
     (OVER, Reason.PAST_ITS_END, 10, SECOND, None)),
    # --- crossings
    ("departed", stay(permit(-300, 100), crossed("out", -3)), (ASK, Reason.DEPARTED, None, None, None)),
    ("departed past the end", stay(permit(-300, -5), crossed("out", -3)), (ASK, Reason.DEPARTED, None, None, None)),
    ("departs tomorrow", stay(permit(-300, 100), crossed("out", 1)), (LAWFUL, Reason.PERMIT_HOLDS, 100, FIRST, None)),
    ("departed and returned, the permit holds",
     stay(permit(-300, 100), crossed("in", -3)),
     (LAWFUL, Reason.PERMIT_HOLDS, 100, FIRST, None)),
    ("returned before the end, past it now", stay(permit(-300, -5), crossed("in", -30)), (OVER, Reason.PAST_ITS_END, 5, FIRST, None)),
    ("returned after the end", stay(permit(-300, -5), crossed("in", -3)), (ASK, Reason.RETURNED_WITHOUT_PERMIT, None, FIRST, None)),
    ("ended by exit, returned without a new one",
     stay(permit(-300, 100, ended_on=day(-20), ended_by=EndedBy.EXIT), crossed("in", -3)),
     (ASK, Reason.RETURNED_WITHOUT_PERMIT, None, FIRST, None)),
    # --- the person
    ("deceased", stay(permit(-300, 100), civil_state=CivilState.DECEASED), (ASK, Reason.DECEASED, None, None, None)),
    ("naturalised", stay(permit(-300, -100), civil_state=CivilState.NATURALISED), (ASK, Reason.NATURALISED, None, None, None)),
    ("refugee", stay(category=Category.REFUGEE), (ASK, Reason.REFUGEE, None, None, None)),
    ("refugee past an old visit permit", stay(permit(-300, -100), category=Category.REFUGEE), (ASK, Reason.REFUGEE, None, None, None)),
    ("diplomat without any permit", stay(category=Category.DIPLOMATIC), (LAWFUL, Reason.DIPLOMATIC, None, None, None)),
    ("diplomat with an old visit permit",
     stay(permit(-300, -100, PermitKind.VOA), category=Category.DIPLOMATIC),
     (LAWFUL, Reason.DIPLOMATIC, None, None, None)),
    ("diplomat past the term: never overstay",
     stay(permit(-300, -100, PermitKind.DIPLOMATIC), category=Category.DIPLOMATIC),
     (ASK, Reason.EXEMPTION_PAST, None, FIRST, None)),
    ("official paper past its term", stay(permit(-300, -100, PermitKind.OFFICIAL)), (ASK, Reason.EXEMPTION_PAST, None, FIRST, None)),
    ("diplomat departed", stay(crossed("out", -1), category=Category.DIPLOMATIC), (ASK, Reason.DEPARTED, None, None, None)),
    ("affidavit child", stay(category=Category.AFFIDAVIT), (LAWFUL, Reason.AFFIDAVIT, None, None, None)),
    ("affidavit past its date: never overstay",
     stay(permit(-300, -1, PermitKind.AFFIDAVIT), category=Category.AFFIDAVIT),
     (ASK, Reason.EXEMPTION_PAST, None, FIRST, None)),
    # --- the record
    ("a child carried on a parent's permit has none of its own", stay(), (ASK, Reason.NOTHING_RECORDED, None, None, None)),
    ("no departure recorded is no departure", stay(permit(-300, -5), crossed("in", -299)), (OVER, Reason.PAST_ITS_END, 5, FIRST, None)),
    ("nothing recorded", stay(), (ASK, Reason.NOTHING_RECORDED, None, None, None)),
    ("mirror of exactly 24 hours",
     stay(permit(-300, 100), mirror_age=timedelta(hours=24)),
     (LAWFUL, Reason.PERMIT_HOLDS, 100, FIRST, None)),
    ("mirror over 24 hours",
     stay(permit(-300, 100), mirror_age=timedelta(hours=24, seconds=1)),
     (ASK, Reason.MIRROR_TOO_OLD, None, None, None)),
    ("mirror over 24 hours, past the end",
     stay(permit(-300, -100), mirror_age=timedelta(days=2)),
     (ASK, Reason.MIRROR_TOO_OLD, None, None, None)),
    ("copy not finished", stay(permit(-300, 100), mirror_age=None), (ASK, Reason.MIRROR_TOO_OLD, None, None, None)),
]  # fmt: skip
