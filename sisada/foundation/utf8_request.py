"""A request that is read as UTF-8 whatever encoding its sender names: Django takes any that Python knows, and breaks on some of them before
a middleware of ours could answer."""

from typing import Any

from django.core.handlers.asgi import ASGIHandler, ASGIRequest
from django.utils.http import parse_header_parameters


class Utf8Request(ASGIRequest):
    def _set_content_type_params(self, meta: dict[str, Any]) -> None:
        self.content_type, self.content_params = parse_header_parameters(meta.get("CONTENT_TYPE", ""))


class Utf8Handler(ASGIHandler):
    request_class = Utf8Request
