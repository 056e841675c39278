"""A proof of work is signed by us, done once, in time, and serves one form."""

import json
import time
from base64 import b64decode, b64encode
from collections.abc import Callable
from typing import Any
from uuid import uuid4

import psycopg
import pytest

from sisada.outside.letterbox.tests.conftest import Login
from sisada.outside.letterbox.work import proofs
from sisada.outside.letterbox.work.admission import admit
from sisada.outside.letterbox.work.budget import Lane
from sisada.outside.letterbox.work.refusals import ProofExpired, ProofSpent, ProofWrong
from sisada.outside.letterbox.work.tests.conftest import answered

pytestmark = pytest.mark.usefixtures("at_the_street")


def altered(proof: str, change: Callable[[dict[str, Any]], object]) -> str:
    told = json.loads(b64decode(proof))
    change(told)
    return b64encode(json.dumps(told).encode()).decode()


def test_a_proof_serves_the_form_that_brings_it_and_its_repetitions(proof: str) -> None:
    form = uuid4()
    for _ in range(proofs.SENDS_A_FORM):
        admit(proof, lane=Lane.LETTER, form=form)
    with pytest.raises(ProofSpent):
        admit(proof, lane=Lane.LETTER, form=form)


def test_a_proof_that_served_one_form_serves_no_other(proof: str) -> None:
    admit(proof, lane=Lane.LETTER, form=uuid4())
    with pytest.raises(ProofSpent):
        admit(proof, lane=Lane.LETTER, form=uuid4())


def test_a_proof_that_was_refused_as_spent_is_known_here_without_asking_again(proof: str, monkeypatch: pytest.MonkeyPatch) -> None:
    admit(proof, lane=Lane.LETTER, form=uuid4())
    assert not proofs.looks_spent(proof)
    with pytest.raises(ProofSpent):
        admit(proof, lane=Lane.LETTER, form=uuid4())
    monkeypatch.setattr(proofs, "connection", None)
    assert proofs.looks_spent(proof)
    assert proofs.looks_spent("nonsense")


def test_another_spelling_of_a_spent_proof_is_spent_too(proof: str) -> None:
    admit(proof, lane=Lane.LETTER, form=uuid4())
    spelled = altered(proof, lambda told: told["solution"].update(time=1.5, derivedKey=told["solution"]["derivedKey"].upper()))
    with pytest.raises(ProofSpent):
        admit(spelled, lane=Lane.LETTER, form=uuid4())


@pytest.mark.parametrize(
    "change",
    [
        lambda told: told["solution"].update(derivedKey="00" * 32),
        lambda told: told["solution"].update(derivedKey=None),
        lambda told: told["challenge"]["parameters"].update(keyPrefix=""),
        lambda told: told["challenge"]["parameters"].update(expiresAt=4_000_000_000),
        lambda told: told["challenge"]["parameters"].update(expiresAt="soon"),
        lambda told: told["challenge"]["parameters"].update(data={"deep": {}}),
        lambda told: told["challenge"].pop("signature"),
        lambda told: told["challenge"].update(signature="00" * 32),
        lambda told: told.pop("solution"),
        lambda told: told.update(challenge=[]),
        lambda told: told.update(challenge=None),
    ],
)
def test_a_proof_with_anything_changed_is_refused(proof: str, change: Callable[[dict[str, Any]], object]) -> None:
    with pytest.raises(ProofWrong):
        admit(altered(proof, change), lane=Lane.LETTER, form=uuid4())


@pytest.mark.parametrize("proof", ["?", "e30=", "W10=", "bnVsbA==", "MQ==", "x" * 100_000, b64encode(b"[" * 1400).decode(), "é"])
def test_nonsense_in_place_of_a_proof_is_refused_and_asks_no_database(proof: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(proofs, "connection", None)
    with pytest.raises(ProofWrong):
        admit(proof, lane=Lane.LETTER, form=uuid4())


def test_a_proof_of_a_page_that_was_open_too_long_is_refused_with_the_way_on(little_work: None, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(proofs, "GOOD_FOR_S", -1)
    with pytest.raises(ProofExpired) as refused:
        admit(answered(proofs.challenge()), lane=Lane.LETTER, form=uuid4())
    assert str(refused.value.sentence)


def test_a_proof_that_somebody_else_signed_is_refused(proof: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(proofs, "_secret", lambda _: b"another-secret")
    with pytest.raises(ProofWrong):
        admit(proof, lane=Lane.LETTER, form=uuid4())


def test_a_proof_is_carried_to_the_next_screen_while_it_has_time_left(
    proof: str, little_work: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert proofs.still_good(proof)
    assert not proofs.still_good("")
    monkeypatch.setattr(proofs, "GOOD_FOR_S", proofs.LEFT_FOR_ANOTHER_SCREEN_S - 1)
    assert not proofs.still_good(answered(proofs.challenge()))


def test_the_answer_to_a_challenge_stands_somewhere_among_its_steps(little_work: None) -> None:
    """Each step costs as many rounds as drawing the challenge did; on the average half of them must be tried."""
    for _ in range(20):
        told = json.loads(b64decode(answered(proofs.challenge())))
        assert told["solution"]["counter"] in range(3, 9)


def test_the_real_work_has_thousands_of_steps() -> None:
    assert proofs.STEPS.start >= 2_000
    told = json.loads(proofs.challenge())["parameters"]
    assert (told["algorithm"], told["cost"]) == ("PBKDF2/SHA-256", proofs.ROUNDS)


def test_a_challenge_says_nothing_about_whoever_asked_for_it() -> None:
    told = json.loads(proofs.challenge())["parameters"]
    assert set(told) == {"algorithm", "cost", "keyLength", "keyPrefix", "nonce", "salt", "keySignature", "expiresAt"}
    assert 0 < told["expiresAt"] - time.time() <= proofs.GOOD_FOR_S


def test_what_has_expired_is_swept_when_others_spend(proof: str, owner: Login) -> None:
    owner.execute("insert into letterbox_proof values ('\\x01', gen_random_uuid(), 1, clock_timestamp() - interval '1 second')")
    admit(proof, lane=Lane.LETTER, form=uuid4())
    assert owner.execute("select count(*) from letterbox_proof where proof = '\\x01'").fetchone() == (0,)


def test_of_senders_who_bring_one_proof_at_the_same_moment_one_is_served(public: Login, owner: Login) -> None:
    """Two transactions, the first still open: the second waits for it, then sees that the proof is spent."""
    spend = "select letterbox_spend_proof('\\x02', %s, clock_timestamp() + interval '1 hour', 9)"
    with owner.transaction():
        assert owner.execute(spend, [uuid4()]).fetchone() == (True,)
        public.execute("set lock_timeout = '50ms'")
        with pytest.raises(psycopg.errors.LockNotAvailable):
            public.execute(spend, [uuid4()])
    public.execute("reset lock_timeout")
    assert public.execute(spend, [uuid4()]).fetchone() == (False,)
    owner.execute("delete from letterbox_proof where proof = '\\x02'")


@pytest.mark.parametrize("table", ["letterbox_proof", "letterbox_budget"])
@pytest.mark.parametrize("deed", ["select * from {}", "select count(*) from {}", "insert into {} default values", "delete from {}"])
def test_the_public_face_reads_and_changes_neither_table(public: Login, table: str, deed: str) -> None:
    with pytest.raises(psycopg.errors.InsufficientPrivilege):
        public.execute(deed.replace("{}", table).encode())
