"""What waits for one person now. A later capability adds kinds; their words and addresses are the face's to say."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db import connection
from django.db.models import Exists, Min, OuterRef, Q, QuerySet

from sisada.inside.waiting.models import Done, Notice

CHANNEL = "waiting_notice"  # NOTIFY carries the id of the person for whom something waits


@dataclass(frozen=True)
class Waiting:
    id: UUID
    kind: str
    subject: UUID
    since: datetime


def waiting_for(user_id: UUID, at: datetime) -> list[Waiting]:
    """What shows for this person at this instant, the longest waiting first, at most 50."""
    not_over = Q(visible_until=None) | Q(visible_until__gt=at)
    shown = _not_done(user_id).filter(not_over, visible_from__lte=at).order_by("visible_from", "id")
    return [Waiting(row.id, row.kind, row.subject, row.visible_from) for row in shown[:50]]


def next_moment(user_id: UUID, at: datetime) -> datetime | None:
    """When something will begin to wait for this person by itself, an escalation say. None: nothing is known to come."""
    coming: datetime | None = _not_done(user_id).filter(visible_from__gt=at).aggregate(Min("visible_from"))["visible_from__min"]
    return coming


@dataclass(frozen=True)
class Asked:
    """Somebody whom a subject waits for, and since when."""

    user: UUID
    since: datetime


def asked_about(subject: UUID, *, kind: str) -> list[Asked]:
    """Everybody who is asked about it now or later, in turn; of whoever answered before, too. `since` may lie ahead."""
    rows = Notice.objects.filter(subject=subject, kind=kind).order_by("visible_from", "id")
    return [Asked(row.for_user, row.visible_from) for row in rows]


def _not_done(user_id: UUID) -> "QuerySet[Notice]":
    return Notice.objects.filter(~Exists(Done.objects.filter(notice=OuterRef("id"))), for_user=user_id)


def seen(notice_id: UUID, *, by: UUID) -> None:
    """A notice that only tells something is done once its reader has seen it; one that asks for an answer ends with the answer."""
    with connection.cursor() as cursor:
        cursor.execute("select waiting_seen(%s, %s)", [notice_id, by])


def seen_about(subject: UUID, *, by: UUID, at: datetime) -> None:
    """Whoever opened the page about it has read what told of it."""
    for one in waiting_for(by, at):
        if one.subject == subject:
            seen(one.id, by=by)
