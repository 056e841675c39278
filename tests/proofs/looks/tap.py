"""Between client and server: notes every canary that the server sends, with the instant, also when the client is dead by then.

Stricter than asking the client what it received: what has left the server counts as disclosed.
"""

import asyncio
import re
import threading
import time
from collections.abc import Iterator

from tests.proofs.looks.world import LONGEST_SIGN, Canary, canaries_in

APPLICATION = re.compile(rb"application_name\0attempt-(\d+)\0")
PACKET = 65_536


class WireTap:
    """Listens on a loopback port of its own and passes everything on. `seen` is read when `is_quiet`."""

    def __init__(self, server_port: int) -> None:
        self.server_port = server_port
        self.seen: dict[int, dict[tuple[Canary, int], float]] = {}  # by attempt: each canary and when it first passed, as Unix time
        self.connected: dict[int, int] = {}  # by attempt: how many connections it opened
        self.port = 0
        self._serving: set[asyncio.Task[None] | None] = set()  # asyncio forgets a task whose client is gone, while its server still speaks
        self._loop = asyncio.new_event_loop()
        self._listening = threading.Event()
        threading.Thread(target=self._run, daemon=True).start()
        self._listening.wait()

    @property
    def is_quiet(self) -> bool:
        """Whether every connection is closed and read to its end."""
        return not self._serving

    def disclosed(self, attempt: int) -> bool:
        return bool(self.seen.get(attempt))

    def disclosures(self) -> Iterator[tuple[int, Canary, int, float]]:
        for attempt, canaries in sorted(self.seen.items()):
            for (canary, person), at in canaries.items():
                yield attempt, canary, person, at

    def _run(self) -> None:
        asyncio.set_event_loop(self._loop)
        server = self._loop.run_until_complete(asyncio.start_server(self._serve, "127.0.0.1", 0))
        self.port = server.sockets[0].getsockname()[1]
        self._listening.set()
        self._loop.run_forever()

    async def _serve(self, client: asyncio.StreamReader, to_client: asyncio.StreamWriter) -> None:
        self._serving.add(asyncio.current_task())
        try:
            server, to_server = await asyncio.open_connection("127.0.0.1", self.server_port)
            first = await client.read(PACKET)
            attempt = self._attempt_of(first)
            to_server.write(first)
            passing = asyncio.create_task(_pass_on(client, to_server))
            await self._listen(server, to_client, attempt)
            passing.cancel()
            to_server.close()
        except OSError:
            pass  # the server is down: its client sees a closed connection
        finally:
            to_client.close()
            self._serving.discard(asyncio.current_task())

    def _attempt_of(self, first: bytes) -> int:
        """-1 for a request that names no attempt, such as psycopg's own cancel."""
        named = APPLICATION.search(first)
        attempt = int(named[1]) if named else -1
        self.connected[attempt] = self.connected.get(attempt, 0) + 1
        return attempt

    async def _listen(self, server: asyncio.StreamReader, to_client: asyncio.StreamWriter, attempt: int) -> None:
        """Note first, pass on afterwards; go on noting when the client is gone, until the server has nothing more to say."""
        tail = b""
        while data := await _read(server):
            self._note(attempt, tail + data)
            tail = (tail + data)[-LONGEST_SIGN:]
            if not to_client.is_closing():
                to_client.write(data)
        to_client.close()

    def _note(self, attempt: int, data: bytes) -> None:
        now = time.time()
        for canary in canaries_in(data):
            self.seen.setdefault(attempt, {}).setdefault(canary, now)


async def _pass_on(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
    while data := await _read(reader):
        writer.write(data)
    if writer.can_write_eof() and not writer.is_closing():
        writer.write_eof()  # half closed: what the server still says to a dead client is noted too


async def _read(reader: asyncio.StreamReader) -> bytes:
    try:
        return await reader.read(PACKET)
    except OSError:
        return b""  # reset: a killed process closes like that
