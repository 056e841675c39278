"""The columns of a list, by what people call them. Whatever else a list holds is not read: religion, looks and rooms are not asked for."""

import re
from collections.abc import Sequence
from enum import StrEnum
from typing import Final

from django.utils.translation import gettext_lazy as _


class Column(StrEnum):
    """As the fields of a letter's stay are called."""

    NAME = "name"
    NATIONALITY = "nationality"
    NUMBER = "document_number"
    SINCE = "since"
    UNTIL = "until"


TITLES: Final = {
    Column.NAME: _("Nama"),
    Column.NATIONALITY: _("Kewarganegaraan"),
    Column.NUMBER: _("Nomor paspor atau izin"),
    Column.SINCE: _("Tanggal masuk"),
    Column.UNTIL: _("Tanggal keluar"),
}
# Small letters and digits alone, as `plain` leaves them. Ours in both languages, and what hotels' own programs write.
CALLED: Final[dict[Column, frozenset[str]]] = {
    Column.NAME: frozenset({"nama", "namalengkap", "namatamu", "namaorang", "namapenghuni", "name", "fullname", "guestname", "guest"}),
    Column.NATIONALITY: frozenset({"kewarganegaraan", "warganegara", "kebangsaan", "negara", "nationality", "citizenship", "country"}),
    Column.NUMBER: frozenset(
        {
            *("nomorpasporatauizin", "nomorpaspor", "nopaspor", "paspor", "nomordokumen", "nodokumen", "nomorizin", "noizin", "nomor"),
            *("passportorpermitnumber", "passportnumber", "passportno", "passport", "documentnumber", "documentno", "permitnumber"),
        }
    ),
    Column.SINCE: frozenset(
        {"tanggalmasuk", "tglmasuk", "masuk", "sejak", "tinggalsejak", "checkin", "movedinon", "since", "datein", "arrival"}
    ),
    Column.UNTIL: frozenset({"tanggalkeluar", "tglkeluar", "keluar", "sampai", "checkout", "lefton", "until", "dateout", "departure"}),
}


def plain(title: str) -> str:
    """A title without what people write differently: "No. Paspor " is "nopaspor"."""
    return re.sub(r"[^a-z0-9]", "", title.lower())


def columns_of(titles: Sequence[str]) -> dict[Column, int]:
    """Where each column stands in this row of titles; the first of two that are called the same counts. Empty: no row of titles, since
    none names a person."""
    words = [plain(title) for title in titles]
    found = {
        column: next(place for place, word in enumerate(words) if word in called) for column, called in CALLED.items() if called & {*words}
    }
    return found if Column.NAME in found else {}
