"""What a capability says of its own numbers, in its `dated_rules.py`: `HEADING` and `RULES`. Found through the installed apps, so that
a capability brings its rules along and takes them with it."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cache
from importlib import import_module
from importlib.util import find_spec
from types import MappingProxyType
from typing import Any

from django.apps import apps
from django.utils.functional import Promise

from sisada.inside.rules.readings import Reading

Words = str | Promise
NOTHING_IN_PARTICULAR: Mapping[str, Words] = MappingProxyType({"": ""})


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """A row that somebody is about to set."""

    rule: "Rule"
    about: str
    value: Any
    valid_from: date
    valid_until: date | None  # None: until a newer row
    source: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    name: str  # capability.thing
    words: Words
    reading: Reading
    two_persons: bool
    changes: Words  # what is different afterwards, in a sentence
    abouts: Mapping[str, Words] = field(default_factory=lambda: NOTHING_IN_PARTICULAR)  # for each of these a row of its own
    preview: Callable[[Draft], list[str]] | None = None  # figures of what would change, naming nobody; None: `changes` says it all


@dataclass(frozen=True, slots=True)
class Subject:
    """A rule, and what a row of it is about: what has one value on a day."""

    rule: Rule
    about: str

    @property
    def key(self) -> str:
        """For addresses: audit.look-minutes, registry.ending-soon-days:ITAS."""
        return f"{self.rule.name}:{self.about}" if self.about else self.rule.name

    @property
    def about_words(self) -> Words:
        return self.rule.abouts[self.about]


@dataclass(frozen=True, slots=True)
class Capability:
    name: str  # as its rules begin: audit, registry
    heading: Words
    rules: tuple[Rule, ...]

    def subjects(self) -> list[Subject]:
        return [Subject(rule, about) for rule in self.rules for about in rule.abouts]


@cache
def capabilities() -> tuple[Capability, ...]:
    """Those that have rules, in the order of INSTALLED_APPS."""
    names = [f"{app.name}.dated_rules" for app in apps.get_app_configs() if app.name.startswith("sisada.")]
    modules = [import_module(name) for name in names if find_spec(name)]
    return tuple(Capability(module.RULES[0].name.partition(".")[0], module.HEADING, module.RULES) for module in modules)


def all_rules() -> tuple[Rule, ...]:
    return tuple(rule for capability in capabilities() for rule in capability.rules)


def subject(key: str) -> Subject | None:
    """By its key. None: nothing is called so."""
    return next((one for capability in capabilities() for one in capability.subjects() if one.key == key), None)
