"""`make prove-looks`: whatever is killed between look and read, no record is disclosed without an earlier durable look.

    python -m tests.proofs.prove_looks [N] [SEED]

A real server with durability as shipped; N attempts of a hostile office process (looks/tricks.py, looks/readings.py), struck
at random moments (looks/faults.py). Every byte that the server sends is searched for the canaries of its persons; after all
crashes each canary must have a look that was there before it. Three control runs with a broken check show that this can fail.
What a power cut does to a disk that lies about fsync is not tried: a killed server loses its memory, not the machine's.
"""

import random
import re
import shutil
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import islice
from pathlib import Path

import psycopg

from sisada.inside import roles
from tests.proofs.looks import world
from tests.proofs.looks.attempt import DISCLOSING, NEVER, OF_ONE_CLIENT, OF_THE_SERVER, Attempt, Fault, Purpose, Reading, Trick, draw
from tests.proofs.looks.faults import Clients, Round
from tests.proofs.looks.server import ROOT, ProofServer
from tests.proofs.looks.tap import WireTap
from tests.proofs.looks.verdict import Disclosure, without_an_earlier_durable_look

AT_ONCE = 8
CRASHED_SHARE = 0.35  # of the rounds: each costs a start and a recovery
CHECK = ROOT / "sisada" / "inside" / "audit" / "sql" / "audit_require_look.sql"
FLUSH = re.compile(r"    if pg_current_wal_flush_lsn\(\).*?end if;\n", re.DOTALL)
HITS = ROOT / "sisada" / "inside" / "lookup" / "sql" / "lookup_hits.sql"
LIST_THEN_CHECK = re.compile(r"(    listed audit_look_shown.*?;\n)(?:    --[^\n]*\n)+(    asked audit_look := [^\n]*\n)", re.DOTALL)
COMPARISONS = re.compile(r"    -- A visible row.*?(?=    return asked)", re.DOTALL)


@dataclass(frozen=True)
class Outcome:
    """What one run of attempts disclosed."""

    attempts: tuple[Attempt, ...]
    disclosures: tuple[Disclosure, ...]
    without_look: tuple[Disclosure, ...]
    crashes: int


@dataclass(frozen=True)
class Proof:
    """The run that must disclose nothing without a look, and the three that must."""

    checked: Outcome
    comparing_nothing: Outcome
    flushing_first: Outcome
    without_flush: Outcome


def prove(count: int, seed: int, *, controls: int) -> Proof:
    """`count` attempts against the real check, then up to `controls` against each broken one."""
    folder = Path(tempfile.mkdtemp(prefix="prove-looks-"))
    server = ProofServer(folder)
    try:
        server.create()
        world.fill(server.url(roles.OWNER), officers=1 + count + 3 * controls)
        return _prove(server, count, seed, controls=controls)
    finally:
        server.stop()
        shutil.rmtree(folder)


def _prove(server: ProofServer, count: int, seed: int, *, controls: int) -> Proof:
    chance, tap = random.Random(seed), WireTap(server.server.port)  # noqa: S311 - a repeatable draw, not a secret
    clients = Clients(server.url("sisada_office", port=tap.port))
    play = Round(server, tap, clients)
    # Officer 0 belongs to the trick "another officer's look": nobody tries as him.
    checked = _run(play, list(_rounds(chance, range(1, 1 + count))))
    numbers = iter(range(1 + count, 1 + count + 3 * controls))
    _break(server, CHECK, COMPARISONS, instead="")
    blind = _run(play, [[_on_own_look(one) for one in some] for some in _rounds(chance, list(islice(numbers, controls)))])
    _mend(server, CHECK)
    _break(server, HITS, LIST_THEN_CHECK, instead=r"\2\1")
    early = _run_until_caught(play, [_listed_meanwhile(one) for some in _rounds(chance, list(islice(numbers, controls))) for one in some])
    _mend(server, HITS)
    _break(server, CHECK, FLUSH, instead="")
    unflushed = _run_until_caught(play, [_crashing_at_once(one) for some in _rounds(chance, list(numbers)) for one in some])
    clients.stop()
    return Proof(checked, blind, early, unflushed)


def _rounds(chance: random.Random, numbers: Sequence[int]) -> Iterator[list[Attempt]]:
    """Attempts in groups that run at the same time; a fault of the server strikes a whole group, brought by one of them."""
    for first in range(0, len(numbers), AT_ONCE):
        crash = chance.choice(OF_THE_SERVER) if chance.random() < CRASHED_SHARE else None
        some = [
            draw(chance, number, fault=crash or chance.choice(OF_ONE_CLIENT), persons=world.PERSONS)
            for number in numbers[first : first + AT_ONCE]
        ]
        yield _brought_by_one(some) if crash else some


def _brought_by_one(some: list[Attempt]) -> list[Attempt]:
    """By one that may disclose something, where there is one: else the first of eight drawn moments would always be an early one."""
    bringing = next((attempt for attempt in some if attempt.trick in DISCLOSING), some[0])
    return [attempt if attempt is bringing else replace(attempt, fault_after_s=NEVER) for attempt in some]


def _on_own_look(attempt: Attempt) -> Attempt:
    """Only what the comparisons stop: a read in the look's own transaction, rolled back."""
    return replace(attempt, trick=Trick.OWN_TRANSACTION, reading=Reading.ROWS, commits=False)


