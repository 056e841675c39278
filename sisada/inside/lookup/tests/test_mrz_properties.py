"""Any zone that a state could print is read back, and one wrong sign in a guarded field is noticed unless it weighs the same.

Weighing the same: values that differ by 10, 20 or 30 (A, K, U, 0 and the filler) give one check digit, so nobody can notice them.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from hypothesis import assume, given
from hypothesis import strategies as st

from sisada.inside.lookup.birth_dates import BirthDate
from sisada.inside.lookup.mrz import Mrz, read_mrz
from sisada.inside.lookup.mrz_check_digits import check_digit, weigh_the_same
from sisada.inside.lookup.mrz_layouts import MRV_A, MRV_B, TD1, TD2, TD3, Layout

TODAY = date(2026, 11, 24)
LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
SIGNS = LETTERS + "0123456789"


@dataclass(frozen=True)
class Printed:
    """What a state knows before it prints."""

    number: str
    born: date
    expires_on: date
    primary: tuple[str, ...]
    secondary: tuple[str, ...]
    optional: str

    def name(self, width: int) -> str:
        return ("<".join(self.primary) + "<<" + "<".join(self.secondary))[:width].ljust(width, "<")


def _words(most: int) -> st.SearchStrategy[tuple[str, ...]]:
    return st.lists(st.text(LETTERS, min_size=1, max_size=9), min_size=1, max_size=most).map(tuple)


def people(longest_number: int) -> st.SearchStrategy[Printed]:
    return st.builds(
        Printed,
        number=st.text(SIGNS, min_size=1, max_size=longest_number),
        born=st.dates(date(1926, 11, 25), TODAY),
        expires_on=st.dates(date(1977, 1, 1), date(2076, 12, 31)),
        primary=_words(2),
        secondary=_words(3),
        optional=st.text(SIGNS, max_size=7),
    )


def _dated(day: date) -> str:
    signs = day.strftime("%y%m%d")
    return signs + check_digit(signs)


def _two_lines(code: str, layout: Layout, who: Printed) -> str:
    number = who.number.ljust(9, "<")
    line = f"{number}{check_digit(number)}UTO{_dated(who.born)}F{_dated(who.expires_on)}"
    return f"{code}<UTO{who.name(layout.width - 5)}\n" + line


def td3(who: Printed) -> str:
    optional = who.optional.ljust(14, "<")
    zone = _two_lines("P", TD3, who) + optional + check_digit(optional)
    line = zone.split("\n")[1]
    return zone + check_digit(line[:10] + line[13:20] + line[21:43])


def td2(who: Printed) -> str:
    zone = _two_lines("I", TD2, who) + who.optional.ljust(7, "<")
    line = zone.split("\n")[1]
    return zone + check_digit(line[:10] + line[13:20] + line[21:35])


def mrv_a(who: Printed) -> str:
    return _two_lines("V", MRV_A, who) + who.optional.ljust(16, "<")


def mrv_b(who: Printed) -> str:
    return _two_lines("V", MRV_B, who) + who.optional.ljust(8, "<")


def td1(who: Printed) -> str:
    head, rest = who.number[:9].ljust(9, "<"), who.number[9:]
    guarded = f"{head}<{rest}{check_digit(head + rest)}<" if rest else f"{head}{check_digit(head)}"
    first = f"I<UTO{guarded}{'' if rest else who.optional}".ljust(30, "<")
    second = f"{_dated(who.born)}F{_dated(who.expires_on)}UTO".ljust(29, "<")
    composite = check_digit(first[5:] + second[:7] + second[8:15] + second[18:])
    return f"{first}\n{second}{composite}\n{who.name(30)}"


Form = tuple[Callable[[Printed], str], Layout]
TWO_LINES: list[Form] = [(td3, TD3), (td2, TD2), (mrv_a, MRV_A), (mrv_b, MRV_B)]
CARD: Form = (td1, TD1)
PRINTED = st.one_of(st.tuples(st.sampled_from(TWO_LINES), people(9)), st.tuples(st.just(CARD), people(20)))


@given(PRINTED)
def test_what_a_state_prints_is_read_back(printed: tuple[Form, Printed]) -> None:
    (print_zone, layout), who = printed
    mrz = read_mrz(print_zone(who), TODAY)
    assert isinstance(mrz, Mrz)
    assert (mrz.kind, mrz.number, mrz.expires_on) == (layout.kind, who.number, who.expires_on)
    assert mrz.birth_date == BirthDate(who.born.year, who.born.month, who.born.day)
    whole_name = " ".join((*who.primary, *who.secondary))
    room = layout.name.last - layout.name.first + 1
    read_name = f"{mrz.primary_name} {mrz.secondary_name}".strip()
    assert whole_name.startswith(read_name)
    assert read_name == whole_name or len(whole_name) >= room


def _guarded(layout: Layout) -> list[int]:
    """Places, in the joined zone, of every sign that some check digit guards, and of those digits."""
    places = [layout.number, layout.birth_date, layout.expires_on]
    with_digits = [(place.line, position) for place in places for position in range(place.first, place.last + 2)]
    over = layout.composite_over + ((layout.composite,) if layout.composite else ())
    composite = [(place.line, position) for place in over for position in range(place.first, place.last + 1)]
    return sorted({(line - 1) * layout.width + position - 1 for line, position in with_digits + composite})


@given(st.sampled_from([*TWO_LINES, CARD]), people(9), st.integers(min_value=0), st.sampled_from(SIGNS + "<"))
def test_one_changed_sign_in_a_guarded_field_is_noticed(form: Form, who: Printed, nth: int, sign: str) -> None:
    print_zone, layout = form
    joined = print_zone(who).replace("\n", "")
    guarded = _guarded(layout)
    place = guarded[nth % len(guarded)]
    assume(not weigh_the_same(joined[place], sign))
    assert not isinstance(read_mrz(joined[:place] + sign + joined[place + 1 :], TODAY), Mrz)


@given(st.text(alphabet=SIGNS + "<\n .«", min_size=20, max_size=100))
def test_no_text_makes_the_reader_stumble(text: str) -> None:
    found = read_mrz(text, TODAY)
    assert isinstance(found, Mrz) or found
