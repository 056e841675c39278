"""Blows against the passage at work: kill -9 at each of its statements and at any moment, and its sessions cut by either server."""

import random
import subprocess
import time
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial

import psycopg

from sisada.foundation.launcher.supervisor import wait_for
from tests.proofs.crossing import count
from tests.proofs.crossing.gate import Gate, Order, When
from tests.proofs.crossing.places import Place, Places
from tests.proofs.prove_seal_kills import Struck
from tests.servers import ROOT

STRUCK_WITHIN_S = 60.0
ARRIVED_WITHIN_S = 120.0
ASKED_OFTEN = 20  # so often by one process while we learned: a later asking may be struck too, not only the first
CUT = "select pg_terminate_backend(pid) from pg_stat_activity where client_port = %s"
CUT_ALL = "select pg_terminate_backend(pid) from pg_stat_activity where usename = any(%s)"
PASSAGE_ROLES = ["sisada_worker", "sisada_carrier"]
Process = subprocess.Popen[bytes]


class Passage:
    """The real process, by way of a gate to each side. `blows`: those that struck, by what they were."""

    def __init__(self, places: Places, *, seed: int) -> None:
        self.places = places
        self.chance = random.Random(seed)  # noqa: S311 - seeded on purpose, so that a run can be repeated; not a secret
        self.gates = {"inside": Gate(places.inside.port), "outside": Gate(places.outside.port)}
        self.blows: Counter[str] = Counter()
        self.faults: list[str] = []
        self._often: set[tuple[str, str]] = set()  # side and statement

    def learn(self) -> list[tuple[str, str]]:
        """Every statement that the passage asks while letters come in and words go out, with its side."""
        with self._running():
            wait_for(self._has_asked_all, within_s=STRUCK_WITHIN_S)
        self._often = {(side, statement) for side, statement in self._asked() if self.gates[side].asked[statement] > ASKED_OFTEN}
        return self._asked()

    def _has_asked_all(self) -> bool:
        """Marking is the last statement of each way: of the letters, and of the three tables that go out."""
        marks = [statement for _, statement in self._asked() if "_carried" in statement]
        return len(marks) == 4 and self.gates["outside"].asked.total() > 200

    def _asked(self) -> list[tuple[str, str]]:
        return [(side, statement) for side, gate in self.gates.items() for statement in list(gate.asked)]

    def kill_at(self, side: str, statement: str, when: When) -> None:
        victim: list[Process] = []
        order = self._order(side, statement, when, blow=lambda _: victim[0].kill())
        with self._running() as process:
            victim.append(process)
            self.gates[side].order = order
            self.blows[f"kill -9 {when}"] += self._struck(order)

    def cut_at(self, side: str, statement: str, when: When) -> None:
        place = self.places.inside if side == "inside" else self.places.outside
        order = self._order(side, statement, when, blow=partial(cut, place))
        with self._running():
            self.gates[side].order = order
            self.blows[f"session cut {when}"] += self._struck(order)
            sessions = self.gates[side].sessions
            if not wait_for(lambda: self.gates[side].sessions > sessions, within_s=STRUCK_WITHIN_S):
                self.faults.append(f"After a cut it did not come back: {statement}")

    def _order(self, side: str, statement: str, when: When, *, blow: Callable[[int], None]) -> Order:
        return Order(statement, when, blow, nth=self.chance.randint(1, 5) if (side, statement) in self._often else 1)

    def _struck(self, order: Order) -> bool:
        if not order.carried_out.wait(STRUCK_WITHIN_S):
            self.faults.append(f"Not asked again within {STRUCK_WITHIN_S:.0f} s: {order.statement}")
        return order.carried_out.is_set()

    @contextmanager
    def _running(self) -> Iterator[Process]:
        """The process; killed at the end of the block, if it still lives."""
        addresses = {
            "DATABASE_URL": self.places.inside.through(self.gates["inside"].port, "sisada_worker"),
            "CARRIER_DATABASE_URL": self.places.outside.through(self.gates["outside"].port, "sisada_carrier"),
        }
        process = begun(addresses)
        try:
            yield process
        finally:
            process.kill()
            process.wait()


def begun(addresses: dict[str, str], *, seed: int = 0) -> Process:
    return struck(addresses, seed=seed).start()


def struck(addresses: dict[str, str], *, seed: int) -> Struck:
    return Struck("sisada.crossing", {"PYTHONPATH": str(ROOT), **addresses}, seed=seed)


def cut(place: Place, session_port: int) -> None:
    with psycopg.connect(place.admin, autocommit=True) as admin:
        admin.execute(CUT, [session_port])


def kill_at_random(places: Places, *, times: int, seed: int) -> int:
    """Without a gate; how many kills struck it alive."""
    passage = struck(places.of_crossing(), seed=seed)
    passage.strike(times)
    return passage.kills


def cut_at_random(places: Places, *, times: int, seed: int) -> int:
    """Its session on one side, at random moments, while the process lives on; how many sessions were cut."""
    chance, sessions = random.Random(seed), 0  # noqa: S311 - seeded on purpose, so that a run can be repeated; not a secret
    passage = begun(places.of_crossing())
    with psycopg.connect(places.inside.admin, autocommit=True) as inside, psycopg.connect(places.outside.admin, autocommit=True) as outside:
        while sessions < times and passage.poll() is None:
            time.sleep(chance.uniform(0, 1.5))
            sessions += len(chance.choice([inside, outside]).execute(CUT_ALL, [PASSAGE_ROLES]).fetchall())
    passage.kill()
    passage.wait()
    return sessions


def let_arrive(places: Places) -> int:
    """Undisturbed until nothing is on its way; how many still are after two minutes."""
    passage = begun(places.of_crossing())
    with psycopg.connect(places.inside.admin, autocommit=True) as inside, psycopg.connect(places.outside.admin, autocommit=True) as outside:
        wait_for(lambda: count.waiting(inside, outside) == 0, within_s=ARRIVED_WITHIN_S)
        left = count.waiting(inside, outside)
    passage.terminate()
    passage.wait()
    return left
