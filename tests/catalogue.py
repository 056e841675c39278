"""What the database itself says it holds: columns, objects, and who may do what with them."""

from dataclasses import dataclass
from pathlib import Path

from django.conf import settings
from django.db import connection

from sisada.foundation import columns, sql_files
from tests.servers import ROOT

COLUMNS = """
select relation.relname, attribute.attname
from pg_attribute as attribute join pg_class as relation on relation.oid = attribute.attrelid
where relation.relnamespace = 'public'::regnamespace and relation.relkind in ('r', 'p', 'v', 'm', 'f')
  and attribute.attnum > 0 and not attribute.attisdropped
"""
# One row for each right: what kind of thing, which one, which column of it, to whom, what. Owners' own rights are not rights given.
RIGHTS = """
with given (kind, object, part, acl, owner) as (
    select 'database', 'the database', '', datacl, datdba from pg_database where datname = current_database()
    union all select 'schema', nspname::text, '', nspacl, nspowner from pg_namespace where nspname = 'public'
    union all select case relkind when 'S' then 'sequence' when 'v' then 'view' else 'table' end, relname::text, '', relacl, relowner
        from pg_class where relnamespace = 'public'::regnamespace and relkind in ('r', 'p', 'v', 'm', 'f', 'S')
    union all select case relkind when 'v' then 'view' else 'table' end, relname::text, attname::text, attacl, relowner
        from pg_attribute join pg_class on pg_class.oid = attrelid where relnamespace = 'public'::regnamespace and attnum > 0
    union all select 'function', oid::regprocedure::text, '', coalesce(proacl, acldefault('f', proowner)), proowner
        from pg_proc where pronamespace = 'public'::regnamespace
    union all select 'type', typname::text, '', typacl, typowner from pg_type where typnamespace = 'public'::regnamespace
    union all select 'default', defaclobjtype::text, '', defaclacl, defaclrole from pg_default_acl)
select kind, object, part, coalesce(role.rolname, 'PUBLIC'), lower(privilege_type)
from given, aclexplode(acl) left join pg_roles as role on role.oid = grantee
where grantee <> owner
"""
# Everything that a .sql file makes, in PostgreSQL's own words.
REPLACEABLE = """
select oid::regprocedure::text, pg_get_functiondef(oid) from pg_proc where pronamespace = 'public'::regnamespace and prokind in ('f', 'p')
union all select relname::text, pg_get_viewdef(oid) from pg_class where relnamespace = 'public'::regnamespace and relkind in ('v', 'm')
union all select tgname::text, pg_get_triggerdef(oid) from pg_trigger where not tgisinternal
union all select polname::text, polrelid::regclass::text || polcmd::text || coalesce(pg_get_expr(polqual, polrelid), '') from pg_policy
"""


@dataclass(frozen=True, order=True)
class Right:
    kind: str
    object: str
    part: str  # the column; empty: the whole
    role: str
    privilege: str


def all_columns() -> list[tuple[str, str]]:
    with connection.cursor() as cursor:
        cursor.execute(COLUMNS)
        return [(table, column) for table, column in cursor.fetchall()]


def all_rights() -> set[Right]:
    with connection.cursor() as cursor:
        cursor.execute(RIGHTS)
        return {Right(*row) for row in cursor.fetchall()}


def replaceable() -> dict[str, str]:
    with connection.cursor() as cursor:
        cursor.execute(REPLACEABLE)
        return dict(cursor.fetchall())


def run_files_again() -> None:
    """What `migrate` runs around the tables."""
    sql_files.run_before_tables()
    sql_files.run_after_tables()
    columns.grant_open_columns(settings.SISADA_COLUMNS, settings.SISADA_READERS)


def explained_rights(roles: list[str]) -> dict[Right, str]:
    """Each right and the file that gives it: every right is taken back, then each file runs in its order and what appears is its doing.
    Within the caller's transaction, which must be rolled back."""
    _take_everything_back(roles)
    explained: dict[Right, str] = {}
    before = all_rights()
    for path in [*sorted(sql_files.all_files(), key=lambda path: not sql_files.runs_before_tables(path)), settings.SISADA_COLUMNS]:
        if path == settings.SISADA_COLUMNS:
            columns.grant_open_columns(path, settings.SISADA_READERS)
        else:
            sql_files.run([path])
        after = all_rights()
        explained |= dict.fromkeys(after - before, _short(path))
        before = after
    return explained


def _take_everything_back(roles: list[str]) -> None:
    whom = ", ".join(roles)
    with connection.cursor() as cursor:
        for things in ("tables", "sequences", "functions"):
            cursor.execute(f"revoke all on all {things} in schema public from public, {whom}")


def _short(path: Path) -> str:
    return str(path.relative_to(ROOT))
