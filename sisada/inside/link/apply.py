"""Stores a batch of effects in the mirror: all of it in one transaction of the inside database, the position reached among it.

The caller confirms a position to the source only after `store` has returned.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from psycopg import Connection

from sisada.inside.link import freshness, quarantine, rows, statements
from sisada.inside.link.folding import Arrival, Concern, Effect, PersonChanged, Reach, Refusal, Removal, Touch, persons_changed
from sisada.inside.link.mapping import GUARANTORS
from sisada.inside.link.mirrored_table import Table
from sisada.inside.link.standstill import HaltError, Reason

CHANNEL = "registry_change"
MANY = 50  # above this many persons one word says that all should look: listeners are woken, not flooded


def store(connection: Connection, effects: Iterable[Effect], *, arrived_at: datetime) -> None:
    """Rows that break a rule of ours are quarantined, not raised.

    Raises: HaltError, and stores nothing, when the mirror does not stand where the effects begin: two links wrote, or it was restored.
    """
    effects = tuple(effects)
    touches = tuple(touch for effect in effects if isinstance(effect, Concern) for touch in effect.touches)
    with connection.transaction():
        before = Before(_owners(connection, touches), quarantine.open_rows(connection))
        for effect in effects:
            _carry_out(connection, effect, before=before, at=arrived_at)


@dataclass(frozen=True, slots=True)
class Before:
    """What the mirror knew before the batch: whom each touched row was about, and which rows are held in quarantine."""

    owners: dict[tuple[str, str], str]
    held: frozenset[quarantine.Held]


def _carry_out(connection: Connection, effect: Effect, *, before: Before, at: datetime) -> None:
    match effect:
        case Removal(table, keys):
            rows.remove(connection, table, [table.row_id(key) for key in keys])
            quarantine.close(connection, table, before.held.intersection((table.theirs, key) for key in keys), at=at)
        case Arrival(table, _, arriving):
            refusals = rows.bring(connection, effect)
            good = {(table.theirs, row.key) for row in arriving} - {(table.theirs, refusal.key) for refusal in refusals}
            quarantine.close(connection, table, before.held & good, at=at)
            quarantine.hold(connection, refusals, at=at)
        case Refusal():
            quarantine.hold(connection, [effect], at=at)
        case Concern(touches):
            changed = persons_changed(touches, owners=before.owners, guaranteed=_guaranteed(connection, touches))
            _record(connection, changed, arrived_at=at)
        case Reach():
            _reach(connection, effect, at=at)


def _owners(connection: Connection, touches: tuple[Touch, ...]) -> dict[tuple[str, str], str]:
    """The person whom each touched row is about in the mirror, before the batch."""
    ids: dict[Table, list[str]] = {}
    for touch in touches:
        if touch.table.person_index is not None and not touch.new_to_us:
            ids.setdefault(touch.table, []).append(touch.row_id)
    return {
        (table.ours, row_id): person_id
        for table, row_ids in ids.items()
        if "person_id" in table.our_index
        for row_id, person_id in connection.execute(statements.owners(table), [row_ids])
    }


def _guaranteed(connection: Connection, touches: tuple[Touch, ...]) -> dict[str, tuple[str, ...]]:
    """The persons for whom each touched guarantor stands, as the mirror is after the batch."""
    guarantors = [touch.row_id for touch in touches if touch.table is GUARANTORS]
    if not guarantors:
        return {}
    found = connection.execute(
        "select guarantor_id::text, array_agg(distinct person_id::text) from registry_guarantee"
        " where guarantor_id = any(%s::uuid[]) group by 1",
        [guarantors],
    )
    return {guarantor_id: tuple(persons) for guarantor_id, persons in found}


def _record(connection: Connection, changed: tuple[PersonChanged, ...], *, arrived_at: datetime) -> None:
    """The change log, and a word to whoever listens: ids only, since every role of the database may listen."""
    with connection.cursor().copy("copy registry_change (position, person_id, tables, source_at, arrived_at) from stdin") as log:
        for change in changed:
            log.write_row((change.position, change.person_id, json_list(change.tables), change.source_at, arrived_at))
    persons = list(dict.fromkeys(change.person_id for change in changed))
    words = persons if len(persons) <= MANY else ["*"]
    connection.execute("select pg_notify(%s, word) from unnest(%s::text[]) as word", [CHANNEL, words])


def json_list(names: Iterable[str]) -> str:
    return "[" + ", ".join(f'"{name}"' for name in names) + "]"


def _reach(connection: Connection, reach: Reach, *, at: datetime) -> None:
    moved = connection.execute("update link_position set position = %s where id = 1 and position = %s", [reach.position, reach.before])
    if moved.rowcount != 1:
        raise HaltError(Reason.POSITION_MOVED, "Posisi cermin berubah di luar tautan ini.")
    freshness.reached(connection, position=reach.position, source_at=reach.source_at, at=at)
