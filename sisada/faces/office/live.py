"""Open pages that stay true: one LISTEN a process, fanned out to the streams of the pages it serves.

The link's NOTIFY carries ids only. A stream says "changed", and the page asks again under its look; it never carries data.
"""

import asyncio
import contextlib
import json
import os
import signal
from collections.abc import AsyncIterator, Awaitable, Callable, Sequence
from dataclasses import dataclass, field
from typing import Any, ParamSpec, Protocol, TypeVar

import psycopg
from asgiref.sync import sync_to_async
from django.db import connections
from django.utils import timezone

from sisada.foundation import words
from sisada.inside.registry.mirror_age import MirrorAge

CHANGES, WAITING, CASES = "registry_change", "waiting_notice", "cases_change"
EVENT_OF = {CHANGES: "changed", WAITING: "waiting", CASES: "queue"}
EVERY_CASE = "cases"  # whoever shows the queue follows all of them
MANY = "*"  # more persons than a NOTIFY should name: whoever is open asks again
ASK_EVERY_S = 5
STREAMS_A_SESSION = 6  # in one process of the face; hidden pages close theirs, so nobody at work has more
ASKING_AT_ONCE = 3  # of the ten connections that a process has: the others are for pages
REPLACED = "diganti"  # what a stream that newer ones replaced brings back when its page comes again
ENOUGH = f"id: {REPLACED}\n\n".encode()
Asked = ParamSpec("Asked")
Answer = TypeVar("Answer")


@dataclass(eq=False)
class Stream:
    """An open stream, and what it has yet to say."""

    session: str
    queue: "asyncio.Queue[str]" = field(default_factory=lambda: asyncio.Queue(maxsize=20))
    replaced: bool = False  # newer streams of its session took its place


class Switchboard:
    """The streams of this process, by what they follow: a person's id, or the id of the one who is signed in. Lives in the event loop."""

    def __init__(self) -> None:
        self.queues: dict[str, set[asyncio.Queue[str]]] = {}
        self.streams: dict[str, list[Stream]] = {}  # by session, oldest first
        self.asking = asyncio.Semaphore(ASKING_AT_ONCE)
        self.age: MirrorAge | None = None
        self.closing = asyncio.Event()
        self.listening = asyncio.Event()
        self._listener: asyncio.Task[None] | None = None

    async def follow(self, subjects: Sequence[str], *, session: str) -> Stream:
        """What happens to these from now on. Returns when the process listens, or after 3 s if the database is away."""
        stream = Stream(session)
        self._make_room(session)
        self.streams.setdefault(session, []).append(stream)
        for subject in subjects:
            self.queues.setdefault(subject, set()).add(stream.queue)
        if self._listener is None or self._listener.done():
            self._listener = asyncio.create_task(self._listen_for_ever())
        with contextlib.suppress(TimeoutError):
            await asyncio.wait_for(self.listening.wait(), 3)
        return stream

    def _make_room(self, session: str) -> None:
        """The oldest of a session end, so that it never has more than its share of the process."""
        lasting = [stream for stream in self.streams.get(session, ()) if not stream.replaced]
        for oldest in lasting[: max(0, len(lasting) + 1 - STREAMS_A_SESSION)]:
            oldest.replaced = True
            put(oldest.queue, EVENT_OF[WAITING])  # wakes it up

    def leave(self, subjects: Sequence[str], stream: Stream) -> None:
        for subject in subjects:
            self.queues[subject].discard(stream.queue)
            if not self.queues[subject]:
                del self.queues[subject]
        self.streams[stream.session].remove(stream)
        if not self.streams[stream.session]:
            del self.streams[stream.session]

    async def _listen_for_ever(self) -> None:
        """Reconnects by itself. After a gap every page asks again: a NOTIFY is lost when nobody listens."""
        while self.queues and not self.closing.is_set():
            try:
                await self._listen()
            except (psycopg.Error, OSError):
                self.listening.clear()
                await asyncio.sleep(1)
                self.tell_all()
        self.listening.clear()

    async def _listen(self) -> None:
        async with await psycopg.AsyncConnection.connect(os.environ["DATABASE_URL"], autocommit=True) as connection:
            for channel in EVENT_OF:
                await connection.execute(f"listen {channel}")
            self.listening.set()
            await self._read_age(connection)
            while self.queues and not self.closing.is_set():
                async for notice in connection.notifies(timeout=ASK_EVERY_S, stop_after=1):
                    self._tell(EVERY_CASE if notice.channel == CASES else notice.payload, EVENT_OF[notice.channel])
                await self._read_age(connection)

    async def _read_age(self, connection: "psycopg.AsyncConnection[Any]") -> None:
        row = await (await connection.execute("select source_at, phase, copied_share from link_mirror_age")).fetchone()
        if row:
            self.age = MirrorAge(*row)

    def _tell(self, payload: str, event: str) -> None:
        if payload == MANY:
            self.tell_all()
        for queue in self.queues.get(payload, ()):
            put(queue, event)

    def close(self) -> None:
        """The server stops: every stream wakes up and ends."""
        self.closing.set()
        self.tell_all()

    def tell_all(self) -> None:
        for queue in {queue for queues in self.queues.values() for queue in queues}:
            for event in EVENT_OF.values():
                put(queue, event)


