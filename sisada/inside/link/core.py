"""What a message from the Directorate means for the mirror: `step(state, event) -> (state, effects)`. Pure: no I/O, no clock.

Transactions are taken whole and in order, those already stored are skipped, and several are folded into one batch of effects in which each
row appears once. The shell stores a batch's effects in one transaction, `Reach` among them, and only then confirms to the source.

A position is where reading goes on: the end of the last transaction stored. A transaction whose commit record starts exactly there is new.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from operator import itemgetter
from typing import Any, Final

from sisada.inside.link.folding import Change, Effect, Reach, Transaction, folded
from sisada.inside.link.mapping import BY_THEIR_NAME, HEARTBEAT
from sisada.inside.link.mirrored_table import Table
from sisada.inside.link.pgoutput import Begin, Commit, Delete, Insert, Message, Origin, Relation, Truncate, Type, Update, Values
from sisada.inside.link.standstill import Reason
from sisada.inside.link.values import TYPE_OIDS


@dataclass(frozen=True, slots=True)
class Keepalive:
    """The source has sent everything that was committed before `wal_end`."""

    wal_end: int


@dataclass(frozen=True, slots=True)
class Due:
    """The shell wants to store what is ready."""


@dataclass(frozen=True, slots=True)
class Halt:
    """Nothing after this may be stored. The sentence is for the operator."""

    reason: Reason
    sentence: str


@dataclass(frozen=True, slots=True)
class Layout:
    """How a relation's rows lie: which values belong to the mapping, and where the key is."""

    table: Table
    pick: Callable[[Values], Values]
    key_at: int
    width: int


# The newest first: appending costs the same however many there are, and no state is ever changed.
Chain = tuple[Any, "Chain"] | None


@dataclass(frozen=True, slots=True)
class State:
    """What is known between two events. `layouts` holds None for a relation that is not mirrored."""

    position: int
    layouts: Mapping[int, Layout | None] = field(default_factory=dict)
    begun: Begin | None = None
    changes: Chain = None  # of the transaction begun
    ready: Chain = None  # transactions that are whole, but not stored
    ready_changes: int = 0  # how much there is to store

    @property
    def reached(self) -> int:
        """Where the last whole transaction ended: what starts before it has been taken already."""
        return self.ready[0].end_lsn if self.ready else self.position

    @property
    def is_repeated(self) -> bool:
        """The transaction begun is one that we have already."""
        return self.begun is not None and self.begun.final_lsn < self.reached


Event = Message | Keepalive | Due
Effects = tuple[Effect | Halt, ...]
Step = tuple[State, Effects]


def step(state: State, event: Event) -> Step:
    """The state after an event, and what the shell must do now. Most events do nothing but grow the state."""
    return _HANDLERS[type(event)](state, event)


def _begin(state: State, event: Begin) -> Step:
    if state.begun:
        return _halt(state, Reason.MALFORMED, "Pusat memulai transaksi di dalam transaksi.")
    return replace(state, begun=event), ()


def _change(state: State, event: Insert | Update | Delete) -> Step:
    if state.begun is None:
        return _halt(state, Reason.MALFORMED, "Pusat mengirim perubahan di luar transaksi.")
    if event.relation_id not in state.layouts:
        return _halt(state, Reason.MALFORMED, "Pusat mengirim baris dari tabel yang belum diperkenalkannya.")
    layout = state.layouts[event.relation_id]
    if layout is None or state.is_repeated:
        return state, ()
    changes = state.changes
    for change in _changes(layout, event):
        if change is None:
            return _halt(state, Reason.MALFORMED, f"Pusat mengirim baris tabel {layout.table.theirs} dengan bentuk yang tidak sesuai.")
        changes = (change, changes)
    return State(state.position, state.layouts, state.begun, changes, state.ready, state.ready_changes), ()


def _changes(layout: Layout, event: Insert | Update | Delete) -> Iterator[Change | None]:
    """One change, or two when the key itself changed: the old row goes, the new one comes. None: the row does not fit its layout."""
    if isinstance(event, Delete):
        yield _gone(layout, event.old)
        return
    new = _arrived(layout, event.new, new_to_us=isinstance(event, Insert))
    if isinstance(event, Update) and event.old is not None and new is not None:
        gone = _gone(layout, event.old)
        if gone is None or gone.key != new.key:
            yield gone
    yield new


