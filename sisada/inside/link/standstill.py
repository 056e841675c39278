"""Why the mirror stands still, in a sentence for whoever must act. Never a value of a row, never PostgreSQL's own message."""

from enum import StrEnum


class Reason(StrEnum):
    MAPPING = "link.mapping"  # a table, column, type or key is not what the mapping says
    SOURCE_CHANGED = "link.source-changed"
    SLOT_LOST = "link.slot-lost"
    GAP = "link.gap"
    SOURCE_IN_THE_PAST = "link.source-in-the-past"
    TRUNCATED = "link.truncated"
    MALFORMED = "link.malformed"
    COPY_DIFFERS = "link.copy-differs"
    POSITION_MOVED = "link.position-moved"
    SECOND_LINK = "link.second-link"


class HaltError(Exception):
    """The link may not go on by itself: going on could make the mirror silently different."""

    def __init__(self, reason: Reason, sentence: str) -> None:
        super().__init__(sentence)
        self.reason = reason
        self.sentence = sentence
