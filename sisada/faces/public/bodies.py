"""Whatever a sender sends, its size is counted while it arrives, and it stays in memory: nothing of a report touches a disk here."""

from collections.abc import Awaitable, Callable, MutableMapping
from typing import Any

from django.http import HttpRequest
from django.utils import translation

from sisada.faces.public import languages, problems
from sisada.faces.public.limits import BODY_BYTES
from sisada.faces.public.middleware import CONTENT_SECURITY_POLICY

Scope = MutableMapping[str, Any]
Receive = Callable[[], Awaitable[MutableMapping[str, Any]]]
Send = Callable[[MutableMapping[str, Any]], Awaitable[None]]


class TooManyBytes(Exception):  # noqa: N818 - it ends the reading, nothing is wrong with us
    pass


class BoundedBodies:
    """Ends a request whose body grows beyond `BODY_BYTES`, before anything of it is parsed."""

    def __init__(self, application: Callable[..., Awaitable[None]]) -> None:
        self.application = application

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            return await self.application(scope, receive, send)
        if announced_bytes(scope) > BODY_BYTES:
            return await answer_too_large(scope["path"], send)
        try:
            await self.application(scope, counted(receive), send)
        except TooManyBytes:
            await answer_too_large(scope["path"], send)


def announced_bytes(scope: Scope) -> int:
    """What the sender says it will send; 0 when it does not say, then counting decides."""
    length = dict(scope["headers"]).get(b"content-length", b"0")
    return int(length) if length.isdigit() else 0


def counted(receive: Receive) -> Receive:
    seen = 0

    async def receive_counted() -> MutableMapping[str, Any]:
        nonlocal seen
        message = await receive()
        seen += len(message.get("body", b""))
        if seen > BODY_BYTES:
            raise TooManyBytes
        return message

    return receive_counted


async def answer_too_large(path: str, send: Send) -> None:
    asked = HttpRequest()
    asked.path = asked.path_info = path
    with translation.override(languages.language_of(path)):
        page = problems.show(asked, problems.TooLarge())
    headers = {"content-type": page["Content-Type"], "cache-control": "no-store", "content-security-policy": CONTENT_SECURITY_POLICY}
    start = [(name.encode(), value.encode()) for name, value in (headers | {"connection": "close"}).items()]
    await send({"type": "http.response.start", "status": page.status_code, "headers": start})
    await send({"type": "http.response.body", "body": page.content})
