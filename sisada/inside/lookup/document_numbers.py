"""Numbers of documents, permits and persons (NIORA): kept as opaque text, compared without the signs people leave out.

No form of a state is enforced: forms change, and a number that looks wrong may be the one printed.
"""

import re
import unicodedata
from dataclasses import dataclass
from typing import Self

_LEFT_OUT = re.compile(r"[\s./<\-‐-―−]+")
_CONFUSED = str.maketrans("OQDILBSZG", "000118526")


@dataclass(frozen=True, slots=True)
class DocumentNumber:
    """A number as it is compared: upper case, without blanks, dots, hyphens, slashes and fillers. Made by `parse` alone."""

    exact: str

    def __post_init__(self) -> None:
        if not self.exact or self.exact != _comparable(self.exact):
            raise ValueError("A document number holds at least one sign, upper case, none of blank, dot, hyphen, slash.")

    @classmethod
    def parse(cls, written: str) -> Self:
        """Raises: ValueError when nothing is left that could be a number. The message repeats nothing of what was written."""
        return cls(_comparable(written))

    @property
    def folded(self) -> str:
        return folded(self)


def folded(number: DocumentNumber) -> str:
    """The number with signs that are easily misread for each other made equal: O Q D as 0, I L as 1, B as 8, S as 5, Z as 2, G as 6.
    Two numbers that fold alike are candidates for each other, never the same number."""
    return number.exact.translate(_CONFUSED)


def reads_alike(a: DocumentNumber, b: DocumentNumber) -> bool:
    """Whether one can be misread as the other ("mirip"). Equal numbers do not read alike: they are equal, which is another word."""
    return a != b and folded(a) == folded(b)


def _comparable(written: str) -> str:
    # normalised on both sides of upper: a full-width letter has a case of its own
    plain = unicodedata.normalize("NFKC", unicodedata.normalize("NFKC", written).upper())
    return _LEFT_OUT.sub("", plain)
