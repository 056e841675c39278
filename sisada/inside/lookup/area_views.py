"""Wilayah: how many people reside where, and, under a ground that covers the area, who they are."""

from typing import Any

from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from sisada.areas.names import Area, area, name_of, smallest_within
from sisada.foundation.clock import now, office_today
from sisada.foundation.ids import uuid_or_none
from sisada.foundation.office import office
from sisada.foundation.parts.age_stamp.age import age_stamp
from sisada.inside.accounts.access import OfficerRequest, open_to
from sisada.inside.accounts.roles import SEES_PERSONS
from sisada.inside.audit import grounds
from sisada.inside.audit.looks import Purpose, begin_look, question_of, resume_search
from sisada.inside.lookup import find, result_words, searches
from sisada.inside.lookup.own_pages import require_own_page
from sisada.inside.lookup.person import Hit
from sisada.inside.registry import mirror_age

PAGE = 50


@open_to(*SEES_PERSONS)
@require_GET
def areas(request: OfficerRequest) -> HttpResponse:
    """Every kelurahan of this office with its number, by kecamatan; where none is shipped, the city or regency as a whole."""
    numbers = find.area_numbers(office().areas)
    groups = [
        {"name": name_of(around), "kelurahan": [_counted(one, numbers) for one in inside]}
        for around, inside in smallest_within(office().areas).items()
    ]
    shown = {
        "title": _("Wilayah"),
        "groups": groups,
        "total": sum(numbers.values()),
        "copy_state": age_stamp(mirror_age.read().source_at, now()),
    }
    return render(request, "lookup/areas.html", shown)


def _counted(one: Area, numbers: dict[str, int]) -> dict[str, Any]:
    return {"name": one.name, "number": _number_in(one, numbers), "url": reverse("area", args=[one.code])}


def _number_in(one: Area, numbers: dict[str, int]) -> int:
    return sum(number for code, number in numbers.items() if code == one.code or code.startswith(f"{one.code}."))


@open_to(*SEES_PERSONS)
@require_GET
def one_area(request: OfficerRequest, code: str) -> HttpResponse:
    """One of the areas that Wilayah lists: the number, and the way to the list for whoever has a ground that covers it."""
    kelurahan = _kelurahan(code)
    ground = grounds.chosen(request.session, officer=request.officer.id, at=now())
    shown = {
        "title": kelurahan.name,
        "kelurahan": kelurahan,
        "around": _around(kelurahan),
        "number": _number_in(kelurahan, find.area_numbers([code])),
        "covered": ground is not None and any(code == one or code.startswith(f"{one}.") for one in ground.area_codes),
        "copy_state": age_stamp(mirror_age.read().source_at, now()),
        "back": {"url": reverse("areas"), "word": _("Kembali ke Wilayah")},
    }
    return render(request, "lookup/area.html", shown)


def _kelurahan(code: str) -> Area:
    """One of those that Wilayah lists."""
    found = area(code)
    if found is None or found not in smallest_within(office().areas).get(found.parent, []):
        raise Http404
    return found


def _around(one: Area) -> str:
    name = name_of(one.parent)
    return _("Kecamatan {name}").format(name=name) if one.level == "kelurahan" else _("Provinsi {name}").format(name=name)


@open_to(*SEES_PERSONS)
@require_POST
def open_area_list(request: OfficerRequest, code: str) -> HttpResponse:
    """Begin a look for one page of the list; `after` is the last person of the page before."""
    kelurahan = _kelurahan(code)
    ground = grounds.require_chosen(request.session, officer=request.officer.id, at=now())
    after = uuid_or_none(request.POST.get("after", ""))
    query = {"kelurahan": kelurahan.code, "after": str(after) if after else None, "first": _first(request)}
    look = begin_look(request.officer.id, request.device, ground=ground.id, purpose=Purpose.AREA_LIST, query=query)
    find.put_area_on_record(look)
    return redirect("area_list", number=searches.keep(request.session, look.id, purpose=Purpose.AREA_LIST))


def _first(request: OfficerRequest) -> int:
    """The place of the page's first row in the whole list, for the words of the pager alone."""
    text = request.POST.get("first", "1")
    return int(text) if text.isascii() and text.isdigit() and len(text) < 8 else 1


@open_to(*SEES_PERSONS)
@require_GET
def area_list(request: OfficerRequest, number: int) -> HttpResponse:
    """One page of an area's list, as long as its look is open."""
    require_own_page(request)
    look_id = searches.find(request.session, number, purpose=Purpose.AREA_LIST)
    if look_id is None:
        return redirect("areas")
    look = resume_search(look_id, request.officer.id, Purpose.AREA_LIST)
    asked, answer, age = question_of(look), find.hits(look), mirror_age.read()
    hits = [Hit.from_json(row) for row in answer.answer]
    kelurahan = _kelurahan(asked["kelurahan"])
    total = _number_in(kelurahan, find.area_numbers([kelurahan.code]))
    shown = {
        "title": kelurahan.name,
        "kelurahan": kelurahan,
        "rows": [result_words.row(hit, href=reverse("person", args=[hit.id]), today=office_today(), age=age, now=now()) for hit in hits],
        "check_code": answer.check_code,
        "total": total,
        "first": asked["first"],
        "last": asked["first"] + len(hits) - 1,
        "next": {"after": str(hits[-1].id), "first": asked["first"] + len(hits)} if len(hits) == PAGE else None,
        "copy_state": age_stamp(age.source_at, now()),
        "back": {"url": reverse("area", args=[kelurahan.code]), "word": _("Kembali ke {name}").format(name=kelurahan.name)},
        "personal": True,
    }
    return render(request, "lookup/area_list.html", shown)
