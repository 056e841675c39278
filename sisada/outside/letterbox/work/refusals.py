"""Why a form is not taken yet, in words for the person who sent it. What was typed is still in the form that the face shows again."""

from datetime import datetime

from django.utils.translation import gettext_lazy as _

from sisada.foundation.problems import Problem


class ProofRefused(Problem):
    """The form carries a proof of work that does not serve. Show the screen again with a new challenge: it is done by itself."""

    status = 403


class ProofExpired(ProofRefused):
    code = "letterbox.proof-expired"

    def __init__(self) -> None:
        super().__init__(_("Halaman ini terbuka lebih dari 20 menit. Isian Anda masih ada: tekan sekali lagi."))


class ProofSpent(ProofRefused):
    code = "letterbox.proof-spent"

    def __init__(self) -> None:
        super().__init__(_("Halaman ini sudah dipakai untuk kiriman lain. Isian Anda masih ada: tekan sekali lagi."))


class ProofWrong(ProofRefused):
    code = "letterbox.proof-wrong"

    def __init__(self) -> None:
        super().__init__(_("Peramban Anda belum selesai menyiapkan kiriman ini. Isian Anda masih ada: tekan sekali lagi."))


class MustWait(Problem):
    """What all who come without a proof may send in ten minutes is used up. Show a page that says when, with the form in it."""

    code = "letterbox.must-wait"
    status = 429

    def __init__(self, again_at: datetime) -> None:
        super().__init__(
            _("Sedang banyak kiriman yang masuk. Isian Anda masih ada di halaman ini; tekan lagi pada jam yang tertulis di bawah.")
        )
        self.again_at = again_at
