"""`make bench-pages`: what a look costs. Cari and Orang through the whole stack, against the same pages by plain ORM without looks.

    python -m bench.pages        (PERSONS=300000, BENCH_REQUESTS=300 of each page and concurrency)

Both faces: granian with two workers, the same middleware, session, rules and templates, the same PostgreSQL with fsync on, and the
demo's life going on meanwhile. Goal: ratio ≤ 1.3. Beside them the area page, which needs no look: goal 150 ms.
"""

import os
import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from bench import asked, house, surroundings, timing
from bench.timing import Ask, Times
from bench.visitor import Page, Visitor

OFFICERS = ("sari", "ratna", "dimas", "wirawan")
GROUND = "SP 0415/XI/2026"
CONCURRENCIES = (1, 4)
REQUESTS = int(os.environ.get("BENCH_REQUESTS", "300"))
WARM_UP = 60
GOAL = 1.3
AREA_GOAL_MS = 150.0
HEADINGS = f"""
{REQUESTS} requests each, in turns          with looks          plain ORM           ratio
page                    at once     p50      p95        p50      p95        p50    p95"""


@dataclass(frozen=True)
class Figure:
    page: str
    concurrency: int
    looks: Times
    plain: Times

    @property
    def ratios(self) -> tuple[float, float]:
        return self.looks.p50 / self.plain.p50, self.looks.p95 / self.plain.p95


def main() -> int:
    with house.running() as running:
        visitors = [signed_in(running.office_port, officer) for officer in OFFICERS]
        questions = asked.draw(running.owner_url, WARM_UP + REQUESTS)
        print("\n".join(surroundings.lines(running.owner_url)), flush=True)
        print(HEADINGS, flush=True)
        figures = [figure for concurrency in CONCURRENCIES for figure in measured(running, visitors[:concurrency], questions)]
        report_areas(area_times(visitors[0], requests=max(20, REQUESTS // 10)))
        print(f"load at the end: {surroundings.load()}")
    return 0 if all(max(figure.ratios) <= GOAL for figure in figures) else 1


def signed_in(port: int, officer: str) -> Visitor:
    visitor = Visitor(port)
    visitor.sign_in(f"{officer}@kantor.example", ground=GROUND)
    return visitor


def measured(running: house.House, visitors: Sequence[Visitor], questions: asked.Asked) -> list[Figure]:
    pages: list[tuple[str, Callable[[Visitor, int], Ask], tuple[str, ...]]] = [
        ("Cari, by number", searching, questions.numbers),
        ("Cari, by name and year", searching, questions.names),
        ("Orang", opening, questions.persons),
    ]
    figures = []
    for name, ask, put in pages:
        looks, plain = ([ask(visitor, port) for visitor in visitors] for port in (running.office_port, running.plain_port))
        timing.in_turns(looks, plain, put[:WARM_UP])
        figures.append(Figure(name, len(visitors), *timing.in_turns(looks, plain, put[WARM_UP:])))
        report(figures[-1])
    return figures


def searching(visitor: Visitor, port: int) -> Ask:
    """POST, redirect, results; everybody asked for is on record, so a page without a hit is a fault."""

    def ask(typed: str) -> None:
        require(visitor.search(typed, port=port), b'href="/orang/')

    return ask


def opening(visitor: Visitor, port: int) -> Ask:
    def ask(person: str) -> None:
        require(visitor.get(f"/orang/{person}/", port=port), b'id="kartu"')

    return ask


def require(page: Page, sign: bytes) -> None:
    if page.status != 200 or sign not in page.body:
        raise RuntimeError(f"{page.url} answered {page.status} without what was asked for")


def area_times(visitor: Visitor, *, requests: int) -> Times:
    def ask(url: str) -> None:
        require(visitor.get(url), b"Rawajati")

    times, _ = timing.in_turns([ask], [ask], ["/wilayah/"] * requests)
    return times


def report(one: Figure) -> None:
    half, most = one.ratios
    times = f"{one.looks.p50:7.1f}  {one.looks.p95:7.1f}    {one.plain.p50:7.1f}  {one.plain.p95:7.1f} ms"
    print(
        f"{one.page:24}{one.concurrency:5}  {times}   {half:6.2f} {most:6.2f}{'' if max(half, most) <= GOAL else f'   over {GOAL}'}",
        flush=True,
    )


def report_areas(times: Times) -> None:
    over = "" if times.p50 <= AREA_GOAL_MS else f"   over {AREA_GOAL_MS:.0f}"
    print(f"{'Wilayah (no look)':24}{1:5}  {times.p50:7.1f}  {times.p95:7.1f}                        ms{over}")


if __name__ == "__main__":
    sys.exit(main())
