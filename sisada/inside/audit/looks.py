"""How a view puts a look on record. The returned `Look` is the only key to `lookup`'s reading functions.

Looks are committed on a small pool of their own, in autocommit, outside Django's transactions: so they stand before the
read, also inside `atomic()`, and a second connection from the request's own pool can never be waited for.
"""

import json
import os
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from enum import StrEnum
from functools import cache
from typing import Any, NewType
from uuid import UUID

import psycopg
from django.utils.timezone import localtime
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _
from psycopg_pool import ConnectionPool

from sisada.foundation import words
from sisada.foundation.problems import Problem
from sisada.inside.accounts.roles import OfficerId

PersonId = NewType("PersonId", UUID)
REFUSED = "LK001"


class Purpose(StrEnum):
    CARD = "card"
    SEARCH = "search"
    AREA_LIST = "area-list"
    TRAIL = "trail"
    CASE = "case"


@dataclass(frozen=True)
class Look:
    """A look that is on record. Made by `begin_look` and `open_look` alone; never leaves the server."""

    id: UUID
    officer: OfficerId
    purpose: Purpose


class LookRefused(Problem):
    """The database refused a look, or a reading function refused to read under it."""

    status = 403
    on_record = False  # whether a row tells of it already

    def __init__(self, code: str, *, until: datetime | None = None) -> None:
        """`until`: the instant from which the same is allowed again. None: waiting does not help."""
        if until is None:
            super().__init__(REFUSALS.get(code, REFUSALS["look.not-on-record"]), next_url="/dasar/", next_words=_("Pilih dasar"))
        else:
            super().__init__(str(RATES[code]).format(clock=_next_minute(until)))
        self.code = code


REFUSALS = {
    "look.ground-not-in-force": _(
        "Surat perintah yang Anda pilih tidak berlaku lagi atau tidak menyebut Anda. Pilih dasar yang masih berlaku."
    ),
    "look.purpose-not-covered": _("Dasar yang Anda pilih tidak mencakup cara melihat ini. Pilih dasar lain."),
    "look.person-not-covered": _(
        "Belum dapat dipastikan: orang ini di luar cakupan dasar Anda. Pilih dasar lain atau minta surat perintah yang mencakupnya."
    ),
    "look.area-not-covered": _(
        "Daftar orang di wilayah ini tidak tercakup dasar Anda. Pilih dasar lain atau minta surat perintah yang mencakupnya."
    ),
    "look.document-number-only": _("Dengan dokumen di tangan, cari nomor atau MRZ dokumen itu. Untuk mencari nama perlu dasar lain."),
    "look.question-does-not-fit": _(
        "Pertanyaan ini tidak berbentuk seperti yang dapat dicatat, jadi data tidak dibuka. Ketik ulang di halaman Cari."
    ),
    "look.asks-too-little": _("Terlalu sedikit untuk mencari. Ketik nomor dokumen, sedikitnya dua huruf nama, atau tanggal lahir lengkap."),
    "look.person-not-drawn": _("Orang ini bukan hasil pencarian yang tercatat, jadi datanya tidak dibuka. Cari lagi dari halaman Cari."),
    "look.no-role": _("Peran Anda hari ini tidak melihat data ini. Bila keliru, tanyakan kepada admin kantor."),
    "look.isolation-not-read-committed": _("Data tidak dibuka: pembacaan ini tidak akan melihat penglihatan yang sudah diakhiri."),
    "look.device-unknown": _("Perangkat ini tidak terdaftar lagi. Keluar, lalu masuk kembali dengan faktor kedua."),
    "look.not-on-record": _("Pencatatan alasan belum tersimpan, jadi data tidak dibuka. Ulangi dari halaman Cari."),
    "look.does-not-fit": _("Alasan yang tercatat tidak cocok dengan data yang diminta. Ulangi dari halaman Cari."),
    "look.over": _("Waktu melihat sudah habis (10 menit). Buka kembali dari halaman Cari; pencatatan baru akan dibuat."),
    "look.too-many": _("Batas jumlah data untuk satu pencarian tercapai. Persempit pencarian Anda."),
}
RATES = {
    "look.rate-cases": _("Batas laporan per jam tercapai. Anda dapat membaca laporan lagi mulai pukul {clock}. Penolakan ini dicatat."),
    "look.rate-searches": _("Batas pencarian per jam tercapai. Anda dapat mencari lagi mulai pukul {clock}. Penolakan ini dicatat."),
    "look.rate-cards": _("Batas kartu per jam tercapai. Anda dapat membuka kartu lagi mulai pukul {clock}. Penolakan ini dicatat."),
    "look.rate-own-requests": _(
        "Batas permintaan jejak sendiri per jam tercapai. Anda dapat melayani lagi mulai pukul {clock}. Penolakan ini dicatat."
    ),
    "look.rate-trails": _("Batas jejak per jam tercapai. Anda dapat membuka jejak lagi mulai pukul {clock}. Penolakan ini dicatat."),
    "look.rate-lists": _(
        "Batas daftar wilayah per jam tercapai. Anda dapat membuka daftar lagi mulai pukul {clock}. Penolakan ini dicatat."
    ),
}


def _next_minute(at: datetime) -> str:
    """The first whole minute that is not before an instant, in the office's zone."""
    return words.clock(localtime(at + timedelta(seconds=59)), language=words.known(get_language() or "id"))


@cache
def look_pool() -> ConnectionPool[Any]:
    """Opened at the first look of a process. Refuses after 3 s rather than letting a page hang."""
    return ConnectionPool(
        os.environ["DATABASE_URL"],
        min_size=1,
        max_size=4,
        timeout=3,
        kwargs={"autocommit": True},
        check=ConnectionPool.check_connection,
        name="looks",
        open=True,
    )


