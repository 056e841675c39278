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
    Audited("audit_ground", "published_at", personal=frozenset({"persons"}), derived=frozenset({"names_persons"})),
    Audited("audit_ground_end", "ended_at", key="ground"),
    Audited("audit_look", "begun_at", personal=frozenset({"subject", "query"})),
    Audited("audit_look_shown", "shown_at", personal=frozenset({"person", "match"})),
    Audited("audit_answer", "answered_at", personal=frozenset({"answer"})),
    Audited("audit_look_end", "ended_at", key="look"),
    Audited("audit_refusal", "refused_at", personal=frozenset({"subject", "query"})),
    Audited("audit_erasure", "erased_at"),
)
