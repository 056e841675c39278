"""The attempts of data/attacks.sql: whatever somebody tries who can run any SQL as the office face."""

import re
from dataclasses import dataclass
from pathlib import Path

FILE = Path(__file__).parent / "data" / "attacks.sql"
HEADING = re.compile(r"-- (?P<oracle>oracle )?(?P<name>[a-z-]+)(?P<absent> absent)?: (?P<goes_for>.+)")
STEPS = {
    "begin_look": "select set_config('attack.look', <look>::text, false)",
    "look": "public.audit_begin_look(<me>, <device>, <ground>, 'card', <victim>, null)",
    "read": "select * from public.lookup_card(<own>, <me>)",
    "own": "current_setting('attack.look')::uuid",
}


@dataclass(frozen=True)
class Attack:
    name: str
    goes_for: str
    statements: tuple[str, ...]
    is_oracle: bool  # asked twice; the two answers must not differ
    names_what_is_not_there: bool  # e.g. an extension: an undefined name is the expected end


def attacks() -> list[Attack]:
    """All of them, as the file has them.

    Raises: TypeError for a heading that is none.
    """
    blocks = re.split(r"\n(?=-- [a-z])", FILE.read_text().split("\n---", 1)[1])[1:]
    return [_attack(re.sub(r"\n---.*", "", block)) for block in blocks]


def _attack(block: str) -> Attack:
    heading, _, statements = block.partition("\n")
    named = HEADING.fullmatch(heading)
    if named is None:
        raise TypeError(heading)
    return Attack(
        name=named["name"],
        goes_for=named["goes_for"],
        statements=tuple(re.split(r";\n(?! )", statements.strip() + "\n")[:-1]),
        is_oracle=named["oracle"] is not None,
        names_what_is_not_there=named["absent"] is not None,
    )


def filled(statement: str, values: dict[str, str]) -> str:
    """With every `<name>` that is known put in; steps hold names themselves."""
    known = STEPS | values
    for _ in range(3):
        statement = re.sub(r"<(\w+)>", lambda found: known.get(found[1], found[0]), statement)
    return statement
