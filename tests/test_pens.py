"""The pens of link and sealer are locks by number: nobody else may take one, and so keep the mirror old or the looks without a seal."""

import psycopg
import pytest

from sisada.inside.link.stream import LOCK
from tests.databases import Side

PEN_OF_LINK, PEN_OF_SEALER = str(LOCK), "hashtextextended('audit_seal', 0)"
WAYS = ("pg_try_advisory_lock({})", "pg_advisory_lock({})", "pg_try_advisory_lock_shared({})", "pg_advisory_xact_lock({})")


@pytest.mark.parametrize("pen", [PEN_OF_LINK, PEN_OF_SEALER])
@pytest.mark.parametrize("role", ["sisada_office", "sisada_worker"])
def test_nobody_else_takes_a_pen(inside_side: Side, django_db_setup: None, role: str, pen: str) -> None:
    with psycopg.connect(inside_side.url("run_django", role), autocommit=True) as other:
        for way in WAYS:
            with pytest.raises(psycopg.errors.InsufficientPrivilege):
                other.execute(f"select {way.format(pen)}".encode())


@pytest.mark.parametrize("role", ["sisada_link", "sisada_sealer"])
def test_who_holds_a_pen_takes_it_and_no_other_kind_of_lock(inside_side: Side, django_db_setup: None, role: str) -> None:
    with psycopg.connect(inside_side.url("run_django", role), autocommit=True) as own:
        assert own.execute("select pg_try_advisory_lock(4711)").fetchone() == (True,)
        with pytest.raises(psycopg.errors.InsufficientPrivilege):
            own.execute("select pg_advisory_lock_shared(4711)")
