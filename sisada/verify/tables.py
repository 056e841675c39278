"""Which tables must be sealed, as the verifier knows it. Every column counts as covered but those that can be derived from others."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Audited:
    name: str
    at: str  # the column that says when the row was written
    key: str = "id"
    personal: frozenset[str] = frozenset()
    derived: frozenset[str] = frozenset()


AUDITED = (
    Audited("accounts_name", "set_at", personal=frozenset({"name"})),
    Audited("accounts_role_held", "set_at"),
    Audited("accounts_role_end", "ended_at"),
    Audited("accounts_role_proposal", "proposed_at"),
    Audited("accounts_role_decision", "decided_at", key="proposal"),
    Audited("accounts_suspension", "begun_at"),
    Audited("accounts_suspension_end", "ended_at", key="suspension"),
    Audited("orders_finding", "reported_at"),
    Audited("orders_finding_answer", "answered_at", key="finding"),
    Audited("orders_order", "drawn_at", personal=frozenset({"persons"}), derived=frozenset({"persons_named"})),
    Audited("orders_approval", "approved_at", key="order"),
    Audited("orders_refusal", "refused_at", key="order"),
    Audited("orders_cancellation", "cancelled_at", key="order"),
    Audited("oversight_asked_person", "asked_at", personal=frozenset({"person"})),
    Audited("oversight_case", "drawn_at"),
    Audited("oversight_review", "reviewed_at", personal=frozenset({"remark"})),
    Audited("audit_ground", "published_at", personal=frozenset({"persons"}), derived=frozenset({"names_persons"})),
    Audited("audit_ground_end", "ended_at", key="ground"),
    Audited("audit_look", "begun_at", personal=frozenset({"subject", "query"})),
    Audited("audit_look_shown", "shown_at", personal=frozenset({"person", "match"})),
    Audited("audit_answer", "answered_at", personal=frozenset({"answer"})),
    Audited("audit_look_end", "ended_at", key="look"),
    Audited("audit_refusal", "refused_at", personal=frozenset({"subject", "query"})),
    Audited("audit_erasure", "erased_at"),
)
