"""The public face as it is run (granian, two processes) before an outside's database, with keys that everybody knows."""

import os
import signal
import subprocess
from pathlib import Path

from demo.machinery import answers, serving
from sisada.foundation.launcher.machine import free_port
from sisada.foundation.launcher.supervisor import wait_for
from sisada.outside import roles as outside
from tests import street_keys
from tests.databases import Side
from tests.servers import ROOT

ANSWERS_WITHIN_S = 60
INHERITED = ("PATH", "HOME", "LANG", "LC_ALL", "TZ", "TMPDIR")


class Street:
    """`with Street(side, secret=…, log=…) as street:` it answers at `street.port`. `secret`: with which it signs challenges."""

    def __init__(self, side: Side, *, secret: str, log: Path) -> None:
        self.side = side
        self.secret = secret
        self.log = log
        self.port = free_port()
        self._face: subprocess.Popen[bytes] | None = None  # None: not started

    def __enter__(self) -> "Street":
        with self.log.open("ab") as log:
            self._face = subprocess.Popen(
                serving("sisada.faces.public.asgi:application", port=self.port),
                cwd=ROOT,
                stdout=log,
                stderr=log,
                start_new_session=True,
                env=self._environment(),
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

    def _environment(self) -> dict[str, str]:
        return {name: os.environ[name] for name in INHERITED if name in os.environ} | {
            "PYTHONPATH": str(ROOT),
            "DATABASE_URL": self.side.uri(outside.DATABASE, "sisada_public"),
            "SISADA_SECRET_KEY": self.secret,
            "SISADA_DEMO": "1",
            "SISADA_PLAIN_HTTP": "1",
            "DJANGO_SETTINGS_MODULE": "sisada.faces.public.settings",
            "SISADA_LETTER_PUBLIC_KEY": street_keys.LETTER_PUBLIC.hex(),
            "SISADA_WORD_PUBLIC_KEY": street_keys.WORD_PUBLIC.hex(),
            "SISADA_RECEIPT_KEY_FILE": str(street_keys.RECEIPT_KEY_FILE),
            "SISADA_CODE_PEPPER": street_keys.PEPPER.hex(),
        }
