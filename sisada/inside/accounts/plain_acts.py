"""What an admin does to an account by giving a reason and nothing else, with the words of its page."""

from collections.abc import Callable
from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy

from sisada.inside.accounts import changes


@dataclass(frozen=True)
class PlainAct:
    """An act that asks for a reason and nothing else."""

    title: Promise
    sentence: Promise
    done: Promise
    perform: Callable[..., None]  # (whose account, or which device; by=, why=)


SUSPEND = PlainAct(
    gettext_lazy("Tangguhkan akun"),
    gettext_lazy("Orang ini tidak dapat masuk lagi, mulai permintaan berikutnya, sampai penangguhan dicabut."),
    gettext_lazy("Akun ditangguhkan."),
    changes.suspend,
)
LIFT = PlainAct(
    gettext_lazy("Cabut penangguhan"),
    gettext_lazy("Orang ini dapat masuk lagi dengan kata sandi dan faktor keduanya. Sesi lama tetap berakhir."),
    gettext_lazy("Penangguhan dicabut."),
    changes.lift_suspension,
)
END_SESSIONS = PlainAct(
    gettext_lazy("Akhiri semua sesi"),
    gettext_lazy("Setiap perangkat orang ini keluar pada permintaan berikutnya. Ia dapat masuk lagi."),
    gettext_lazy("Semua sesi diakhiri."),
    changes.end_sessions,
)
REVOKE_DEVICE = PlainAct(
    gettext_lazy("Cabut perangkat"),
    gettext_lazy("Sesi di perangkat ini berakhir pada permintaan berikutnya. Masuk dari sana lagi mendaftarkannya sebagai perangkat baru."),
    gettext_lazy("Perangkat dicabut."),
    changes.revoke_device,
)
