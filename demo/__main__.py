"""python -m demo run | forget: see `make help`."""

import signal
import sys

signal.signal(signal.SIGINT, signal.SIG_DFL)  # Ctrl-C while the modules below load ends us without a trace

from demo.run import forget, run  # noqa: E402 - see the line above

if __name__ == "__main__":
    {"run": run, "forget": forget}[sys.argv[1]]()
