"""What has been answered so far, and which question comes now. Plain values: no database, no HTTP."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from typing import Any
from uuid import UUID, uuid4

from django import forms
from django.http import QueryDict
from django.utils.functional import Promise

from sisada.faces.public.limits import PHOTOS as PHOTOS_AT_MOST
from sisada.faces.public.steps import code_kept
from sisada.faces.public.steps.photos import FIELD as PHOTOS
from sisada.faces.public.steps.photos import CarriedPhoto, read_all
from sisada.foundation.ids import uuid_or_none
from sisada.foundation.letter import Letter
from sisada.foundation.word_code import Derived

ID, STEP, GO = "id", "langkah", "ke"  # the form's own fields: its id, the question being answered, where its sender wants to go
ON, BACK, STAY, SEND = "lanjut", "kembali", "tetap", "kirim"
REVIEW = "periksa"  # the last screen, after all questions
PHOTOS_KEPT, PHOTO_PLACE = "foto_ada", "photo_place"


class Question(forms.Form):
    """The fields of one screen. Hidden ones are carried like all others."""

    use_required_attribute = False  # a browser's own complaint comes in the browser's language and blocks the way back

    def summary(self, _: "Answers") -> str:
        """What the last screen shows of it. Called on a valid form. Empty: nothing was answered, which was allowed."""
        return "\n".join(str(value) for name, value in self.cleaned_data.items() if value and not self.fields[name].widget.is_hidden)


@dataclass(frozen=True)
class Step:
    name: str  # in the form; never shown
    words: "str | Promise"  # "Di mana", beside "Langkah 4 dari 9" and on the last screen
    asks: "str | Promise"  # the question as the screen's heading
    form: type[Question]
    template: str = "public/steps/question.html"
    not_asked: "str | Promise | None" = None  # what the last screen says when nothing was answered; None: it must be


@dataclass(frozen=True)
class Sending:
    """What a kind of report needs to become a letter, besides its answers."""

    thread: UUID
    language: str
    code: Derived
    photos: tuple[str, ...]  # sha256, hex


@dataclass(frozen=True)
class Kind:
    """One kind of report: its questions, and the letter that they make."""

    route: str
    title: "str | Promise"
    steps: tuple[Step, ...]
    letter: Callable[["Answers", Sending], Letter]
    before_sending: str  # template: what its sender must know before it is sent

    @property
    def screens(self) -> int:
        """All questions, and the review."""
        return len(self.steps) + 1

    @property
    def bars(self) -> range:
        return range(self.screens)

    def place_of(self, name: str) -> int:
        """Where the question of that name stands, the review after the last; the first one when there is no such question."""
        names = [*(step.name for step in self.steps), REVIEW]
        return names.index(name) if name in names else 0


@dataclass(frozen=True)
class Answers:
    """The whole form as it was sent, with the fields of every question and the photos; a question's own form reads what is its own."""

    kind: Kind
    given: QueryDict
    id: UUID = field(default_factory=uuid4)

    @property
    def photos(self) -> tuple[CarriedPhoto, ...]:
        return read_all(self.given.getlist(PHOTOS), form=self.id)

    @property
    def photo_count(self) -> int:
        """How many the form has; a script keeps those that it need not send yet, and says how many."""
        kept = self.given.get(PHOTOS_KEPT, "")
        return min(len(self.photos) + (int(kept) if kept.isdecimal() and len(kept) == 1 else 0), PHOTOS_AT_MOST)

    @property
    def photo_list(self) -> range:
        """What each photo is called on the page: its number."""
        return range(1, self.photo_count + 1)

    def with_photos(self, photos: Sequence[CarriedPhoto]) -> "Answers":
        """The same answers with these photos instead."""
        given = self.given.copy()
        given.setlist(PHOTOS, [carried.token for carried in photos])
        return replace(self, given=given)

    def with_photo_place(self, place: tuple[float, float] | None) -> "Answers":
        """`place`: latitude and longitude, of the first photo that says where it was taken. None: this one does not."""
        if place is None or self.given.get(PHOTO_PLACE):
            return self
        given = self.given.copy()
        given[PHOTO_PLACE] = f"{place[0]:.5f},{place[1]:.5f}"
        return replace(self, given=given)

    @property
    def code(self) -> tuple[str, ...] | None:
        """None: none has been drawn for this form."""
        return code_kept.words_of(self.given.get(code_kept.FIELD, ""), form=self.id)

    def with_code(self, token: str) -> "Answers":
        given = self.given.copy()
        given[code_kept.FIELD] = token
        return replace(self, given=given)

    @classmethod
    def of(cls, kind: Kind, given: QueryDict) -> "Answers":
        """A form that comes without its id, or with nonsense, begins anew with what it holds."""
        return cls(kind, given, uuid_or_none(given.get(ID, "")) or uuid4())

    def form(self, step: Step) -> Question:
        return step.form(self.given)

    def fresh_form(self, step: Step) -> Question:
        """The question with what was answered before, without complaints about what was not."""
        known = {name: self._kept(name, field) for name, field in step.form.base_fields.items() if name in self.given}
        return step.form(initial=known)

    def first_wrong(self) -> int | None:
        """The place of the first question that is not answered as it must be. None: all are."""
        return next((place for place, step in enumerate(self.kind.steps) if not self.form(step).is_valid()), None)

    def cleaned(self) -> dict[str, Any]:
        """Every answer, parsed. Call it when nothing is wrong."""
        values: dict[str, Any] = {}
        for step in self.kind.steps:
            values |= self.valid_form(step).cleaned_data
        return values

    def valid_form(self, step: Step) -> Question:
        """Call it when nothing is wrong."""
        form = self.form(step)
        form.is_valid()
        return form

    def carried(self, *, except_for: Step | None) -> Iterator[tuple[str, str]]:
        """The hidden fields of a screen: every answer but those that the screen asks for itself. None: all of them."""
        for step in self.kind.steps:
            if step is not except_for:
                for name in step.form.base_fields:
                    yield from ((name, value) for value in self.given.getlist(name))
        yield from ((PHOTOS, carried.token) for carried in self.photos)
        if self.code:
            yield code_kept.FIELD, self.given.get(code_kept.FIELD, "")

    def _kept(self, name: str, of: forms.Field) -> object:
        several = isinstance(of, forms.MultipleChoiceField)
        return self.given.getlist(name) if several else self.given.get(name)


def one_line_feed(text: str) -> str:
    """Browsers send a line's end as two signs; a letter has one."""
    return text.replace("\r\n", "\n").replace("\r", "\n")