def begin_look(
    officer: OfficerId, device: UUID, *, ground: UUID, purpose: Purpose, subject: UUID | None = None, query: dict[str, Any] | None = None
) -> Look:
    """Put a look on record and on disk; only then is there a `Look` to read with. A refusal is put on record too.

    Raises: LookRefused when the ground is not in force, does not name this officer, or does not cover purpose, person or area.
    """
    asked = [officer, device, ground, purpose, subject, json.dumps(query) if query else None]
    try:
        row = _ask("select audit_begin_look(%s, %s, %s, %s, %s, %s)", asked)
    except LookRefused as refusal:
        _ask("select audit_note_refusal(%s, %s, %s, null, %s, %s, %s, %s)", [*asked, refusal.code])
        refusal.on_record = True
        raise
    return Look(id=row[0], officer=officer, purpose=purpose)


def note_refused_reading(look: Look, refusal: LookRefused) -> None:
    """Put on record that a reading function refused to read under a look."""
    _ask("select audit_note_refusal(%s, null, null, %s, %s, null, null, %s)", [look.officer, look.id, look.purpose, refusal.code])
    refusal.on_record = True


def note_refused_entry(
    officer: OfficerId, device: UUID, *, purpose: str, code: str, ground: UUID | None = None, subject: UUID | None = None
) -> None:
    """Put on record what was refused before a look could be asked for: a page of another role, no ground chosen, an order that may not be
    signed. `purpose` says what for, `ground` the order or finding that was to become one."""
    _ask("select audit_note_refusal(%s, %s, %s, null, %s, %s, null, %s)", [officer, device, ground, purpose, subject, code])


@dataclass(frozen=True)
class OpenLook:
    look: Look
    ground: UUID


def open_look(officer: OfficerId, device: UUID, *, subject: PersonId) -> OpenLook | None:
    """The officer's look on this person, on this device, that is still open. None: there is none; ask for a new one."""
    row = _ask("select look, ground from audit_open_look(%s, %s, %s)", [officer, device, subject])
    return OpenLook(Look(id=row[0], officer=officer, purpose=Purpose.CARD), row[1]) if row else None


def keep_open(officer: OfficerId, device: UUID, *, subject: PersonId) -> OpenLook | None:
    """The look under which an open page goes on showing this person: the open one, or a new one that continues it.
    None: nothing to continue, the ground has ended, or the hours of an open page are over; then the page asks why again."""
    try:
        row = _ask("select look, ground from audit_keep_open(%s, %s, %s)", [officer, device, subject])
    except LookRefused:
        return None
    return OpenLook(Look(id=row[0], officer=officer, purpose=Purpose.CARD), row[1]) if row else None


def question_of(look: Look) -> dict[str, Any]:
    """What was asked under this look.

    Raises: LookRefused when the look is over or somebody else's.
    """
    return dict(_ask("select audit_question(%s, %s, %s)", [look.id, look.officer, look.purpose])[0])


@dataclass(frozen=True)
class Drawn:
    """A person whom a search or list found, with the ticket that came with him."""

    person: PersonId
    ticket: bytes


def show(look: Look, drawn: Sequence[Drawn], *, matches: Sequence[dict[str, Any]]) -> None:
    """Put on record, in order, whom this search or list is about to disclose, at most 50, and why each.

    Raises: LookRefused when the look is over, there are too many, or somebody is among them whom this look did not find.
    """
    persons, tickets = [one.person for one in drawn], [one.ticket for one in drawn]
    asked = [look.id, look.officer, persons, json.dumps(list(matches)), tickets]
    _ask("select audit_show(%s, %s, %s::uuid[], %s, %s::bytea[])", asked)


def resume_search(look_id: UUID, officer: OfficerId, purpose: Purpose) -> Look:
    """The look of a search whose list is shown (again); the reading function judges whether it is still open."""
    return Look(id=look_id, officer=officer, purpose=purpose)


def end_look(look: Look, *, why: str) -> None:
    _ask("select audit_end_look(%s, %s, %s)", [look.id, look.officer, why])


def end_looks_of(officer: OfficerId, device: UUID) -> None:
    """Signing out closes whatever is still open on this device."""
    _ask("select audit_end_looks_of(%s, %s)", [officer, device])


def _ask(statement: str, parameters: list[Any]) -> Any:
    try:
        with look_pool().connection() as connection:
            return connection.execute(statement, parameters).fetchone()
    except psycopg.Error as error:
        raise_if_refused(error)
        raise


def raise_if_refused(error: BaseException) -> None:
    """Turn the database's refusal into its Problem; any other error stays what it is."""
    if code := refusal_code(error):
        raise LookRefused(code, until=_allowed_again(error)) from None


def _allowed_again(error: BaseException) -> datetime | None:
    """When a limit of an hour ends, as audit_require_rate says it. None: this refusal does not end by itself."""
    cause = error.__cause__ if error.__cause__ is not None else error
    detail = cause.diag.message_detail if isinstance(cause, psycopg.Error) else None
    return datetime.fromtimestamp(float(detail), UTC) if detail else None


def refusal_code(error: BaseException) -> str | None:
    """The stable code of a refusal by one of our functions. None: the error is something else."""
    cause = error.__cause__ if error.__cause__ is not None else error
    return cause.diag.message_primary if isinstance(cause, psycopg.Error) and cause.sqlstate == REFUSED else None
