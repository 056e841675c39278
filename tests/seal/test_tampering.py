"""Each falsification by somebody who may everything inside is found (docs/seal.md lists them, and which need the witness)."""

import subprocess
import sys

import pytest

from tests.seal.house import House
from tests.seal.tampering import TAMPERINGS, edit, withhold
from tests.seal.tampering_by_erasing import BY_ERASING
from tests.seal.tampering_of_reasons import OF_REASONS
from tests.servers import ROOT

ALL = TAMPERINGS | BY_ERASING | OF_REASONS


@pytest.mark.parametrize("name", ALL)
def test_tampering_is_found(house: House, name: str) -> None:
    tampering = ALL[name]
    tampering.do(house)
    assert tampering.found in house.verified().codes()
    alone = house.verified_without_witness().codes()
    assert alone == set() if tampering.needs_witness else tampering.found in alone


def test_every_checkpoint_that_never_came_outside_is_named(house: House) -> None:
    withhold(house)
    house.outside_admin.execute("delete from published_audit_head where number = 2")
    assert [one.sentence for one in house.verified().findings if "4 checkpoints never came outside: 2, 7–9" in one.sentence]


def test_the_command_says_one_sentence_a_finding_and_ends_with_1(house: House) -> None:
    assert _run(house) == (0, [])
    edit(house)
    code, sentences = _run(house)
    assert code == 1
    assert len(sentences) == 1
    assert "was changed after seal" in sentences[0]


def _run(house: House) -> tuple[int, list[str]]:
    addresses = {
        "DATABASE_URL": house.inside.uri(house.name, "sisada_sealer"),
        "WITNESS_DATABASE_URL": house.outside.uri(house.name, "sisada_timpora"),
    }
    done = subprocess.run([sys.executable, "-m", "sisada.verify"], env=addresses, cwd=ROOT, capture_output=True, text=True, check=False)
    return done.returncode, [line for line in done.stdout.splitlines() if line.startswith("!")]