def put(queue: "asyncio.Queue[str]", event: str) -> None:
    """A full queue already holds the event: one more says nothing new."""
    with contextlib.suppress(asyncio.QueueFull):
        queue.put_nowait(event)


switchboard = Switchboard()


class Page(Protocol):
    """What a stream must know of the page it serves."""

    @property
    def subjects(self) -> Sequence[str]: ...  # what it follows
    @property
    def session(self) -> str: ...  # whose streams are counted together
    async def keep_open(self) -> bool: ...  # False: its time is over
    async def missed(self) -> Sequence[str]: ...  # events that came between the page's answer and now, or that a moment brought
    def wake_in_s(self) -> float: ...  # until a moment that is known to bring something
    async def close(self) -> None: ...


async def ask(question: Callable[Asked, Answer], *of: Asked.args, **named: Asked.kwargs) -> Answer:
    """Ask the database for a stream, few at once. A stream lasts for minutes: it must not keep the connection it asked through."""
    async with switchboard.asking:
        return await sync_to_async(_asked)(question, *of, **named)


def _asked(question: Callable[Asked, Answer], *of: Asked.args, **named: Asked.kwargs) -> Answer:
    try:
        return question(*of, **named)
    finally:
        give_connections_back()


def give_connections_back() -> None:
    """What this thread asked through goes back to the pool; a transaction that somebody is in the middle of stays his."""
    for connection in connections.all(initialized_only=True):
        if not connection.in_atomic_block:
            connection.close()


async def events(page: Page, *, language: str) -> AsyncIterator[bytes]:
    """The event stream of one page, until its time is over: "changed" (the person it shows), "waiting" (what waits for its reader), "queue"
    (some case), and the age of the copy. Every few seconds it also asks by itself: nothing notifies when a moment arrives."""
    await sync_to_async(give_connections_back)()  # the one through which middleware and view asked who this is
    stream: Stream | None = None
    try:
        stream = await switchboard.follow(page.subjects, session=page.session)
        yield b": mendengarkan\n\n"
        async for said_now in _while_open(page, stream, language=language):
            yield said_now
    finally:
        if stream:
            switchboard.leave(page.subjects, stream)
        await page.close()


async def _while_open(page: Page, stream: Stream, *, language: str) -> AsyncIterator[bytes]:
    while not switchboard.closing.is_set() and not stream.replaced and await page.keep_open():
        for event in await page.missed():
            yield said(event, "-")
        with contextlib.suppress(TimeoutError):
            event = await asyncio.wait_for(stream.queue.get(), max(0.0, min(ASK_EVERY_S, page.wake_in_s())))
            if not switchboard.closing.is_set():
                yield said(event, "-")
            continue
        yield age_event(switchboard.age, language=language)
    if stream.replaced:
        yield ENOUGH
    elif not switchboard.closing.is_set():
        for event in EVENT_OF.values():
            yield said(event, "-")  # the page asks once more, and is told that its time, or its reader's, is over


def said(event: str, data: str) -> bytes:
    return f"event: {event}\ndata: {data}\n\n".encode()


def age_event(age: MirrorAge | None, *, language: str) -> bytes:
    """How old the copy is; a bare comment, which keeps the connection open, while nobody knows."""
    if age is None or age.source_at is None:
        return b": ka\n\n"
    seconds = max(0, int(age.age(timezone.now()).total_seconds()))
    clock = words.clock_with_seconds(timezone.localtime(age.source_at), language=language)
    return said("age", json.dumps({"age_s": seconds, "clock": clock}))


def end_streams_with_the_server(application: Callable[..., Awaitable[None]]) -> Callable[..., Awaitable[None]]:
    """Granian waits for open requests when it is asked to stop, and a stream never ends by itself: end them with the signal."""
    hooked = False

    async def wrapped(scope: Any, receive: Any, send: Any) -> None:
        nonlocal hooked
        if not hooked:
            hooked = True
            for number in (signal.SIGINT, signal.SIGTERM):
                hook(number)
        await application(scope, receive, send)

    return wrapped


def hook(number: signal.Signals) -> None:
    before = signal.getsignal(number)
    loop = asyncio.get_running_loop()

    def closing(received: int, frame: Any) -> None:
        loop.call_soon_threadsafe(switchboard.close)
        if callable(before):
            before(received, frame)

    with contextlib.suppress(ValueError):  # not the main thread: then the server's own handler is all there is
        signal.signal(number, closing)
