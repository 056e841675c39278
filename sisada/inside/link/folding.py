"""Several of the Directorate's transactions as one batch of effects: each row once, as it stands at the end. Pure."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime

from sisada.inside.link.mapping import GUARANTORS, PERSONS, TABLES
from sisada.inside.link.mirrored_table import Table, mirrored_id
from sisada.inside.link.pgoutput import UNCHANGED, Values
from sisada.inside.link.values import BadValueError


@dataclass(frozen=True, slots=True)
class Change:
    """One row as a transaction left it. `values` in the order of the mapping's columns; None: the row is gone."""

    table: Table
    key: str
    values: Values | None
    new_to_us: bool


@dataclass(frozen=True, slots=True)
class Transaction:
    """One whole transaction of the source."""

    commit_lsn: int
    end_lsn: int
    committed_at: datetime
    changes: tuple[Change, ...]


@dataclass(frozen=True, slots=True)
class Removal:
    """These rows are not there at the end, or were replaced: they go before any row of the batch comes."""

    table: Table
    keys: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ArrivingRow:
    key: str
    values: Values  # ours, in the order of `table.our_columns`
    position: int  # of the transaction that left it so


@dataclass(frozen=True, slots=True)
class Arrival:
    """These rows stand like this at the end. `left_out`: columns that the source did not send, so ours stay."""

    table: Table
    left_out: frozenset[str]
    rows: tuple[ArrivingRow, ...]


@dataclass(frozen=True, slots=True)
class Refusal:
    """This row has a value that our side has no place for: held in quarantine. `rule` names the rule, never the value."""

    table: Table
    key: str
    rule: str
    position: int


@dataclass(frozen=True, slots=True)
class Touch:
    """A transaction touched this row, which is now about `person_id` (None: gone, or about nobody in particular).

    Whom it was about before is known to the mirror alone, and only matters where the row is not `new_to_us`.
    """

    position: int
    committed_at: datetime
    table: Table
    row_id: str
    person_id: str | None
    new_to_us: bool


@dataclass(frozen=True, slots=True)
class Concern:
    """Whom the batch is about: `persons_changed` makes persons of it, with what the mirror knows."""

    touches: tuple[Touch, ...]


@dataclass(frozen=True, slots=True)
class Reach:
    """The mirror stands at `position` after this batch. `source_at` None: no transaction, the source is merely idle."""

    before: int
    position: int
    source_at: datetime | None
    committed_at: tuple[datetime, ...]  # of every transaction, to measure how late each came


Effect = Removal | Arrival | Refusal | Concern | Reach


@dataclass(frozen=True, slots=True)
class PersonChanged:
    position: int
    person_id: str
    tables: tuple[str, ...]
    source_at: datetime


def folded(transactions: tuple[Transaction, ...], *, position: int) -> tuple[Effect, ...]:
    """The effects of these transactions upon a mirror that stands at `position`: removals first, `Reach` last."""
    rows: dict[Table, dict[str, tuple[Values | None, int]]] = {table: {} for table in TABLES}
    removed: dict[Table, dict[str, None]] = {table: {} for table in TABLES}
    for transaction in transactions:
        for change in transaction.changes:
            of_table = rows[change.table]
            if change.values is None:
                removed[change.table][change.key] = None
            of_table[change.key] = (_laid_over(change.values, of_table.get(change.key)), transaction.commit_lsn)
    removals = tuple(Removal(table, tuple(keys)) for table, keys in removed.items() if keys)
    arrivals = tuple(effect for table, of_table in rows.items() for effect in _arrivals(table, of_table))
    touches = tuple(_touches(transactions))
    last = transactions[-1]
    reach = Reach(position, last.end_lsn, last.committed_at, tuple(transaction.committed_at for transaction in transactions))
    return (*removals, *arrivals, *((Concern(touches),) if touches else ()), reach)


def _laid_over(newer: Values | None, older: tuple[Values | None, int] | None) -> Values | None:
    """The newer values, with the older ones where the source did not send them again."""
    if newer is None or older is None or older[0] is None or UNCHANGED not in newer:
        return newer
    return tuple(old if new is UNCHANGED else new for new, old in zip(newer, older[0], strict=True))


def _arrivals(table: Table, of_table: Mapping[str, tuple[Values | None, int]]) -> Iterator[Arrival | Refusal]:
    groups: dict[frozenset[str], list[ArrivingRow]] = {}
    for key, (values, position) in of_table.items():
        if values is None:
            continue
        try:
            ours = table.translate(values)
        except BadValueError as bad:
            yield Refusal(table, key, str(bad), position)
            continue
        groups.setdefault(_left_out(table, ours), []).append(ArrivingRow(key, ours, position))
    for left_out, rows in groups.items():
        yield Arrival(table, left_out, tuple(rows))


def _left_out(table: Table, ours: Values) -> frozenset[str]:
    if UNCHANGED not in ours:
        return frozenset()
    return frozenset(name for name, value in zip(table.our_columns, ours, strict=True) if value is UNCHANGED)


def _touches(transactions: tuple[Transaction, ...]) -> Iterator[Touch]:
    for transaction in transactions:
        for change in transaction.changes:
            row_id = change.table.row_id(change.key)
            yield Touch(transaction.commit_lsn, transaction.committed_at, change.table, row_id, _person_of(change), change.new_to_us)


def _person_of(change: Change) -> str | None:
    if change.table is PERSONS:
        return change.table.row_id(change.key)  # a person that is gone concerns that person
    if change.values is None or change.table.person_index is None:
        return None
    key = change.values[change.table.person_index]
    return mirrored_id(PERSONS.theirs, key) if isinstance(key, str) else None


def persons_changed(
    touches: tuple[Touch, ...], *, owners: Mapping[tuple[str, str], str], guaranteed: Mapping[str, tuple[str, ...]]
) -> tuple[PersonChanged, ...]:
    """One entry for each transaction and person, in the order of the transactions, with our tables that changed.

    `owners`: the person of (our table, row) before the batch: a row that moved or went concerns the old person, too.
    `guaranteed`: the persons for whom a guarantor stands: they learn when it changes.
    """
    owner = dict(owners)
    tables: dict[tuple[int, str], dict[str, None]] = {}
    when: dict[int, datetime] = {}
    for touch in touches:
        row = (touch.table.ours, touch.row_id)
        persons = guaranteed.get(touch.row_id, ()) if touch.table is GUARANTORS else (owner.get(row), touch.person_id)
        for person in persons:
            if person is not None:
                tables.setdefault((touch.position, person), {})[touch.table.ours] = None
        if touch.person_id is None:
            owner.pop(row, None)
        else:
            owner[row] = touch.person_id
        when[touch.position] = touch.committed_at
    return tuple(PersonChanged(position, person, tuple(names), when[position]) for (position, person), names in tables.items())
