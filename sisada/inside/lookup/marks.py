"""What a card says is in question about its data: an objection, or something found otherwise. A question, never a verdict."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any, Self

from django.utils.functional import Promise
from django.utils.timezone import localtime
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from sisada.inside.lookup.headline import day

FIELDS: dict[str, "Promise"] = {
    "address": gettext_lazy("alamat"),
    "name": gettext_lazy("nama"),
    "birth_date": gettext_lazy("tanggal lahir"),
    "document": gettext_lazy("nomor dokumen perjalanan"),
    "permit": gettext_lazy("nomor izin tinggal"),
    "sponsor": gettext_lazy("penjamin"),
    "left": gettext_lazy("keberadaan di Indonesia"),
    "other": gettext_lazy("hal lain"),
}


@dataclass(frozen=True)
class Mark:
    """`about`: the field that was found otherwise; None: whoever these data are about objects to them."""

    kind: str  # disputed, discrepancy
    about: str | None
    since: datetime

    @classmethod
    def from_json(cls, row: dict[str, Any]) -> Self:
        return cls(row["kind"], row["about"], datetime.fromisoformat(row["since"]))

    def words(self) -> tuple[str, str]:
        """What a note on the card says: its title and its text."""
        since = day(localtime(self.since).date())
        if self.about is None:
            return _("Disengketakan sejak {day}:").format(day=since), _("data ini sedang diperiksa ulang.")
        field = FIELDS.get(self.about, FIELDS["other"])
        title = _("Ketidaksesuaian terbuka: {field}, sejak {day}.").format(field=field, day=since)
        return title, _("Bandingkan dengan yang Anda lihat; belum tentu salah.")
