"""The event stream of an open page. It carries no data: an event makes the page ask again, under its look."""

from collections.abc import Sequence
from datetime import timedelta
from uuid import UUID

from asgiref.sync import sync_to_async
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
from sisada.inside.lookup import find
from sisada.inside.waiting import notices

RENEW_EVERY = timedelta(minutes=9, seconds=30)  # a look lasts ten minutes; the next one is on record before it ends
ASK_PRESENCE_EVERY = timedelta(seconds=4)
LONGEST = timedelta(minutes=30)  # a stream without a person ends sometimes, so that its session is judged anew


@open_to(*EVERY_ROLE)
@require_GET
async def page_stream(request: OfficerRequest) -> HttpResponseBase:
    """Follows what waits for the one who is signed in."""
    return _stream(PlainPage(Presence.of(request, *EVERY_ROLE)))


@open_to(*SEES_PERSONS)
@require_GET
async def person_stream(request: OfficerRequest, person_id: PersonId) -> HttpResponseBase:
    """Follows one person too, while the page is visible: the script closes the stream when it is hidden. Each ten minutes are a look of
    their own; when it cannot be continued the stream ends, and the page says that its time is over."""
    page = PersonPage(Presence.of(request, *SEES_PERSONS), person_id)
    if not await page.keep_open():
        return HttpResponse(status=204)  # tells an EventSource not to come back
    return _stream(page)


def _stream(page: live.Page) -> StreamingHttpResponse:
    body = live.events(page, language=words.known(get_language() or "id"))
    return StreamingHttpResponse(body, content_type="text/event-stream", headers={"X-Accel-Buffering": "no"})


class PlainPage:
    """A visible page, and what waits for its reader."""

    def __init__(self, presence: Presence) -> None:
        self.presence = presence
        self.officer = presence.officer
        self.begun_at = self.asked_at = timezone.now()
        self.told: frozenset[UUID] | None = None  # None: not asked yet

    @property
    def subjects(self) -> Sequence[str]:
        return [str(self.officer)]

    async def keep_open(self) -> bool:
        return timezone.now() - self.begun_at < LONGEST and await self.still_there()

    async def still_there(self) -> bool:
        """False at most ten seconds after its reader was suspended, signed out or left without a role. Asks every few seconds."""
        if timezone.now() - self.asked_at < ASK_PRESENCE_EVERY:
            return True
        self.asked_at = timezone.now()
        return await sync_to_async(self.presence.lasts)()

    async def missed(self) -> Sequence[str]:
        """Whether something else waits now than when it was last told: a notice whose moment arrived makes no sound of its own."""
        waiting = frozenset(one.id for one in await sync_to_async(notices.waiting_for)(self.officer, now()))
        told, self.told = self.told, waiting
        return ["waiting"] if waiting != (told or frozenset()) else []

    async def close(self) -> None:
        """Nothing stays open behind it."""


class PersonPage(PlainPage):
    """A visible page about one person, and the looks that keep it open."""

    def __init__(self, presence: Presence, person_id: PersonId) -> None:
        super().__init__(presence)
        self.person_id = person_id
        self.open: OpenLook | None = None
        self.first = True

    @property
    def subjects(self) -> Sequence[str]:
        return [str(self.officer), str(self.person_id)]

    async def keep_open(self) -> bool:
        """False when the page's time is over, or its reader's. A new look is asked for only when the present one nears its end."""
        if not await self.still_there():
            return False
        if self.open is None or timezone.now() - self.open.begun_at >= RENEW_EVERY:
            self.open = await sync_to_async(keep_open)(self.officer, self.presence.device, subject=self.person_id)
        return self.open is not None

    async def missed(self) -> Sequence[str]:
        waiting = await super().missed()
        if not self.first or self.open is None:
            return waiting
        self.first = False
        return [*waiting, "changed"] if await sync_to_async(find.changed_since_shown)(self.open.look) else waiting

    async def close(self) -> None:
        """The page was hidden, closed or cut off."""
        if self.open is not None:
            await sync_to_async(end_look)(self.open.look, why="page-closed")
