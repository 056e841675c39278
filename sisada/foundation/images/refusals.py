"""Why a file is not taken, in words for the person who sent it. The reason is a code; nothing of the file or of its name is repeated."""

from django.utils.translation import gettext_lazy as _

from sisada.foundation.problems import Problem

SENTENCES = {
    "empty": _("Berkas foto ini kosong. Pilih foto lain."),
    "too-large": _("Foto ini lebih dari 12 MB. Kirim foto yang lebih kecil, misalnya tangkapan layar dari foto itu."),
    "unknown-kind": _("Berkas ini bukan foto JPEG, PNG, atau WebP. Pilih foto lain, misalnya tangkapan layar dari gambar itu."),
    "too-many-pixels": _(
        "Foto ini terlalu lebar atau terlalu tinggi. Kirim foto yang lebih kecil, misalnya tangkapan layar dari foto itu."
    ),
    "broken": _("Foto ini tidak dapat dibuka: berkasnya rusak atau tidak lengkap. Pilih foto lain, atau ambil fotonya sekali lagi."),
    "too-costly": _("Foto ini tidak dapat diolah. Pilih foto lain, misalnya tangkapan layar dari foto itu."),
}


class NotAnImage(Problem):
    """`reason` is one of the codes above."""

    code = "letterbox.not-an-image"
    status = 422

    def __init__(self, reason: str) -> None:
        super().__init__(SENTENCES[reason])
        self.reason = reason


class Busy(Problem):
    """More photos came at once than this process takes in turn."""

    code = "letterbox.photos-busy"
    status = 503

    def __init__(self) -> None:
        super().__init__(_("Sedang banyak foto yang masuk. Tunggu setengah menit, lalu kirim lagi; isian Anda tidak hilang."))
