"""python -m demo run | forget — see `make help`."""

import shutil
import sys

from demo.run import VAR, run
from sisada.foundation.launcher.machine import Folder


def forget() -> None:
    """Throw the demo's data away. Refuses while it runs."""
    if VAR.exists():
        Folder(VAR).lock()
        shutil.rmtree(VAR)


if __name__ == "__main__":
    {"run": run, "forget": forget}[sys.argv[1]]()
