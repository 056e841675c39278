"""The words of a stay: four states, a reason for each case, and the figures that stand beside them. `stay.standing_on` decides them."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from uuid import UUID

from sisada.inside.registry.stay_permits import Standing


class State(StrEnum):
    LAWFUL = "boleh-tinggal"
    ENDING = "segera-habis"
    OVER = "lewat-izin"
    ASK = "perlu-diperiksa"


class Reason(StrEnum):
    """Why: the line below the word. Each belongs to one state."""

    PERMIT_HOLDS = "permit-holds"
    BRIDGING_HOLDS = "bridging-holds"
    NO_END_DATE = "no-end-date"
    REPORT_OVERDUE = "report-overdue"  # no end date, but the five-year report is late: still lawful
    DIPLOMATIC = "diplomatic"
    AFFIDAVIT = "affidavit"

    ENDING_SOON = "ending-soon"
    LAST_DAY = "last-day"

    PAST_ITS_END = "past-its-end"
    PAST_ITS_END_AFTER_REFUSAL = "past-its-end-after-refusal"  # an extension was refused: counted from the old end

    MIRROR_TOO_OLD = "mirror-too-old"
    DECEASED = "deceased"
    NATURALISED = "naturalised"
    REFUGEE = "refugee"
    DEPARTED = "departed"
    PERMITS_DISAGREE = "permits-disagree"
    CANCELLED = "cancelled"
    CONVERTED_WITHOUT_PERMIT = "converted-without-permit"
    ENDED_FOR_UNKNOWN_REASON = "ended-for-unknown-reason"
    EXTENSION_PENDING = "extension-pending"
    CONVERSION_PENDING = "conversion-pending"
    BRIDGING_PENDING = "bridging-pending"
    FILED_LATE = "filed-late"  # pending, but filed after the end
    GRANTED_WITHOUT_PERMIT = "granted-without-permit"
    RETURNED_WITHOUT_PERMIT = "returned-without-permit"  # came back after the last permit had ended
    EXEMPTION_PAST = "exemption-past"  # a diplomatic, official or affidavit paper is past its date: never overstay
    NOT_YET_VALID = "not-yet-valid"
    FIRST_PERMIT_PENDING = "first-permit-pending"
    NOTHING_RECORDED = "nothing-recorded"


@dataclass(frozen=True, slots=True, kw_only=True)
class Headline:
    state: State
    reason: Reason
    days: int | None = None  # left (LAWFUL, ENDING; 0 on the last day) or over (OVER, and ASK past an end); None: no day to count from
    permit_id: UUID | None = None  # the permit that decides; None: none does
    valid_until: date | None = None  # its last day; None: no end, or no permit decides
    filed_on: date | None = None  # the application under way or refused; None: there is none
    report_due_on: date | None = None  # None: no report is due
    standing: Standing | None = None  # where the law puts the days over; None unless OVER
