"""The outside's database beside the inside's on one proof server, under its own owner and roles."""

import subprocess
import sys
from collections.abc import Callable

from sisada.foundation.roles import prepare
from sisada.outside import roles as outside
from tests.proofs.looks.server import ROOT, ProofServer


def outside_beside(server: ProofServer) -> Callable[[str], str]:
    """Make it; the address of each of its roles."""
    names = (outside.OWNER, *(role.name for role in outside.ROLES))
    passwords = {name: server.folder.secret(name) for name in names}
    prepare(server.server.url(), database=outside.DATABASE, owner=outside.OWNER, roles=outside.ROLES, passwords=passwords)

    def address(role: str) -> str:
        return f"postgresql://{role}:{passwords[role]}@127.0.0.1:{server.server.port}/{outside.DATABASE}"

    command = [sys.executable, "-m", "django", "migrate", "--settings", "sisada.outside.settings", "--verbosity", "0"]
    settings = {"DATABASE_URL": address(outside.OWNER), "SISADA_SECRET_KEY": "proof", "PYTHONPATH": str(ROOT)}
    subprocess.run(command, env=settings, check=True, cwd=ROOT)
    return address
