import pytest
from hypothesis import given
from hypothesis import strategies as st

from sisada.inside.link import copy_text
from sisada.inside.link.pgoutput import UNCHANGED

ANYTHING = st.one_of(
    st.none(), st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0")), st.text("\\N\t\n\r\bx", max_size=6)
)


@given(st.lists(ANYTHING, min_size=2, max_size=5))
def test_whatever_is_written_is_read_again(row: list[str | None]) -> None:
    line = copy_text.lines([row])
    assert line.count(b"\n") == 1
    assert copy_text.row(line) == tuple(row)


@pytest.mark.parametrize(
    ("line", "expected"), [(b"\\N\t\n", (None, "")), (b"\\\\N\ta\\tb\n", ("\\N", "a\tb")), (b"\\\\\\\\n\t\\\\\\n\n", ("\\\\n", "\\\n"))]
)
def test_escapes_are_postgresqls(line: bytes, expected: tuple[str | None, ...]) -> None:
    assert copy_text.row(line) == expected
    assert copy_text.lines([expected]) == line


def test_a_value_that_was_left_out_cannot_be_copied() -> None:
    with pytest.raises(TypeError):
        copy_text.lines([["1", UNCHANGED]])
