"""Times of two ways to answer the same questions, taken in turns so that whatever else the machine does strikes both alike."""

import statistics
import time
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass

BLOCK = 10  # questions of each visitor before the other side's turn
Ask = Callable[[str], None]  # raises when the answer is not what was asked for


@dataclass(frozen=True)
class Times:
    """Milliseconds of each answer."""

    all_ms: tuple[float, ...]

    @property
    def p50(self) -> float:
        return statistics.median(self.all_ms)

    @property
    def p95(self) -> float:
        return statistics.quantiles(self.all_ms, n=20)[18]


def in_turns(first: Sequence[Ask], second: Sequence[Ask], questions: Sequence[str]) -> tuple[Times, Times]:
    """Every question put to both sides, by as many visitors at the same time as there are in `first` and `second` (equally many);
    blocks alternate, and so does which side begins."""
    taken: tuple[list[float], list[float]] = ([], [])
    sides = (first, second)
    step = BLOCK * len(first)
    for number, start in enumerate(range(0, len(questions), step)):
        block = questions[start : start + step]
        for side in (0, 1) if number % 2 == 0 else (1, 0):
            taken[side].extend(_at_once(sides[side], block))
    return Times(tuple(taken[0])), Times(tuple(taken[1]))


def _at_once(visitors: Sequence[Ask], questions: Sequence[str]) -> list[float]:
    """The questions shared out among the visitors, who ask at the same time."""
    with ThreadPoolExecutor(len(visitors)) as asking:
        shares = [questions[number :: len(visitors)] for number in range(len(visitors))]
        return [ms for times in asking.map(_one_after_another, visitors, shares) for ms in times]


def _one_after_another(ask: Ask, questions: Sequence[str]) -> list[float]:
    times = []
    for question in questions:
        begun = time.perf_counter()
        ask(question)
        times.append((time.perf_counter() - begun) * 1000)
    return times
