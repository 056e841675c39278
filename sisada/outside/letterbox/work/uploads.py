"""Photos of a form, in memory from the first byte to the last, and without the name that they had on somebody's phone."""

from io import BytesIO
from typing import Any

from django.core.files.uploadedfile import SimpleUploadedFile, UploadedFile
from django.core.files.uploadhandler import FileUploadHandler
from django.utils.translation import gettext_lazy as _

from sisada.foundation.images.sandbox.kinds import MOST_BYTES
from sisada.foundation.problems import Problem


class FileTooLarge(Problem):
    """Raised while the form is still being read: what follows of it is never looked at."""

    code = "letterbox.file-too-large"
    status = 413

    def __init__(self) -> None:
        super().__init__(_("Satu foto paling besar 12 MB. Kirim foto yang lebih kecil, misalnya tangkapan layar dari foto itu."))


class InMemory(FileUploadHandler):
    """The one handler of FILE_UPLOAD_HANDLERS. Reading `request.POST` raises FileTooLarge at the first file that grows beyond 12 MB."""

    def new_file(self, *args: Any, **kwargs: Any) -> None:
        super().new_file(*args, **kwargs)
        self._held = BytesIO()

    def receive_data_chunk(self, raw_data: bytes, start: int) -> None:
        if start + len(raw_data) > MOST_BYTES:
            raise FileTooLarge
        self._held.write(raw_data)

    def file_complete(self, file_size: int) -> UploadedFile:  # noqa: ARG002 - we counted ourselves
        return SimpleUploadedFile("foto", self._held.getvalue())
