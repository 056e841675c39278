"""Every route of the office face, asked as everybody who may come to the door, by GET and by POST; and the table of what they got."""

import uuid
from dataclasses import dataclass
from http.cookies import SimpleCookie
from typing import Any

from django.db import transaction
from django.test import Client
from django.urls import URLPattern, resolve, reverse
from django.urls.converters import IntConverter, SlugConverter, StringConverter, UUIDConverter
from django.urls.exceptions import Resolver404

from sisada.faces.office.urls import urlpatterns
from sisada.inside.accounts.models import RoleHeld
from sisada.sign_in.models import Device
from tests.cast import RAWAJATI

METHODS = ("GET", "POST")
Table = dict[tuple[str, str], dict[str, str]]  # by route and method: by caller, what they got

HEAD = """# Who gets what: every route of the office face

Written by `make access` from what the face really answers; a test compares. Each line is a route and a method, each column somebody at
the door. A number is the answer's status; → names the route one is sent to; 403 names the rule. POST is sent empty here: a form shown
again (200) says that one may, but sent nothing useful. Whoever is suspended, or whose session or device was ended, gets what somebody
signed out gets (test_access.py).

"""


@dataclass(frozen=True)
class Caller:
    """Somebody at the door: a browser, and what stands in it."""

    who: str
    browser: Client


def routes() -> list[URLPattern]:
    return [route for route in urlpatterns if isinstance(route, URLPattern)]


def example_url(route: URLPattern, *, person: object, device: object, area: str = RAWAJATI) -> str:
    """A URL of this route that names somebody who is there, or, of whatever else it names, one that is not."""
    known = {"person_id": person, "device_id": device, "code": area, "name": "cari", "rule": "audit.look-minutes", "row": person}
    known |= _of_the_owner(uuid.UUID(str(device)))
    by_kind = {UUIDConverter: uuid.UUID(int=0), IntConverter: 1, StringConverter: "tidak-ada", SlugConverter: "tidak-ada"}
    named = route.pattern.converters.items()
    return reverse(str(route.name), kwargs={name: known.get(name, by_kind[type(kind)]) for name, kind in named})


def _of_the_owner(device: uuid.UUID) -> dict[str, object]:
    """The colleague whose device this is, and a role held."""
    user = Device.objects.values_list("user_id", flat=True).get(id=device)
    return {"user_id": user, "held_id": RoleHeld.objects.values_list("id", flat=True).filter(user_id=user).first()}


def ask(caller: Caller, url: str, method: str) -> str:
    """What the caller gets, in a word or two; whatever the request changed is undone, as if each were the first."""
    caller.browser.raise_request_exception = False  # a page that breaks stands in the table as 500
    cookies = SimpleCookie(caller.browser.cookies.output(header="", sep=";"))
    with transaction.atomic():
        answer = caller.browser.generic(method, url)
        said = in_words(answer)
        transaction.set_rollback(True)
    caller.browser.cookies = cookies
    return said


def in_words(answer: Any) -> str:
    if answer.status_code in (301, 302):
        return f"→ {_route_of(answer.headers['Location'])}"
    problem = answer.context.get("problem") if answer.context else None
    code = f" {problem.code}" if problem is not None and answer.status_code == 403 else ""
    return f"{answer.status_code}{code}"


def _route_of(location: str) -> str:
    try:
        return resolve(location.partition("?")[0]).url_name or location
    except Resolver404:
        return location


def walk(callers: list[Caller], *, person: object, device: object) -> Table:
    """What each caller gets on each route by each method."""
    urls = {str(route.name): example_url(route, person=person, device=device) for route in routes()}
    return {(name, method): {one.who: ask(one, url, method) for one in callers} for name, url in urls.items() for method in METHODS}


def drawn(table: Table) -> str:
    """Markdown: one line for each route and method."""
    callers = list(next(iter(table.values())))
    lines = [f"| route | method | {' | '.join(callers)} |", f"|---|---|{'---|' * len(callers)}"]
    lines += [f"| {route} | {method} | {' | '.join(answers.values())} |" for (route, method), answers in table.items()]
    return HEAD + "\n".join(lines) + "\n"
