"""When more forms come than can be served, those with a proof go first, and what is refused anyway costs next to nothing."""

import asyncio
from collections.abc import Awaitable, Callable
from typing import Any

import pytest

from sisada.outside.letterbox.work import budget, door, proofs
from sisada.outside.letterbox.work.door import Door, Line, Turns
from sisada.outside.letterbox.work.words_alone import Message

PROVED, EMPTY, CHEAP = b"proved", b"empty", b"cheap"


def proof_of(_path: str, body: bytes) -> str | None:
    return {PROVED: "a proof", EMPTY: "", CHEAP: None}[body.split(b"-")[0]]


class House:
    """An application that serves whom it is told to, and remembers in which order they came to it."""

    def __init__(self) -> None:
        self.served: list[bytes] = []
        self.may_end = asyncio.Event()

    async def __call__(self, _: Any, receive: Callable[[], Awaitable[Message]], send: Callable[[Message], Awaitable[None]]) -> None:
        self.served.append((await receive())["body"])
        await self.may_end.wait()
        await send({"type": "http.response.start", "status": 200, "headers": []})


async def asks(at: Door, body: bytes) -> int:
    answers: list[Message] = []
    parts = [{"type": "http.request", "body": body[:3], "more_body": True}, {"type": "http.request", "body": body[3:], "more_body": False}]

    async def receive() -> Message:
        return parts.pop(0)

    async def send(message: Message) -> None:
        answers.append(message)

    await at({"type": "http", "path": "/lapor/"}, receive, send)
    status: int = answers[0]["status"]
    return status


async def settled() -> None:
    for _ in range(20):
        await asyncio.sleep(0)


def played(scene: Callable[[], Awaitable[None]]) -> None:
    asyncio.run(scene())  # type: ignore[arg-type]  # a scene is a coroutine function


@pytest.fixture(autouse=True)
def one_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(door, "AT_ONCE", 1)
    monkeypatch.setattr(proofs, "looks_spent", lambda _: False)


def test_who_brings_a_proof_goes_first_then_what_costs_little_then_those_without_a_proof() -> None:
    async def scene() -> None:
        house = House()
        at = Door(house, proof_of=proof_of)
        asking = []
        for body in (b"cheap-1", b"empty-1", b"cheap-2", b"proved-1", b"proved-2"):
            asking.append(asyncio.create_task(asks(at, body)))
            await settled()
        house.may_end.set()
        assert await asyncio.gather(*asking) == [200] * 5
        assert house.served == [b"cheap-1", b"proved-1", b"proved-2", b"cheap-2", b"empty-1"]

    played(scene)


@pytest.mark.parametrize(("body", "what"), [(b"empty", "looks_used_up"), (b"proved", "looks_spent")])
def test_what_is_refused_anyway_is_shown_a_few_pages_a_second_and_else_told_in_words(
    body: bytes, what: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(proofs if what == "looks_spent" else budget, what, lambda *_: True)
    monkeypatch.setattr(door, "HOPELESS_A_SECOND", 0.0)

    async def scene() -> None:
        house = House()
        house.may_end.set()
        at = Door(house, proof_of=proof_of)
        statuses = [await asks(at, body) for _ in range(50)]
        assert statuses == [200] * 10 + [503] * 40
        assert await asks(at, b"cheap") == 200

    played(scene)


def test_a_line_that_is_full_turns_the_next_one_away_and_not_those_with_a_proof(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(door, "MOST_WAITING", 2)

    async def scene() -> None:
        house = House()
        at = Door(house, proof_of=proof_of)
        asking = [asyncio.create_task(asks(at, b"cheap")) for _ in range(3)]
        await settled()
        assert await asks(at, b"cheap") == 503
        proved = asyncio.create_task(asks(at, b"proved"))
        await settled()
        house.may_end.set()
        assert await asyncio.gather(*asking, proved) == [200] * 4

    played(scene)


def test_however_many_come_without_a_proof_one_is_served_at_once_and_a_page_finds_its_turn(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(door, "AT_ONCE", 2)

    async def scene() -> None:
        house = House()
        at = Door(house, proof_of=proof_of)
        asking = [asyncio.create_task(asks(at, b"empty")) for _ in range(1 + door.UNPROVED_WAITING)]
        await settled()
        assert await asks(at, b"empty") == 503
        asking.append(asyncio.create_task(asks(at, b"cheap")))
        await settled()
        assert house.served == [b"empty", b"cheap"]
        house.may_end.set()
        assert await asyncio.gather(*asking) == [200] * len(asking)

    played(scene)


def test_who_leaves_while_waiting_or_while_being_served_leaves_the_turn_to_the_next() -> None:
    async def scene() -> None:
        turns, served = Turns(1, 9), []

        async def one(name: str, until: asyncio.Event) -> None:
            async with turns.one(Line.CHEAP):
                served.append(name)
                await until.wait()

        never, now = asyncio.Event(), asyncio.Event()
        now.set()
        first, second = asyncio.create_task(one("first", never)), asyncio.create_task(one("second", never))
        third = asyncio.create_task(one("third", now))
        await settled()
        second.cancel()
        first.cancel()
        async with asyncio.timeout(10):
            await third
        assert served == ["first", "third"]

    played(scene)


def test_a_sender_who_leaves_before_his_form_is_here_reaches_nobody() -> None:
    async def scene() -> None:
        house = House()

        async def receive() -> Message:
            return {"type": "http.disconnect"}

        async def send(message: Message) -> None:
            raise AssertionError

        await Door(house, proof_of=proof_of)({"type": "http", "path": "/"}, receive, send)
        assert house.served == []

    played(scene)
