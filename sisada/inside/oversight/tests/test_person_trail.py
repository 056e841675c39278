"""A person's own trail: what the counter hands over, and what it must not."""

import re
import zlib
from datetime import timedelta
from typing import Any

import pytest
from django.utils.translation import override
from psycopg import Connection

from sisada.foundation.clock import now
from sisada.inside.audit.looks import Purpose, begin_look
from sisada.inside.lookup.document_numbers import DocumentNumber
from sisada.inside.oversight.person_trail import PersonTrail, SeenOnce, person_trail, question
from sisada.inside.oversight.person_trail_pdf import document, printable
from sisada.inside.oversight.tests.conftest import OpenGround, aged, opened_card, refused
from tests import specimen
from tests.cast import Cast, TestGround
from tests.specimen import Specimen

Owner = Connection[Any]
pytestmark = pytest.mark.django_db
DELAY = timedelta(days=31)  # dated rule audit.trail-delay-days: 30


@pytest.fixture
def neighbour(committed: Owner) -> Specimen:
    return specimen.write(committed.cursor(), "warga")


@pytest.fixture
def request_ground(cast: Cast, ground_of: OpenGround) -> TestGround:
    return ground_of(cast.dimas, kind="own-request")


def told(cast: Cast, ground: TestGround, number: str) -> PersonTrail:
    query = question(DocumentNumber.parse(number))
    return person_trail(begin_look(cast.dimas.id, cast.dimas.device, ground=ground.id, purpose=Purpose.TRAIL, query=query))


def test_it_tells_role_purpose_and_ground_and_no_officers_name(cast: Cast, request_ground: TestGround, neighbour: Specimen) -> None:
    opened_card(cast.sari, cast.ground, neighbour.id)
    found = told(cast, request_ground, neighbour.niora)
    assert (found.found, found.niora) == (1, neighbour.niora)
    assert [(one.role, one.purpose, one.ground, one.reference) for one in found.looks] == [
        ("meja", "trail", "own-request", None),
        ("petugas", "card", "order", cast.ground.reference),
    ]
    assert "Sari" not in str(found)


@pytest.mark.parametrize("kind", ["finding", "order"])
def test_a_running_investigation_is_told_after_the_days_of_the_rule(
    kind: str, cast: Cast, request_ground: TestGround, neighbour: Specimen, ground_of: OpenGround, committed: Owner
) -> None:
    """A direct finding, and an order that names the person."""
    ground = ground_of(cast.sari, kind=kind, purposes=("card",), persons=[neighbour.id] if kind == "order" else None)
    look, _ = opened_card(cast.sari, ground, neighbour.id)
    assert kind not in {one.ground for one in told(cast, request_ground, neighbour.niora).looks}
    aged(committed, look.id, by=DELAY)
    assert kind in {one.ground for one in told(cast, request_ground, neighbour.niora).looks}


def test_a_number_of_nobody_or_of_two_people_gives_no_trail(
    cast: Cast, request_ground: TestGround, neighbour: Specimen, committed: Owner
) -> None:
    other = specimen.write(committed.cursor(), "kembar")
    committed.execute(
        "update lookup_number set exact = %s where person_id = %s and kind = 'document'",
        [DocumentNumber.parse(neighbour.passport).exact, other.id],
    )
    assert (told(cast, request_ground, "TIDAKADA9").found, told(cast, request_ground, neighbour.passport).found) == (0, 2)
    assert told(cast, request_ground, neighbour.passport).looks == ()


def test_a_review_does_not_open_the_trail_for_the_counter(cast: Cast, review: TestGround, neighbour: Specimen) -> None:
    query = question(DocumentNumber.parse(neighbour.niora))
    look = begin_look(cast.lestari.id, cast.lestari.device, ground=review.id, purpose=Purpose.TRAIL, query=query)
    with refused("look.purpose-not-covered"):
        person_trail(look)


def paper_text(paper: bytes) -> str:
    """Every string that the pages draw, in order."""
    streams = re.findall(rb"stream\r?\n(.*?)\r?\nendstream", paper, re.DOTALL)
    drawn = b" ".join(b" ".join(re.findall(rb"\((.*?)(?<!\\)\) Tj", _inflated(one), re.DOTALL)) for one in streams)
    return re.sub(r"\\(.)", r"\1", drawn.decode("latin-1")).replace("\xa0", " ")


def _inflated(stream: bytes) -> bytes:
    try:
        return zlib.decompressobj().decompress(stream)  # one whose last byte is a line's end comes without it
    except zlib.error:
        return b""


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("id", ["Siapa yang melihat data Anda", "Petugas", "Surat perintah", "Dicetak"]),
        ("en", ["Who looked at your data", "Officer", "Order", "Printed"]),
    ],
)
def test_the_paper_is_text_in_both_languages_with_every_look_on_it(language: str, words: list[str]) -> None:
    looks = tuple(SeenOnce(now() - timedelta(hours=n), "card", "order", f"SP {n:04}/XI/2026", "petugas") for n in range(90))
    trail = PersonTrail(1, "ERIKSSON, ANNA MARIA", "NL898902C3", looks, "7K4-M2Q")
    with override(language):
        paper = document(trail, language=language, at=now())
    text = paper_text(paper)
    assert paper.startswith(b"%PDF-")
    assert [
        one for one in [*words, "ERIKSSON, ANNA MARIA", "NL898902C3", "7K4-M2Q", "SP 0000/XI/2026", "SP 0089/XI/2026"] if one not in text
    ] == []


@pytest.mark.parametrize(("written", "drawn"), [("Ğündüz – O’Neil", "Gündüz - O'Neil"), ("Nguyễn", "Nguyen"), ("山", "?")])
def test_signs_that_the_papers_font_lacks_lose_their_marks_and_are_never_left_out(written: str, drawn: str) -> None:
    assert printable(written) == drawn
