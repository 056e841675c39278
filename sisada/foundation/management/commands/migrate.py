"""Django's migrate, with our .sql files around it and a guard: a database belongs to one side for ever."""

from typing import Any

from django.conf import settings
from django.core.management import call_command, get_commands
from django.core.management.base import CommandError
from django.core.management.commands import migrate
from django.db import connection

from sisada.foundation import columns, sql_files


class Command(migrate.Command):
    def handle(self, *args: Any, **options: Any) -> None:
        claim_side(settings.SISADA_SIDE)
        sql_files.run_before_tables()
        super().handle(*args, **options)
        call_command("createcachetable", verbosity=0)
        sql_files.run_after_tables()
        columns.grant_open_columns(settings.SISADA_COLUMNS, settings.SISADA_READERS)
        for command in ("load_rules", "load_holidays"):
            if command in get_commands():  # a side that keeps none has no such command
                call_command(command, verbosity=0)


def claim_side(side: str) -> None:
    """Mark this database as `side`'s, or refuse: an empty database would take the other side's tables without a word."""
    with connection.cursor() as cursor:
        cursor.execute("create table if not exists foundation_side (side text primary key)")
        cursor.execute("insert into foundation_side select %s where not exists (select from foundation_side)", [side])
        cursor.execute("select side from foundation_side")
        marked = [row[0] for row in cursor.fetchall()]
    if marked != [side]:
        raise CommandError(f"This database belongs to {marked[0]}; it takes no tables of {side}.")
