"""Every text of the pages has its English, and nothing on a page bypasses translation."""

import re
from functools import cache
from importlib.machinery import SourceFileLoader
from importlib.util import module_from_spec, spec_from_loader
from pathlib import Path
from types import ModuleType

import allauth
import django
import pytest
from babel.messages.catalog import Catalog, Message
from babel.messages.pofile import read_po
from django.template.base import Lexer, TokenType

from sisada.faces.office.help_pages import PAGES
from tests.servers import ROOT

IN_INDONESIAN = ROOT / "sisada" / "locale" / "id" / "LC_MESSAGES" / "django.po"
PLACEHOLDER = re.compile(r"%\(\w+\)s|\{\w*\}")
# Words that no Indonesian sentence holds and hardly an English one goes without.
ENGLISH = re.compile(r"\b(the|and|of|not|is|are|your|this|with|for|from|when|please)\b", re.IGNORECASE)
PARTS = (ROOT / "sisada" / "foundation" / "parts").glob("*/*.html")
TEMPLATES = [*PARTS, *(path for path in (ROOT / "sisada").rglob("templates/**/*.html") if path.parent.parent.name != "help")]
SAID = re.compile(r"""\s(?:alt|title|aria-label|placeholder)="([^"]+)\"""")
# Names and specimens, the same in every language.
SAME_EVERYWHERE = {"Sisada", "Keramas", "Indonesia", "English", "eriksson", "anna", "uto", "MRZ"}


@cache
def tool() -> ModuleType:
    """bin/messages: what it collects is what these tests ask for."""
    loader = SourceFileLoader("messages_tool", str(ROOT / "bin" / "messages"))
    spec = spec_from_loader(loader.name, loader)
    assert spec is not None
    module = module_from_spec(spec)
    loader.exec_module(module)
    return module


@cache
def catalogue() -> Catalog:
    renewed: Catalog = tool().renewed()
    return renewed


def texts(of: Catalog) -> list[Message]:
    return [message for message in of if message.id]


def forms(text: str | tuple[str, ...] | list[str]) -> list[str]:
    return [text] if isinstance(text, str) else list(text)


def test_every_text_of_code_and_templates_has_its_english() -> None:
    """What the code no longer says goes with the next `make messages`; it harms nobody until then."""
    missing = [message.id for message in texts(catalogue()) if not all(forms(message.string or ""))]
    assert missing == [], "run `make messages`, then write the English of what is new"


def test_the_catalogue_is_as_the_tool_writes_it() -> None:
    assert tool().as_text(tool().existing()) == tool().CATALOGUE.read_text(encoding="utf-8"), "run `make messages`"


def test_a_translation_has_the_placeholders_of_its_text() -> None:
    def differ(message: Message) -> bool:
        asked = {name for form in forms(message.id) for name in PLACEHOLDER.findall(form)}
        return any(form and set(PLACEHOLDER.findall(form)) != asked for form in forms(message.string or ""))

    assert [message.id for message in texts(catalogue()) if differ(message)] == []


def test_the_texts_of_the_code_are_indonesian() -> None:
    assert [
        message.id for message in texts(catalogue()) if any(ENGLISH.search(PLACEHOLDER.sub("", form)) for form in forms(message.id))
    ] == []


def test_only_what_others_wrote_in_english_is_put_into_indonesian() -> None:
    with IN_INDONESIAN.open("rb") as file:
        ours = {message.id for message in texts(read_po(file, locale="id"))}
    others = texts_of(Path(allauth.__file__).parent / "locale") | texts_of(Path(django.__file__).parent / "conf" / "locale")
    assert ours <= others, "allauth and Django no longer say this"
    assert not ours & {message.id for message in texts(catalogue())}


def texts_of(locale: Path) -> set[str]:
    with (locale / "id" / "LC_MESSAGES" / "django.po").open("rb") as file:
        return {form for message in texts(read_po(file, locale="id")) for form in forms(message.id)}


@pytest.mark.parametrize("path", TEMPLATES, ids=lambda path: str(path.relative_to(ROOT / "sisada")))
def test_every_word_of_a_template_goes_through_translation(path: Path) -> None:
    assert words_written_out(path.read_text(encoding="utf-8")) - SAME_EVERYWHERE == set()


def words_written_out(source: str) -> set[str]:
    """Words between a template's HTML tags, and in those attributes that a person reads or hears."""
    without_comments = re.sub(r"{% comment %}.*?{% endcomment %}", "", source, flags=re.DOTALL)
    html, inside_blocktranslate = "", False
    for token in Lexer(without_comments).tokenize():
        if token.token_type is TokenType.BLOCK and "blocktrans" in token.contents.split()[0]:
            inside_blocktranslate = not inside_blocktranslate
        if token.token_type is TokenType.TEXT and not inside_blocktranslate:
            html += token.contents
        else:
            html += "¤"
    heard = " ".join(SAID.findall(html))
    seen = re.sub(r"<[^>]*>", " ", re.sub(r"<(style|script|svg)\b.*?</\1>", " ", html, flags=re.DOTALL))
    return {word for word in re.findall(r"[^\W\d_]{3,}", f"{seen} {heard}") if not word.isupper() or word in SAME_EVERYWHERE}


def test_every_help_page_is_there_in_both_languages() -> None:
    help_pages = ROOT / "sisada" / "faces" / "office" / "templates" / "help"
    for language in ("id", "en"):
        assert {path.stem for path in (help_pages / language).glob("*.html")} == set(PAGES), language
