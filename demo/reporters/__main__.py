"""`python -m demo.reporters`: everybody of `reports.toml` once, then one anew every few minutes, until it is told to stop.

Environment: that of the public face, and DEMO_RHYTHM (a factor: 2 is twice as often, 0 never anew). What was sent before is not sent again:
a report's id is made of its name, and of the quarter hour for those that come anew.
"""

import logging
import os
import signal
import time
from itertools import count
from random import Random
from types import FrameType
from typing import Any, NoReturn

import django

PAUSE_S = 300.0
_LOG = logging.getLogger("demo.reporters")


def main() -> None:
    logging.basicConfig(level=logging.INFO, format="%(message)s")
    signal.signal(signal.SIGTERM, _leave)
    signal.signal(signal.SIGINT, _leave)
    django.setup()
    from demo.reporters.letters import reports

    for place, report in enumerate(reports()):
        _send_at_last(report, name=f"first {place}", told=place == 0)
    _LOG.info("%s reports are in the letterbox", len(reports()))
    rhythm = float(os.environ.get("DEMO_RHYTHM", "1"))
    for turn in count():
        time.sleep(PAUSE_S / rhythm if rhythm else 3600.0)
        if rhythm:
            _send_at_last(Random(turn).choice(reports()), name=f"anew {time.time_ns() // 10**9 // 60}", told=False)


def _send_at_last(report: dict[str, Any], *, name: str, told: bool) -> None:
    """Tries until the outside's database answers."""
    from django.db import OperationalError

    while True:
        try:
            _send(report, name=name, told=told)
        except OperationalError as problem:
            _LOG.info("the letterbox does not answer (%s); trying again", type(problem).__name__)
            time.sleep(2)
        else:
            return


def _send(report: dict[str, Any], *, name: str, told: bool) -> None:
    from demo.reporters import TOLD_CODE
    from demo.reporters.letters import letter_of
    from sisada.foundation import word_code
    from sisada.outside.letterbox import keys, post

    words = TOLD_CODE if told else tuple(Random(name).choices(word_code.words(), k=word_code.WORDS_IN_A_CODE))
    code = word_code.derive(words, pepper=keys.code_pepper())
    posted = letter_of(report, name=name, reporter_key=code.public_key)
    post.receive(posted.letter, letter_id=posted.id, code=code, photos=posted.photos)


def _leave(_signal: int, _frame: FrameType | None) -> NoReturn:
    os._exit(0)  # a letter is one statement: it is whole in the letterbox, or was never sent


if __name__ == "__main__":
    main()
