"""A signing key hands over to the next: the verifier follows from the first one, and to no key that was not endorsed."""

import base64
import subprocess
import sys
from datetime import timedelta
from pathlib import Path

import pytest
from nacl.signing import SigningKey

from sisada.inside.audit import seal_key, seal_rotation
from sisada.inside.audit.seal_key import Key, KeyRefused
from sisada.verify.findings import Code
from tests.seal.house import MORNING, House
from tests.servers import ROOT

SECOND, THIRD = Key(SigningKey(bytes(31) + b"\x05")), Key(SigningKey(bytes(31) + b"\x06"))
TEN_O_CLOCK = MORNING + timedelta(hours=2)


@pytest.fixture
def key_file(house: House, tmp_path: Path) -> Path:
    """The house's own key in a file, as its sealer is given it."""
    file = tmp_path / "seal-key"
    file.write_bytes(base64.urlsafe_b64encode(bytes(house.key.signing)))
    return file


def test_from_the_first_key_alone_the_verifier_follows_every_hand_over(house: House) -> None:
    first = house.key
    for hours, successor in enumerate((SECOND, THIRD), start=2):
        house.rotate(successor)
        house.minute(MORNING + timedelta(hours=hours))
    assert house.verified(first.public).findings == []
    assert house.verified().findings == []
    assert house.verified_without_witness().findings == []


def test_without_its_endorsement_the_new_key_is_not_believed(house: House) -> None:
    house.rotate(SECOND)
    house.minute(TEN_O_CLOCK)
    house.admin.execute("delete from audit_key_endorsement")
    assert house.verified().codes() == {Code.OTHER_KEY, Code.KEY_NOT_BELIEVED, Code.WITNESS_SIGNATURE}


@pytest.mark.parametrize(
    "change", ["public_key = decode(repeat('07', 32), 'hex')", "last_number = last_number - 1", "last_hash = signature"]
)
def test_an_endorsement_that_was_edited_is_found(house: House, change: str) -> None:
    house.rotate(SECOND)
    house.minute(TEN_O_CLOCK)
    house.admin.execute(f"update audit_key_endorsement set {change}".encode())
    assert Code.ENDORSEMENT in house.verified().codes()


def test_a_key_hands_over_once(house: House) -> None:
    first = house.key
    house.rotate(SECOND)
    house.admin.execute("alter table audit_key_endorsement drop constraint audit_key_endorsement_endorsed_by_key")
    seal_rotation.endorse(house.sealer, old=first, successor=THIRD)
    assert house.verified().codes() == {Code.ENDORSEMENT, Code.OTHER_KEY}


def test_nothing_asked_for_changes_nothing(house: House, key_file: Path) -> None:
    assert seal_rotation.change_if_asked(house.sealer, house.key, key_file) is house.key


def test_the_new_key_lies_where_the_old_one_lay(house: House, key_file: Path) -> None:
    asked = seal_rotation.ask(key_file)
    house.key = seal_rotation.change_if_asked(house.sealer, house.key, key_file)
    assert house.key.id == asked.id == seal_rotation.key_in_force(house.sealer, key_file).id
    assert not seal_rotation.is_asked(key_file)
    assert key_file.stat().st_mode & 0o077 == 0
    house.minute(TEN_O_CLOCK)
    assert house.verified().findings == []


def test_a_hand_over_that_was_killed_half_way_is_brought_to_its_end(house: House, key_file: Path) -> None:
    successor = seal_rotation.ask(key_file)
    seal_rotation.endorse(house.sealer, old=house.key, successor=successor)
    assert seal_rotation.key_in_force(house.sealer, key_file).id == successor.id
    assert (seal_rotation.is_asked(key_file), seal_key.read_or_make(key_file).id) == (False, successor.id)


def test_one_that_was_killed_before_is_as_if_it_had_just_been_asked_for(house: House, key_file: Path) -> None:
    seal_rotation.ask(key_file)
    assert seal_rotation.key_in_force(house.sealer, key_file).id == house.key.id
    assert seal_rotation.is_asked(key_file)


def test_a_new_key_beside_a_wrong_one_does_not_get_it_in(house: House, tmp_path: Path) -> None:
    seal_rotation.ask(tmp_path / "another")
    with pytest.raises(KeyRefused, match=house.key.id):
        seal_rotation.key_in_force(house.sealer, tmp_path / "another")


def test_the_command_has_the_sealer_at_work_hand_over(house: House, key_file: Path) -> None:
    first = house.key
    environment = {"DATABASE_URL": house.inside.uri(house.name, "sisada_sealer"), "SISADA_SEAL_KEY_FILE": str(key_file)}
    seal = [sys.executable, "-m", "sisada.inside.audit.seal"]
    with subprocess.Popen(seal, env=environment, cwd=ROOT, stderr=subprocess.DEVNULL) as sealer:
        try:
            done = subprocess.run([*seal, "rotate-key"], env=environment, cwd=ROOT, capture_output=True, text=True, check=False)
        finally:
            sealer.terminate()
    assert (done.returncode, seal_key.read_or_make(key_file).public.hex() in done.stderr) == (0, True)
    house.carry()
    assert house.one("select count(*) from audit_key_endorsement") == 1
    assert house.verified(first.public).findings == []
