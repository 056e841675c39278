"""Between the passage and one server: reads every statement as it is asked, and strikes where it is ordered to.

It speaks so much of PostgreSQL's protocol as tells one statement from the next, and changes nothing of what passes.
"""

import re
import socket
import threading
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from enum import StrEnum

PACKET = 65_536
ANSWER_ENDS = re.compile(rb"Z\x00\x00\x00\x05[ITE]\Z")  # ReadyForQuery, and nothing after it


class When(StrEnum):
    ASKED = "before the server hears it"
    DONE = "when the server has done it and nobody heard so"


@dataclass
class Order:
    """Strike once, at the `nth` asking of this statement. `blow` gets the port by which the server knows the session."""

    statement: str
    when: When
    blow: Callable[[int], None]
    nth: int = 1
    carried_out: threading.Event = field(default_factory=threading.Event)

    def falls_due(self, statement: str) -> bool:
        if statement != self.statement or self.carried_out.is_set():
            return False
        self.nth -= 1
        return self.nth == 0

    def carry_out(self, session: int) -> None:
        self.blow(session)
        self.carried_out.set()


class Gate:
    """Listens on a loopback port of its own until the proof ends."""

    def __init__(self, server_port: int) -> None:
        self.server_port = server_port
        self.asked: Counter[str] = Counter()
        self.sessions = 0
        self.order: Order | None = None
        self._listener = socket.create_server(("127.0.0.1", 0))
        self.port = int(self._listener.getsockname()[1])
        threading.Thread(target=self._open, daemon=True).start()

    def _open(self) -> None:
        while True:
            client, _ = self._listener.accept()
            self.sessions += 1
            Session(self, client, socket.create_connection(("127.0.0.1", self.server_port))).begin()


class Session:
    def __init__(self, gate: Gate, client: socket.socket, server: socket.socket) -> None:
        self.gate, self.client, self.server = gate, client, server
        for side in (client, server):
            side.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)  # else each message waits for the one before: 40 ms a statement
        self.port = int(server.getsockname()[1])
        self.due: Order | None = None  # what falls due when the server's present answer ends

    def begin(self) -> None:
        for passing in (self._ask, self._answer):
            threading.Thread(target=self._until_the_end, args=(passing,), daemon=True).start()

    def _until_the_end(self, passing: Callable[[], None]) -> None:
        with suppress(OSError):
            passing()
        for side in (self.client, self.server):
            with suppress(OSError):
                side.shutdown(socket.SHUT_RDWR)

    def _ask(self) -> None:
        known: dict[bytes, bytes] = {}  # what the client prepared, by the name that it gave
        bound = b""
        for kind, message in messages(self.client):
            if kind == b"P":
                name, query = message[5:].split(b"\0")[:2]
                known[name] = query
            elif kind == b"B":
                bound = known.get(message[5:].split(b"\0")[1], b"")
            elif kind in (b"Q", b"E") and self._is_struck(named(message[5:-1] if kind == b"Q" else bound)):
                return
            self.server.sendall(message)

    def _is_struck(self, statement: str) -> bool:
        """Whether the session ends here."""
        self.gate.asked[statement] += 1
        order = self.gate.order
        if order is None or not order.falls_due(statement):
            return False
        if order.when is When.ASKED:
            order.carry_out(self.port)
            return True
        self.due = order
        return False

    def _answer(self) -> None:
        heard = b""
        while data := self.server.recv(PACKET):
            if self.due is None:
                self.client.sendall(data)
                continue
            heard = heard[-PACKET:] + data
            if ANSWER_ENDS.search(heard):
                self.due.carry_out(self.port)
                return


def messages(client: socket.socket) -> Iterator[tuple[bytes, bytes]]:
    """What the client says, whole message by whole message, with its kind; the first one has none."""
    stream = client.makefile("rb")
    kind = b""
    while length := stream.read(4):
        yield kind, kind + length + stream.read(int.from_bytes(length) - 4)
        kind = stream.read(1)


def named(statement: bytes) -> str:
    """The same for every asking: a savepoint's number does not count."""
    return " ".join(re.sub(r"_pg3_\d+", "_pg3_n", statement.decode()).split())
