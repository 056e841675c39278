"""Leads requests to the plain pages, under the office face's own root: its built files are found beside that."""

from django.http import HttpRequest
from django.utils.deprecation import MiddlewareMixin


class PlainPages(MiddlewareMixin):
    def process_request(self, request: HttpRequest) -> None:
        request.urlconf = "bench.plain.urls"  # type: ignore[attr-defined]  # Django reads it, its stubs do not know it
