"""`make prove-crossing`: no blow makes the passage lose, double or change a letter or a word.

    python -m tests.proofs.prove_crossing [KILLS] [CUTS] [RANDOM KILLS] [RANDOM CUTS] [SEED]

Both databases with their own roles on a server with fsync on. While letters arrive and the office writes, each statement that the passage
asks is struck before the server hears it, and when the server has done it and nobody heard so: KILLS times each by kill -9, CUTS times by
cutting the session. Then come kills and cuts at any moment. Ends with 0 when at the end every letter and word stands on the other side
once, byte for byte, and half of the undisturbed ones get there within half a second.
"""

import sys
import tempfile
import time
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from statistics import median

from tests.proofs.both_sides import outside_beside
from tests.proofs.crossing import count
from tests.proofs.crossing.count import Count
from tests.proofs.crossing.gate import When
from tests.proofs.crossing.latency import measured
from tests.proofs.crossing.places import Place, Places
from tests.proofs.crossing.strikes import Passage, cut_at_random, kill_at_random, let_arrive
from tests.proofs.crossing.writers import Office, Street
from tests.proofs.looks.server import ProofServer

DEFAULTS = (3, 1, 60, 20, 1)  # over 200 kills and some 80 cuts
ARRIVES_WITHIN_S = 0.5


@dataclass
class Outcome:
    statements: list[tuple[str, str]]
    blows: Counter[str]
    letters: Count
    words: Count
    on_their_way: int
    faults: list[str] = field(default_factory=list)

    @property
    def holds(self) -> bool:
        return self.letters.holds and self.words.holds and not self.on_their_way and not self.faults


@dataclass(frozen=True)
class Plan:
    """How often what is struck. `only`: statements that begin so; all when empty."""

    kills: int  # at each statement, before and after it
    cuts: int
    random_kills: int
    random_cuts: int
    seed: int
    only: tuple[str, ...] = ()


def strike(places: Places, plan: Plan) -> Outcome:
    passage = Passage(places, seed=plan.seed)
    with Street(places, seed=plan.seed) as street, Office(places, seed=plan.seed + 1) as office:
        statements = passage.learn()
        for side, statement in statements:
            if statement.startswith(plan.only or ""):
                _strike_at(passage, side, statement, plan=plan)
        passage.blows["kill -9 at any moment"] += kill_at_random(places, times=plan.random_kills, seed=plan.seed)
        passage.blows["session cut at any moment"] += cut_at_random(places, times=plan.random_cuts, seed=plan.seed)
    on_their_way = let_arrive(places)
    letters, words = count.letters(places, street.stored), count.words(places, office.stored)
    return Outcome(statements, passage.blows, letters, words, on_their_way, passage.faults)


def _strike_at(passage: Passage, side: str, statement: str, *, plan: Plan) -> None:
    for when in When:
        for _ in range(plan.kills):
            passage.kill_at(side, statement, when)
        for _ in range(plan.cuts):
            passage.cut_at(side, statement, when)


def main() -> int:
    given = [int(word) for word in sys.argv[1:]]
    kills, cuts, random_kills, random_cuts, seed = [*given, *DEFAULTS[len(given) :]]
    plan = Plan(kills, cuts, random_kills, random_cuts, seed)
    began = time.monotonic()
    with tempfile.TemporaryDirectory(prefix="prove-crossing-") as folder:
        Path(folder).chmod(0o755)  # the server may run as another user
        server = ProofServer(Path(folder))
        server.create()
        try:
            places = _places(server)
            outcome = strike(places, plan)
            _tell(outcome)
            is_quick = _tell_latency(*measured(places, times=100))
        finally:
            server.stop()
    print(f"\n{time.monotonic() - began:.0f} s; load {Path('/proc/loadavg').read_text().split()[0]}; seed {plan.seed}")
    return 0 if outcome.holds and is_quick else 1


def _places(server: ProofServer) -> Places:
    outside = outside_beside(server)
    port = server.server.port
    return Places(
        inside=Place(port, server.admin_url(), server.url),
        outside=Place(port, server.server.url("sisada_outside"), outside),
    )


def _tell(outcome: Outcome) -> None:
    print(f"statements of the passage: {len(outcome.statements)}")
    for side, statement in outcome.statements:
        print(f"  {side:8}{statement[:110]}")
    for blow, times in sorted(outcome.blows.items()):
        print(f"{times:5}  {blow}")
    for name, one in (("letters in", outcome.letters), ("words out", outcome.words)):
        print(
            f"{name}: told stored {one.told}, stand on the other side {one.stands}, lost {one.lost}, never told {one.never_told}, "
            f"other content {one.other_content}"
        )
    for fault in outcome.faults:
        print(f"! {fault}")
    print(
        "nothing lost, nothing doubled, nothing changed" if outcome.holds else f"NOT RIGHT; on their way {outcome.on_their_way}", flush=True
    )


def _tell_latency(inwards: Sequence[float], outwards: Sequence[float]) -> bool:
    for name, seconds in (("letter in", inwards), ("word out", outwards)):
        print(f"{name}: median {median(seconds):.3f} s, p95 {seconds[len(seconds) * 95 // 100]:.3f} s, slowest {seconds[-1]:.3f} s")
    return median(inwards) <= ARRIVES_WITHIN_S and median(outwards) <= ARRIVES_WITHIN_S


if __name__ == "__main__":
    sys.exit(main())
