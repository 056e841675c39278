"""Every test of this repository and its servers. `pytest` alone is enough; nothing need be set.

A process has the settings of one face. So the tests of the public pages are a run of their own: `SISADA_TEST_FACE=public pytest
sisada/faces/public`. What a run's face has beside the servers stands in `tests/office_fixtures.py` and `tests/public_fixtures.py`.
"""

import os
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager
from pathlib import Path
from typing import Any

from tests import street_keys

FACE = os.environ.setdefault("SISADA_TEST_FACE", "office")
os.environ.update(
    DJANGO_SETTINGS_MODULE=f"sisada.faces.{FACE}.settings",
    SISADA_SECRET_KEY="only-for-tests",
    SISADA_DEMO="1",
    SISADA_PLAIN_HTTP="1",
    DATABASE_URL="postgresql://nobody@127.0.0.1:1/no-database-before-the-first-test-that-asks",
    SISADA_LETTER_PUBLIC_KEY=street_keys.LETTER_PUBLIC.hex(),
    SISADA_CODE_PEPPER=street_keys.PEPPER.hex(),
    SISADA_RECEIPT_KEY_FILE=str(street_keys.RECEIPT_KEY_FILE),
    SISADA_PROPOSAL_KEY_FILE=str(street_keys.PROPOSAL_KEY_FILE),
    SISADA_WORD_KEY_FILE=str(street_keys.WORD_KEY_FILE),
    SISADA_WORD_PUBLIC_KEY=street_keys.WORD_PUBLIC.hex(),
)
os.environ["PYTHONPATH"] = str(Path(__file__).parent)  # for the processes that tests start

import django  # noqa: E402 - the environment must be set before settings load

django.setup()

import pytest  # noqa: E402 - and Django set up before anything of it is imported; so with all that follow

from sisada.inside import roles as inside  # noqa: E402
from sisada.outside import roles as outside  # noqa: E402
from tests.databases import Side, migrate_by, outside_template  # noqa: E402
from tests.servers import Servers  # noqa: E402
from tests.shared_out import Together  # noqa: E402

pytest_plugins = [f"tests.{FACE}_fixtures"]
collect_ignore = ["sisada/faces/public"] if FACE == "office" else []
AsOffice = Callable[[], AbstractContextManager[None]]


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--write-documents", action="store_true", help="write docs/grants.md, docs/law.md, docs/access.md instead of comparing them"
    )


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Emptying every table after a test would take the cast and the looks along."""
    for item in items:
        mark = item.get_closest_marker("django_db")
        if (mark and mark.kwargs.get("transaction")) or "transactional_db" in getattr(item, "fixturenames", ()):
            raise pytest.UsageError(f"{item.nodeid}: a test that commits takes `scratch_url`, a database of its own.")


def pytest_xdist_make_scheduler(config: pytest.Config, log: Any) -> Together:
    """However many processes share the run (`-n`)."""
    return Together(config, log)


@pytest.fixture(scope="session")
def servers() -> Iterator[Servers]:
    servers = Servers()
    yield servers
    servers.stop()


@pytest.fixture(scope="session")
def inside_side(servers: Servers) -> Side:
    return Side(inside, servers.server("inside"), servers.folder)


@pytest.fixture(scope="session")
def directorate_url(servers: Servers) -> str:
    """Another server, whose administrator we are there: it plays the Directorate's."""
    return servers.server("directorate").url()


@pytest.fixture(scope="session")
def outside_side(servers: Servers) -> Side:
    """The outside's own server, with its own roles, migrated by its own settings."""
    side = Side(outside, servers.server("outside"), servers.folder)
    side.prepare(outside.DATABASE)
    migrated = migrate_by("sisada.outside.settings", side.uri(outside.DATABASE, outside.OWNER))
    assert migrated.returncode == 0, migrated.stderr.splitlines()[-1]
    return side


@pytest.fixture(scope="session")
def empty_outside(outside_side: Side) -> str:
    """A migrated database of the outside that nobody writes to: for copies."""
    return outside_template(outside_side)
