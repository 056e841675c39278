"""Proofs of work: what the browser of a sender does before its form is taken, and how we know that it did.

A challenge is altcha's, version 2: signed by this face, good for 20 minutes, bound to nobody. Its answer is drawn with it and goes
along as an HMAC, so that checking one costs no derivation. What was spent is in the database (letterbox_spend_proof).
"""

import json
import secrets
import time
from base64 import b64decode
from datetime import UTC, datetime, timedelta
from functools import cache
from typing import Any
from uuid import UUID

from altcha import Payload, create_challenge, verify_solution
from django.db import connection
from django.utils.crypto import salted_hmac

from sisada.outside.letterbox.work.refusals import ProofExpired, ProofSpent, ProofWrong

GOOD_FOR_S = 20 * 60
LEFT_FOR_ANOTHER_SCREEN_S = 5 * 60
STEPS, ROUNDS = range(2_000, 6_000), 1_000  # some 2 s of a new machine's one processor, ten times that of an old phone's
SENDS_A_FORM = 12  # five photos one by one, the form itself, and as many again after a cut network
LONGEST = 2_000  # signs; ours are half as long
MOST_REMEMBERED = 20_000
_refused: set[bytes] = set()  # challenges whose proofs this process saw refused, because another form had spent them
SWEPT_AFTER = timedelta(minutes=1)  # beyond its end: two machines' clocks differ a little


def challenge() -> str:
    """A new one as JSON, for the page. Costs one derivation, about a millisecond."""
    made = create_challenge(
        "PBKDF2/SHA-256",
        ROUNDS,
        counter=secrets.choice(STEPS),
        expires_at=int(time.time()) + GOOD_FOR_S,
        hmac_secret=_secret("challenge"),
        hmac_key_secret=_secret("answer"),
    )
    return json.dumps(made.to_dict())


def spend(proof: str, *, form: UUID) -> None:
    """`proof` is what the browser put into the form: the challenge and its answer, base64 of JSON. It serves one form, a few times.

    Raises: ProofWrong, ProofExpired, ProofSpent. Of these only the last one asks the database."""
    payload = _checked(proof)
    until = datetime.fromtimestamp(payload.challenge.parameters.expires_at or 0, UTC) + SWEPT_AFTER
    with connection.cursor() as cursor:
        signature = bytes.fromhex(payload.challenge.signature or "")
        cursor.execute("select letterbox_spend_proof(%s, %s, %s, %s)", [signature, form, until, SENDS_A_FORM])
        if not cursor.fetchone()[0]:
            _remember(signature)
            raise ProofSpent


def looks_spent(proof: str) -> bool:
    """Whether `spend` would most likely refuse it, as far as this process knows without asking anybody: for the order in which forms get
    their turn, never for whether they are taken."""
    try:
        return bytes.fromhex(_checked(proof).challenge.signature or "") in _refused
    except (ProofWrong, ProofExpired):
        return True


def _remember(signature: bytes) -> None:
    if len(_refused) >= MOST_REMEMBERED:
        _refused.clear()
    _refused.add(signature)


def still_good(proof: str) -> bool:
    """True: it is answered and will not expire while one more screen is filled in, so its form need not work again."""
    try:
        payload = _checked(proof)
    except (ProofWrong, ProofExpired):
        return False
    return (payload.challenge.parameters.expires_at or 0) > time.time() + LEFT_FOR_ANOTHER_SCREEN_S


def _checked(proof: str) -> Payload:
    """Raises: ProofWrong, ProofExpired."""
    payload = _read(proof)
    checked = verify_solution(payload, _secret("challenge"), hmac_key_secret=_secret("answer"))
    if checked.expired:
        raise ProofExpired
    if not checked.verified:
        raise ProofWrong
    return payload


def _read(proof: str) -> Payload:
    """Raises: ProofWrong."""
    if len(proof) > LONGEST:
        raise ProofWrong
    try:
        told: Any = json.loads(b64decode(proof, validate=True))
        return Payload.from_dict(told)
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError):
        raise ProofWrong from None


@cache
def _secret(purpose: str) -> bytes:
    return salted_hmac("sisada.outside.letterbox.work.proofs", purpose, algorithm="sha256").digest()
