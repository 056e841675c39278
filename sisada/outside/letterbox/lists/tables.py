"""What both kinds of file become: rows of text with the numbers that a spreadsheet shows beside them."""

from typing import Final, NamedTuple

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from sisada.foundation.problems import Problem

MOST_BYTES: Final = 2_000_000
MOST_ROWS: Final = 1_000  # persons; what a letter takes
MOST_LINES: Final = MOST_ROWS + 200  # with titles, and empty rows between
MOST_COLUMNS: Final = 40


class TableRow(NamedTuple):
    number: int  # from 1, as a spreadsheet shows it
    cells: list[str]
    formulas: frozenset[int] = frozenset()  # places of cells that hold a formula: it is never worked out


class ListProblem(Problem):
    """A file from which nothing was taken. Each of its sentences tells what to mend."""

    code = "letterbox.list"

    def __init__(self, *sentences: "str | Promise") -> None:
        super().__init__(sentences[0])
        self.sentences = sentences


TOO_LARGE = _("Berkas ini terlalu besar. Paling besar 2 MB dan 1.000 orang; bagilah daftarnya menjadi beberapa laporan.")
NOT_A_LIST = _("Berkas ini bukan daftar yang dapat kami baca. Simpan sebagai .xlsx atau .csv, atau pakai templat di halaman ini.")
OLD_OR_LOCKED = _("Ini berkas Excel lama atau terkunci kata sandi. Buka, lalu simpan sebagai .xlsx tanpa kata sandi.")
