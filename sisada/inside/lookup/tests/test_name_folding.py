"""Names fold as ICAO writes them, the same way every time."""

import re

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from sisada.inside.lookup.name_folding import folded_parts

BY_NAME = [
    ("Anna Maria Eriksson", ("ANNA", "MARIA", "ERIKSSON")),
    ("ERIKSSON<<ANNA<MARIA<<<<", ("ERIKSSON", "ANNA", "MARIA")),
    ("Müller", ("MUELLER",)),
    ("MUXXLLER", ("MUELLER",)),
    ("Mu\u0308ller", ("MUELLER",)),  # the same name with its mark as a sign of its own
    ("Muñoz", ("MUNOZ",)),
    ("MUNXXOZ", ("MUNOZ",)),
    ("Großmann", ("GROSSMANN",)),
    ("Åse Sørensen", ("AASE", "SOERENSEN")),
    ("Þór Guðmundsson", ("THOR", "GUDMUNDSSON")),
    ("Łukasz Żółć", ("LUKASZ", "ZOLC")),
    ("Işıl Çağ", ("ISIL", "CAG")),
    ("IJsbrand Ĳff", ("IJSBRAND", "IJFF")),
    ("O'Connor", ("OCONNOR",)),
    ("D’Arc", ("DARC",)),
    ("Smith-Jones", ("SMITH", "JONES")),
    ("Ramesh S/O Kumar", ("RAMESH", "S", "O", "KUMAR")),
    ("van den Berg, Jan", ("VAN", "DEN", "BERG", "JAN")),
    ("Nguyễn Thị Ánh", ("NGUYEN", "THI", "ANH")),
    ("Хрущёв", ("KHRUSHCHEV",)),
    ("Ольга", ("OLGA",)),
    ("１２ Ａnna", ("12", "ANNA")),
    ("张伟", ()),
    ("  ", ()),
    ("", ()),
]


@pytest.mark.parametrize(("name", "expected"), BY_NAME)
def test_a_name_folds_to_the_letters_of_a_travel_document(name: str, expected: tuple[str, ...]) -> None:
    assert folded_parts(name) == expected


@given(st.text())
@example("NXXXX")
@example("ŉ")
def test_parts_hold_only_plain_letters_and_folding_them_again_changes_nothing(name: str) -> None:
    parts = folded_parts(name)
    assert all(re.fullmatch("[A-Z0-9]+", part) for part in parts)
    assert folded_parts(" ".join(parts)) == parts
