"""Staff by name, for choosing officers."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db import connection
from psycopg.rows import class_row

from sisada.inside.accounts.roles import Role


@dataclass(frozen=True)
class Colleague:
    id: UUID
    name: str


def people_with(*roles: Role, on: date) -> list[Colleague]:
    """Everybody who holds one of these roles on a day, by name."""
    with connection.cursor() as cursor:
        cursor.cursor.row_factory = class_row(Colleague)
        cursor.execute(HOLDERS, [list(roles), on])
        return list(cursor.fetchall())


HOLDERS = """
select holder.id, holder.name from sign_in_user as holder
where holder.is_active and exists (
    select from accounts_holding as held
    where held.user_id = holder.id and held.role = any (%s) and %s between held.valid_from and coalesce(held.last_day, 'infinity'))
order by holder.name, holder.id
"""
