"""What travels sealed between a reporter and the office, and nothing else: letters to the office, the office's words back. Version 1.

Both are JSON in UTF-8, read strictly: sealing proves to nobody who wrote it, so what comes out of an envelope is a stranger's. Spaces fill
them up to whole blocks, so that the length of an envelope tells neither an answer nor how much somebody wrote.
"""

import hmac
import json
from base64 import b64encode
from dataclasses import asdict, dataclass, replace
from datetime import date, datetime
from functools import partial
from typing import Any, Final
from uuid import UUID

from sisada.foundation.strict_json import DoesNotFit, Fields, object_of

VERSION: Final = 1
BLOCK_BYTES: Final = 1024
LETTER_BYTES: Final = 2 * 1024 * 1024  # a thousand stays, each at its longest
OFFICE_WORD_BYTES: Final = 32 * 1024

KINDS = ("activity", "presence", "objection", "addition", "list_change", "not_done")
LANGUAGES = ("id", "en", "zh", "ko", "ja")
CATEGORIES = ("work", "order", "stay", "document", "other")
PIN_SOURCES = ("map", "photo", "device")
REASONS = ("recorded_wrongly", "checked_wrongly", "not_me", "other")
STEPS = ("received", "reviewing", "acting", "closed", "not_ours", "waiting_reporter", "message", "promise_moved")
MOST_PHOTOS, MOST_STAYS = 5, 1000


class NotALetter(ValueError):  # noqa: N818 - it says what is so
    """No letter and no word of ours. The message names the place that does not fit, never what stood there."""


@dataclass(frozen=True)
class Place:
    kelurahan: str | None  # Kemendagri code; None: not said
    text: str
    lat: float | None  # WGS 84; None with `lon` and `pin_from`: no pin
    lon: float | None
    pin_from: str | None  # PIN_SOURCES


@dataclass(frozen=True)
class Reporter:
    name: str
    contact: str

    @classmethod
    def named(cls, name: str, contact: str) -> "Reporter | None":
        """Whoever said one of the two, or both. None: anonymous."""
        return cls(name, contact) if name or contact else None


@dataclass(frozen=True)
class Stay:
    """One person of a list of whoever stays at a place. `row` is the same in every later list."""

    row: UUID
    name: str
    nationality: str
    document_number: str
    since: date | None  # None: not known
    until: date | None  # None: stays on


@dataclass(frozen=True)
class About:
    """What an objection is against."""

    reason: str  # REASONS
    check_code: str | None  # of the screen that an officer showed; None: no such screen


@dataclass(frozen=True)
class Letter:
    """To the office. What a field may hold is said by `read_letter`; `to_bytes` lets nothing else out."""

    kind: str  # KINDS
    thread: UUID
    reporter_key: bytes  # X25519, the public half of the code's key
    language: str = "id"  # LANGUAGES: in which the office's sentences are shown
    danger: bool = False
    category: str | None = None  # CATEGORIES; None: not said
    what: str = ""
    when: str = ""
    place: Place | None = None
    nationality: str | None = None
    reporter: Reporter | None = None  # None: anonymous
    photos: tuple[str, ...] = ()  # sha256, hex, of each photo before it was sealed
    stays: tuple[Stay, ...] = ()
    stay_place: Place | None = None
    about: About | None = None

    def to_bytes(self) -> bytes:
        """Raises: NotALetter for a letter that nobody could read."""
        raw = _written({**asdict(self), "v": VERSION})
        if read_letter(raw) != self:
            raise NotALetter("form")
        return raw

    def without_photos(self) -> "Letter":
        """What its writer may read again."""
        return replace(self, photos=())


@dataclass(frozen=True)
class OfficeWord:
    """From the office to a reporter: a step, and sentences by their codes. The words of codes are the public face's."""

    step: str  # STEPS
    at: datetime
    promised_on: date | None = None  # when the next word comes; None: nothing is promised
    sentence: str | None = None
    text: str | None = None  # the office's own words, besides or instead of a sentence
    go_to: str | None = None  # who is competent, by code
    may_say_not_done: bool = False

    def to_bytes(self) -> bytes:
        """Raises: NotALetter for what nobody could read."""
        raw = _written({**asdict(self), "v": VERSION})
        if read_office_word(raw) != self:
            raise NotALetter("form")
        return raw


