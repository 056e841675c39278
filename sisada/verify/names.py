"""The names that a trail shows, against those that were put on record and sealed."""

from typing import Any

from psycopg import Connection

from sisada.verify.findings import Code, Report

OTHER = """
with last as (select distinct on (user_id) user_id, name from accounts_name order by user_id, set_at desc, id)
select coalesce(known.id, last.user_id)::text from sign_in_user as known full join last on last.user_id = known.id
where known.name is distinct from last.name"""


def check(connection: "Connection[Any]", report: Report) -> None:
    for (user,) in connection.execute(OTHER):
        report.find(Code.NAME, key=user)
