"""What the buttons of the list do: add, take out, take up again, read a file. Each answers with the form as it stands afterwards."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from django.core.files.uploadedfile import UploadedFile
from django.http import QueryDict
from django.utils.functional import Promise
from django.utils.translation import gettext as _

from sisada.faces.public import proof
from sisada.faces.public.presence.listed import Listed, as_field, cells_of, from_field
from sisada.faces.public.presence.one_person import FIELD_OF, OnePerson
from sisada.faces.public.presence.questions import PEOPLE
from sisada.faces.public.steps.answers import GO, ID, ON, STAY
from sisada.foundation.clock import office_today
from sisada.foundation.ids import uuid_or_none
from sisada.foundation.problems import Problem
from sisada.outside.letterbox.lists.reading import read_list
from sisada.outside.letterbox.lists.tables import ListProblem
from sisada.outside.letterbox.work.admission import admit
from sisada.outside.letterbox.work.budget import Lane

DO, FILES = "orang_ke", "orang_berkas"
ADD, TAKE_OUT, TAKE_UP, READ_FILE = "tambah", "buang", "ubah", "baca"


@dataclass(frozen=True)
class Pressed:
    given: QueryDict
    refused: "Sequence[str | Promise]" = field(default=())


def press(given: QueryDict, files: Sequence[UploadedFile]) -> Pressed:
    """The form after its button was pressed. Any other button, and the form is as it was."""
    word, _space, place = given.get(DO, "").partition(" ")
    if word == ADD:
        return add(given)
    if word == READ_FILE or files:
        return read_file(given, files)
    if word in (TAKE_OUT, TAKE_UP):
        return take(given, int(place) if place.isdecimal() and len(place) < 5 else -1, up=word == TAKE_UP)
    return Pressed(given)


def add(given: QueryDict) -> Pressed:
    """Whoever stands in the fields joins the list. With something wrong the fields stay, and say what."""
    typed = OnePerson(given)
    if not typed.is_valid():
        return Pressed(_going(given, ON))
    if typed.cleaned_data["person"] is None:
        return Pressed(_going(given, STAY), [_("Tulis dulu nama orang itu.")])
    return Pressed(_with_fields(_with_list(given, [*_listed(given), Listed(typed.cleaned_data["person"])]), {}))


def take(given: QueryDict, place: int, *, up: bool) -> Pressed:
    """`up`: into the fields, to be changed; whoever stood there joins the list first."""
    joined = add(given).given if up and any(given.get(name) for name in FIELD_OF.values()) else _going(given, STAY)
    listed = list(_listed(joined))
    if joined.get(GO) == ON or not 0 <= place < len(listed):
        return Pressed(joined)
    taken = listed.pop(place)
    after = _with_list(joined, listed)
    return Pressed(_with_fields(after, {FIELD_OF[column]: cell for column, cell in cells_of(taken.person).items()}) if up else after)


def read_file(given: QueryDict, files: Sequence[UploadedFile]) -> Pressed:
    """The file's list instead of the one before; of a file with anything wrong nothing is taken, and the one before stays."""
    staying = _going(given, STAY)
    if not files:
        return Pressed(staying, [_("Pilih berkas daftarnya dulu.")])
    try:
        form = uuid_or_none(given.get(ID, ""))
        if form:
            admit(proof.given(given), lane=Lane.PHOTO, form=form)
        people = read_list(files[0].read(), today=office_today())
    except ListProblem as problem:
        return Pressed(staying, problem.sentences)
    except Problem as problem:
        return Pressed(staying, proof.refusal(problem))
    return Pressed(_with_list(given, [Listed(person) for person in people]))


def _listed(given: QueryDict) -> tuple[Listed, ...]:
    return from_field(given.get(PEOPLE, ""), today=office_today())


def _with_list(given: QueryDict, listed: Sequence[Listed]) -> QueryDict:
    changed = _going(given, STAY)
    changed[PEOPLE] = as_field(listed)
    return changed


def _with_fields(given: QueryDict, values: dict[str, str]) -> QueryDict:
    changed = given.copy()
    for name in FIELD_OF.values():
        changed[name] = values.get(name, "")
    return changed


def _going(given: QueryDict, go: str) -> QueryDict:
    changed = given.copy()
    changed[GO] = go
    return changed
