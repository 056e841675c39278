"""Bodies must arrive in time. A sender who trickles his bytes holds a place, and whoever holds many of them closes the house without
ever sending anything; so there are so many places, and when all are taken the slowest sender loses his.

A phone at the edge of a village's network, at 2 kB a second, is not too slow, as long as nobody floods us.
"""

import asyncio
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field

from django.utils.translation import gettext_lazy as _

from sisada.outside.letterbox.work.words_alone import Message, Receive, Scope, Send, answer

MOST_AT_ONCE = 200  # of one process; below what granian lets in (its backlog over its workers), so that there is always room for one more
MOST_BYTES_AT_ONCE = 200_000_000
PATIENCE_S, BYTES_A_SECOND, LONGEST_S = 20.0, 2_000, 600.0
TOO_YOUNG_S = 4.0  # before that nobody's speed is known: we may be the slow ones
TOO_SLOW = _("Kiriman ini terlalu lama tiba, dan belum diterima. Periksa sambungan, lalu kirim lagi: isian Anda masih ada.")


class TooSlow(Exception):  # noqa: N818 - it ends the reading, nothing is wrong with us
    pass


@dataclass(eq=False)
class Arrival:
    """One body on its way."""

    begun_at: float
    received: int = 0
    complete: bool = False
    lost: bool = False  # another one has its place
    limit: asyncio.Timeout | None = field(default=None, repr=False)  # while it is waited for

    @property
    def until(self) -> float:
        return self.begun_at + min(PATIENCE_S + self.received / BYTES_A_SECOND, LONGEST_S)

    def speed(self, at: float) -> float:
        """Bytes a second; those that have begun a moment ago count as quick."""
        age = at - self.begun_at
        return self.received / age if age > TOO_YOUNG_S else float("inf")

    def end(self, at: float) -> None:
        self.lost = True
        if self.limit is not None:
            self.limit.reschedule(at)


class InTime:
    """Around an ASGI application that reads a body as a whole before it answers."""

    def __init__(
        self, application: Callable[..., Awaitable[None]], *, most: int = MOST_AT_ONCE, most_bytes: int = MOST_BYTES_AT_ONCE
    ) -> None:
        self.application = application
        self.most = most
        self.most_bytes = most_bytes
        self.arriving: set[Arrival] = set()

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            return await self.application(scope, receive, send)
        arrival = Arrival(asyncio.get_running_loop().time())
        self.arriving.add(arrival)
        try:
            await self.application(scope, self._in_time(receive, arrival), send)
        except TooSlow:
            await answer(send, status=408, sentence=TOO_SLOW)
        finally:
            self.arriving.discard(arrival)

    def _in_time(self, receive: Receive, arrival: Arrival) -> Receive:
        async def receive_in_time() -> Message:
            if arrival.complete:
                return await receive()  # all is here: what comes now is the news that the sender has gone
            self._make_room(arrival)
            message = await next_in_time(receive, arrival)
            arrival.received += len(message.get("body", b""))
            if not message.get("more_body", False):
                arrival.complete = True
                self.arriving.discard(arrival)
            return message

        return receive_in_time

    def _make_room(self, newest: Arrival) -> None:
        """Too many at once: the slowest of the others goes. Too many bytes: the one that holds most."""
        at, others = asyncio.get_running_loop().time(), self.arriving - {newest}
        if len(self.arriving) > self.most:
            self._take_place_of(min(others, key=lambda other: (other.speed(at), other.begun_at)), at)
        elif sum(other.received for other in self.arriving) > self.most_bytes:
            self._take_place_of(max(self.arriving, key=lambda other: other.received), at)

    def _take_place_of(self, arrival: Arrival, at: float) -> None:
        self.arriving.discard(arrival)
        arrival.end(at)


async def next_in_time(receive: Receive, arrival: Arrival) -> Message:
    """Raises: TooSlow, also when another one took its place."""
    if arrival.lost:
        raise TooSlow
    try:
        async with asyncio.timeout_at(arrival.until) as arrival.limit:
            return await receive()
    except TimeoutError:
        raise TooSlow from None
    finally:
        arrival.limit = None
