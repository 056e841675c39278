"""The core as a machine that is stopped, restarted and told things twice: whatever happens, the mirror ends as the source."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sisada.inside.link.core import Due, Effects, Event, Halt, Keepalive, State, step
from sisada.inside.link.folding import Arrival, Concern, PersonChanged, Reach, Removal, persons_changed
from sisada.inside.link.mapping import BY_THEIR_NAME, HEARTBEAT, VISAS
from sisada.inside.link.pgoutput import UNCHANGED, Value, Values, decode
from sisada.inside.link.standstill import Reason
from sisada.inside.link.tests import messages
from sisada.inside.link.values import TYPE_OIDS

VISA, DENYUT = 1, 2
START = 100


def relation() -> bytes:
    kinds = {column.theirs: TYPE_OIDS[column.kind.theirs] for column in VISAS.columns}
    return messages.relation(VISA, "visa", [(name, kinds[name], name == VISAS.key) for name in VISAS.their_columns])


def row(key: int, person: int, version: int, number: Value = "V") -> list[Value]:
    given_values = {"id_visa": str(key), "id_orang": str(person), "versi": str(version), "nomor": number}
    return [given_values.get(name, "2026-01-01 00:00:00+00" if name == "diubah_pada" else None) for name in VISAS.their_columns]


@dataclass
class Source:
    """A Directorate with one table: what it holds, what it sent, and whom each transaction concerned."""

    rows: dict[int, tuple[int, int, str]] = field(default_factory=dict)  # key: person, version, number
    sent: list[tuple[int, list[bytes]]] = field(default_factory=list)  # by the position where each transaction ends
    concerned: list[tuple[int, frozenset[str]]] = field(default_factory=list)
    end: int = START

    def transaction(self, deeds: Sequence[tuple[str, int, int]]) -> None:
        commit_lsn, self.end = self.end, self.end + 3  # the next may begin exactly where this one ends
        body, persons = [], set[int]()
        for deed, key, person in deeds:
            old = self.rows.get(key)
            persons |= {old[0]} if old else set()
            message = self._do(deed, key, person)
            persons |= {self.rows[key][0]} if message and key in self.rows else set()
            body += [message] if message else []
        self.sent.append((self.end, [messages.begin(commit_lsn), relation(), *body, messages.commit(commit_lsn, self.end)]))
        if persons and body:
            self.concerned.append((commit_lsn, frozenset(BY_THEIR_NAME["orang"].row_id(str(person)) for person in persons)))

    def _do(self, deed: str, key: int, person: int) -> bytes | None:
        old = self.rows.get(key)
        if deed == "delete":
            return messages.delete(VISA, row(int(key), 0, 0)) if self.rows.pop(key, None) else None
        if old is None:
            self.rows[key] = (person, 1, f"V{self.end}")
            return messages.insert(VISA, row(key, *self.rows[key]))
        self.rows[key] = (person, old[1] + 1, old[2] if deed == "touch" else f"V{self.end}")
        new = row(key, person, old[1] + 1, UNCHANGED if deed == "touch" else self.rows[key][2])
        return messages.update(VISA, new)


@dataclass
class Mirror:
    """A mirror that does what the effects say, and refuses what a database would refuse."""

    position: int = START
    rows: dict[str, dict[str, Value]] = field(default_factory=dict)
    log: list[PersonChanged] = field(default_factory=list)

    def store(self, effects: Effects) -> None:
        owners = {("registry_visa", key): str(values["person_id"]) for key, values in self.rows.items()}
        for effect in effects:
            match effect:
                case Removal(table, keys):
                    for key in keys:
                        self.rows.pop(table.row_id(key), None)
                case Arrival(_, left_out, arriving):
                    for one in arriving:
                        self._bring(one.values, left_out)
                case Concern(touches):
                    self.log += persons_changed(touches, owners=owners, guaranteed={})
                case Reach(before, position):
                    assert before == self.position <= position
                    self.position = position

    def _bring(self, values: Values, left_out: frozenset[str]) -> None:
        arriving = {name: value for name, value in zip(VISAS.our_columns, values, strict=True) if name not in left_out}
        held = self.rows.get(str(arriving["id"]))
        assert UNCHANGED not in arriving.values()
        assert held is not None or not left_out
        assert held is None or int(str(held["version"])) <= int(str(arriving["version"]))
        self.rows[str(arriving["id"])] = {**(held or {}), **arriving}


DEEDS = st.tuples(st.sampled_from(["write", "touch", "delete"]), st.integers(1, 4), st.integers(1, 3))
TRANSACTIONS = st.lists(st.lists(DEEDS, max_size=4), min_size=1, max_size=8)
# What befalls the link after each message: nothing, the shell stores, the source is idle, the link dies, the source repeats itself.
FATES = st.lists(st.sampled_from(["nothing", "nothing", "store", "idle", "die", "repeat"]), min_size=60, max_size=60)


def deliver(source: Source, fates: list[str], mirror: Mirror) -> None:
    """Send everything, restarting from anywhere before the mirror's position whenever the link dies."""
    fate = iter(fates)
    state, queue = State(mirror.position), _from(source, 0)
    while (message := next(queue, None)) is not None:
        what = next(fate, "nothing")
        state = _told(state, decode(message), mirror)
        if what == "store":
            state = _told(state, Due(), mirror)
        elif what == "idle":
            state = _told(state, Keepalive(state.position), mirror)
        elif what == "die":
            state, queue = State(mirror.position), _from(source, max(START, mirror.position - 4))
        elif what == "repeat" and message[:1] == b"C":
            queue = _from(source, START)
    state = _told(state, Due(), mirror)
    _told(state, Keepalive(source.end + 10), mirror)


