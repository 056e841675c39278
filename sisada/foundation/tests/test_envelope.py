import pytest
from nacl.public import PrivateKey

from sisada.foundation.envelope import NotForThisKey, open_sealed, public_half, seal

OURS, ANOTHERS = bytes(PrivateKey.generate()), bytes(PrivateKey.generate())


def test_only_the_private_half_opens_what_was_sealed() -> None:
    sealed = seal(public_half(OURS), b"isi surat")
    assert open_sealed(OURS, sealed) == b"isi surat"
    with pytest.raises(NotForThisKey):
        open_sealed(ANOTHERS, sealed)


def test_a_changed_envelope_does_not_open() -> None:
    sealed = bytearray(seal(public_half(OURS), b"isi surat"))
    sealed[-1] ^= 1
    for altered in (bytes(sealed), b"", bytes(sealed)[:40]):
        with pytest.raises(NotForThisKey):
            open_sealed(OURS, altered)


def test_sealing_twice_gives_different_bytes() -> None:
    assert seal(public_half(OURS), b"isi surat") != seal(public_half(OURS), b"isi surat")


def test_a_key_of_another_length_is_refused() -> None:
    with pytest.raises(ValueError, match="32"):
        seal(b"short", b"isi surat")
