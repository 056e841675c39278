"""What all processes of a face must remember together for minutes: counts of failed sign-ins, codes that were used."""

import json
from collections.abc import Callable, Iterable
from datetime import UTC, datetime
from typing import Any

from django.core.cache.backends.base import DEFAULT_TIMEOUT
from django.core.cache.backends.db import DatabaseCache
from django.db import connections, router
from django.utils import timezone

FOR_EVER = datetime(9999, 1, 1, tzinfo=UTC)


class JsonTableCache(DatabaseCache):
    """Django's cache table, holding JSON where Django holds pickles: whoever can write a row there must not run code in those who read it.

    Takes what JSON takes, and gives tuples back as lists. A row that is not JSON reads as if it were not there, yet keeps its place.
    """

    # Django's own, which its stubs leave out.
    _table: str
    _cull: Callable[[str, Any, datetime, int], None]

    def get_many(self, keys: Iterable[Any], version: int | None = None) -> dict[Any, Any]:
        asked = {self.make_and_validate_key(key, version=version): key for key in keys}
        with connections[router.db_for_read(self.cache_model_class)].cursor() as cursor:
            cursor.execute(
                f'select cache_key, value from "{self._table}" where cache_key = any(%s) and expires > %s',  # noqa: S608 - the table of our settings
                [list(asked), timezone.now()],
            )
            read = [(asked[key], _read(value)) for key, value in cursor.fetchall()]
        return {key: values[0] for key, values in read if values}

    def _base_set(self, mode: str, key: str, value: Any, timeout: float | None = DEFAULT_TIMEOUT) -> bool:
        """`mode`: set; add, which leaves what still lasts; touch, which changes how long it lasts. False: nothing was written."""
        until = self.get_backend_timeout(timeout)
        expires = FOR_EVER if until is None else datetime.fromtimestamp(until, tz=UTC)
        database = router.db_for_write(self.cache_model_class)
        with connections[database].cursor() as cursor:
            if mode == "touch":
                cursor.execute(f'update "{self._table}" set expires = %s where cache_key = %s', [expires, key])  # noqa: S608 - as above
                return bool(cursor.rowcount)
            self._cull_when_full(database, cursor)
            # One statement, so that of two processes that add at once only one succeeds.
            cursor.execute(
                f'insert into "{self._table}" as kept (cache_key, value, expires) values (%s, %s, %s) on conflict (cache_key)'  # noqa: S608 - as above
                " do update set value = excluded.value, expires = excluded.expires where %s or kept.expires <= %s",
                [key, json.dumps(value), expires, mode == "set", timezone.now()],
            )
            return bool(cursor.rowcount)

    def _cull_when_full(self, database: str, cursor: Any) -> None:
        cursor.execute(f'select count(*) from "{self._table}"')  # noqa: S608 - as above
        count = cursor.fetchone()[0]
        if count > self._max_entries:
            self._cull(database, cursor, timezone.now(), count)


def _read(text: str) -> list[Any]:
    """The value, alone in a list; an empty list when it is not JSON."""
    try:
        return [json.loads(text)]
    except ValueError:
        return []
