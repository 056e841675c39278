"""`make prove-run`: whatever is killed in a running office, it comes back, loses nothing and leaves nothing behind.

    python -m tests.proofs.prove_run [ROUNDS] [SEED]

First starts are struck at random moments (the launcher, a database server). Then, a round: every part, every guard and a
worker of each face is killed with -9 once, in random order at random moments, while the demo lives; the page must answer
again with a new process in the place of the killed one; then the launcher is killed, all its descendants must go, and
the next start must recover. After each round mirror and Directorate are compared row for row.
"""

import random
import shutil
import signal
import sys
import tempfile
import time
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

from sisada.foundation.launcher.supervisor import wait_for
from tests.proofs.prove_run_house import House
from tests.proofs.prove_run_processes import FACES, WORDS

KINDS = (*WORDS, *(f"{name}'s worker" for name in FACES), *(f"guard of {name}" for name in WORDS))
BACK_WITHIN_S = 30.0
LAUNCHER, FIRST_START, CTRL_C = "launcher, running", "launcher, first start", "Ctrl-C"
SERVER_AT_FIRST_START = "inside, first start"


@dataclass
class Report:
    """Seconds per kind of kill until all was well again (or all had gone), and whatever was not as promised."""

    seconds: dict[str, list[float]] = field(default_factory=dict)
    faults: list[str] = field(default_factory=list)

    def note(self, kind: str, seconds: float) -> None:
        self.seconds.setdefault(kind, []).append(seconds)

    def print(self) -> None:
        print(f"\n{'killed with -9':24}{'times':>6}{'median s':>10}{'slowest s':>10}")
        for kind, all_seconds in self.seconds.items():
            ordered = sorted(all_seconds)
            print(f"{kind:24}{len(ordered):6}{ordered[len(ordered) // 2]:10.1f}{ordered[-1]:10.1f}")
        print(f"load {Path('/proc/loadavg').read_text().split()[0]}; faults: {len(self.faults)}")
        for fault in self.faults:
            print(f"  {fault}")


def prove(*, kinds: Sequence[str], rounds: int, first_starts: int, seed: int, persons: int) -> Report:
    chance, report = random.Random(seed), Report()  # noqa: S311 - a proof is repeatable
    place = Path(tempfile.mkdtemp(prefix="prove-run-"))
    place.chmod(0o755)  # the servers of root run as nobody
    house = House(place / "var", persons=persons)
    try:
        for number in range(first_starts):
            strike_first_start(house, chance, report, kind=(FIRST_START, SERVER_AT_FIRST_START)[number % 2])
        report.note("(start to first page)", house.start_and_wait())
        for _ in range(rounds):
            play_round(house, chance, report, kinds=kinds)
        end(house, report, signal.SIGINT, CTRL_C)
    finally:
        house.strike(signal.SIGKILL)
    if not report.faults:
        shutil.rmtree(place)
    return report


def strike_first_start(house: House, chance: random.Random, report: Report, *, kind: str) -> None:
    """A first start, cut off somewhere; the next one must get through with the same folder."""
    shutil.rmtree(house.folder, ignore_errors=True)
    house.start()
    time.sleep(chance.uniform(0.0, 12.0))
    if kind == FIRST_START:
        end(house, report, signal.SIGKILL, kind)
    else:
        for server in house.parts().get("inside", []):
            server.kill()
        time.sleep(chance.uniform(0.0, 3.0))
        end(house, report, signal.SIGTERM, kind)
    house.start_and_wait()
    report.faults += [f"after {kind}: {fault}" for fault in house.faults_of_the_mirror()]
    end(house, report, signal.SIGINT, CTRL_C)


def play_round(house: House, chance: random.Random, report: Report, *, kinds: Sequence[str]) -> None:
    for kind in chance.sample(kinds, len(kinds)):
        time.sleep(chance.uniform(0.1, 1.5))
        kill_one(house, chance, report, kind)
    report.faults += [f"after kills: {fault}" for fault in house.faults_of_the_mirror()]
    end(house, report, signal.SIGKILL, LAUNCHER)
    report.note("(start after that)", house.start_and_wait())
    report.faults += [f"after the launcher's death: {fault}" for fault in house.faults_of_the_mirror()]


def kill_one(house: House, chance: random.Random, report: Report, kind: str) -> None:
    if not wait_for(lambda: kind in house.parts(), within_s=BACK_WITHIN_S):
        report.faults.append(f"{kind} was not there")
        return
    victims = house.parts()[kind]
    victim = chance.choice(victims)
    began = time.monotonic()
    victim.kill()

    def back() -> bool:
        here = house.parts().get(kind, [])
        return not victim.is_there() and len(here) >= len(victims) and house.is_well()

    if wait_for(back, within_s=BACK_WITHIN_S, pause_s=0.05):
        report.note(kind, time.monotonic() - began)
    else:
        report.faults.append(f"{kind} did not come back within {BACK_WITHIN_S:.0f} s")


def end(house: House, report: Report, number: signal.Signals, kind: str) -> None:
    seconds, left = house.strike(number)
    report.note(kind, seconds)
    report.faults += [f"{kind}: this stayed: {words}" for words in left]


def main(rounds: int, seed: int) -> int:
    report = prove(kinds=KINDS, rounds=rounds, first_starts=rounds * 2, seed=seed, persons=3_000)
    report.print()
    return 1 if report.faults else 0


if __name__ == "__main__":
    sys.exit(main(*map(int, sys.argv[1:])))
