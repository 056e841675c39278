"""Photos of a form stay in memory, are counted while they arrive, and lose their names."""

import tempfile
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

import pytest
from django.core.handlers.asgi import ASGIRequest
from django.test import override_settings

from sisada.foundation.images.sandbox.kinds import MOST_BYTES
from sisada.outside.letterbox.work.uploads import FileTooLarge

BOUNDARY = "batas"


class Watched(BytesIO):
    """A body that knows how much of it was read."""

    def __init__(self, whole: bytes) -> None:
        super().__init__(whole)
        self.taken = 0

    def read(self, size: int | None = -1) -> bytes:
        part = super().read(size)
        self.taken += len(part)
        return part


@pytest.fixture(autouse=True)
def handler() -> Iterator[None]:
    with override_settings(FILE_UPLOAD_HANDLERS=["sisada.outside.letterbox.work.uploads.InMemory"]):
        yield


def form(*files: bytes, name: str = "Budi di rumah.jpg") -> Watched:
    parts = [
        f'--{BOUNDARY}\r\nContent-Disposition: form-data; name="berkas"; filename="{name}"\r\nContent-Type: image/jpeg\r\n\r\n'.encode()
        + raw
        + b"\r\n"
        for raw in files
    ]
    return Watched(b"".join(parts) + f"--{BOUNDARY}--\r\n".encode())


def asked(body: Watched) -> ASGIRequest:
    headers = [
        (b"content-type", f"multipart/form-data; boundary={BOUNDARY}".encode()),
        (b"content-length", str(len(body.getvalue())).encode()),
    ]
    return ASGIRequest({"type": "http", "method": "POST", "path": "/lapor/", "query_string": b"", "headers": headers}, body)


def test_files_come_whole_and_without_their_names() -> None:
    first, second = asked(form(b"x" * 3_000_000, b"y")).FILES.getlist("berkas")
    assert (first.read(), second.read()) == (b"x" * 3_000_000, b"y")
    assert first.name == second.name == "foto"


def test_a_file_that_grows_too_large_ends_the_reading_at_once() -> None:
    body = form(b"x" * (MOST_BYTES + 1_000_000), b"y" * 5_000_000)
    with pytest.raises(FileTooLarge):
        asked(body).FILES  # noqa: B018 - reading it is the act
    assert body.taken < MOST_BYTES + 500_000


def test_no_file_is_written_and_none_is_open_while_a_large_photo_is_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TMPDIR", str(tmp_path))
    monkeypatch.setattr(tempfile, "tempdir", None)
    open_before = set(Path("/proc/self/fd").iterdir())
    (photo,) = asked(form(b"x" * (MOST_BYTES - 1))).FILES.getlist("berkas")
    assert photo.size == MOST_BYTES - 1
    assert list(tmp_path.iterdir()) == []
    assert set(Path("/proc/self/fd").iterdir()) <= open_before
