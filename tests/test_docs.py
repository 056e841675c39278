"""The documents say what the repository is: targets, links, paths, tests, settings and packages that they name exist."""

import json
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.servers import ROOT

DOCUMENTS = sorted([*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md"), *(ROOT / "sisada").rglob("*.md")])
CODE = [
    ROOT / "conftest.py",
    *(path for folder in ("sisada", "demo", "tests", "bench") for path in sorted((ROOT / folder).rglob("*.py")) if path != Path(__file__)),
]
FOLDERS = ("sisada", "demo", "tests", "docs", "bin", "make", "requirements", "bench")
READS_A_SETTING = re.compile(
    r"""(?:environ(?:\.get|\.setdefault)?[\[(]|\b(?:required|flag|words|whole_number|key|key_from_file)\()\s*["']([A-Z][A-Z_]+)["']"""
)
SETTINGS = ROOT / "docs" / "settings.md"
DEPENDENCIES = ROOT / "docs" / "dependencies.md"
# What must not stand in a repository about the product: where packages came from, and whose machine it was.
ELSEWHERE = re.compile(r"p[y]pi\.org|p[y]thonhosted\.org|npm[j]s\.(?:org|com)|(?<![\w.])/(?:w[o]rk|r[o]ot|t[m]p|h[o]me)/")

every_document = pytest.mark.parametrize("document", DOCUMENTS, ids=lambda path: str(path.relative_to(ROOT)))


def quoted(document: Path) -> list[str]:
    """What stands between backticks, blocks of code included."""
    blocks = re.findall(r"^```\w*\n(.*?)^```", document.read_text(encoding="utf-8"), flags=re.DOTALL | re.MULTILINE)
    return [*inline(document), *(line.strip() for block in blocks for line in block.splitlines())]


def inline(document: Path) -> list[str]:
    plain = re.sub(r"^```.*?^```", "", document.read_text(encoding="utf-8"), flags=re.DOTALL | re.MULTILINE)
    return re.findall(r"`([^`\n]+)`", plain)


def test_every_make_target_that_a_document_names_exists() -> None:
    rules = "\n".join(path.read_text(encoding="utf-8") for path in [ROOT / "Makefile", *(ROOT / "make").glob("*.mk")])
    targets = set(re.findall(r"^([a-z][a-z-]*):", rules, flags=re.MULTILINE))
    named = {
        (document.name, target)
        for document in DOCUMENTS
        for words in quoted(document)
        for target in re.findall(r"^make ([a-z][a-z-]+)", words)
    }
    assert {(document, target) for document, target in named if target not in targets} == set()


@every_document
def test_every_link_inside_the_repository_leads_somewhere(document: Path) -> None:
    links = re.findall(r"\]\((?!https?:|mailto:|#)([^)#\s]+)(?:#[^)]*)?\)", document.read_text(encoding="utf-8"))
    assert [link for link in links if not (document.parent / link).exists()] == []


@every_document
def test_every_path_and_test_that_a_document_names_exists(document: Path) -> None:
    if document.parent.name == "decisions":
        pytest.skip("a decision is superseded, never edited: it names what there was")
    assert [named for named in named_paths(document) if not stands(named)] == []


def named_paths(document: Path) -> Iterator[str]:
    for words in quoted(document):
        for word in re.findall(rf"(?<![\w/.])(?:{'|'.join(FOLDERS)})/[^\s,;)]*", words):
            if not re.search(r"[<>…*]", word):
                yield word


def stands(named: str) -> bool:
    path, _, name = named.partition("::")
    file = ROOT / path
    return file.exists() and (
        not name or re.search(rf"^(?:async )?def {re.escape(name)}\(", file.read_text(encoding="utf-8"), re.MULTILINE) is not None
    )


def test_every_name_of_the_glossary_and_of_the_architecture_is_in_the_code() -> None:
    code = "\n".join(path.read_text(encoding="utf-8") for kind in ("py", "sql", "toml") for path in ROOT.glob(f"sisada/**/*.{kind}"))
    documents = (ROOT / "docs" / "glossary.md", ROOT / "docs" / "architecture.md")
    names = {name for document in documents for words in inline(document) for name in re.findall(r"^[A-Za-z_]+(?:\.[A-Za-z_]+)?$", words)}
    files = {path.name for path in ROOT.glob("sisada/**/*.*")} | {path.name for path in ROOT.iterdir()}
    assert {name for name in names - files if name.rsplit(".", 1)[-1] not in code} == set()


def test_every_setting_that_is_read_is_explained_and_every_explained_one_is_read() -> None:
    read = {name for path in CODE for name in READS_A_SETTING.findall(path.read_text(encoding="utf-8"))}
    text = SETTINGS.read_text(encoding="utf-8")
    explained = set(re.findall(r"^\| `([A-Z_]+)`", text, flags=re.MULTILINE))
    assert read - set(re.findall(r"`([A-Z_]+)`", text)) == set()
    assert explained - read == set()


def test_every_package_we_ask_for_is_explained_with_the_release_that_is_locked() -> None:
    rows = dict(re.findall(r"^\| `([^`]+)` \|(.*)$", DEPENDENCIES.read_text(encoding="utf-8"), flags=re.MULTILINE))
    asked = dict(locked_packages())
    assert set(rows) == set(asked)
    assert {name: release for name, release in asked.items() if release not in rows[name]} == {}


def locked_packages() -> Iterator[tuple[str, str]]:
    """Each package that a file of ours asks for, and the release of it in the lock."""
    for asks in (ROOT / "requirements").glob("*.in"):
        lock = asks.with_suffix(".txt").read_text(encoding="utf-8")
        for name in re.findall(r"^([a-z][\w.-]*)", asks.read_text(encoding="utf-8"), flags=re.MULTILINE):
            locked = re.search(rf"^{re.escape(name)}(?:\[\w+\])?==(\S+)", lock, flags=re.MULTILINE)
            yield name, locked[1] if locked else "not locked"
    package, packages = (json.loads((ROOT / name).read_text(encoding="utf-8")) for name in ("package.json", "package-lock.json"))
    for name in [*package["dependencies"], *package["devDependencies"]]:
        yield name, packages["packages"][f"node_modules/{name}"]["version"]


@pytest.mark.parametrize(
    "path",
    [*DOCUMENTS, *(ROOT / "requirements").iterdir(), ROOT / "package-lock.json", ROOT / "NOTICE"],
    ids=lambda path: str(path.relative_to(ROOT)),
)
def test_no_file_tells_of_a_registry_or_of_somebodys_machine(path: Path) -> None:
    assert ELSEWHERE.findall(path.read_text(encoding="utf-8")) == []
