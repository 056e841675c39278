"""What waits for the one who is signed in: a strip on every open page, renewed by the page's event stream.

What asks for an answer is marked and comes first; news is plain, and over once its page, or the list that it belongs to, was opened.
"""

from dataclasses import dataclass
from typing import Any
from urllib.parse import urlsplit
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_GET, require_POST

from sisada.foundation.clock import now
from sisada.inside.accounts.access import EVERY_ROLE, OfficerRequest, open_to
from sisada.inside.orders import findings, orders
from sisada.inside.orders.order_words import told_about_finding, told_about_order
from sisada.inside.waiting import notices
from sisada.inside.waiting.notices import Waiting

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
    "order-names-you": (_("Surat perintah yang menyebut Anda berlaku"), "orders_one", True),
}
LISTS = {"people_proposals", "cases_held_letters"}  # pages that show all of a kind: a subject has none of its own


# The list on which a subject of this route stands: whoever opens it has read the news.
LIST_OF = {"orders_finding": "orders_findings", "orders_one": "orders", "discrepancy": "discrepancies"}


@dataclass(frozen=True)
class Shown:
    id: UUID
    words: "str | Promise"
    about: str  # which one: an order's number or place, a finding's place and time; empty: there is no word without a look
    url: str
    list_url: str  # empty: it stands on no list
    only_tells: bool


def strip_on(request: HttpRequest, *, officer: UUID, path: str) -> dict[str, Any]:
    """What the strip on the page at this path shows: not what leads to that very page. A whole page that is opened ends its news."""
    every = shown_for(officer)
    if request.method == "GET" and request.headers.get("HX-Request") != "true":  # a page that renews itself may lie face down
        read = [one for one in every if one.only_tells and path in (one.url, one.list_url)]
        for one in read:
            notices.seen(one.id, by=officer)
        every = [one for one in every if one not in read]
    elsewhere = [one for one in every if one.url != path]
    return {"waiting": sorted(elsewhere, key=lambda one: one.only_tells), "waiting_count": len(every)}


def shown_for(user_id: UUID) -> list[Shown]:
    known = [one for one in notices.waiting_for(user_id, now()) if one.kind in KINDS]  # a release that was taken back may not know all
    about = _about(known)
    return [_shown(one, about.get(one.subject, "")) for one in known]


def _shown(one: Waiting, about: str) -> Shown:
    words, route, only_tells = KINDS[one.kind]
    in_list = LIST_OF.get(route)
    return Shown(one.id, words, about, _address(route, one.subject), reverse(in_list) if in_list else "", only_tells=only_tells)


def _about(waiting: list[Waiting]) -> dict[UUID, str]:
    """One query for the findings, one for the orders; none where nothing waits."""
    by_route = {route: [one.subject for one in waiting if KINDS[one.kind][1] == route] for route in ("orders_finding", "orders_one")}
    found = {one.id: told_about_finding(one) for one in findings.places_of(by_route["orders_finding"])}
    return found | {one.id: told_about_order(one) for one in orders.places_of(by_route["orders_one"])}


def _address(route: str, subject: UUID) -> str:
    return reverse(route) if route in LISTS else reverse(route, args=[subject])


@open_to(*EVERY_ROLE)
@require_GET
def strip(request: OfficerRequest) -> HttpResponse:
    path = urlsplit(request.headers.get("HX-Current-URL", "")).path
    return render(request, "office/waiting.html", strip_on(request, officer=request.officer.id, path=path))


@open_to(*EVERY_ROLE)
@require_POST
def seen(request: OfficerRequest, notice_id: UUID) -> HttpResponse:
    """Reading was all there was to do: the notice ends and leads to its subject."""
    target = next((one.url for one in shown_for(request.officer.id) if one.id == notice_id), reverse("root"))
    notices.seen(notice_id, by=request.officer.id)
    return redirect(target)
