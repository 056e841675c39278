"""The paper for somebody who asked who looked at him: A4, one table, in the active language. Text stays text: it can be searched and
read aloud. The officer is named by role and office alone (Law 27/2022 art. 33: another's personal data is not told with one's own)."""

import unicodedata
from datetime import datetime

from django.utils.functional import Promise
from django.utils.timezone import localtime
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from fpdf import FPDF
from fpdf.enums import TableBordersLayout
from fpdf.fonts import FontFace

from sisada.foundation import words
from sisada.foundation.office import office
from sisada.inside.accounts.roles import WORDS, Role
from sisada.inside.orders.ground_words import number_of
from sisada.inside.oversight.person_trail import PersonTrail, SeenOnce

MARGIN_MM = 18
COLUMNS = (38, 38, 42, 56)  # mm, together the width between the margins
HOW_SEEN: dict[str, "Promise"] = {
    "card": gettext_lazy("Data lengkap Anda dibuka"),
    "search": gettext_lazy("Anda muncul dalam hasil pencarian"),
    "area-list": gettext_lazy("Anda muncul dalam daftar wilayah"),
    "trail": gettext_lazy("Jejak ini dibaca"),
}
LEGAL_GROUNDS: dict[str, "Promise"] = {
    "order": gettext_lazy("Surat perintah pengawasan keimigrasian (UU 6/2011 pasal 66)"),
    "document": gettext_lazy("Pemeriksaan dokumen yang Anda tunjukkan (UU 6/2011 pasal 71)"),
    "desk-task": gettext_lazy("Pelayanan di kantor (UU 6/2011 pasal 66)"),
    "finding": gettext_lazy("Temuan langsung yang disetujui atasan (Permenimipas 2/2025 pasal 30)"),
    "case": gettext_lazy("Telaah laporan masyarakat (UU 6/2011 pasal 66)"),
    "review": gettext_lazy("Pengawasan terhadap petugas (UU 27/2022 pasal 53)"),
    "own-request": gettext_lazy("Permintaan Anda sendiri (UU 27/2022 pasal 32)"),
}


class _Paper(FPDF):
    """A4 with the office's name on top and page numbers below."""

    foot = ""

    def footer(self) -> None:
        self.set_y(-15)
        self.set_font("helvetica", size=8)
        page = _("Halaman {page} dari {pages}").format(page=self.page_no(), pages="{nb}")
        self.cell(0, 4, printable(f"{self.foot} - {page}"), align="L")


def document(trail: PersonTrail, *, language: str, at: datetime) -> bytes:
    """The finished paper. `language` says how dates are written; the words follow the active translation."""
    paper = _Paper(format="A4")
    paper.set_lang(language)
    paper.set_title(printable(_("Siapa yang melihat data Anda")))
    paper.set_creator("Sisada Keramas")
    paper.set_creation_date(at)
    paper.set_margin(MARGIN_MM)
    paper.set_auto_page_break(True, margin=20)
    paper.foot = _("Dicetak {moment} - kode cek {code}").format(moment=_moment(at, language), code=trail.check_code)
    paper.add_page()
    _letterhead(paper)
    _whose(paper, trail)
    _looks(paper, trail.looks, language)
    _explanation(paper)
    return bytes(paper.output())


def printable(text: str) -> str:
    """What the paper's font can draw: signs it lacks lose their marks, dashes become hyphens; nothing is left out."""
    plain = text.translate({0x2013: "-", 0x2014: "-", 0x2018: "'", 0x2019: "'", 0x2011: "-"})
    return "".join(sign if ord(sign) < 256 else _without_marks(sign) for sign in plain)


def _without_marks(sign: str) -> str:
    bare = "".join(one for one in unicodedata.normalize("NFKD", sign) if ord(one) < 256)
    return bare or "?"


def _moment(at: datetime, language: str) -> str:
    local = localtime(at)
    return f"{words.short_date(local.date(), language=language)}, {words.clock_with_seconds(local, language=language)}"


def _letterhead(paper: FPDF) -> None:
    paper.set_font("helvetica", size=9)
    for line in (*office().letterhead, office().name):
        paper.cell(0, 4.5, printable(line), new_x="LMARGIN", new_y="NEXT")
    paper.ln(2)
    paper.line(MARGIN_MM, paper.get_y(), paper.w - MARGIN_MM, paper.get_y())
    paper.ln(6)


def _whose(paper: FPDF, trail: PersonTrail) -> None:
    paper.set_font("helvetica", style="B", size=16)
    paper.multi_cell(0, 8, printable(_("Siapa yang melihat data Anda")), new_x="LMARGIN", new_y="NEXT")
    paper.ln(2)
    paper.set_font("helvetica", size=11)
    for label, value in ((_("Nama"), trail.name), ("NIORA", trail.niora)):
        paper.cell(30, 6, printable(label))
        paper.multi_cell(0, 6, printable(value or "-"), new_x="LMARGIN", new_y="NEXT")
    paper.ln(3)


def _looks(paper: FPDF, looks: tuple[SeenOnce, ...], language: str) -> None:
    paper.set_font("helvetica", size=9)
    if not looks:
        paper.multi_cell(0, 5, printable(_("Tidak ada yang melihat data Anda di kantor ini.")), new_x="LMARGIN", new_y="NEXT")
        return
    heading = FontFace(emphasis="BOLD")
    lines = {"borders_layout": TableBordersLayout.HORIZONTAL_LINES, "line_height": 4.5, "padding": 1}
    with paper.table(col_widths=COLUMNS, text_align="LEFT", v_align="TOP", headings_style=heading, **lines) as table:
        table.row([printable(one) for one in (_("Kapan"), _("Siapa"), _("Apa yang terjadi"), _("Atas dasar apa"))])
        for look in looks:
            table.row([printable(one) for one in _cells(look, language)])


def _cells(look: SeenOnce, language: str) -> tuple[str, ...]:
    role = str(WORDS[Role(look.role)]) if look.role else _("Petugas")
    ground = str(LEGAL_GROUNDS.get(look.ground, look.ground))
    return (
        _moment(look.at, language),
        f"{role}, {office().short_name}",
        str(HOW_SEEN.get(look.purpose, look.purpose)),
        f"{ground}: {number_of(look.ground, look.reference).replace(' ', words.NBSP)}" if look.reference else ground,
    )


def _explanation(paper: FPDF) -> None:
    """What stands under every such paper, the same for everybody: so it tells nobody whether something is missing on his."""
    paper.ln(5)
    paper.set_font("helvetica", size=9)
    contact = office().contact
    whom_to_ask = _("Bila ada yang tidak wajar, sampaikan kepada pengawas privasi kantor ini: {address}, {phone}, {email}.")
    for sentence in (
        _("Anda berhak atas rekam jejak pemrosesan data Anda (UU 27/2022 pasal 32 ayat 1)."),
        _("Nama petugas tidak disebut karena itu data pribadi orang lain (pasal 33); peran dan kantornya cukup untuk mengadu."),
        _("Yang dilihat untuk pemeriksaan yang berjalan diberitahukan kemudian (pasal 15). Halaman yang tetap terbuka dihitung satu kali."),
        whom_to_ask.format(address=contact.address, phone=contact.phone, email=contact.email),
    ):
        paper.multi_cell(0, 4.5, printable(sentence), align="L", new_x="LMARGIN", new_y="NEXT")
        paper.ln(1.5)
