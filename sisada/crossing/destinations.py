"""What may leave the house, and where it goes: a kind that is not named here stays inside."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Destination:
    """A table outside, and the columns that a row's body fills; the others fill themselves."""

    table: str
    columns: tuple[str, ...]


# Tables inside that hold what is to go out, all of one shape: id, kind, body, made_at, carried_at.
# Beside each stand its functions <table>_carried and <table>_sweep.
OUTGOING = ("audit_outgoing", "holidays_outgoing", "cases_outgoing")

DESTINATIONS = {
    "audit-key": Destination("published_audit_key", ("key_id", "public_key")),
    "audit-head": Destination(
        "published_audit_head",
        ("hash", "number", "count", "chain", "complete_until", "signed_at", "previous", "key_id", "signature"),
    ),
    "letterbox-thread": Destination("letterbox_thread", ("id", "code_index", "reporter_key")),
    "letterbox-box": Destination("letterbox_box", ("id", "thread", "author", "sealed", "made_at")),
    "letterbox-thread-end": Destination("letterbox_thread_end", ("thread", "ended_at")),
    "letterbox-holiday": Destination("letterbox_holiday", ("id", "day", "name", "kind", "withdrawn", "set_at")),
}
