"""Acting as the office face's role inside a test's own transaction, and browsers whose requests do so."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

from django.db import connection, transaction
from django.test import Client
from psycopg.pq import TransactionStatus

from sisada.inside.audit.grounds import CHOSEN
from sisada.sign_in import devices
from sisada.sign_in.models import User
from tests.cast import Colleague, TestGround

BACKEND = "allauth.account.auth_backends.AuthenticationBackend"


@contextmanager
def as_office() -> Iterator[None]:
    """No right but the office face's own. A database error inside undoes what was done inside, as a savepoint does."""
    before = transaction.savepoint()
    with connection.cursor() as cursor:
        cursor.execute("set local role sisada_office")
    try:
        yield
    finally:
        if connection.connection.info.transaction_status == TransactionStatus.INERROR:
            transaction.savepoint_rollback(before)
        with connection.cursor() as cursor:
            cursor.execute("reset role")
        transaction.savepoint_commit(before)


class OfficeBrowser(Client):
    """A browser whose requests are served with the office face's rights, while the test around it keeps the owner's."""

    def request(self, **request: Any) -> Any:
        with as_office(), connection.execute_wrapper(_AsInAutocommit(len(connection.savepoint_ids))):
            return super().request(**request)


@dataclass(frozen=True)
class _AsInAutocommit:
    """In an office a statement outside a view's own `atomic` that the database refuses spoils nothing but itself; so here, too,
    though the whole test is one transaction."""

    depth: int

    def __call__(self, execute: Callable[..., Any], sql: Any, params: Any, many: bool, context: Any) -> Any:
        if len(connection.savepoint_ids) > self.depth or str(sql).startswith(("SAVEPOINT", "RELEASE", "ROLLBACK")):
            return execute(sql, params, many, context)
        with transaction.atomic():
            return execute(sql, params, many, context)


def with_password_alone(colleague: Colleague) -> OfficeBrowser:
    """Between the password and the second factor."""
    client = OfficeBrowser()
    client.force_login(User.objects.get(id=colleague.id), backend=BACKEND)
    return client


def signed_in(colleague: Colleague, *, ground: TestGround | None) -> OfficeBrowser:
    """After all steps of the sign-in, without walking them. `ground` None: none was chosen yet."""
    client = with_password_alone(colleague)
    session = client.session
    session["device"] = str(colleague.device)
    if ground is not None:
        session[CHOSEN] = str(ground.id)
    session.save()
    client.cookies[devices.COOKIE] = colleague.device_key
    return client
