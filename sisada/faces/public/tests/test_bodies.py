"""Bodies are counted while they arrive and stay in memory."""

import asyncio
import tempfile
from collections.abc import MutableMapping
from io import BytesIO
from typing import Any

import pytest
from django.conf import settings

from sisada.faces.public.bodies import BoundedBodies
from sisada.faces.public.limits import BODY_BYTES
from sisada.foundation.utf8_request import Utf8Handler

Message = MutableMapping[str, Any]


def sent(*chunks: bytes, headers: tuple[tuple[bytes, bytes], ...] = ()) -> tuple[int, bytes, int]:
    """Status, body, and how many chunks were asked for."""
    asked, answers = 0, list[Message]()

    async def receive() -> Message:
        nonlocal asked
        asked += 1
        more = asked < len(chunks)
        return {"type": "http.request", "body": chunks[asked - 1] if chunks else b"", "more_body": more}

    async def send(message: Message) -> None:
        answers.append(message)

    async def reading(scope: Message, receive: Any, send: Any) -> None:
        while (await receive())["more_body"]:
            pass
        await send({"type": "http.response.start", "status": 204, "headers": []})

    scope: Message = {"type": "http", "method": "POST", "path": "/lapor/", "headers": list(headers)}
    asyncio.run(BoundedBodies(reading)(scope, receive, send))
    return answers[0]["status"], b"".join(one.get("body", b"") for one in answers), asked


def test_a_body_that_grows_too_large_is_ended_while_it_arrives() -> None:
    million = b"x" * 1_000_000
    status, page, asked = sent(*[million] * 60)
    assert status == 413
    assert asked == BODY_BYTES // 1_000_000 + 1
    assert "terlalu besar" in page.decode()


def test_a_body_that_says_it_is_too_large_is_not_read_at_all() -> None:
    status, _, asked = sent(b"x", headers=((b"content-length", str(BODY_BYTES + 1).encode()),))
    assert (status, asked) == (413, 0)


def test_a_body_within_the_bounds_arrives() -> None:
    assert sent(b"x" * 1000)[0] == 204


def test_nothing_that_arrives_is_written_to_a_disk(monkeypatch: pytest.MonkeyPatch) -> None:
    """Django keeps a body in a file of its own beyond this setting, and uploads by these handlers."""
    assert settings.FILE_UPLOAD_MAX_MEMORY_SIZE >= BODY_BYTES
    assert settings.FILE_UPLOAD_HANDLERS == ["sisada.outside.letterbox.work.uploads.InMemory"]
    written: list[int] = []
    monkeypatch.setattr(tempfile.SpooledTemporaryFile, "rollover", lambda file: written.append(file.tell()))
    chunk, asked = b"x" * 1_000_000, 0

    async def receive() -> Message:
        nonlocal asked
        asked += 1
        return {"type": "http.request", "body": chunk, "more_body": asked * len(chunk) < BODY_BYTES - len(chunk)}

    asyncio.run(read(receive))
    assert asked > 10
    assert not written


async def read(receive: Any) -> None:
    body = await Utf8Handler().read_body(receive)
    body.close()


def test_a_body_in_another_encoding_is_read_as_utf_8() -> None:
    headers = [(b"content-type", b"text/plain; charset=utf-7")]
    request = Utf8Handler.request_class({"type": "http", "method": "POST", "path": "/", "headers": headers}, BytesIO())
    assert request.encoding is None
