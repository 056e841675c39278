"""Which forms wait for a turn, told from their bytes: as browsers send them, with and without files."""

from urllib.parse import urlencode

import pytest

from sisada.faces.public.dear import proof_of

PROOF = "eyJjaGFsbGVuZ2UiOnt9fQ+/=="
SENDING, ASKING = {"id": "1", "bukti": PROOF, "ke": "kirim"}, {"id": "1", "bukti": PROOF, "ke": "lanjut"}


def plain(form: dict[str, str]) -> bytes:
    return urlencode(form).encode()


def in_parts(form: dict[str, str], *, file: str | None = None) -> bytes:
    """`file`: the name of one that is chosen; empty: the field is there and none is. None: no such field."""
    parts = "".join(f'--x\r\nContent-Disposition: form-data; name="{name}"\r\n\r\n{value}\r\n' for name, value in form.items())
    if file is not None:
        parts += f'--x\r\nContent-Disposition: form-data; name="berkas"; filename="{file}"\r\nContent-Type: image/jpeg\r\n\r\n\r\n'
    return f"{parts}--x--\r\n".encode()


@pytest.mark.parametrize("body", [plain(SENDING), in_parts(SENDING), in_parts(ASKING, file="a.jpg")])
def test_sending_and_a_photo_are_dear_and_show_their_proof(body: bytes) -> None:
    assert proof_of("/lapor/", body) == PROOF
    assert proof_of("/en/lapor/", body) == PROOF


@pytest.mark.parametrize("body", [b"", plain(ASKING), in_parts(ASKING), in_parts(ASKING, file="")])
def test_a_page_and_a_question_are_not(body: bytes) -> None:
    assert proof_of("/lapor/", body) is None


@pytest.mark.parametrize("body", [plain({"kode": "a b", "bukti": PROOF}), in_parts({"kode": "a b", "bukti": PROOF})])
def test_opening_a_thread_is_always_dear(body: bytes) -> None:
    assert proof_of("/ikuti/", body) == PROOF


@pytest.mark.parametrize("form", [{"ke": "kirim"}, {"bukti": "", "ke": "kirim"}])
def test_a_form_without_script_brings_an_empty_proof(form: dict[str, str]) -> None:
    assert proof_of("/lapor/", plain(form)) == ""
    assert proof_of("/lapor/", in_parts(form)) == ""
