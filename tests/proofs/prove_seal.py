"""`make prove-seal`: the seal costs an officer next to nothing, and no kill makes it lose, double or skip a row.

    python -m tests.proofs.prove_seal [KILLS] [TURNS] [SECONDS A TURN]

On a server of its own with fsync on; for the kills both databases lie on it, with their own roles. Ends with 0 when the median
ratio is at least 0.9 and the count is right.
"""

import subprocess
import sys
import tempfile
import time
from pathlib import Path
from statistics import median

from sisada.foundation.roles import prepare
from sisada.outside import roles as outside
from tests.proofs.looks.server import ROOT, ProofServer
from tests.proofs.prove_seal_kills import Addresses, Outcome, Struck, strike
from tests.proofs.prove_seal_speed import CLIENTS, Turn, fill, measure

LEAST_RATIO = 0.9
DEFAULTS = (50, 5, 8)


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
    """The outside's database beside the inside's, under its own owner and roles."""
    names = (outside.OWNER, *(role.name for role in outside.ROLES))
    passwords = {name: server.folder.secret(name) for name in names}
    prepare(server.server.url(), database=outside.DATABASE, owner=outside.OWNER, roles=outside.ROLES, passwords=passwords)

    def on_the_outside(role: str) -> str:
        return f"postgresql://{role}:{passwords[role]}@127.0.0.1:{server.server.port}/{outside.DATABASE}"

    command = [sys.executable, "-m", "django", "migrate", "--settings", "sisada.outside.settings", "--verbosity", "0"]
    settings = {"DATABASE_URL": on_the_outside(outside.OWNER), "SISADA_SECRET_KEY": "proof", "PYTHONPATH": str(ROOT)}
    subprocess.run(command, env=settings, check=True, cwd=ROOT)
    return Addresses(
        owner=server.url("sisada_owner"),
        outside_owner=on_the_outside(outside.OWNER),
        sealer=server.url("sisada_sealer"),
        worker=server.url("sisada_worker"),
        carrier=on_the_outside("sisada_carrier"),
        witness=on_the_outside("sisada_public"),
        key_file=server.folder.path / "keys" / "seal-key",
    )


def _measured(addresses: Addresses, server: ProofServer, *, turns: int, seconds: int) -> float:
    fill(addresses.owner)
    sealer = Struck("sisada.inside.audit.seal", addresses.of_sealer()).start()
    try:
        time.sleep(3)
        print(f"\n{CLIENTS} clients, rows a second    plain    looks with seal    ratio    sealed meanwhile a second", flush=True)
        measured = []
        for turn in measure(owner_url=addresses.owner, office_url=server.url("sisada_office"), sealer=sealer, turns=turns, seconds=seconds):
            print(f"{turn.plain:34.0f} {turn.looks:18.0f} {turn.looks / turn.plain:8.2f} {turn.sealed / seconds:20.0f}", flush=True)
            measured.append(turn)
    finally:
        sealer.kill()
        sealer.wait()
    return _ratio(measured)


def _ratio(turns: list[Turn]) -> float:
    ratio = median(turn.looks / turn.plain for turn in turns)
    print(f"median ratio {ratio:.2f}   (must be at least {LEAST_RATIO})")
    return ratio


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
