"""Ways to make rows or their text vanish behind an erasure that is on record, as retention would put it there."""

from collections.abc import Callable

from sisada.inside.audit import seal_round
from sisada.verify.findings import Code
from tests.seal.house import House
from tests.seal.tampering import A_LOOK, Tampering

RULE = "audit.keep-years"
# Of each table a row, by its key.
GONE = {
    "audit_look": "id",
    "audit_look_shown": "id",
    "audit_answer": "id",
    "audit_look_end": "look",
    "audit_refusal": "id",
    "audit_ground": "id",
    "oversight_asked_person": "id",
    "oversight_review": "id",
    "orders_approval": '"order"',
    "accounts_suspension_end": "suspension",
}


def _on(house: House) -> None:
    """The office and its sealer work on, as they would."""
    house.minute(seal_round.clock(house.admin))


def _erasure(house: House, *, kind: str, key: str, why: str = RULE) -> None:
    house.admin.execute("insert into audit_erasure (kind, row_key, why) values (%s, %s, %s)", [kind, key, why])


def vanish(kind: str) -> Callable[[House], None]:
    def do(house: House) -> None:
        """An erasure is put on record, and with it the row goes as a whole, and its salt."""
        key = house.one("select key from audit_seal where kind = %s order by number limit 1", [kind])
        _erasure(house, kind=kind, key=key)
        house.admin.execute(
            "delete from audit_salt using audit_seal as seal where seal.number = audit_salt.number and seal.key = %s", [key]
        )
        house.admin.execute(f"delete from {kind} where {GONE[kind]}::text = %s".encode(), [key])
        _on(house)

    return do


def relabel(house: House) -> None:
    """The look's seal is said to be of something shown, which is then said to be erased; the look itself goes."""
    look, made_up = house.one(f"select {A_LOOK}::text"), house.one("select gen_random_uuid()::text")
    number = house.one("select number from audit_seal where kind = 'audit_look' and key = %s", [look])
    house.admin.execute("update audit_seal set kind = 'audit_look_shown', key = %s where number = %s", [made_up, number])
    house.admin.execute("delete from audit_salt where number = %s", [number])
    house.admin.execute("delete from audit_look where id = %s", [look])
    _erasure(house, kind="audit_look_shown", key=made_up)
    _on(house)


def erase_an_erasure(house: House) -> None:
    """What was erased yesterday shall never have been erased by anybody."""
    _erasure(house, kind="audit_look", key=house.one(f"select {A_LOOK}::text"))
    _on(house)
    key = house.one("select id::text from audit_erasure")
    _erasure(house, kind="audit_erasure", key=key)
    house.admin.execute("delete from audit_erasure where id = %s::uuid", [key])
    _on(house)


def erase_early(house: House) -> None:
    """Whom an officer looked at this morning is erased by the rule for what is years old, and by its own function."""
    house.admin.execute(f"select audit_seal_erase('audit_look', {A_LOOK}::text, '{RULE}')".encode())
    _on(house)


def erase_dated_ahead(house: House) -> None:
    """The same, but the erasure is dated years ahead, when it would be right."""
    house.admin.execute(f"select audit_seal_erase('audit_look', {A_LOOK}::text, '{RULE}')".encode())
    house.admin.execute("update audit_erasure set erased_at = erased_at + interval '9 years'")
    _on(house)


def erase_by_no_rule(house: House) -> None:
    """A rule that nobody knows."""
    house.admin.execute(f"select audit_seal_erase('audit_look', {A_LOOK}::text, 'audit.tidy-up')".encode())
    _on(house)


def erase_by_the_rule_for_cases(house: House) -> None:
    """What was answered about a person goes by the rule for what reporters said, which asks for no age."""
    key = house.one("select key from audit_seal where kind = 'audit_answer' limit 1")
    house.admin.execute("select audit_seal_erase('audit_answer', %s, 'case-retention')", [key])
    _on(house)


def erase_what_never_was(house: House) -> None:
    """An erasure that stands ready for later."""
    _erasure(house, kind="audit_look", key=house.one("select gen_random_uuid()::text"))
    _on(house)


BY_ERASING = {
    **{f"{kind} gone behind an erasure": Tampering(vanish(kind), Code.ROW_GONE) for kind in GONE},
    "relabelled seal": Tampering(relabel, Code.CHAIN),
    "erasure of an erasure": Tampering(erase_an_erasure, Code.ERASURE_UNKNOWN),
    "erased early": Tampering(erase_early, Code.ERASURE_EARLY),
    "erasure dated ahead": Tampering(erase_dated_ahead, Code.AHEAD),
    "erased by no rule": Tampering(erase_by_no_rule, Code.ERASURE_UNKNOWN),
    "erased by the rule for cases": Tampering(erase_by_the_rule_for_cases, Code.ERASURE_UNKNOWN),
    "erasure of nothing": Tampering(erase_what_never_was, Code.ERASURE_OF_NOTHING),
}
