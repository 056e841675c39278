"""The event stream of an open page. It carries no data: an event makes the page ask again, under its look."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from uuid import UUID

from django.http import HttpResponse, HttpResponseBase, StreamingHttpResponse
from django.utils import timezone
from django.utils.translation import get_language
from django.views.decorators.http import require_GET

from sisada.faces.office import live
from sisada.foundation import words
from sisada.foundation.clock import now
from sisada.inside.accounts.access import EVERY_ROLE, OfficerRequest, open_to
from sisada.inside.accounts.presence import Presence
from sisada.inside.accounts.roles import SEES_PERSONS
from sisada.inside.audit.looks import OpenLook, PersonId, end_look, keep_open
from sisada.inside.cases.queue_views import REVIEWS
from sisada.inside.lookup import find
from sisada.inside.lookup.own_pages import require_own_page
from sisada.inside.waiting import notices

ASK_PRESENCE_EVERY = timedelta(seconds=4)
LONGEST = timedelta(minutes=30)  # a stream without a person ends sometimes, so that its session is judged anew


@open_to(*EVERY_ROLE)
@require_GET
async def page_stream(request: OfficerRequest) -> HttpResponseBase:
    """Follows what waits for the one who is signed in."""
    return was_replaced(request) or _stream(PlainPage(Presence.of(request, *EVERY_ROLE), shown=shown_on(request)))


@open_to(*REVIEWS)
@require_GET
async def cases_stream(request: OfficerRequest) -> HttpResponseBase:
    """Follows the reports, too: that one came or changed, never which."""
    return was_replaced(request) or _stream(CasesPage(Presence.of(request, *REVIEWS), shown=shown_on(request)))


@open_to(*SEES_PERSONS)
@require_GET
async def person_stream(request: OfficerRequest, person_id: PersonId) -> HttpResponseBase:
    """Follows one person too, while the page is visible: the script closes the stream when it is hidden. Each ten minutes are a look of
    their own; when it cannot be continued the stream ends, and the page says that its time is over."""
    require_own_page(request)
    page = PersonPage(Presence.of(request, *SEES_PERSONS), person_id, shown=shown_on(request))
    if was_replaced(request) or not await page.keep_open():
        return do_not_come_back()
    return _stream(page)


def was_replaced(request: OfficerRequest) -> HttpResponse | None:
    """The answer to a page whose stream newer ones of its session replaced, and which comes by itself for another. None: it was not."""
    return do_not_come_back() if request.headers.get("Last-Event-ID") == live.REPLACED else None


def do_not_come_back() -> HttpResponse:
    """What an EventSource takes as the end."""
    return HttpResponse(status=204)


def shown_on(request: OfficerRequest) -> int:
    said = request.GET.get("menunggu", "")
    return int(said) if said.isdecimal() and len(said) < 4 else 0


def _stream(page: live.Page) -> StreamingHttpResponse:
    body = live.events(page, language=words.known(get_language() or "id"))
    return StreamingHttpResponse(body, content_type="text/event-stream", headers={"X-Accel-Buffering": "no"})


class PlainPage:
    """A visible page, and what waits for its reader."""

    def __init__(self, presence: Presence, *, shown: int) -> None:
        """`shown`: how many notices the page showed when it asked for its stream."""
        self.presence = presence
        self.officer = presence.officer
        self.begun_at = self.asked_at = timezone.now()
        self.shown = shown
        self.told: frozenset[UUID] | None = None  # None: not asked yet
        self.next_moment: datetime | None = None  # None: nothing is known to come

    @property
    def subjects(self) -> Sequence[str]:
        return [str(self.officer)]

    @property
    def session(self) -> str:
        return self.presence.session

    async def keep_open(self) -> bool:
        return timezone.now() - self.begun_at < LONGEST and await self.still_there()

    async def still_there(self) -> bool:
        """False at most ten seconds after its reader was suspended, signed out or left without a role. Asks every few seconds."""
        if timezone.now() - self.asked_at < ASK_PRESENCE_EVERY:
            return True
        self.asked_at = timezone.now()
        return await live.ask(self.presence.lasts)

    async def missed(self) -> Sequence[str]:
        """Whether something else waits now than when it was last told: a notice whose moment arrived makes no sound of its own."""
        at = now()
        waiting = frozenset(one.id for one in await live.ask(notices.waiting_for, self.officer, at))
        self.next_moment = await live.ask(notices.next_moment, self.officer, at)
        told, self.told = self.told, waiting
        new = len(waiting) != self.shown if told is None else waiting != told
        return ["waiting"] if new else []

    def wake_in_s(self) -> float:
        """How long until something may wait that nobody will announce: a moment that is known already."""
        return (self.next_moment - now()).total_seconds() if self.next_moment else float("inf")

    async def close(self) -> None:
        """Nothing stays open behind it."""


class CasesPage(PlainPage):
    """A visible page with the queue on it. What came between its answer and its stream it asks for at once."""

    first = True

    @property
    def subjects(self) -> Sequence[str]:
        return [str(self.officer), live.EVERY_CASE]

    async def missed(self) -> Sequence[str]:
        waiting, first = await super().missed(), self.first
        self.first = False
        return [*waiting, live.EVENT_OF[live.CASES]] if first else waiting


class PersonPage(PlainPage):
    """A visible page about one person, and the looks that keep it open."""

    def __init__(self, presence: Presence, person_id: PersonId, *, shown: int) -> None:
        super().__init__(presence, shown=shown)
        self.person_id = person_id
        self.open: OpenLook | None = None
        self.first = True

    @property
    def subjects(self) -> Sequence[str]:
        return [str(self.officer), str(self.person_id)]

    async def keep_open(self) -> bool:
        """False when the page's time, its ground's or its reader's is over. The database says when a new look is due."""
        asked_at = self.asked_at
        if not await self.still_there():
            return False
        if self.open is None or self.asked_at != asked_at:
            kept = await live.ask(keep_open, self.officer, self.presence.device, subject=self.person_id)
            if kept is None:
                return False
            self.open = kept
        return True

    async def missed(self) -> Sequence[str]:
        waiting = await super().missed()
        if not self.first or self.open is None:
            return waiting
        self.first = False
        return [*waiting, "changed"] if await live.ask(find.changed_since_shown, self.open.look) else waiting

    async def close(self) -> None:
        """The page was hidden, closed or cut off."""
        if self.open is not None:
            await live.ask(end_look, self.open.look, why="page-closed")
