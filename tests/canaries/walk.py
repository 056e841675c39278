"""One walk through every door of the office face, listening at every place where a canary must not be heard."""

import io
import logging
import re
import tomllib
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.cookies import SimpleCookie
from pathlib import Path
from typing import Any

from django.conf import settings
from django.db import connection, transaction

from sisada.foundation import columns
from sisada.foundation.logs import LineFormatter
from tests import access
from tests.access import Caller
from tests.canaries.person import KELURAHAN, Canary
from tests.canaries.sightings import heard

TITLE = re.compile(rb"<title>.*?</title>", re.DOTALL)
ENTITLED = [
    (page, role, name)
    for one in tomllib.loads((Path(__file__).parent / "entitled.toml").read_text())["entitled"]
    for page in one["pages"]
    for role in one["roles"]
    for name in one["fields"]
]


@dataclass(frozen=True, order=True)
class Sighting:
    """A field's value, and where it was heard: whose request, for which page, at which place."""

    column: str
    place: str  # body, error, title, headers, log, notify, session, cache, table
    page: str
    who: str


@dataclass
class Walk:
    """What one canary's walk came upon."""

    canary: Canary
    sightings: set[Sighting] = field(default_factory=set)
    asked: int = 0
    known: dict[bytes | str, set[str]] = field(default_factory=dict)  # what is said again and again, as a session is, is read once

    def hear(self, said: bytes | str, *, place: str, page: str, who: str, typed: set[str] = frozenset()) -> None:  # type: ignore[assignment]  # read only
        if said not in self.known:
            self.known[said] = heard(self.canary, said)
        self.sightings |= {Sighting(column, place, page, who) for column in self.known[said] - typed}

    def leaks(self) -> set[Sighting]:
        """What was heard where nobody is entitled to it."""
        return {one for one in self.sightings if one.place != "body" or (one.page, one.who, one.column) not in ENTITLED}

    def ask(
        self, caller: Caller, page: str, url: str, *, method: str = "GET", typed: dict[str, str] | None = None, kept: bool = False
    ) -> Any:
        """One request, and all that it leaves behind. `kept`: what it changed stays, for the requests after it."""
        self.asked += 1
        caller.browser.raise_request_exception = False
        cookies = SimpleCookie(caller.browser.cookies.output(header="", sep=";"))
        with transaction.atomic(), listened() as log:
            answer = getattr(caller.browser, method.lower())(url, typed or {})
            self._listen(answer, log.getvalue(), page=page, who=caller.who, typed=heard(self.canary, repr(typed)))
            transaction.set_rollback(not kept)
        if not kept:
            caller.browser.cookies = cookies
        return answer

    def _listen(self, answer: Any, log: str, *, page: str, who: str, typed: set[str]) -> None:
        body = b"" if answer.streaming else answer.content
        for title in TITLE.findall(body):
            self.hear(title, place="title", page=page, who=who)
        self.hear(body, place="body" if answer.status_code == 200 else "error", page=page, who=who, typed=typed)
        self.hear(f"{dict(answer.headers)} {answer.cookies.output()}", place="headers", page=page, who=who)
        self.hear(log, place="log", page=page, who=who)
        for place, rows in (
            ("session", "select session_data from django_session"),
            ("cache", "select cache_key, value from foundation_cache"),
        ):
            with connection.cursor() as cursor:
                cursor.execute(rows)
                for row in cursor.fetchall():
                    self.hear(" ".join(map(str, row)), place=place, page=page, who=who)

    def everywhere(self, caller: Caller, *, device: object, typed: dict[str, str]) -> None:
        """Every route, asked plainly, with nothing, and with what people type in the wrong place."""
        for route in access.routes():
            url = access.example_url(route, person=self.canary.person, device=device)
            self.ask(caller, str(route.name), url)
            self.ask(caller, str(route.name), url, method="POST", typed=typed)

    def tables(self) -> None:
        """Every column that is classed open or closed, whole: what stands there is no person's."""
        for table, classes in columns.read(settings.SISADA_COLUMNS).items():
            names = sorted({*classes.open, *classes.closed} - {"password"})
            with connection.cursor() as cursor:
                cursor.execute(
                    f"select {', '.join(f'{connection.ops.quote_name(name)}::text' for name in names)} from {table}" if names else "select"
                )
                for row in cursor.fetchall():
                    self.hear(" ".join(str(one) for one in row), place="table", page=table, who="owner")


@contextmanager
def listened() -> Iterator[io.StringIO]:
    """Every log line as the office would write it."""
    lines = io.StringIO()
    handler = logging.StreamHandler(lines)
    handler.setFormatter(LineFormatter())
    loggers = [logging.getLogger(), logging.getLogger("django.request")]
    for logger in loggers:
        logger.addHandler(handler)
    try:
        yield lines
    finally:
        for logger in loggers:
            logger.removeHandler(handler)


def prime(walk: Walk, caller: Caller) -> None:
    """Search, list and open the canary, as whoever may; the pages under numbers are there afterwards."""
    walk.ask(caller, "search", "/cari/", method="POST", typed={"isian": walk.canary.passport}, kept=True)
    walk.ask(caller, "open_area_list", f"/wilayah/{KELURAHAN}/daftar/", method="POST", kept=True)
    walk.ask(caller, "search_results", "/cari/1/")
    walk.ask(caller, "area_list", "/wilayah/daftar/2/")
    walk.ask(caller, "person", f"/orang/{walk.canary.person}/", kept=True)
