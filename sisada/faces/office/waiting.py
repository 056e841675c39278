"""What waits for the one who is signed in: a strip on every open page, renewed by the page's event stream."""

from dataclasses import dataclass
from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_GET, require_POST

from sisada.foundation.clock import now
from sisada.inside.accounts.access import EVERY_ROLE, OfficerRequest, open_to
from sisada.inside.waiting import notices

# kind: what it says, the route it leads to, whether reading it is all there is to do
KINDS: dict[str, tuple["str | Promise", str, bool]] = {
    "finding": (_("Temuan langsung menunggu jawaban Anda"), "orders_finding", False),
    "finding-approved": (_("Temuan Anda disetujui"), "orders_finding", True),
    "finding-refused": (_("Temuan Anda tidak disetujui"), "orders_finding", True),
    "finding-order-due": (_("Waktu surat perintah untuk temuan Anda hampir habis"), "orders_finding", False),
    "finding-order-late": (_("Surat perintah untuk temuan langsung terlambat"), "orders_finding", False),
    "decoy": (_("Orang umpan dibuka seseorang"), "audit_look", False),
    "account-change": (_("Perubahan akun menunggu orang kedua"), "people_proposals", False),
    "rule-change": (_("Perubahan aturan menunggu orang kedua"), "rules_row", False),
    "letter-held": (_("Surat dari halaman umum tertahan"), "cases_held_letters", False),
    "case-danger": (_("Laporan: ada orang dalam bahaya"), "cases_one", False),
    "case-late": (_("Janji kepada pelapor lewat"), "cases_one", False),
    "case-second": (_("Putusan menunggu mata kedua Anda"), "cases_one", False),
    "case-answer": (_("Pelapor menjawab"), "cases_one", True),
    "case-given": (_("Laporan diserahkan kepada Anda"), "cases_one", True),
    "case-back": (_("Mata kedua tidak setuju: laporan kembali kepada Anda"), "cases_one", True),
    "discrepancy-more": (_("Ketidaksesuaian Anda: ada temuan lagi"), "discrepancy", True),
    "discrepancy-closed": (_("Ketidaksesuaian selesai: data pusat sudah berubah"), "discrepancy", True),
    "seal-stands-still": (_("Segel jejak berhenti"), "audit_standstill", False),
    "order": (_("Surat perintah menunggu persetujuan Anda"), "orders_one", False),
    "order-urgent": (_("Surat perintah mendesak menunggu persetujuan Anda"), "orders_one", False),
    "order-approved": (_("Surat perintah yang Anda susun disetujui"), "orders_one", True),
    "order-refused": (_("Surat perintah yang Anda susun ditolak"), "orders_one", True),
}
LISTS = {"people_proposals", "cases_held_letters"}  # pages that show all of a kind: a subject has none of its own


@dataclass(frozen=True)
class Shown:
    id: UUID
    words: "str | Promise"
    url: str
    only_tells: bool


def shown_for(user_id: UUID) -> list[Shown]:
    return [
        Shown(one.id, KINDS[one.kind][0], _address(KINDS[one.kind][1], one.subject), only_tells=KINDS[one.kind][2])
        for one in notices.waiting_for(user_id, now())
        if one.kind in KINDS  # a release that was taken back may not know all
    ]


def _address(route: str, subject: UUID) -> str:
    return reverse(route) if route in LISTS else reverse(route, args=[subject])


@open_to(*EVERY_ROLE)
@require_GET
def strip(request: OfficerRequest) -> HttpResponse:
    return render(request, "office/waiting.html", {"waiting": shown_for(request.officer.id)})


@open_to(*EVERY_ROLE)
@require_POST
def seen(request: OfficerRequest, notice_id: UUID) -> HttpResponse:
    """Reading was all there was to do: the notice ends and leads to its subject."""
    target = next((one.url for one in shown_for(request.officer.id) if one.id == notice_id), reverse("root"))
    notices.seen(notice_id, by=request.officer.id)
    return redirect(target)
