"""A receipt proves that and when; altered in any sign it proves nothing."""

import base64
from datetime import UTC, date, datetime, timedelta, timezone

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from nacl.signing import SigningKey, VerifyKey

from sisada.outside.letterbox import receipts
from sisada.outside.letterbox.receipts import NotAReceipt, Receipt, sign, verify

DIGEST, RECEIVED, DUE = b"\x0a" * 32, datetime(2026, 11, 25, 1, 22, 28, 999, tzinfo=UTC), date(2026, 11, 27)
TEXT = sign(DIGEST, RECEIVED, DUE)


def test_a_receipt_says_what_was_signed() -> None:
    assert verify(TEXT) == Receipt(DIGEST, RECEIVED.replace(microsecond=0), DUE, receipts.key_id(receipts.public_key()))


def test_the_same_letter_gets_the_same_receipt_in_any_zone() -> None:
    assert sign(DIGEST, RECEIVED.astimezone(timezone(timedelta(hours=7))), DUE) == TEXT


def test_a_receipt_copied_with_blank_lines_and_other_line_ends_is_still_one() -> None:
    assert verify("\r\n\r\n" + TEXT.replace("\n", "  \r\n\r\n")) == verify(TEXT)


def test_anybody_can_check_it_with_another_tool() -> None:
    body, _, signature = TEXT.strip().rpartition("\n")
    raw = base64.urlsafe_b64decode(signature.partition(": ")[2])
    VerifyKey(receipts.public_key()).verify(body.encode(), raw)


@settings(deadline=None)
@given(st.integers(0, len(TEXT.rstrip()) - 1), st.characters(min_codepoint=33, max_codepoint=126))
def test_a_receipt_with_one_sign_changed_proves_nothing(place: int, sign_there: str) -> None:
    altered = TEXT[:place] + sign_there + TEXT[place + 1 :]
    if altered != TEXT:
        with pytest.raises(NotAReceipt):
            verify(altered)


def test_a_receipt_signed_by_another_key_proves_nothing() -> None:
    body, _, _ = TEXT.strip().rpartition("\n")
    forged = base64.urlsafe_b64encode(SigningKey.generate().sign(body.encode()).signature).decode()
    with pytest.raises(NotAReceipt, match="signature"):
        verify(f"{body}\n{receipts.SIGNATURE}: {forged}")


@settings(deadline=None)
@given(st.text(max_size=400))
def test_whatever_else_is_pasted_is_no_receipt(text: str) -> None:
    with pytest.raises(NotAReceipt):
        verify(text)


def test_the_receipt_holds_no_word_of_the_letter() -> None:
    """Its lines are a hash under a key, two times and a key's id."""
    assert [line.partition(":")[0] for line in TEXT.splitlines()] == [receipts.TITLE, *receipts.NAMES, receipts.SIGNATURE]