def _crashing_at_once(attempt: Attempt) -> Attempt:
    """Only what the flush stops: a committed look in memory alone, read, and the server dead in the same moment."""
    return replace(
        attempt,
        trick=Trick.COMMITTED,
        reading=Reading.ROWS,
        purpose=Purpose.CARD,
        synchronous_commit="off",
        fault=Fault.SERVER_KILLED,
        fault_after_s=None,
    )


def _listed_meanwhile(attempt: Attempt) -> Attempt:
    """Only what the order of list and flush stops: a list committed in memory alone, during the flush."""
    return replace(_crashing_at_once(attempt), trick=Trick.SHOWN_MEANWHILE, purpose=Purpose.SEARCH, isolation="read committed")


def _run(play: Round, rounds: list[list[Attempt]]) -> Outcome:
    attempts = tuple(attempt for some in rounds for attempt in some)
    for number, some in enumerate(rounds):
        play.play(some)
        if number % 10 == 9:
            print(f"  {min((number + 1) * AT_ONCE, len(attempts))} of {len(attempts)} attempts", flush=True)
    play.server.kill_all()
    play.server.start()
    numbers = {attempt.number for attempt in attempts}
    disclosures = tuple(Disclosure(*one) for one in play.tap.disclosures() if one[0] in numbers)
    without = without_an_earlier_durable_look(play.server.admin_url(), disclosures)
    crashes = sum(some[0].fault in OF_THE_SERVER for some in rounds)
    return Outcome(attempts, disclosures, tuple(without), crashes)


def _run_until_caught(play: Round, attempts: list[Attempt]) -> Outcome:
    """One at a time, each with a crash, until one disclosed something without a look: it may take a race."""
    outcome = Outcome((), (), (), 0)
    for attempt in attempts:
        one = _run(play, [[attempt]])
        outcome = Outcome((*outcome.attempts, attempt), outcome.disclosures + one.disclosures, one.without_look, outcome.crashes + 1)
        if one.without_look:
            break
    return outcome


def _break(server: ProofServer, file: Path, part: re.Pattern[str], *, instead: str) -> None:
    """A function of the house with one part of it gone or moved."""
    broken, replaced = part.subn(instead, file.read_text(encoding="utf-8"))
    if replaced != 1:
        raise ValueError(f"{file.name} does not read as this proof expects: {part.pattern}")
    with psycopg.connect(server.url(roles.OWNER), autocommit=True) as owner:
        owner.execute(broken.encode())


def _mend(server: ProofServer, file: Path) -> None:
    with psycopg.connect(server.url(roles.OWNER), autocommit=True) as owner:
        owner.execute(file.read_bytes())


def report(proof: Proof, *, seed: int, seconds: float) -> None:
    checked = proof.checked
    disclosed = Counter(one.attempt for one in checked.disclosures)
    print(f"\n{len(checked.attempts)} attempts, {checked.crashes} crashes of the server, seed {seed}, {seconds:.0f} s")
    _table("struck by", [(attempt.fault.value, disclosed[attempt.number]) for attempt in checked.attempts])
    _table("tried by", [(attempt.trick.value, disclosed[attempt.number]) for attempt in checked.attempts])
    _table("read as", [(attempt.reading.value, disclosed[attempt.number]) for attempt in checked.attempts])
    _table("synchronous_commit", [(attempt.synchronous_commit, disclosed[attempt.number]) for attempt in checked.attempts])
    print(f"\nparts of records disclosed:        {len(checked.disclosures)}")
    print(f"without an earlier durable look:   {len(checked.without_look)}   (must be 0)")
    for one in checked.without_look[:20]:
        print(f"    {one.canary} of person {one.person}, {next(attempt for attempt in checked.attempts if attempt.number == one.attempt)}")
    for words, control in controls_of(proof).items():
        figures = f"{len(control.without_look)} of {len(control.disclosures)} without a look, {len(control.attempts)} attempts"
        print(f"control, {words}: {figures}   (must not be 0)")


def controls_of(proof: Proof) -> dict[str, Outcome]:
    return {
        "a check that compares nothing": proof.comparing_nothing,
        "a list read after the check's flush": proof.flushing_first,
        "a check without its flush": proof.without_flush,
    }


def _table(heading: str, rows: list[tuple[str, int]]) -> None:
    print(f"\n{heading:52} attempts   disclosing   parts of records")
    for name, attempts in sorted(Counter(name for name, _ in rows).items()):
        parts = [count for row_name, count in rows if row_name == name]
        print(f"  {name:50} {attempts:8} {sum(count > 0 for count in parts):12} {sum(parts):18}")


def main() -> int:
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 1000
    seed = int(sys.argv[2]) if len(sys.argv) > 2 else 1
    begun = time.monotonic()
    proof = prove(count, seed, controls=24)
    report(proof, seed=seed, seconds=time.monotonic() - begun)
    return 0 if holds(proof) else 1


def holds(proof: Proof) -> bool:
    """Nothing was disclosed without a look, something was disclosed at all, and every broken check was caught."""
    caught = all(control.without_look for control in controls_of(proof).values())
    return bool(not proof.checked.without_look and proof.checked.disclosures and caught)


if __name__ == "__main__":
    sys.exit(main())