def _from(source: Source, position: int) -> Iterator[bytes]:
    return iter([message for end, sent in source.sent if end > position for message in sent])


def _told(state: State, event: Event, mirror: Mirror) -> State:
    after, effects = step(state, event)
    assert not [effect for effect in effects if isinstance(effect, Halt)]
    if effects:
        mirror.store(effects)
        assert after.position == mirror.position
    return after


@settings(max_examples=200, deadline=None)
@given(TRANSACTIONS, FATES)
def test_whatever_befalls_the_link_the_mirror_ends_as_the_source(transactions: list[list[tuple[str, int, int]]], fates: list[str]) -> None:
    source, mirror = Source(), Mirror()
    for deeds in transactions:
        source.transaction(deeds)
    deliver(source, fates, mirror)
    held = {int(str(values["upstream_key"])): (values["person_id"], values["version"], values["number"]) for values in mirror.rows.values()}
    assert held == {
        key: (BY_THEIR_NAME["orang"].row_id(str(person)), str(version), number) for key, (person, version, number) in source.rows.items()
    }
    assert mirror.position == source.end + 10


@settings(max_examples=200, deadline=None)
@given(TRANSACTIONS, FATES)
def test_each_transaction_is_logged_once_for_each_old_and_new_person(
    transactions: list[list[tuple[str, int, int]]], fates: list[str]
) -> None:
    source, mirror = Source(), Mirror()
    for deeds in transactions:
        source.transaction(deeds)
    deliver(source, fates, mirror)
    logged: dict[int, list[str]] = {}
    for entry in mirror.log:
        logged.setdefault(entry.position, []).append(entry.person_id)
    assert {position: sorted(persons) for position, persons in logged.items()} == {
        position: sorted(persons) for position, persons in source.concerned
    }


def after(*sent: bytes, position: int = START) -> tuple[State, list[object]]:
    state, all_effects = State(position), list[object]()
    for message in sent:
        state, effects = step(state, decode(message))
        all_effects += effects
    return state, all_effects


def halted_because(effects: list[object]) -> list[Reason]:
    return [effect.reason for effect in effects if isinstance(effect, Halt)]


def test_nothing_is_stored_before_the_shell_says_so() -> None:
    state, effects = after(messages.begin(100), relation(), messages.insert(VISA, row(1, 1, 1)), messages.commit(100, 103))
    assert (effects, state.position, state.ready_changes) == ([], START, 1)


def test_a_transaction_that_starts_exactly_at_the_position_is_new() -> None:
    state, _ = after(messages.begin(100), relation(), messages.insert(VISA, row(1, 1, 1)), messages.commit(100, 103), position=100)
    assert state.ready_changes == 1


def test_a_transaction_told_twice_before_it_is_stored_is_taken_once() -> None:
    first = [messages.begin(100), relation(), messages.insert(VISA, row(1, 1, 1)), messages.commit(100, 103)]
    second = [messages.begin(103), messages.update(VISA, row(1, 1, 2)), messages.commit(103, 106)]
    assert after(*first, *second, *first)[0].ready == after(*first, *second)[0].ready


def test_a_position_that_comes_amid_a_transaction_is_not_taken() -> None:
    state, _ = after(messages.begin(100), relation())
    assert step(state, Keepalive(500)) == (state, ())


def test_a_heartbeat_alone_moves_the_time_and_the_position() -> None:
    heartbeat = messages.relation(DENYUT, HEARTBEAT, [("id", 21, True), ("waktu", 1184, False)])
    state, _ = after(messages.begin(100), heartbeat, messages.update(DENYUT, ["1", "x"]), messages.commit(100, 103, 1_000_000))
    _, effects = step(state, Due())
    assert [(effect.position, effect.source_at is not None) for effect in effects if isinstance(effect, Reach)] == [(103, True)]
    assert len(effects) == 1


HALTING = [
    ([messages.truncate(VISA)], Reason.TRUNCATED),
    ([messages.insert(9, ["1"])], Reason.MALFORMED),
    ([messages.insert(VISA, ["1"])], Reason.MALFORMED),
    ([messages.begin(200)], Reason.MALFORMED),
    ([messages.commit(101, 103)], Reason.MALFORMED),
    ([messages.relation(VISA, "visa", [("id_visa", 20, True)])], Reason.MAPPING),
]


@pytest.mark.parametrize(("sent", "reason"), HALTING)
def test_what_could_make_the_mirror_differ_halts_and_keeps_what_was_whole(sent: list[bytes], reason: Reason) -> None:
    whole = [messages.begin(100), relation(), messages.insert(VISA, row(1, 1, 1)), messages.commit(100, 103)]
    _, effects = after(*whole, messages.begin(103), messages.insert(VISA, row(2, 1, 1)), *sent)
    assert halted_because(effects) == [reason]
    assert [one.key for effect in effects if isinstance(effect, Arrival) for one in effect.rows] == ["1"]


def test_a_table_that_is_not_mirrored_may_be_emptied() -> None:
    other = messages.relation(7, "lain", [("id", 20, True)])
    assert after(messages.begin(100), other, messages.truncate(7), messages.commit(100, 103))[1] == []


def test_a_new_column_of_the_source_flows_by() -> None:
    columns = [(column.theirs, TYPE_OIDS[column.kind.theirs], False) for column in {c.theirs: c for c in VISAS.columns}.values()]
    wider = messages.relation(VISA, "visa", [("catatan", 25, False), *columns])
    state, _ = after(messages.begin(100), wider, messages.insert(VISA, ["x", *row(1, 1, 1)]), messages.commit(100, 103))
    arrivals = [effect for effect in step(state, Due())[1] if isinstance(effect, Arrival)]
    assert arrivals[0].rows[0].values == VISAS.translate(tuple(row(1, 1, 1)))
