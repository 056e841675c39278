"""What was erased on record: only what a rule may erase, only when it was as old as the rule asks, and how much of it when.

Which rules there are stands here, not in the database, where whoever may everything could write another.
"""

from dataclasses import dataclass, field
from typing import Any

from psycopg import Connection, sql

from sisada.verify.checkpoints import Timeline
from sisada.verify.findings import Code, Report, say
from sisada.verify.tables import AUDITED, Audited

DAY_S = 86_400.0


@dataclass(frozen=True)
class Rule:
    """`least_days`: the row's age at which the rule may erase at the earliest, also where the office keeps longer."""

    kinds: frozenset[str]
    least_days: int
    of_cases: bool = False  # only what was read of a case


RULES = {
    "audit.keep-years": Rule(
        frozenset({"audit_look", "audit_look_shown", "audit_answer", "audit_refusal", "audit_ground", "oversight_asked_person"}), 365
    ),
    # Its days count from the end of the case, which may be read to the last of them: an answer's own age says nothing.
    "case-retention": Rule(frozenset({"audit_answer"}), 0, of_cases=True),
}
READ = sql.SQL(
    """select erasure.id::text, erasure.row_key, erasure.why, extract(epoch from erasure.erased_at)::float8, seal.number,
        extract(epoch from held.{at})::float8, {of_case}
    from audit_erasure as erasure
    left join audit_seal as seal on seal.kind = 'audit_erasure' and seal.key = erasure.id::text
    left join {table} as held on held.{key}::text = erasure.row_key
    where erasure.kind = {name}"""
)
OF_CASE = sql.SQL("exists (select from audit_look as look where look.id = held.look and look.purpose = 'case')")
OF_OTHERS = "select id::text, kind, why from audit_erasure where kind <> all (%s)"


@dataclass(frozen=True)
class Erasure:
    id: str
    row: str
    why: str
    erased_at: float
    number: int | None  # of its seal; None: it waits for one
    at: float | None  # when the row was written; None: there is none
    of_case: bool


@dataclass
class Span:
    """What one rule erased of one table in one day."""

    times: int = 0
    youngest_s: float | None = None
    checkpoints: set[int] = field(default_factory=set)  # that cover it; what no checkpoint covers yet is counted all the same

    def add(self, one: Erasure, covering: int | None) -> None:
        self.times += 1
        if one.at is not None:
            age = one.erased_at - one.at
            self.youngest_s = age if self.youngest_s is None else min(age, self.youngest_s)
        if covering is not None:
            self.checkpoints.add(covering)


Spans = dict[tuple[str, str, str], Span]


def check(connection: "Connection[Any]", timeline: Timeline, report: Report) -> None:
    spans: Spans = {}
    for table in AUDITED:
        for one in _of(connection, table):
            _check_one(one, table, report)
            covering = timeline.covering(one.number) if one.number else None
            spans.setdefault((say(one.erased_at)[:10], table.name, one.why), Span()).add(one, covering)
    for id_, kind, why in connection.execute(OF_OTHERS, [[table.name for table in AUDITED]]):
        report.find(Code.ERASURE_UNKNOWN, key=id_, table=kind, why=why)
    _tell(spans, report)


def _of(connection: "Connection[Any]", table: Audited) -> list[Erasure]:
    of_case = OF_CASE if table.name == "audit_answer" else sql.SQL("false")
    query = READ.format(
        name=table.name, table=sql.Identifier(table.name), key=sql.Identifier(table.key), at=sql.Identifier(table.at), of_case=of_case
    )
    return [Erasure(*row) for row in connection.execute(query)]


def _check_one(one: Erasure, table: Audited, report: Report) -> None:
    rule = RULES.get(one.why)
    if rule is None or table.name not in rule.kinds:
        report.find(Code.ERASURE_UNKNOWN, key=one.id, table=table.name, why=one.why)
    elif one.at is None:
        report.find(Code.ERASURE_OF_NOTHING, key=one.id, table=table.name, row=one.row)
    elif rule.of_cases and not one.of_case:
        report.find(Code.ERASURE_UNKNOWN, key=one.id, table=table.name, why=one.why)
    elif one.erased_at - one.at < rule.least_days * DAY_S:
        report.find(Code.ERASURE_EARLY, key=one.id, table=table.name, row=one.row, at=one.at, why=one.why, days=rule.least_days)


def _tell(spans: Spans, report: Report) -> None:
    """How many by which rule, how old the youngest was, between which checkpoints: an auditor knows what retention should have done."""
    for (day, kind, why), span in sorted(spans.items()):
        first, last = min(span.checkpoints, default="-"), max(span.checkpoints, default="-")
        age = int((span.youngest_s or 0.0) // DAY_S)
        report.note(
            f"Titik periksa {first} sampai {last} ({day}): {span.times} isi {kind} dihapus menurut {why}, termuda berumur {age} hari. / "
            f"Checkpoints {first} to {last} ({day}): {span.times} erasures of {kind} by {why}, the youngest row {age} days old."
        )
