"""Faults that the canaries must hear: each is put into the office by hand, and a short walk comes by."""

import base64
import logging
from collections.abc import Callable
from typing import Any

import psycopg
import pytest
from django.core.cache import cache
from django.db import connection
from django.http import HttpResponse

from sisada.faces.office import middleware, problems
from sisada.foundation.logs import LineFormatter
from sisada.inside.link import apply
from sisada.inside.lookup import find, question, searches, views
from tests import office_role
from tests.access import Caller
from tests.attacker import Office
from tests.canaries.person import Canary, hatch
from tests.canaries.walk import Walk, prime
from tests.cast import Cast

pytestmark = pytest.mark.django_db
Patch = pytest.MonkeyPatch
NOTHING: dict[str, str] = {}


def niora_in_the_title(patch: Patch, canary: Canary) -> None:
    drawn = views.card_page
    patch.setattr(views, "card_page", lambda *given: drawn(*given) | {"title": canary.niora})


def typed_text_in_the_log(patch: Patch, canary: Canary) -> None:
    understood = question.understand

    def careless(typed: str, today: Any) -> Any:
        logging.getLogger("sisada.lookup").warning("searched %s", typed)
        return understood(typed, today)

    patch.setattr(views, "understand", careless)


def header(name: str) -> Callable[[Patch, Canary], None]:
    def put(patch: Patch, canary: Canary) -> None:
        def careless(_self: object, _request: object, response: Any) -> Any:
            response.headers[name] = f'"{canary.passport.lower().encode().hex()}"'
            return response

        patch.setattr(middleware.PrivatePages, "process_response", careless)

    return put


def name_in_the_url(patch: Patch, canary: Canary) -> None:
    patch.setattr(
        views,
        "redirect",
        lambda *_given, **_named: HttpResponse(status=302, headers={"Location": f"/cari/1/?nama={canary.name.encode().hex()}"}),
    )


def message_on_the_error_page(patch: Patch, canary: Canary) -> None:
    patch.setattr(find, "card", lambda _look: (_ for _ in ()).throw(problems.Broken(f"no card for {canary.name}")))


def message_in_the_log(patch: Patch, canary: Canary) -> None:
    patch.setattr(find, "card", lambda _look: NOTHING[canary.niora])
    patch.setattr(LineFormatter, "formatException", logging.Formatter().formatException)


def typed_text_in_the_session(patch: Patch, canary: Canary) -> None:
    keep = searches.keep

    def careless(session: Any, look_id: Any, *, purpose: str) -> int:
        session["typed"] = canary.passport
        return keep(session, look_id, purpose=purpose)

    patch.setattr(searches, "keep", careless)


def person_in_the_cache(patch: Patch, canary: Canary) -> None:
    by_anything = find.by_anything

    def careless(look: Any) -> Any:
        cache.set(f"hits-{canary.niora}", "1")
        return by_anything(look)

    patch.setattr(find, "by_anything", careless)


def name_in_a_cookie(patch: Patch, canary: Canary) -> None:
    shown = views._show

    def careless(*given: Any) -> Any:
        answer = shown(*given)
        answer.set_cookie("last", canary.niora)
        return answer

    patch.setattr(views, "_show", careless)


def sponsors_email_on_the_card(patch: Patch, canary: Canary) -> None:
    drawn = views.card_page
    patch.setattr(views, "card_page", lambda *given: drawn(*given) | {"check_code": canary.values["registry_guarantor.email"]})


def name_in_an_open_column(_patch: Patch, canary: Canary) -> None:
    with connection.cursor() as cursor:
        cursor.execute("insert into rules_declared (name, abouts, needs_second) values (%s, '{}', false)", [canary.name])


MUTANTS: dict[str, tuple[Callable[[Patch, Canary], None], str]] = {
    "the NIORA in the title": (niora_in_the_title, "title"),
    "the typed text in a log line": (typed_text_in_the_log, "log"),
    "an ETag made of the passport": (header("ETag"), "headers"),
    "a URL with a name": (name_in_the_url, "headers"),
    "the exception's message on the error page": (message_on_the_error_page, "error"),
    "the exception's message in the log": (message_in_the_log, "log"),
    "the typed text in the session": (typed_text_in_the_session, "session"),
    "a number in a cache key": (person_in_the_cache, "cache"),
    "a number in a cookie": (name_in_a_cookie, "headers"),
    "the sponsor's e-mail on the card": (sponsors_email_on_the_card, "body"),
    "a name in a column that is not personal": (name_in_an_open_column, "table"),
}


@pytest.mark.parametrize("fault", MUTANTS)
def test_the_fault_is_heard_where_it_was_put(fault: str, cast: Cast, monkeypatch: Patch) -> None:
    apply_fault, place = MUTANTS[fault]
    with connection.cursor() as cursor:
        walk = Walk(hatch(cursor.cursor))
    apply_fault(monkeypatch, walk.canary)
    prime(walk, Caller("petugas", office_role.signed_in(cast.sari, ground=cast.ground)))
    walk.tables()
    assert place in {one.place for one in walk.leaks()}


def test_without_a_fault_the_same_walk_hears_nothing(cast: Cast) -> None:
    with connection.cursor() as cursor:
        walk = Walk(hatch(cursor.cursor))
    prime(walk, Caller("petugas", office_role.signed_in(cast.sari, ground=cast.ground)))
    walk.tables()
    assert walk.leaks() == set()


def test_a_name_in_a_notification_is_heard(committed: Office, office_url: str, canary_for_all: Canary) -> None:
    walk = Walk(canary_for_all)
    with psycopg.connect(office_url, autocommit=True) as listener:
        listener.execute("listen registry_change")
        committed.execute("select pg_notify(%s, %s)", [apply.CHANNEL, walk.canary.name])
        told = list(listener.notifies(timeout=1, stop_after=1))
    walk.hear(" ".join(one.payload for one in told), place="notify", page="link", who="office")
    assert {one.place for one in walk.leaks()} == {"notify"}


WRAPPINGS: dict[str, Callable[[str], str]] = {
    "capitals": str.upper,
    "accents": lambda text: text.replace("x", "x\u0301"),
    "URL": lambda text: "".join(f"%{ord(sign):02X}" for sign in text),
    "HTML": lambda text: "".join(f"&#{ord(sign)};" for sign in text),
    "JSON": lambda text: "".join(f"\\u{ord(sign):04x}" for sign in text),
    "hex": lambda text: text.encode().hex(),
    "base64": lambda text: base64.b64encode(f"a{text}tail".encode()).decode(),
    "full width": lambda text: "".join(chr(ord(sign) + 0xFEE0) if sign.isalnum() else sign for sign in text),
}


@pytest.mark.parametrize("wrapping", WRAPPINGS)
def test_a_song_is_heard_through(wrapping: str, db: None) -> None:
    with connection.cursor() as cursor:
        walk = Walk(hatch(cursor.cursor))
    walk.hear(f"before {WRAPPINGS[wrapping](walk.canary.niora)} after", place="log", page="", who="")
    assert {one.column for one in walk.sightings} == {"registry_person.niora"}
