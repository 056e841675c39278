"""Nothing of what a reporter wrote reaches the outside's disk: not its tables, not its write-ahead log, not the server's log."""

import secrets
import time
import uuid
from collections.abc import Iterator
from contextlib import suppress
from datetime import date
from pathlib import Path

import psycopg
import pytest

from sisada.foundation import word_code
from sisada.foundation.letter import About, Letter, Place, Stay
from sisada.foundation.letter import Reporter as WhoReports
from sisada.outside import roles as outside
from sisada.outside.letterbox import post
from sisada.outside.letterbox.post import seal_photo
from sisada.outside.letterbox.tests.conftest import Login
from sisada.outside.letterbox.thread import open_thread
from tests.databases import Side
from tests.street_keys import PEPPER

CANARY = f"Kenari{secrets.token_hex(8)}"  # another in each run: the servers of tests are kept
SEEN = f"Terlihat{secrets.token_hex(8)}"  # what is put there on purpose, so that a search that finds nothing is known to search


@pytest.mark.usefixtures("at_the_street")
def test_a_letter_leaves_no_clear_word_on_the_outsides_disk(outside_side: Side, owner: Login) -> None:
    began = time.time()
    code = word_code.draw()
    derived = word_code.derive(code, pepper=PEPPER)
    photo = seal_photo(CANARY.encode())
    letter = _full_of_canaries(derived.public_key, photo.sha256)
    letter_id = uuid.uuid4()
    post.receive(letter, letter_id=letter_id, code=derived, photos=[photo])
    with pytest.raises(post.LetterProblem):  # an error must not write it either
        post.receive(_full_of_canaries(derived.public_key, photo.sha256), letter_id=letter_id, code=derived, photos=[photo])
    assert open_thread(derived) is not None
    owner.execute(
        "insert into letterbox_holiday (id, day, name, kind, withdrawn, set_at) values (%s, '1999-01-01', %s, 'public', true, now())",
        [uuid.uuid4(), SEEN],
    )
    _write_everything_out(outside_side)
    clear = [CANARY.encode(), CANARY.encode("utf-16-le"), " ".join(code).encode(), derived.private_key, photo.sha256.encode()]
    found, where = set(), set()
    for path, content in _written_since(outside_side, began):
        found |= {(word, path) for word in clear if word in content}
        where |= {path.parent.name} if SEEN.encode() in content else set()
    assert found == set()
    assert "pg_wal" in where
    assert len(where) > 1  # and in a table


def _full_of_canaries(key: bytes, photo: str) -> Letter:
    place = Place(kelurahan=None, text=CANARY, lat=-6.25, lon=106.84, pin_from="map")
    stay = Stay(uuid.uuid4(), name=CANARY, nationality=CANARY, document_number=CANARY, since=date(2026, 1, 1), until=None)
    return Letter(
        kind="presence",
        thread=uuid.uuid4(),
        reporter_key=key,
        what=CANARY,
        when=CANARY,
        place=place,
        nationality=CANARY,
        reporter=WhoReports(CANARY, CANARY),
        photos=(photo,),
        stays=(stay,),
        stay_place=place,
        about=About("other", CANARY),
    )


def _write_everything_out(side: Side) -> None:
    with psycopg.connect(side.server.url(outside.DATABASE), autocommit=True) as admin:
        admin.execute("checkpoint")


def _written_since(side: Side, began: float) -> Iterator[tuple[Path, bytes]]:
    """Of the server's own folder, and the logs beside it."""
    for folder in (side.server.folder, side.folder.path / "log"):
        for path in folder.rglob("*"):
            with suppress(FileNotFoundError):  # removed by PostgreSQL meanwhile
                if path.is_file() and path.stat().st_mtime >= began - 1:
                    yield path, path.read_bytes()
