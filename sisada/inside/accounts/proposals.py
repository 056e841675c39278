"""Changes that wait for a second person: every role that is given, the end of the watching ones, new invitations of who ever held one."""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from uuid import UUID

from django.db import connection

from sisada.inside.accounts.history import role_words
from sisada.inside.accounts.roles import Capacity, Role


class Kind(StrEnum):
    GRANT = "grant"
    END = "end"
    INVITATION = "invitation"


@dataclass(frozen=True)
class Proposal:
    id: UUID
    kind: Kind
    user_id: UUID
    name: str
    role: Role
    capacity: Capacity | None  # None: it gives no role
    valid_from: date | None
    valid_until: date | None
    ended_on: date | None
    proposed_by: UUID
    proposed_by_name: str
    proposed_at: datetime
    why: str

    @property
    def role_words(self) -> str:
        return role_words(self.role, self.capacity)

    def waits_for(self, user_id: UUID) -> bool:
        """May this person be the second one? Roles are checked at the door, and again by the database."""
        return user_id not in (self.proposed_by, self.user_id)


OPEN = """
select open.id, open.kind, open.user_id, person.name, open.role, open.capacity, open.valid_from, open.valid_until, open.ended_on,
    open.proposed_by, proposer.name, open.proposed_at, open.why
from accounts_open_proposal as open
join sign_in_user as person on person.id = open.user_id
join sign_in_user as proposer on proposer.id = open.proposed_by
order by open.proposed_at limit 100
"""


def waiting() -> list[Proposal]:
    """What is undecided, the oldest first."""
    with connection.cursor() as cursor:
        cursor.execute(OPEN)
        return [
            Proposal(row[0], Kind(row[1]), row[2], row[3], Role(row[4]), Capacity(row[5]) if row[5] else None, *row[6:])
            for row in cursor.fetchall()
        ]


def count_for(user_id: UUID) -> int:
    """How many wait for this person as the second one."""
    with connection.cursor() as cursor:
        cursor.execute("select count(*) from accounts_open_proposal where %s not in (proposed_by, user_id)", [user_id])
        return int(cursor.fetchone()[0])
