"""Who writes to the public face: reporters with a proof of work, and those who want them not to get through."""

import asyncio
import contextlib
import json
import time
import uuid
from collections.abc import Awaitable, Callable, Iterable
from dataclasses import dataclass, field
from urllib.parse import urlencode

from altcha import Challenge, Payload, solve_challenge

from sisada.faces.public.tests.walker import Fields
from sisada.outside.letterbox.work import proofs

PAGE = "/lapor/"
ANSWER_WITHIN_S = 30.0
ANSWERS: tuple[dict[str, str], ...] = (  # to the questions of a report in their order; without photo and name
    {"danger": "tidak"},
    {"category": "order"},
    {"what": "Dua orang berkelahi di lobi menara."},
    {},
    {"place_text": "Lobi menara Contoh"},
    {"when": "tadi malam"},
    {"nationality": ""},
    {"name": ""},
)
Pairs = Iterable[tuple[str, str]]
SLOW_S, A_PIECE_EACH_S, PIECE, SLOW_BYTES = 40.0, 1.0, b"x" * 500, 3_000_000


@dataclass
class Answer:
    status: int
    body: str


async def ask(port: int, form: Pairs | None = None) -> Answer:
    """One request on a connection of its own. `form` None: GET.

    Raises: OSError, TimeoutError when no whole answer comes."""
    async with asyncio.timeout(ANSWER_WITHIN_S):
        return await _exchange(port, request_of(form))


def request_of(form: Pairs | None) -> bytes:
    host = "Host: localhost\r\nConnection: close\r\n"
    if form is None:
        return f"GET {PAGE} HTTP/1.1\r\n{host}\r\n".encode()
    body = urlencode(list(form)).encode()
    kind = "Content-Type: application/x-www-form-urlencoded\r\n"
    return f"POST {PAGE} HTTP/1.1\r\n{host}{kind}Content-Length: {len(body)}\r\n\r\n".encode() + body


async def _exchange(port: int, request: bytes) -> Answer:
    reader, writer = await asyncio.open_connection("127.0.0.1", port)
    try:
        writer.write(request)
        head, _, body = (await reader.read()).partition(b"\r\n\r\n")
        if not head:
            raise ConnectionResetError("closed without an answer")
        return Answer(int(head.split(b" ", 2)[1]), body.decode(errors="replace"))
    finally:
        writer.close()


@dataclass
class Figures:
    """What the honest saw: seconds of each page and of each sending, and how many of them got a receipt."""

    pages: list[float] = field(default_factory=list)
    sendings: list[float] = field(default_factory=list)
    begun: int = 0
    received: int = 0
    why_not: list[str] = field(default_factory=list)


def filled(page: str, typed: dict[str, str], *, go: str = "lanjut") -> list[tuple[str, str]]:
    """What a browser would send of this page when its button `go` is pressed."""
    given = {name: values for name, values in Fields(page).given.items() if name not in typed and name != "ke"}
    return [*((name, value) for name, values in given.items() for value in values), *typed.items(), ("ke", go)]


async def to_the_review(ask_page: Callable[[Pairs | None], Awaitable[Answer]]) -> str:
    """The last screen of a whole report, as a page."""
    page = (await ask_page(None)).body
    for typed in ANSWERS:
        page = (await ask_page(filled(page, typed))).body
    return page


async def report(port: int, proof: str, figures: Figures) -> None:
    """One honest reporter, from the first question to the receipt."""

    async def timed(form: Pairs | None) -> Answer:
        begun = time.monotonic()
        answer = await ask(port, form)
        figures.pages.append(time.monotonic() - begun)
        return answer

    figures.begun += 1
    try:
        page = await to_the_review(timed)
        receipt = await timed(filled(page, {"bukti": proof}, go="kirim"))
    except (OSError, TimeoutError, ValueError, IndexError) as problem:
        figures.why_not.append(type(problem).__name__)
        return
    figures.sendings.append(figures.pages[-1])
    if receipt.status == 200 and "langkah" not in Fields(receipt.body).given:  # the wizard's own pages have it
        figures.received += 1
    else:
        figures.why_not.append(f"status {receipt.status}")


@dataclass
class Attackers:
    """They prepare forms up to the last screen, as everybody may, and one proof, which they spend."""

    port: int
    forms: list[list[tuple[str, str]]] = field(default_factory=list)
    sent: dict[str, int] = field(default_factory=dict)
    answered: dict[str, int] = field(default_factory=dict)

    async def prepare(self, forms: int) -> None:
        for _ in range(forms):
            page = await to_the_review(lambda form: ask(self.port, form))
            self.forms.append(filled(page, {}, go="kirim"))

    def without_proof(self, number: int) -> list[tuple[str, str]]:
        return [pair for pair in self.forms[number % len(self.forms)] if pair[0] != "bukti"]

    def replayed(self, number: int, proof: str) -> list[tuple[str, str]]:
        return [*self.without_proof(number), ("bukti", proof)]

    async def send(self, kind: str, form: Pairs) -> None:
        self.sent[kind] = self.sent.get(kind, 0) + 1
        with contextlib.suppress(OSError, TimeoutError, ValueError, IndexError):
            self._heard(f"{kind}: {(await ask(self.port, form)).status}")

    async def trickle(self) -> None:
        """A photo of 3 MB, 500 bytes a second."""
        kind = "slow"
        self.sent[kind] = self.sent.get(kind, 0) + 1
        with contextlib.suppress(OSError, TimeoutError, ValueError, IndexError):
            reader, writer = await asyncio.open_connection("127.0.0.1", self.port)
            try:
                head = f"POST {PAGE} HTTP/1.1\r\nHost: localhost\r\nContent-Type: multipart/form-data; boundary={uuid.uuid4()}\r\n"
                writer.write(f"{head}Content-Length: {SLOW_BYTES}\r\n\r\n".encode())
                self._heard(f"{kind}: {await _first_word(reader, writer)}")
            finally:
                writer.close()

    def _heard(self, what: str) -> None:
        self.answered[what] = self.answered.get(what, 0) + 1


async def _first_word(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> str:
    """The status with which the server ended it, or that it did not."""
    answer = asyncio.ensure_future(reader.readline())
    until = time.monotonic() + SLOW_S
    while not answer.done() and time.monotonic() < until:
        writer.write(PIECE)
        await asyncio.wait({answer}, timeout=A_PIECE_EACH_S)
    if not answer.done():
        answer.cancel()
        return "still open"
    return answer.result().split(b" ")[1].decode()


def few_steps() -> None:
    """For the challenges that this process draws from now on."""
    proofs.STEPS, proofs.ROUNDS = range(1, 2), 1


def proof() -> str:
    """Of an honest reporter, unspent."""
    challenge = Challenge.from_dict(json.loads(proofs.challenge()))
    solution = solve_challenge(challenge)
    assert solution is not None
    return Payload(challenge, solution).to_base64()
