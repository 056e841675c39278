"""The public face as it is run (granian, two processes) before an outside server of its own, and the words it needs."""

import os
import signal
import subprocess
from pathlib import Path

from demo.machinery import answers, serving
from sisada.foundation.launcher.machine import free_port
from sisada.foundation.launcher.supervisor import wait_for
from sisada.outside import roles as outside
from tests import street_keys
from tests.databases import Side, migrate_by
from tests.servers import ROOT, Servers

ANSWERS_WITHIN_S = 60
INHERITED = ("PATH", "HOME", "LANG", "LC_ALL", "TZ", "TMPDIR")


class Street:
    """`with Street(secret=…, log=…) as street:` it answers at `street.port`. `secret`: with which it signs challenges."""

    def __init__(self, *, secret: str, log: Path) -> None:
        self.secret = secret
        self.log = log
        self.port = free_port()
        self._servers = Servers()
        self._face: subprocess.Popen[bytes] | None = None  # None: not started

    def __enter__(self) -> "Street":
        side = Side(outside, self._servers.server("outside"), self._servers.folder)
        side.prepare(outside.DATABASE)
        os.environ.setdefault("SISADA_SECRET_KEY", self.secret)
        migrated = migrate_by("sisada.outside.settings", side.uri(outside.DATABASE, outside.OWNER))
        assert migrated.returncode == 0, migrated.stderr
        with self.log.open("ab") as log:
            self._face = subprocess.Popen(
                serving("sisada.faces.public.asgi:application", port=self.port),
                cwd=ROOT,
                stdout=log,
                stderr=log,
                start_new_session=True,
                env=self._environment(side),
            )
        assert wait_for(lambda: answers(self.port, "/"), within_s=ANSWERS_WITHIN_S), f"The face does not answer; see {self.log}"
        return self

    def __exit__(self, *_: object) -> None:
        if self._face is not None:
            self._face.send_signal(signal.SIGINT)
            try:
                self._face.wait(15)
            except subprocess.TimeoutExpired:
                os.killpg(self._face.pid, signal.SIGKILL)
                self._face.wait()
        self._servers.stop()

    def _environment(self, side: Side) -> dict[str, str]:
        return {name: os.environ[name] for name in INHERITED if name in os.environ} | {
            "PYTHONPATH": str(ROOT),
            "DATABASE_URL": side.uri(outside.DATABASE, "sisada_public"),
            "SISADA_SECRET_KEY": self.secret,
            "SISADA_DEMO": "1",
            "SISADA_PLAIN_HTTP": "1",
            "DJANGO_SETTINGS_MODULE": "sisada.faces.public.settings",
            "SISADA_LETTER_PUBLIC_KEY": street_keys.LETTER_PUBLIC.hex(),
            "SISADA_RECEIPT_KEY_FILE": str(street_keys.RECEIPT_KEY_FILE),
            "SISADA_CODE_PEPPER": street_keys.PEPPER.hex(),
        }
