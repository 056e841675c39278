"""What `make run` says: progress of every long step, then one short message. The terminal may have gone: then nobody reads it."""

import sys
import time
from contextlib import suppress
from pathlib import Path

from demo.people import ORDERS, PASSWORD, PEOPLE, TOTP_SECRET
from demo.reporters import TOLD_CODE

BEGUN = time.monotonic()
READY = """
  Sisada Keramas berjalan. / Sisada Keramas is running.

    Kantor / office   http://localhost:{port}
    Publik / public   http://localhost:{public_port}

  Akun / accounts             sandi / password: {password}
{people}
    Kode faktor kedua / second-factor code: make code   (atau / or an authenticator app: {totp})

  Coba dulu / try first
    1. Masuk sebagai / sign in as {first}
    2. Pilih perintah / choose the order {order}
    3. Cari / search: eriksson 1974, L898902C3 (paspor / passport), K402117D8 (izin yang lewat / an overstayed permit)
    4. Ikuti laporan / follow a report: {code}
       dan jawablah di kantor sebagai / and answer it in the office as {desk}

  Salinan dari Direktorat boleh masih berjalan; halaman mengatakannya. / The copy may still run; pages say so.
  Data: {var}   Log: {var}/log
  Berhenti / stop: Ctrl-C. Mulai dari awal / start anew: make demo
"""


def say(words: str) -> None:
    with suppress(OSError):
        print(words, flush=True)


def tell(words: str) -> None:
    say(f"[{time.monotonic() - BEGUN:5.1f} s] {words}")


def ready(*, port: int, public_port: int, var: Path) -> None:
    people = "\n".join(f"    {person.email:26}{person.words}" for person in PEOPLE)
    tell("Siap / ready")
    first, order = PEOPLE[0].email, ORDERS[0].reference
    places = {"port": port, "public_port": public_port, "var": var}
    desk = next(person.email for person in PEOPLE if person.key == "dimas")
    told = {"first": first, "order": order, "code": " ".join(TOLD_CODE), "desk": desk}
    say(READY.format(password=PASSWORD, people=people, totp=TOTP_SECRET, **places, **told))


def stopping() -> None:
    say("\nMenghentikan semua bagian… / Stopping every part…")


def stopped() -> None:
    say("Berhenti; tidak ada yang hilang. / Stopped; nothing is lost.")


def failed(sentence: str) -> None:
    with suppress(OSError):
        print(sentence, file=sys.stderr, flush=True)
