"""`make prove-seal`: the seal costs an officer next to nothing, and no kill makes it lose, double or skip a row.

    python -m tests.proofs.prove_seal [KILLS] [TURNS] [SECONDS A TURN]

On a server of its own with fsync on; for the kills both databases lie on it, with their own roles. Ends with 0 when looks with
the seal are at least 0.9 of what they are without it and the count is right.
"""

import sys
import tempfile
import time
from pathlib import Path
from statistics import median

from tests.proofs.both_sides import outside_beside
from tests.proofs.looks.server import ProofServer
from tests.proofs.prove_seal_kills import Addresses, Outcome, Struck, strike
from tests.proofs.prove_seal_speed import CLIENTS, Bench, Turn, fill

LEAST_RATIO = 0.9
DEFAULTS = (50, 5, 8)
RATE = 320  # looks a second: ten times what 200 officers make who look every 6 seconds
COLUMNS = f"{'plain inserts':>18}{'looks':>18}{'looks with seal':>18}{'sealed a second':>18}"


def main() -> int:
    given = [int(word) for word in sys.argv[1:]]
    kills, turns, seconds = given + list(DEFAULTS[len(given) :])
    begun = time.monotonic()
    with tempfile.TemporaryDirectory(prefix="prove-seal-") as folder:
        Path(folder).chmod(0o755)  # the server may run as another user
        server = ProofServer(Path(folder))
        server.create()
        try:
            addresses = _addresses(server)
            outcome = strike(addresses, kills=kills, seed=1)
            _tell_kills(outcome)
            ratio = _measured(addresses, server, turns=turns, seconds=seconds)
        finally:
            server.stop()
    print(f"\n{time.monotonic() - begun:.0f} s")
    return 0 if outcome.holds and ratio >= LEAST_RATIO else 1


def _addresses(server: ProofServer) -> Addresses:
    outside = outside_beside(server)
    return Addresses(
        owner=server.url("sisada_owner"),
        outside_owner=outside("sisada_outside_owner"),
        sealer=server.url("sisada_sealer"),
        worker=server.url("sisada_worker"),
        carrier=outside("sisada_carrier"),
        witness=outside("sisada_public"),
        key_file=server.folder.path / "keys" / "seal-key",
    )


def _measured(addresses: Addresses, server: ProofServer, *, turns: int, seconds: int) -> float:
    """The median ratio of looks with the sealer at work to the same looks without."""
    fill(addresses.owner)
    sealer = Struck("sisada.inside.audit.seal", addresses.of_sealer()).start()
    bench = Bench(addresses.owner, server.url("sisada_office"), sealer)
    try:
        time.sleep(3)
        print(f"\n{CLIENTS} clients, as fast as they can, rows a second\n{COLUMNS}", flush=True)
        fast = [_told(turn, seconds) for turn in bench.turns(turns, seconds=seconds)]
        print(f"\n{CLIENTS} clients, {RATE} looks a second in all, milliseconds a look\n{COLUMNS}", flush=True)
        steady = [_told_steady(turn, seconds) for turn in bench.turns(turns, seconds=seconds, rate=RATE)]
    finally:
        sealer.kill()
        sealer.wait()
    return _ratio(fast, steady)


def _told(turn: Turn, seconds: int) -> Turn:
    numbers = [one.a_second for one in (turn.plain, turn.looks, turn.looks_with_seal)]
    print("".join(f"{number:18.0f}" for number in numbers) + f"{turn.sealed / seconds:18.0f}", flush=True)
    return turn


def _told_steady(turn: Turn, seconds: int) -> Turn:
    numbers = [one.latency_ms for one in (turn.plain, turn.looks, turn.looks_with_seal)]
    print("".join(f"{number:18.2f}" for number in numbers) + f"{turn.sealed / seconds:18.0f}", flush=True)
    return turn


def _ratio(fast: list[Turn], steady: list[Turn]) -> float:
    ratio = median(turn.looks_with_seal.a_second / turn.looks.a_second for turn in fast)
    to_plain = median(turn.looks_with_seal.a_second / turn.plain.a_second for turn in fast)
    at_rate = median(turn.looks_with_seal.a_second / turn.plain.a_second for turn in steady)
    print(f"\nlooks with the seal, to the same looks without it     {ratio:.2f}   (must be at least {LEAST_RATIO})")
    print(f"looks with the seal, to plain inserts, at that rate   {at_rate:.2f}   (must be at least {LEAST_RATIO})")
    print(f"looks with the seal, to plain inserts, at full speed  {to_plain:.2f}   (the rest is what the checks of a look cost)")
    return min(ratio, at_rate)


def _tell_kills(outcome: Outcome) -> None:
    print(f"kill -9: {outcome.kills['sealer']} of the sealer, {outcome.kills['crossing']} of the passage")
    print(f"looks committed {outcome.committed}, in the table {outcome.rows}, sealed {outcome.sealed}, last number {outcome.last_number}")
    print(
        f"sealed twice {outcome.seals_twice}, checkpoints {outcome.checkpoints}, outside {outcome.heads_outside}, waiting {outcome.waiting}"
    )
    for finding in outcome.findings:
        print(f"! {finding.sentence}")
    print("nothing lost, nothing doubled" if outcome.holds else "NOT RIGHT", flush=True)


if __name__ == "__main__":
    sys.exit(main())
