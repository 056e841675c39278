"""Answers that cost nothing to make: words in both languages, because nothing of the address was looked at."""

from collections.abc import Awaitable, Callable, MutableMapping
from typing import Any

from django.utils import translation
from django.utils.functional import Promise

Scope = MutableMapping[str, Any]
Message = MutableMapping[str, Any]
Receive = Callable[[], Awaitable[Message]]
Send = Callable[[Message], Awaitable[None]]
HEADERS = [(b"content-type", b"text/plain; charset=utf-8"), (b"cache-control", b"no-store"), (b"connection", b"close")]


async def answer(send: Send, *, status: int, sentence: Promise) -> None:
    """`sentence` is translated here, so it comes from gettext_lazy."""
    words = []
    for language in ("id", "en"):
        with translation.override(language):
            words.append(str(sentence))
    await send({"type": "http.response.start", "status": status, "headers": HEADERS})
    await send({"type": "http.response.body", "body": "\n\n".join(words).encode()})
