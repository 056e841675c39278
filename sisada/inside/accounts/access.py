"""Which roles may enter a view. The mark is data, so that a test can walk every route as every role."""

from collections.abc import Callable
from typing import Any, TypeVar
from uuid import UUID

from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from sisada.foundation.problems import Problem
from sisada.inside.accounts.roles import Officer, Role

View = TypeVar("View", bound=Callable[..., Any])
EVERY_ROLE = tuple(Role)


class OfficerRequest(HttpRequest):
    """A request behind the office middleware: somebody with a role is signed in, on a registered device."""

    officer: Officer
    device: UUID


class NotForThisRole(Problem):
    code = "accounts.not-for-this-role"
    status = 403


def open_to(*roles: Role) -> Callable[[View], View]:
    """Mark a view with the roles that may enter it. A view without a mark is open to nobody (middleware)."""

    def mark(view: View) -> View:
        view.open_to = roles  # type: ignore[attr-defined]  # a function takes attributes; that is the mark
        return view

    return mark


def require_entry(officer: Officer, view: Callable[..., Any]) -> None:
    """Raises: NotForThisRole unless one of the officer's roles stands in the view's mark."""
    if not officer.may(*getattr(view, "open_to", ())):
        raise NotForThisRole(_("Halaman ini bukan untuk peran Anda. Hubungi admin kantor bila peran Anda keliru."))
