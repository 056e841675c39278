"""Which rows are sealed, one line a table: add one here (and in verify/tables.py, which takes nobody's word), and the sealer covers it.

A column that a sealed table gets later must be null in the rows that are there already: null columns are left out of what is
hashed, so their leaves stay what they were. `personal` columns may be deleted one day, `plain` ones never.
"""

from dataclasses import dataclass

from psycopg import sql


@dataclass(frozen=True)
class SealedTable:
    name: str
    at: str  # the column with the instant at which the row was written
    plain: tuple[str, ...]
    personal: tuple[str, ...] = ()
    key: str = "id"  # names the row for ever, and says nothing of a person

    def unsealed(self, limit: int) -> sql.Composed:
        """The rows, written since %(since)s, that have no seal: key, then every column as text. An anti-join, never "later than the last
        one": neither numbers nor instants are in the order in which transactions commit."""
        columns = sql.SQL(", ").join(sql.SQL("source.{}::text").format(sql.Identifier(name)) for name in self.plain + self.personal)
        return UNSEALED.format(
            columns=columns,
            table=sql.Identifier(self.name),
            key=sql.Identifier(self.key),
            at=sql.Identifier(self.at),
            kind=self.name,
            limit=limit,
        )


UNSEALED = sql.SQL(
    """select source.{at}, source.{key}::text, {columns} from {table} as source
    where source.{at} >= %(since)s
      and not exists (select from audit_seal as seal where seal.key = source.{key}::text and seal.kind = {kind})
    order by source.{at} limit {limit}"""
)

# Who is who and may what, then the orders and findings, then grounds before the looks that stand on them, then what was made of the looks.
SEALED = (
    SealedTable("accounts_name", at="set_at", plain=("id", "user_id", "set_at"), personal=("name",)),
    SealedTable("accounts_role_held", at="set_at",
                plain=("id", "user_id", "role", "capacity", "valid_from", "valid_until", "set_by", "set_at", "why")),
    SealedTable("accounts_role_end", at="ended_at", plain=("id", "role_held", "ended_on", "ended_by", "ended_at", "why")),
    SealedTable("accounts_role_proposal", at="proposed_at",
                plain=("id", "kind", "user_id", "role", "capacity", "valid_from", "valid_until", "role_held", "ended_on", "invitation",
                       "proposed_by", "proposed_at", "why")),
    SealedTable("accounts_role_decision", at="decided_at", key="proposal",
                plain=("proposal", "outcome", "decided_by", "decided_at", "why")),
    SealedTable("accounts_suspension", at="begun_at", plain=("id", "user_id", "begun_by", "begun_at", "why")),
    SealedTable("accounts_suspension_end", at="ended_at", plain=("suspension", "ended_by", "ended_at", "why"), key="suspension"),
    SealedTable("orders_finding", at="reported_at",
                plain=("id", "officer", "device", "letter", "sentence", "place", "reported_at", "answer_until")),
    SealedTable("orders_finding_answer", at="answered_at", key="finding",
                plain=("finding", "answered_by", "capacity", "approved", "answered_at", "order_due_at")),
    SealedTable("orders_order", at="drawn_at", personal=("persons",),
                plain=("id", "office_code", "purpose", "officers", "area_codes", "place", "valid_from", "valid_until", "finding",
                       "drawn_by", "drawn_at")),
    SealedTable("orders_approval", at="approved_at", plain=("order", "number", "approver", "capacity", "approved_at"), key="order"),
    SealedTable("orders_refusal", at="refused_at", plain=("order", "refused_by", "why", "refused_at"), key="order"),
    SealedTable("orders_cancellation", at="cancelled_at", plain=("order", "cancelled_by", "why", "cancelled_at"), key="order"),
    SealedTable("audit_ground", at="published_at", personal=("persons",),
                plain=("id", "kind", "reference", "place", "officers", "purposes", "area_codes", "valid_from", "valid_until",
                       "published_by", "published_at")),
    SealedTable("audit_ground_end", at="ended_at", plain=("ground", "ended_at", "ended_by", "why"), key="ground"),
    SealedTable("audit_look", at="begun_at", personal=("subject", "query"),
                plain=("id", "officer", "device", "ground", "purpose", "continues", "begun_at", "valid_until", "xact")),
    SealedTable("audit_look_shown", at="shown_at", plain=("look", "place", "xact", "id", "shown_at"), personal=("person", "match")),
    SealedTable("audit_answer", at="answered_at", plain=("id", "look", "answered_at", "mac", "check_code"), personal=("answer",)),
    SealedTable("audit_look_end", at="ended_at", plain=("look", "ended_at", "why"), key="look"),
    SealedTable("audit_refusal", at="refused_at", personal=("subject", "query"),
                plain=("id", "officer", "device", "ground", "look", "purpose", "code", "refused_at")),
    SealedTable("oversight_asked_person", at="asked_at", plain=("id", "look", "asked_at"), personal=("person",)),
    SealedTable("oversight_case", at="drawn_at", plain=("id", "look", "finding", "why", "drawn_at")),
    SealedTable("oversight_review", at="reviewed_at", plain=("id", "look", "finding", "reviewer", "outcome", "reviewed_at"),
                personal=("remark",)),
    SealedTable("audit_erasure", at="erased_at", plain=("id", "kind", "row_key", "why", "erased_at")),
)  # fmt: skip
