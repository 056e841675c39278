"""What `make run` says: progress of every long step, then one short message."""

import time
from pathlib import Path

from demo.people import PASSWORD, PEOPLE, TOTP_SECRET

BEGUN = time.monotonic()


def tell(words: str) -> None:
    print(f"[{time.monotonic() - BEGUN:5.1f} s] {words}", flush=True)


def ready(*, port: int, var: Path, seconds: float) -> None:
    people = "\n".join(f"    {person.email:26} {person.words}" for person in PEOPLE)
    print(f"""
Sisada Keramas berjalan / is running: http://localhost:{port}   ({seconds:.0f} s)

  Akun demo / demo accounts, kata sandi / password: {PASSWORD}
{people}
    Kode faktor kedua / second factor: make code   (or any authenticator app: {TOTP_SECRET})

  Coba dulu / try first: masuk sebagai sari, pilih SP 0412/XI/2026, cari / search:  eriksson 1974
    L898902C3 (paspor) · K402117D8 (lewat izin) · salinan pusat boleh masih berjalan / the copy may still be running

  Data: {var}    Log: {var / "log"}
  Berhenti / stop: Ctrl-C    Mulai dari awal / start anew: make demo
""", flush=True)


def stopping() -> None:
    print("\nMenghentikan… / Stopping…", flush=True)


def stopped() -> None:
    print("Berhenti. Tidak ada yang hilang. / Stopped. Nothing is lost.", flush=True)
