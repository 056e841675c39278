"""docs/law.md: which article of law decides where in the code, and which tests hold it there. For a lawyer who reads no code."""

import ast
import re
import tomllib
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from tests.servers import ROOT

HEAD = """# Law in the code

Collected by `make law` from the `Source:` lines of the code: for each article or standard the rules that follow it, what each promises,
and the tests that hold it there. A rule without a test says so. Numbers that come from law are dated rows; they stand at the end.

"""
# Sources stand one after another with "; "; a blank line, "Raises:" or the end of the docstring ends them.
SOURCE = re.compile(r"Source:\s*(.+?)(?=\n\s*\n|\n\s*Raises:|\Z)", re.DOTALL)
WORK = re.compile(r"^(Law \d+/\d+|PP \d+/\d+|Permenkumham \d+/\d+|Permenimipas \d+/\d+|Perpres \d+/\d+|ICAO 9303|WCAG [\d.]+|PostgreSQL)")


@dataclass(frozen=True)
class Rule:
    """One function, class or module that follows a source."""

    path: Path
    name: str
    promise: str
    sources: tuple[str, ...]

    @property
    def module(self) -> str:
        return ".".join(self.path.relative_to(ROOT).with_suffix("").parts)


def rules() -> Iterator[Rule]:
    for path in sorted((ROOT / "sisada").rglob("*.py")):
        if "tests" in path.parts or "migrations" in path.parts:
            continue
        tree = ast.parse(path.read_text(encoding="utf-8"))
        yield from _rules_of(path, tree)


def _rules_of(path: Path, tree: ast.Module) -> Iterator[Rule]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Module | ast.ClassDef | ast.FunctionDef | ast.AsyncFunctionDef):
            text = ast.get_docstring(node) or ""
            sources = tuple(source for found in SOURCE.findall(text) for source in _separate(found))
            if sources:
                name = "the whole module" if isinstance(node, ast.Module) else node.name
                yield Rule(path, name, _first_sentence(text), sources)


def _first_sentence(text: str) -> str:
    paragraph = " ".join(text.partition("\n\n")[0].split())
    return paragraph.partition(" Source:")[0].partition(". ")[0].rstrip(".")


def _separate(found: str) -> list[str]:
    flat = " ".join(found.split()).rstrip(".")
    return [part.strip() for part in flat.split("; ") if WORK.match(part.strip())]


def tests_of(rule: Rule) -> list[str]:
    """The test files that import the rule by its name, or, for a module or what is private to it, anything of it."""
    name = re.escape(rule.name) if rule.name.isidentifier() and not rule.name.startswith("_") else r"\w+"
    package, _, module = rule.module.rpartition(".")
    begins = r"import (?:\([^)]*|[^\n]*)\b"
    imports = re.compile(rf"^from {re.escape(rule.module)} {begins}{name}\b|^from {re.escape(package)} {begins}{module}\b", re.MULTILINE)
    found = [path for path in sorted(ROOT.glob("sisada/**/tests/test_*.py")) if imports.search(path.read_text(encoding="utf-8"))]
    return [str(path.relative_to(ROOT)) for path in found]


def drawn() -> str:
    """Markdown: a heading for each work of law or standard, a line for each source in it and rule that follows it; then the dated rows."""
    by_work: dict[str, list[tuple[str, Rule]]] = defaultdict(list)
    for rule in rules():
        for source in rule.sources:
            by_work[WORK.match(source)[1]].append((source, rule))  # type: ignore[index]  # _separate kept those alone that match
    return HEAD + "\n".join(
        [*(_section(work, by_work[work]) for work in sorted(by_work)), *map(_dated, sorted(ROOT.glob("sisada/**/shipped_rules.toml")))]
    )


def _section(work: str, followed: list[tuple[str, Rule]]) -> str:
    lines = [f"## {work}\n", "| article | rule | promise | tests |", "|---|---|---|---|"]
    for source, rule in sorted(followed, key=lambda pair: (pair[0], pair[1].module, pair[1].name)):
        held = "<br>".join(f"`{test}`" for test in tests_of(rule)) or "**none imports it by name**"
        lines.append(f"| {source} | `{rule.module}`: {rule.name} | {rule.promise} | {held} |")
    return "\n".join(lines) + "\n"


def _dated(path: Path) -> str:
    lines = [f"## Numbers with their dates (`{path.relative_to(ROOT)}`)\n", "| what | about | from | value | source |"]
    lines.append("|---|---|---|---|---|")
    for row in tomllib.loads(path.read_text(encoding="utf-8"))["rule"]:
        parts = row["value"].items() if isinstance(row["value"], dict) else [("", row["value"])]
        value = ", ".join(f"{key} {shown}".strip() for key, shown in parts)
        lines.append(f"| {row['name']} | {row.get('about', '')} | {row['valid_from']} | {value} | {row['source']} |")
    return "\n".join(lines) + "\n"
