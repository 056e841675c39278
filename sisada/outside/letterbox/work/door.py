"""In which order forms get their turn when more come than can be served. Whoever brings a proof goes first, then pages that ask for
nothing dear, then, one at a time, those without a proof. What will be refused anyway (no proof while the shared budget is used up, one
that was spent) is shown its page a few times a second, and beyond that answered in words.

Nothing is decided here about whether a form is taken: `admission.py` does that, for the few that reach it.
"""

import asyncio
import time
from collections import deque
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import AsyncExitStack, asynccontextmanager
from enum import IntEnum

from django.utils.translation import gettext_lazy as _

from sisada.outside.letterbox.work import budget, proofs
from sisada.outside.letterbox.work.words_alone import Message, Receive, Scope, Send, answer

AT_ONCE = 8  # of one process; below its connections to the database, so that nobody waits for one
MOST_WAITING = 200
UNPROVED_AT_ONCE, UNPROVED_WAITING = 1, 20
HOPELESS_A_SECOND, HOPELESS_AT_ONCE = 5.0, 10.0
# What a form says of itself: its proof when it asks for something dear, empty when it brings none; None: it asks for nothing dear.
ProofOf = Callable[[str, bytes], str | None]
TOO_MANY = _(
    "Sedang banyak kiriman yang masuk, dan kiriman ini belum diterima. Kembali ke halaman sebelumnya: isian Anda masih ada. "
    "Lalu kirim lagi beberapa menit kemudian."
)


class Full(Exception):  # noqa: N818 - it is answered, nothing is wrong with us
    pass


class Line(IntEnum):
    """Who goes before whom."""

    PROVED = 0
    CHEAP = 1
    UNPROVED = 2


class Turns:
    """So many at once; the others wait in lines, each in the order in which it came."""

    def __init__(self, at_once: int, waiting: int) -> None:
        self._free = at_once
        self._most_waiting = waiting
        self._lines: dict[Line, deque[asyncio.Future[None]]] = {line: deque() for line in Line}

    @asynccontextmanager
    async def one(self, line: Line) -> AsyncIterator[None]:
        """Raises: Full."""
        await self._wait(self._lines[line])
        try:
            yield
        finally:
            self._next()

    async def _wait(self, line: "deque[asyncio.Future[None]]") -> None:
        if self._free > 0:
            self._free -= 1
            return
        if len(line) >= self._most_waiting:
            raise Full
        turn = asyncio.get_running_loop().create_future()
        line.append(turn)
        try:
            await turn
        except asyncio.CancelledError:
            if turn.done() and not turn.cancelled():
                self._next()  # it was given the turn at the moment in which it left
            raise

    def _next(self) -> None:
        for line in self._lines.values():
            while line:
                turn = line.popleft()
                if not turn.done():
                    turn.set_result(None)
                    return
        self._free += 1


class Trickle:
    """So many a second, and a few at once."""

    def __init__(self, a_second: float, at_once: float) -> None:
        self._a_second, self._at_once = a_second, at_once
        self._left, self._seen_at = at_once, time.monotonic()

    def take(self) -> bool:
        at = time.monotonic()
        self._left = min(self._at_once, self._left + (at - self._seen_at) * self._a_second)
        self._seen_at = at
        if self._left < 1:
            return False
        self._left -= 1
        return True


class Door:
    """Around an ASGI application that reads a body as a whole, inside of what bounds its size and its time."""

    def __init__(self, application: Callable[..., Awaitable[None]], *, proof_of: ProofOf) -> None:
        self.application = application
        self.proof_of = proof_of
        self._turns = Turns(AT_ONCE, MOST_WAITING)
        self._unproved = Turns(UNPROVED_AT_ONCE, UNPROVED_WAITING)
        self._hopeless = Trickle(HOPELESS_A_SECOND, HOPELESS_AT_ONCE)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            return await self.application(scope, receive, send)
        body = await whole(receive)
        return None if body is None else await self._in_turn(scope, body, receive, send)

    async def _in_turn(self, scope: Scope, body: bytes, receive: Receive, send: Send) -> None:
        proof = self.proof_of(scope["path"], body)
        hopeless = is_hopeless(proof)
        if hopeless and not self._hopeless.take():
            return await answer(send, status=503, sentence=TOO_MANY)
        try:
            async with self._turn(line_of(proof, hopeless=hopeless)):
                await self.application(scope, again(body, receive), send)
        except Full:
            await answer(send, status=503, sentence=TOO_MANY)

    @asynccontextmanager
    async def _turn(self, line: Line) -> AsyncIterator[None]:
        """Raises: Full."""
        async with AsyncExitStack() as stack:
            if line is Line.UNPROVED:
                await stack.enter_async_context(self._unproved.one(line))
            await stack.enter_async_context(self._turns.one(line))
            yield


def is_hopeless(proof: str | None) -> bool:
    if proof is None:
        return False
    return proofs.looks_spent(proof) if proof else budget.looks_used_up()


def line_of(proof: str | None, *, hopeless: bool) -> Line:
    if proof is None:
        return Line.CHEAP
    return Line.PROVED if proof and not hopeless else Line.UNPROVED


async def whole(receive: Receive) -> bytes | None:
    """The body, in memory. None: its sender left before it was all here."""
    parts = bytearray()
    while (message := await receive())["type"] == "http.request":
        parts += message.get("body", b"")
        if not message.get("more_body", False):
            return bytes(parts)
    return None


def again(body: bytes, receive: Receive) -> Receive:
    """The same body for who comes after us, and then what else comes."""
    told = False

    async def receive_again() -> Message:
        nonlocal told
        if told:
            return await receive()
        told = True
        return {"type": "http.request", "body": body, "more_body": False}

    return receive_again
