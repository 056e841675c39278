"""python -m demo run | forget: see `make help`."""

import sys

from demo.run import forget, run

if __name__ == "__main__":
    {"run": run, "forget": forget}[sys.argv[1]]()
