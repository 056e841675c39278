"""Everything that was done to an account: rows of several tables as one list (sql/accounts_history.sql)."""

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from django.db import connection
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from sisada.inside.accounts.roles import CAPACITY_WORDS, WORDS, Capacity, Role

KINDS: dict[str, Promise] = {
    "role-held": _("Peran diberikan"),
    "role-ended": _("Peran diakhiri"),
    "proposed-grant": _("Peran diusulkan"),
    "proposed-end": _("Akhir peran diusulkan"),
    "proposed-invitation": _("Undangan baru menunggu orang kedua"),
    "confirmed": _("Usul disetujui"),
    "refused": _("Usul ditolak"),
    "withdrawn": _("Usul ditarik"),
    "invited": _("Undangan dibuat"),
    "invitation-used": _("Undangan dipakai; sesi, faktor kedua dan perangkat lama berakhir"),
    "suspended": _("Ditangguhkan"),
    "suspension-lifted": _("Penangguhan dicabut"),
    "sessions-ended": _("Semua sesi diakhiri"),
    "device-revoked": _("Perangkat dicabut"),
}


@dataclass(frozen=True)
class Act:
    at: datetime
    kind: str
    by_name: str | None  # None: when the office was installed
    why: str
    role: Role | None  # None: it is not about a role
    capacity: Capacity | None  # as above
    first_day: date | None
    last_day: date | None
    device: str | None

    @property
    def words(self) -> "str | Promise":
        return KINDS[self.kind]

    @property
    def role_words(self) -> str:
        """'Plh Kepala kantor'; empty when it is not about a role."""
        return role_words(self.role, self.capacity) if self.role else ""


def role_words(role: Role, capacity: Capacity | None) -> str:
    stand_in = f"{CAPACITY_WORDS[capacity]} " if capacity not in (None, Capacity.DEFINITIF) else ""
    return f"{stand_in}{WORDS[role]}"


ACTS = """
select done.at, done.kind, actor.name as by_name, done.why, done.role, done.capacity, done.first_day, done.last_day, device.label
from accounts_history as done
left join sign_in_user as actor on actor.id = done.by
left join sign_in_device as device on device.id = done.device
where done.person = %s and done.at < %s order by done.at desc limit %s
"""


def of(user_id: UUID, *, before: datetime, limit: int) -> list[Act]:
    """What was done to this account before an instant, the newest first."""
    with connection.cursor() as cursor:
        cursor.execute(ACTS, [user_id, before, limit])
        return [_act(row) for row in cursor.fetchall()]


def _act(row: tuple[object, ...]) -> Act:
    at, kind, by_name, why, role, capacity, *rest = row
    return Act(at, kind, by_name, why, Role(role) if role else None, Capacity(capacity) if capacity else None, *rest)  # type: ignore[arg-type]  # a row's columns are objects to mypy; the statement above names them