def _arrived(layout: Layout, values: Values, *, new_to_us: bool) -> Change | None:
    if len(values) != layout.width or not isinstance(key := values[layout.key_at], str):
        return None
    return Change(layout.table, key, layout.pick(values), new_to_us)


def _gone(layout: Layout, values: Values) -> Change | None:
    if len(values) != layout.width or not isinstance(key := values[layout.key_at], str):
        return None
    return Change(layout.table, key, None, new_to_us=False)


def _commit(state: State, event: Commit) -> Step:
    if state.begun is None or event.commit_lsn != state.begun.final_lsn:
        return _halt(state, Reason.MALFORMED, "Pusat mengakhiri transaksi yang tidak dimulainya.")
    if state.is_repeated:
        return replace(state, begun=None, changes=None), ()
    whole = Transaction(event.commit_lsn, event.end_lsn, event.committed_at, tuple(in_order(state.changes)))
    return replace(state, begun=None, changes=None, ready=(whole, state.ready), ready_changes=state.ready_changes + len(whole.changes)), ()


def _relation(state: State, event: Relation) -> Step:
    table = BY_THEIR_NAME.get(event.table) if event.schema == "public" else None
    if table is None or event.table == HEARTBEAT:
        return replace(state, layouts={**state.layouts, event.relation_id: None}), ()
    if missing := drift(table, event):
        return _halt(state, Reason.MAPPING, missing)
    names = [column.name for column in event.columns]
    pick = itemgetter(*(names.index(name) for name in table.their_columns))
    layout = Layout(table, pick, names.index(table.key), len(names))
    return replace(state, layouts={**state.layouts, event.relation_id: layout}), ()


def drift(table: Table, announced: Relation) -> str | None:
    """What of the mapping an announced relation no longer offers, in a sentence. None: everything. Columns we do not know flow by."""
    types = {column.name: column.type_oid for column in announced.columns}
    for column in table.columns:
        if column.theirs not in types:
            return f"Kolom {table.theirs}.{column.theirs} di pusat hilang."
        if types[column.theirs] != TYPE_OIDS[column.kind.theirs]:
            return f"Kolom {table.theirs}.{column.theirs} di pusat bukan lagi {column.kind.theirs}."
    return None


def _truncate(state: State, event: Truncate) -> Step:
    emptied = [layout.table.theirs for relation_id in event.relation_ids if (layout := state.layouts.get(relation_id))]
    if not emptied or state.is_repeated:
        return state, ()
    return _halt(state, Reason.TRUNCATED, f"Pusat mengosongkan tabel {', '.join(emptied)}: cermin menunggu keputusan.")


def _keepalive(state: State, event: Keepalive) -> Step:
    """A source with nothing to say is still a source that was heard: the same position again is worth storing."""
    if state.begun or state.ready or event.wal_end < state.position:
        return state, ()
    return replace(state, position=event.wal_end), (Reach(state.position, event.wal_end, None, ()),)


def _due(state: State, _: Due) -> Step:
    if state.ready is None:
        return state, ()
    transactions = tuple(in_order(state.ready))
    effects = folded(transactions, position=state.position)
    return replace(state, position=transactions[-1].end_lsn, ready=None, ready_changes=0), effects


def _halt(state: State, reason: Reason, sentence: str) -> Step:
    """What was whole before is stored; the transaction that brought us here is not."""
    stored, effects = _due(replace(state, begun=None, changes=None), Due())
    return stored, (*effects, Halt(reason, sentence))


def in_order(chain: Chain) -> Iterator[Any]:
    """A chain's members, oldest first."""
    newest_first = []
    while chain is not None:
        newest_first.append(chain[0])
        chain = chain[1]
    return reversed(newest_first)


def _says_nothing_of_rows(state: State, _: Origin | Type) -> Step:
    return state, ()


_HANDLERS: Final[dict[type, Callable[[State, Any], Step]]] = {
    Insert: _change,
    Update: _change,
    Delete: _change,
    Begin: _begin,
    Commit: _commit,
    Relation: _relation,
    Truncate: _truncate,
    Origin: _says_nothing_of_rows,
    Type: _says_nothing_of_rows,
    Keepalive: _keepalive,
    Due: _due,
}
