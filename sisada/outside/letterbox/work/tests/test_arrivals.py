"""Bodies arrive in time or lose their place; who waits behind them does not."""

import asyncio
from collections.abc import Awaitable, Callable
from typing import Any

import pytest

from sisada.outside.letterbox.work import arrivals
from sisada.outside.letterbox.work.arrivals import Arrival, InTime
from sisada.outside.letterbox.work.words_alone import Message

SCOPE = {"type": "http", "path": "/lapor/"}


async def reads_all(scope: Any, receive: Callable[[], Awaitable[Message]], send: Callable[[Message], Awaitable[None]]) -> None:
    """As Django does: the whole body first."""
    size = 0
    while True:
        message = await receive()
        size += len(message["body"])
        if not message["more_body"]:
            break
    await send({"type": "http.response.start", "status": 200, "headers": []})
    await send({"type": "http.response.body", "body": str(size).encode()})


class Sender:
    """Somebody at the other end, who sends when told to."""

    def __init__(self, door: InTime) -> None:
        self._parts: asyncio.Queue[Message] = asyncio.Queue()
        self.answers: list[Message] = []
        self._asked = asyncio.create_task(door(SCOPE, self._parts.get, self._heard))

    async def _heard(self, message: Message) -> None:
        self.answers.append(message)

    async def send(self, body: bytes, *, more: bool = True) -> None:
        self._parts.put_nowait({"type": "http.request", "body": body, "more_body": more})
        async with asyncio.timeout(10):
            while not (self._parts.empty() or self._asked.done()):
                await asyncio.sleep(0)
        await asyncio.sleep(0)  # for the door to look at it

    async def status(self) -> int:
        async with asyncio.timeout(10):
            await self._asked
        status: int = self.answers[0]["status"]
        return status

    def leaves(self) -> None:
        self._asked.cancel()


def played(scene: Callable[[], Awaitable[None]]) -> None:
    asyncio.run(scene())  # type: ignore[arg-type]  # a scene is a coroutine function


def test_a_body_that_comes_in_parts_reaches_the_application_whole() -> None:
    async def scene() -> None:
        sender = Sender(InTime(reads_all))
        await sender.send(b"x" * 1000)
        await sender.send(b"y" * 500, more=False)
        assert await sender.status() == 200
        assert sender.answers[1]["body"] == b"1500"

    played(scene)


def test_who_sends_half_and_stops_is_answered_in_words_and_forgotten(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(arrivals, "PATIENCE_S", 0.05)

    async def scene() -> None:
        door = InTime(reads_all)
        sender = Sender(door)
        await sender.send(b"x")
        assert await sender.status() == 408
        assert "Kiriman" in sender.answers[1]["body"].decode()
        assert not door.arriving

    played(scene)


def test_when_all_places_are_taken_the_slowest_loses_his(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(arrivals, "TOO_YOUNG_S", 0.0)

    async def scene() -> None:
        door = InTime(reads_all, most=3)
        trickling, quick, quicker = Sender(door), Sender(door), Sender(door)
        await quick.send(b"x" * 10_000)
        await quicker.send(b"x" * 20_000)
        await trickling.send(b"x")
        newest = Sender(door)
        await newest.send(b"x" * 100)
        assert await trickling.status() == 408
        for sender in (quick, quicker, newest):
            await sender.send(b"", more=False)
            assert await sender.status() == 200

    played(scene)


def test_when_too_much_is_held_whoever_holds_most_loses_it() -> None:
    async def scene() -> None:
        door = InTime(reads_all, most_bytes=10_000)
        greedy, honest = Sender(door), Sender(door)
        await greedy.send(b"x" * 11_000)
        await honest.send(b"x" * 100)
        assert await greedy.status() == 408
        await honest.send(b"", more=False)
        assert await honest.status() == 200

    played(scene)


def test_a_sender_who_has_gone_leaves_no_place_behind() -> None:
    async def scene() -> None:
        door = InTime(reads_all)
        sender = Sender(door)
        await sender.send(b"x")
        assert len(door.arriving) == 1
        sender.leaves()
        await asyncio.sleep(0)
        await asyncio.sleep(0)
        assert not door.arriving

    played(scene)


def test_a_slow_phone_has_time_as_long_as_it_sends() -> None:
    a_photo = 3_000_000
    assert Arrival(0.0, received=0).until == arrivals.PATIENCE_S
    assert Arrival(0.0, received=a_photo).until > a_photo / 10_000  # at 10 kB a second, an old network's
    assert Arrival(0.0, received=10**9).until == arrivals.LONGEST_S


def test_what_is_no_http_passes() -> None:
    seen = []

    async def application(scope: Any, receive: Any, send: Any) -> None:
        seen.append(scope["type"])

    async def nothing(*_: Any) -> Any:
        return None

    asyncio.run(InTime(application)({"type": "lifespan"}, nothing, nothing))
    assert seen == ["lifespan"]
