"""docs/grants.md: who may touch what, role by object, with the file that says so. Drawn from the catalogue, so it cannot flatter."""

from collections import defaultdict
from collections.abc import Iterable

from tests.catalogue import Right

HEAD = """# Grants of the inside database

Drawn from the database itself by `make grants`; a test compares. What is not in this table is forbidden. The owner (`sisada_owner`)
migrates and is used by no process at run time. Rights on the database and the schema come from `sisada/foundation/roles.py`; everybody
may use the schema, and nothing in it is open to everybody.

Persons' columns are granted to no face: they are read through the functions below whose arguments begin with `look uuid, officer uuid`.
"""
TITLES = {"database": "Database and schema", "table": "Tables", "view": "Views", "sequence": "Sequences", "function": "Functions"}


def drawn(rights: Iterable[Right], explained: dict[Right, str], roles: list[str]) -> str:
    """Markdown. Roles that may do nothing with a kind of thing keep their column, so that the emptiness is seen."""
    by_kind: dict[str, list[Right]] = defaultdict(list)
    for right in sorted(rights):
        by_kind["database" if right.kind == "schema" else right.kind].append(right)
    return HEAD + "".join(_section(title, by_kind[kind], explained, roles) for kind, title in TITLES.items())


def _section(title: str, rights: list[Right], explained: dict[Right, str], roles: list[str]) -> str:
    objects = list(dict.fromkeys(right.object for right in rights))
    lines = [f"\n## {title}\n", f"| | {' | '.join(f'`{role}`' for role in roles)} | said by |", f"|---|{'---|' * (len(roles) + 1)}"]
    for name in objects:
        own = [right for right in rights if right.object == name]
        cells = [_cell([right for right in own if right.role == role]) for role in roles]
        files = sorted({explained[right] for right in own if right in explained}) or ["sisada/foundation/roles.py"]
        lines.append(f"| `{name}` | {' | '.join(cells)} | {', '.join(files)} |")
    return "\n".join(lines) + "\n"


def _cell(rights: list[Right]) -> str:
    parts: dict[str, list[str]] = defaultdict(list)
    for right in rights:
        parts[right.privilege].append(right.part)
    whole = [privilege for privilege, columns in parts.items() if "" in columns]
    some = [f"{privilege} ({', '.join(sorted(columns))})" for privilege, columns in parts.items() if "" not in columns]
    return ", ".join([*sorted(whole), *sorted(some)])
