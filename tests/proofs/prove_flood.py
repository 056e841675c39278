"""`make prove-flood`: while 200 hostile requests a second come in, honest reporters get through.

    python -m tests.proofs.prove_flood [SECONDS] [A_SECOND] [LOG]

A third sends whole reports without a proof of work, a third with one that was spent before, a third begins uploads and trickles them.
Beside them an honest reporter begins every second, walks from the first question to the receipt and brings a proof. Ends with 1 unless
99 of 100 honest reports are received and 95 of 100 of their pages come within two seconds.

The honest reporters' own work is not done here: a phone does it on its own processor. Their challenges are drawn with few steps, with
the face's secret; the face checks them as it checks all others. Attackers do none either, which is why they have no proofs.
"""

import asyncio
import os
import secrets
import sys
import tempfile
import time
from collections.abc import Callable, Coroutine, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from statistics import median, quantiles

import psycopg
from django.conf import settings

from sisada.outside import roles as outside
from tests.databases import Side, migrate_by
from tests.proofs.flood_senders import Attackers, Figures, few_steps, proof, report
from tests.proofs.flood_street import Street
from tests.servers import Servers

SECONDS, A_SECOND, HONEST_A_SECOND, PREPARED = 120, 200, 1.0, 6
GOAL_SHARE, GOAL_P95_S = 0.99, 2.0
LAST_ANSWERS_WITHIN_S = 3


@dataclass
class Outcome:
    """`load`: the machine's, over the last minute, at the end."""

    figures: Figures
    attackers: Attackers
    load: float

    @property
    def share(self) -> float:
        return self.figures.received / max(1, self.figures.begun)

    def holds(self) -> bool:
        return self.share >= GOAL_SHARE and percentile(self.figures.pages, 95) <= GOAL_P95_S


def percentile(seconds: list[float], which: int) -> float:
    return quantiles(seconds, n=100)[which - 1] if len(seconds) > 1 else float("inf")


def prove(side: Side, seconds: int, a_second: int, *, log: Path) -> Outcome:
    """The face is started and stopped here, before `side`'s database, which the flood leaves with its budget used up."""
    with Street(side, secret=secret_to_share(), log=log) as street:
        return asyncio.run(flooded(street.port, seconds, a_second))


def secret_to_share() -> str:
    """With the face: this process then draws challenges that the face takes for its own. In a run of tests it is that run's."""
    if not settings.configured:
        settings.configure(SECRET_KEY=secrets.token_hex(32), USE_TZ=True)
    return settings.SECRET_KEY


@contextmanager
def outside_of_its_own() -> Iterator[Side]:
    servers = Servers()
    try:
        side = Side(outside, servers.server("outside"), servers.folder)
        side.prepare(outside.DATABASE)
        os.environ.setdefault("SISADA_SECRET_KEY", "only-to-migrate")
        migrated = migrate_by("sisada.outside.settings", side.uri(outside.DATABASE, outside.OWNER))
        assert migrated.returncode == 0, migrated.stderr
        with psycopg.connect(side.url(outside.DATABASE, outside.OWNER), autocommit=True) as owner:
            owner.execute("delete from letterbox_budget")  # of an earlier proof
        yield side
    finally:
        servers.stop()


async def flooded(port: int, seconds: int, a_second: int) -> Outcome:
    figures, attackers = Figures(), Attackers(port)
    await attackers.prepare(PREPARED)
    few_steps()
    spent = proof()
    await attackers.send("spends its one proof", attackers.replayed(0, spent))
    hostile = asyncio.create_task(at_a_rate(a_second, seconds, lambda number: one_of_three(attackers, number, spent)))
    await at_a_rate(HONEST_A_SECOND, seconds, lambda _: report(port, proof(), figures))
    await asyncio.wait({hostile}, timeout=LAST_ANSWERS_WITHIN_S)  # what still trickles then is cut with this process
    return Outcome(figures, attackers, os.getloadavg()[0])


def one_of_three(attackers: Attackers, number: int, spent: str) -> Coroutine[None, None, None]:
    if number % 3 == 0:
        return attackers.send("without proof", attackers.without_proof(number))
    if number % 3 == 1:
        return attackers.send("replayed", attackers.replayed(1 + number % (PREPARED - 1), spent))
    return attackers.trickle()


async def at_a_rate(a_second: float, seconds: float, begin: Callable[[int], Coroutine[None, None, None]]) -> None:
    """Begin so many a second, whether or not earlier ones were answered; then wait for the last."""
    loop = asyncio.get_running_loop()
    started, running = loop.time(), set[asyncio.Task[None]]()
    for number in range(int(a_second * seconds)):
        await asyncio.sleep(max(0.0, started + number / a_second - loop.time()))
        task = asyncio.create_task(begin(number))
        running.add(task)
        task.add_done_callback(running.discard)
    while running:
        await asyncio.wait(set(running))


def main(words: list[str]) -> int:
    seconds, a_second = (int(word) for word in (words + [str(SECONDS), str(A_SECOND)][len(words) :])[:2])
    begun, load = time.monotonic(), os.getloadavg()[0]
    with tempfile.TemporaryDirectory(prefix="prove-flood-") as place, outside_of_its_own() as side:
        outcome = prove(side, seconds, a_second, log=Path(place) / "face.log")
    took = time.monotonic() - begun
    print(f"{seconds} s of {a_second} hostile requests and {HONEST_A_SECOND:g} honest report a second; took {took:.0f} s")
    tell(outcome)
    print(f"load of this machine ({os.cpu_count()} processors): {load:.1f} before, {outcome.load:.1f} at the end")
    return 0 if outcome.holds() else 1


def tell(outcome: Outcome) -> None:
    seen, attackers = outcome.figures, outcome.attackers
    print(f"honest reports received: {seen.received} of {seen.begun} ({outcome.share:.1%})   not: {sorted(set(seen.why_not)) or 'none'}")
    for name, seconds in (("a page", seen.pages), ("the sending", seen.sendings)):
        print(f"{name:12} p50 {median(seconds or [0]):5.2f} s   p95 {percentile(seconds, 95):5.2f} s   of {len(seconds)}")
    for what, count in sorted(attackers.sent.items()):
        answers = ", ".join(f"{number} x {heard.split(': ')[1]}" for heard, number in attackers.answered.items() if heard.startswith(what))
        print(f"hostile, {what}: {count} sent; answered {answers or 'none'}")


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
