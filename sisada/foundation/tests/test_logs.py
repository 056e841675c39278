"""No line of a log repeats what a stranger sent, or the value that broke something."""

import logging
import sys
from types import TracebackType

import pytest

from sisada.foundation.logs import LineFormatter

Raised = tuple[type[BaseException], BaseException, TracebackType | None]
SENT = "evil.example"


def line(logger: str, message: str, raised: Raised | None = None) -> str:
    return LineFormatter().format(logging.LogRecord(logger, logging.ERROR, __file__, 1, message, None, raised))


@pytest.mark.parametrize("kind", ["DisallowedHost", "csrf", "SuspiciousOperation"])
def test_what_django_finds_suspicious_is_told_by_its_kind_alone(kind: str) -> None:
    said = line(f"django.security.{kind}", f"Invalid HTTP_HOST header: '{SENT}'.")
    assert SENT not in said
    assert f"django.security.{kind} refused" in said


def test_an_exception_is_its_type_and_place_and_never_its_words() -> None:
    try:
        int(SENT)
    except ValueError:
        raised = sys.exc_info()
    said = line("django.request", "Internal Server Error: /cari/", raised)  # type: ignore[arg-type]  # an exception was raised
    assert SENT not in said
    assert "ValueError" in said
    assert "/cari/" in said
