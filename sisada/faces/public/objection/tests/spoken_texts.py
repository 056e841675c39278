"""Which texts the pages of an objection hold: those that must be there in Chinese, Korean and Japanese."""

import io
from functools import cache
from importlib.machinery import SourceFileLoader
from importlib.util import module_from_spec, spec_from_loader
from pathlib import Path
from types import ModuleType

from babel.messages.catalog import Catalog
from babel.messages.extract import extract
from babel.messages.pofile import read_po

from tests.servers import ROOT

LANGUAGES = ("zh", "ko", "ja")
PUBLIC = ROOT / "sisada" / "faces" / "public"
WORK = ROOT / "sisada" / "outside" / "letterbox"
PAGES = PUBLIC / "templates" / "public"
SPOKEN = [
    *(PUBLIC / "objection").glob("*.py"),
    *(PUBLIC / "follow").glob("*.py"),
    *(PUBLIC / name for name in ("proof.py", "problems.py", "steps/asking.py", "steps/uploads.py")),
    *(WORK / name for name in ("post.py", "work/refusals.py", "work/uploads.py")),
    ROOT / "sisada" / "foundation" / "images" / "refusals.py",
    *(PAGES / "objection").glob("*.html"),
    *(PAGES / "follow").glob("*.html"),
    *(PAGES / "receipt" / f"{name}.html" for name in ("receipt", "known", "code", "follow_form")),
    *(PAGES / "steps" / f"{name}.html" for name in ("frame", "question", "review")),
    *(PAGES / f"{name}.html" for name in ("frame", "problem", "proof_field", "refused")),
]
# Said by Python beside the pages of receipts that everybody checks, which speak Indonesian and English alone.
ALSO = ("Laporan Anda diterima", "Laporan ini sudah kami terima")


@cache
def tool() -> ModuleType:
    """bin/messages."""
    loader = SourceFileLoader("messages_tool", str(ROOT / "bin" / "messages"))
    spec = spec_from_loader(loader.name, loader)
    assert spec is not None
    module = module_from_spec(spec)
    loader.exec_module(module)
    return module


@cache
def spoken() -> list[str | tuple[str, ...]]:
    """Every text of these pages, in Indonesian; one and many together."""
    texts: dict[str | tuple[str, ...], None] = dict.fromkeys(ALSO)
    for file in sorted(SPOKEN):
        source = io.BytesIO(tool().as_python(file).encode())
        texts |= dict.fromkeys(ids for _line, ids, _comments, _context in extract("python", source, keywords=tool().CALLS))
    return list(texts)


def path_of(language: str) -> Path:
    return ROOT / "sisada" / "locale" / language / "LC_MESSAGES" / "django.po"


def catalogue(language: str) -> Catalog:
    with path_of(language).open("rb") as file:
        return read_po(file, locale=language)
