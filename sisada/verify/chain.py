"""The chain of seals by itself: 1, 2, 3 … without a gap, each link following from the one before and naming its row."""

from typing import Any

from psycopg import Connection

from sisada.verify import hashes
from sisada.verify.findings import Code, Report
from sisada.verify.tables import AUDITED

TWICE = "select kind, key, count(*) from audit_seal group by kind, key having count(*) > 1"
UNKNOWN = "select kind, count(*) from audit_seal where kind <> all(%s) group by kind"


def check(connection: "Connection[Any]", report: Report) -> None:
    number, chain = 0, hashes.ZERO
    with connection.cursor(name="chain") as cursor:
        cursor.itersize = 20_000
        for found, kind, key, leaf, stored in cursor.execute("select number, kind, key, leaf, chain from audit_seal order by number"):
            if found != number + 1:
                report.find(Code.GAP, before=number, number=found)
            elif hashes.next_chain(chain, number=found, table=kind, key=key, leaf_=leaf) != stored:
                report.find(Code.CHAIN, number=found)
            number, chain = found, stored
    report.note(f"{number} baris tersegel. / {number} rows are sealed.")
    for kind, key, times in connection.execute(TWICE):
        report.find(Code.SEALED_TWICE, key=key, table=kind, times=times)
    for kind, times in connection.execute(UNKNOWN, [[table.name for table in AUDITED]]):
        report.find(Code.UNKNOWN_KIND, table=kind, times=times)