def letter_digest(letter_id: UUID, clear: bytes, *, pepper: bytes) -> bytes:
    """The same for the same letter, though sealing gives other bytes each time. Keyed: a plain hash of a few words would confirm guesses to
    whoever holds the table, and whoever has no key makes no letter that inside believes."""
    return hmac.digest(pepper, b"letter" + letter_id.bytes + clear, "sha256")


def read_letter(raw: bytes) -> Letter:
    """Raises: NotALetter."""
    try:
        return _letter(_fields(object_of(raw, at_most=LETTER_BYTES), Letter, "v"))
    except DoesNotFit as error:
        raise NotALetter(str(error)) from None


def read_office_word(raw: bytes) -> OfficeWord:
    """Raises: NotALetter."""
    try:
        return _office_word(_fields(object_of(raw, at_most=OFFICE_WORD_BYTES), OfficeWord, "v"))
    except DoesNotFit as error:
        raise NotALetter(str(error)) from None


def _fields(row: object, of: type[Any], *more: str) -> Fields:
    return Fields(row, [*of.__dataclass_fields__, *more])


def _letter(row: Fields) -> Letter:
    row.number("v", least=VERSION, most=VERSION)
    return Letter(
        kind=row.one_of("kind", KINDS),
        thread=row.id("thread"),
        reporter_key=row.key("reporter_key"),
        language=row.one_of("language", LANGUAGES),
        danger=row.yes_or_no("danger"),
        category=row.or_none("category", partial(row.one_of, allowed=CATEGORIES)),
        what=row.text("what", at_most=4000),
        when=row.text("when", at_most=200),
        place=row.or_none("place", partial(row.object, read=_place)),
        nationality=row.or_none("nationality", partial(row.text, at_most=80)),
        reporter=row.or_none("reporter", partial(row.object, read=_reporter)),
        photos=row.objects("photos", _sha256, at_most=MOST_PHOTOS),
        stays=row.objects("stays", _stay, at_most=MOST_STAYS),
        stay_place=row.or_none("stay_place", partial(row.object, read=_place)),
        about=row.or_none("about", partial(row.object, read=_about)),
    )


def _place(found: object) -> Place:
    row = _fields(found, Place)
    return Place(
        kelurahan=row.or_none("kelurahan", partial(row.text, at_most=20)),
        text=row.text("text", at_most=400),
        lat=row.or_none("lat", partial(row.number, least=-90, most=90)),
        lon=row.or_none("lon", partial(row.number, least=-180, most=180)),
        pin_from=row.or_none("pin_from", partial(row.one_of, allowed=PIN_SOURCES)),
    )


def _reporter(found: object) -> Reporter:
    row = _fields(found, Reporter)
    return Reporter(name=row.text("name", at_most=120), contact=row.text("contact", at_most=160))


def _stay(found: object) -> Stay:
    row = _fields(found, Stay)
    return Stay(
        row=row.id("row"),
        name=row.text("name", at_most=160),
        nationality=row.text("nationality", at_most=80),
        document_number=row.text("document_number", at_most=40),
        since=row.or_none("since", row.day),
        until=row.or_none("until", row.day),
    )


def _about(found: object) -> About:
    row = _fields(found, About)
    return About(reason=row.one_of("reason", REASONS), check_code=row.or_none("check_code", partial(row.text, at_most=40)))


def _sha256(found: object) -> str:
    if not isinstance(found, str) or len(found) != 64 or set(found) - set("0123456789abcdef"):
        raise DoesNotFit("photos")
    return found


def _office_word(row: Fields) -> OfficeWord:
    row.number("v", least=VERSION, most=VERSION)
    return OfficeWord(
        step=row.one_of("step", STEPS),
        at=row.instant("at"),
        promised_on=row.or_none("promised_on", row.day),
        sentence=row.or_none("sentence", partial(row.text, at_most=80)),
        text=row.or_none("text", partial(row.text, at_most=2000)),
        go_to=row.or_none("go_to", partial(row.text, at_most=80)),
        may_say_not_done=row.yes_or_no("may_say_not_done"),
    )


def _written(row: dict[str, Any]) -> bytes:
    raw = json.dumps(row, ensure_ascii=False, allow_nan=False, separators=(",", ":"), default=_as_text).encode("utf-8", "surrogatepass")
    return raw + b" " * (-len(raw) % BLOCK_BYTES)


def _as_text(value: object) -> str:
    match value:
        case UUID():
            return str(value)
        case date():  # an instant, too
            return value.isoformat()
        case bytes():
            return b64encode(value).decode("ascii")
    raise NotALetter("form")
