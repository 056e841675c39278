"""`make prove-streams`: however many pages are open, other pages answer.

    python -m tests.proofs.prove_streams [STREAMS]

A demo house of its own with the office face as it is run (granian, two processes, ten connections each). One officer's session is copied
to as many sessions as are needed; each keeps a few event streams open while a colleague goes on asking for pages. Ends with 1 when a page
fails, a stream is refused or cut, or the oldest streams of a session that opens too many do not end.
"""

import asyncio
import sys
import tempfile
import time
from contextlib import AsyncExitStack
from dataclasses import dataclass
from pathlib import Path
from statistics import quantiles

import psycopg

from bench.visitor import Visitor
from sisada.faces.office.live import REPLACED, STREAMS_A_SESSION
from tests.browser.house import House

GROUND = "SP 0412/XI/2026"
PAGES = ("/", "/dasar/", "/bantuan/", "/dasar/")
STREAMS_OF_EACH = 4  # of each copied session: below what one process allows
WATCHED_S = 12.0  # longer than a request waits for a connection, and than every stream takes to ask twice
FACE_PROCESSES = 2
ANSWER_WITHIN_S = 15.0


@dataclass
class Pages:
    """What the colleague saw."""

    seconds: list[float]
    failed: int

    @property
    def p95_ms(self) -> float:
        return quantiles(self.seconds, n=20)[-1] * 1000


@dataclass
class Report:
    streams: int
    before: Pages
    during: Pages
    alive: int  # streams that were heard in the last seconds
    lasting: int  # of too many streams of one session
    ended: int
    turned_away: int  # of those that ended, and came back by themselves

    def holds(self) -> bool:
        capped = 0 < self.lasting <= STREAMS_A_SESSION * FACE_PROCESSES and self.turned_away == self.ended
        return not self.during.failed and self.alive == self.streams and capped


class Stream:
    """One open page, as far as the server can tell."""

    def __init__(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        self.reader = reader
        self.writer = writer
        self.status = 0
        self.heard_at = 0.0
        self.over = False
        self._listening = asyncio.create_task(self._listen())

    @classmethod
    async def open(cls, port: int, cookies: str, *, last_event: str = "") -> "Stream":
        """Answered: the stream has begun, or was refused."""
        reader, writer = await asyncio.open_connection("127.0.0.1", port)
        lines = ["GET /langsung/ HTTP/1.1", f"Host: localhost:{port}", "Accept: text/event-stream", f"Cookie: {cookies}"]
        if last_event:
            lines.append(f"Last-Event-ID: {last_event}")
        writer.write("\r\n".join([*lines, "", ""]).encode())
        stream = cls(reader, writer)
        async with asyncio.timeout(ANSWER_WITHIN_S):
            while not stream.status:
                await asyncio.sleep(0.02)
        return stream

    async def _listen(self) -> None:
        self.status = int((await self.reader.readline()).split()[1])
        while line := await self.reader.readline():
            self.heard_at = time.monotonic()
            if line == b"0\r\n":  # the last chunk: the server ended the stream
                break
        self.over = True

    async def close(self) -> None:
        self._listening.cancel()
        self.writer.close()


def prove(streams: int) -> Report:
    with tempfile.TemporaryDirectory(prefix="prove-streams-") as place:
        house = House(Path(place) / "house")
        try:
            house.start()
            return asyncio.run(_prove_in(house, streams))
        finally:
            house.stop()


async def _prove_in(house: House, streams: int) -> Report:
    port = int(house.url.rsplit(":", 1)[1])
    sari, rahmat = Visitor(port), Visitor(port)
    for visitor, email in ((sari, "sari@kantor.example"), (rahmat, "rahmat@kantor.example")):
        await asyncio.to_thread(visitor.sign_in, email, ground=GROUND)
    before = await asyncio.to_thread(_ask_for, rahmat, WATCHED_S / 3)
    sessions = _copies(house, sari, number=-(-streams // STREAMS_OF_EACH) + 1)
    async with AsyncExitStack() as stack:
        opened = [await _opened(stack, port, sessions[number // STREAMS_OF_EACH]) for number in range(streams)]
        during = await asyncio.to_thread(_ask_for, rahmat, WATCHED_S)
        since = time.monotonic() - WATCHED_S
        alive = sum(stream.status == 200 and not stream.over and stream.heard_at > since for stream in opened)
    return Report(streams, before, during, alive, *await _too_many(port, sessions[-1]))


async def _opened(stack: AsyncExitStack, port: int, cookies: str) -> Stream:
    stream = await Stream.open(port, cookies)
    stack.push_async_callback(stream.close)
    return stream


async def _too_many(port: int, cookies: str) -> tuple[int, int, int]:
    """One session opens five more than all processes allow it: how many last, how many ended, how many of these may not come back."""
    async with AsyncExitStack() as stack:
        opened = [await _opened(stack, port, cookies) for _ in range(STREAMS_A_SESSION * FACE_PROCESSES + 5)]
        await asyncio.sleep(1)
        ended = sum(stream.over for stream in opened)
        back = [await Stream.open(port, cookies, last_event=REPLACED) for _ in range(ended)]
        return len(opened) - ended, ended, sum(stream.status == 204 for stream in back)


def _copies(house: House, visitor: Visitor, *, number: int) -> list[str]:
    """Cookies of so many sessions, each like this visitor's."""
    copy = """insert into django_session (session_key, session_data, expire_date)
        select %s, session_data, expire_date from django_session where session_key = %s"""
    keys = [f"salinan{place:025}" for place in range(number)]
    with psycopg.connect(house.office_url(), autocommit=True) as office:
        for key in keys:
            office.execute(copy, [key, visitor.cookies["sisada_sesi"]])
    others = [f"{name}={value}" for name, value in visitor.cookies.items() if name != "sisada_sesi"]
    return ["; ".join([*others, f"sisada_sesi={key}"]) for key in keys]


def _ask_for(visitor: Visitor, seconds: float) -> Pages:
    """One page after another, as somebody at work would, for so long."""
    pages = Pages([], 0)
    until = time.monotonic() + seconds
    while time.monotonic() < until:
        for page in PAGES:
            begun = time.monotonic()
            pages.failed += visitor.get(page).status != 200
            pages.seconds.append(time.monotonic() - begun)
            time.sleep(0.02)
    return pages


def main(words: list[str]) -> int:
    report = prove(int(words[0]) if words else 200)
    for name, pages in (("no stream open", report.before), (f"{report.streams} streams open", report.during)):
        print(f"{name:20} {len(pages.seconds):4} pages   p95 {pages.p95_ms:6.1f} ms   failed: {pages.failed}")
    print(f"streams heard to the end: {report.alive} of {report.streams}")
    print(f"too many of one session: {report.lasting} last, {report.ended} ended, {report.turned_away} of these turned away")
    return 0 if report.holds() else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
