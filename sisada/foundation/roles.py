"""The database roles of a side, made by an administrator before anything else: no superuser, each with its own password."""

from collections.abc import Sequence
from dataclasses import dataclass

import psycopg
from psycopg import sql

# What PUBLIC could read of other roles' work: statistics say how many rows another role wrote, and when.
STATISTICS = (
    "pg_stat_activity", "pg_stat_user_tables", "pg_stat_all_tables", "pg_stat_database", "pg_stat_user_indexes", "pg_stat_all_indexes",
    "pg_stat_user_functions", "pg_stat_replication", "pg_stat_ssl", "pg_statio_all_tables", "pg_stats", "pg_stats_ext",
    "pg_stats_ext_exprs",
)  # fmt: skip
LARGE_OBJECTS = (
    "lo_creat(integer)", "lo_create(oid)", "lo_from_bytea(oid,bytea)", "lo_open(oid,integer)", "lo_get(oid)", "lo_put(oid,bigint,bytea)",
    "lo_unlink(oid)",
)  # fmt: skip

# Statistics; and locks by number, which are the pens of link and sealer: whoever could take one would keep them from writing.
CLOSE_FUNCTIONS = """
do $$
declare signature regprocedure;
begin
    for signature in
        select oid::regprocedure from pg_proc
        where pronamespace = 'pg_catalog'::regnamespace and (proname like 'pg\\_stat\\_get\\_%' or proname like 'pg\\_%advisory%')
    loop
        execute format('revoke all on function %s from public', signature);
    end loop;
end $$"""

OWN_IN_A_DATABASE = """
select place.datname from pg_db_role_setting as own
join pg_roles as role on role.oid = own.setrole
join pg_database as place on place.oid = own.setdatabase
where role.rolname = %s"""


@dataclass(frozen=True)
class Role:
    name: str
    settings: tuple[tuple[str, str], ...] = ()
    may_make_temporary_tables: bool = False
    holds_a_pen: bool = False  # takes a lock by number at its start, so that it is the only one of its kind


def prepare(admin_url: str, *, database: str, owner: str, roles: tuple[Role, ...], passwords: dict[str, str]) -> None:
    """Make owner, roles and database, or bring them to this state. `passwords` holds one per role, the owner's too.

    Called at every start, before anything connects: what a role set for itself meanwhile (a search path, a password) is gone.
    """
    with psycopg.connect(admin_url, autocommit=True) as admin:
        for role in (Role(owner), *roles):
            _make_role(admin, role, passwords[role.name])
        if not admin.execute("select 1 from pg_database where datname = %s", [database]).fetchone():
            admin.execute(sql.SQL("create database {} owner {} template template0").format(sql.Identifier(database), sql.Identifier(owner)))
        close_database(admin, database, owner=owner, roles=roles)
    with psycopg.connect(admin_url, dbname=database, autocommit=True) as admin:
        close_catalogue(admin, owner=owner, pens=[role.name for role in roles if role.holds_a_pen])


def _make_role(admin: psycopg.Connection, role: Role, password: str) -> None:
    name = sql.Identifier(role.name)
    if not admin.execute("select 1 from pg_roles where rolname = %s", [role.name]).fetchone():
        admin.execute(sql.SQL("create role {} nologin").format(name))
    admin.execute(
        sql.SQL("alter role {} login nosuperuser nocreatedb nocreaterole noreplication nobypassrls password {}").format(name, password)
    )
    with admin.transaction():
        _forget_settings(admin, role)
        admin.execute(sql.SQL("alter role {} set search_path = public").format(name))
        for setting, value in role.settings:
            admin.execute(sql.SQL("alter role {} set {} = {}").format(name, sql.Identifier(setting), value))


def _forget_settings(admin: psycopg.Connection, role: Role) -> None:
    """PostgreSQL lets every role set its own defaults, also for one database alone, and nothing can forbid it: they are taken away here."""
    name = sql.Identifier(role.name)
    admin.execute(sql.SQL("alter role {} reset all").format(name))
    for (database,) in admin.execute(OWN_IN_A_DATABASE, [role.name]).fetchall():
        admin.execute(sql.SQL("alter role {} in database {} reset all").format(name, sql.Identifier(database)))


def close_database(admin: psycopg.Connection, database: str, *, owner: str, roles: tuple[Role, ...]) -> None:
    """Nobody connects, and nobody makes temporary tables, but those named here."""
    admin.execute(sql.SQL("revoke all on database {} from public").format(sql.Identifier(database)))
    for name in (owner, *(role.name for role in roles)):
        admin.execute(sql.SQL("grant connect on database {} to {}").format(sql.Identifier(database), sql.Identifier(name)))
    for role in roles:
        if role.may_make_temporary_tables:
            admin.execute(sql.SQL("grant temporary on database {} to {}").format(sql.Identifier(database), sql.Identifier(role.name)))


def close_catalogue(admin: psycopg.Connection, *, owner: str, pens: Sequence[str]) -> None:
    """Take back what PostgreSQL lets everybody see or do in the connected database. `pens`: the roles that hold one."""
    admin.execute(sql.SQL("alter schema public owner to {}").format(sql.Identifier(owner)))
    admin.execute("revoke create on schema public from public")
    for view in STATISTICS:
        admin.execute(sql.SQL("revoke all on pg_catalog.{} from public").format(sql.Identifier(view)))
    admin.execute(CLOSE_FUNCTIONS)
    for function in LARGE_OBJECTS:
        admin.execute(sql.SQL("revoke all on function pg_catalog.{} from public").format(sql.SQL(function)))
    for name in pens:
        admin.execute(sql.SQL("grant execute on function pg_catalog.pg_try_advisory_lock(bigint) to {}").format(sql.Identifier(name)))
    # The owner's functions make two requests of one look wait for each other.
    admin.execute(sql.SQL("grant execute on function pg_catalog.pg_advisory_xact_lock(bigint) to {}").format(sql.Identifier(owner)))
    # A look must be on disk before anything is read, also when the reader switched synchronous_commit off (audit_require_look).
    admin.execute(
        sql.SQL("grant execute on function pg_catalog.pg_logical_emit_message(boolean, text, text, boolean) to {}").format(
            sql.Identifier(owner)
        )
    )
