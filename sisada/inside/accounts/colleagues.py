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


def everybody(*, on: date) -> list[tuple[Colleague, bool]]:
    """Everybody who ever held a role, and whether he works here on a day: those who do first, then by name. Whoever left still looked."""
    with connection.cursor() as cursor:
        cursor.execute(EVER, [on])
        return [(Colleague(user_id, name), works) for user_id, name, works in cursor.fetchall()]


HOLDERS = """
select holder.id, holder.name from sign_in_user as holder
where holder.is_active and exists (
    select from accounts_holding as held
    where held.user_id = holder.id and held.role = any (%s) and %s between held.valid_from and coalesce(held.last_day, 'infinity'))
order by holder.name, holder.id
"""
EVER = """
select holder.id, holder.name, held.works from sign_in_user as holder
join lateral (
    select coalesce(bool_or(%s between one.valid_from and coalesce(one.last_day, 'infinity')), false) and holder.is_active as works
    from accounts_holding as one where one.user_id = holder.id having count(*) > 0) as held on true
order by held.works desc, holder.name, holder.id
"""
