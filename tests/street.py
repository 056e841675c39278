"""Somebody who has taken over the public face: code of theirs in a process with exactly the environment that `make run` gives it."""

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

from demo.machinery import Machinery
from sisada.foundation.launcher.machine import Folder, free_port
from sisada.foundation.launcher.supervisor import Part, Supervisor
from tests.databases import Side
from tests.servers import ROOT


class Street:
    """The machinery of `make run` in `folder`, with the tests' servers in the place of its own."""

    def __init__(self, folder: Path, *, inside: Side, outside: Side) -> None:
        self.folder = Folder(folder)
        passwords = inside.passwords() | outside.passwords() | {"directorate-admin": "not-a-server-of-this-test"}
        for name, password in passwords.items():
            self.folder.write(self.folder.path / "keys" / name, password)
        supervisor = Supervisor(self.folder.path / "log", tell=print)
        machinery = Machinery(self.folder, supervisor, port=free_port(), public_port=free_port(), persons=1)
        machinery.servers |= {"inside": inside.server, "outside": outside.server}
        self.parts: dict[str, Part] = {part.name: part for part in machinery.parts()}

    @property
    def environment(self) -> dict[str, str]:
        return self.parts["public"].environment

    def run(self, code: str, *words: str) -> Any:
        """What `code` prints, as JSON. `words`: what the intruder knows besides, its arguments."""
        command = [sys.executable, "-c", code, *words]
        inherited = {"PYTHONPATH": str(ROOT)}
        done = subprocess.run(command, env=inherited | self.environment, cwd=ROOT, capture_output=True, text=True, check=False)
        assert done.returncode == 0, done.stderr
        return json.loads(done.stdout)
