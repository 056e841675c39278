"""Log lines without personal data: an exception is written as its type and where it was raised, never as its message,
since PostgreSQL's details and Python's reprs carry the values that caused it; and of what Django finds suspicious in a
request only the kind, since its words repeat what a stranger sent (a Host header, an Origin)."""

import logging
import traceback
from typing import Any

SUSPICIOUS = "django.security."  # the logger's name goes on with the kind: DisallowedHost, csrf


class LineFormatter(logging.Formatter):
    def __init__(self) -> None:
        super().__init__("%(asctime)s %(levelname)s %(name)s %(message)s")

    def formatMessage(self, record: logging.LogRecord) -> str:  # noqa: N802 - logging's own name
        if record.name.startswith(SUSPICIOUS):
            record.message = "refused"
        return super().formatMessage(record)

    def formatException(self, ei: Any) -> str:  # noqa: N802 - logging's own name
        kind, _, trace = ei
        frames = traceback.extract_tb(trace)[-6:]
        places = [f"  {frame.filename}:{frame.lineno} {frame.name}" for frame in frames]
        return "\n".join([*places, f"  {kind.__module__}.{kind.__qualname__}"])
