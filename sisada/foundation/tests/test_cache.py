"""The cache of all processes: a table whose rows are read as words and numbers, never as code."""

import base64
import pickle
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.cache import cache
from django.db import connection

from sisada.foundation.cache import JsonTableCache


class Deed:
    """What an injection would leave in a row that the face reads."""

    def __init__(self, place: Path) -> None:
        self.place = place

    def __reduce__(self) -> tuple[Any, ...]:
        return (Path.touch, (self.place,))


def test_a_row_that_somebody_wrote_runs_nothing_in_the_process_that_reads_it(db: None, tmp_path: Path) -> None:
    cache.set("hitungan", [1.5], 60)
    left = base64.b64encode(pickle.dumps(Deed(tmp_path / "ran"))).decode()
    with connection.cursor() as cursor:
        cursor.execute("update foundation_cache set value = %s where cache_key = %s", [left, cache.make_key("hitungan")])
    assert cache.get("hitungan", "absent") == "absent"
    assert not (tmp_path / "ran").exists()
    assert cache.add("hitungan", 1, 60) is False  # a used code stays used


def test_what_is_set_is_read_again_until_its_time_is_over(db: None) -> None:
    cache.set("a", [1.5, 2.5], 60)
    cache.set("b", {"n": None}, None)
    cache.set("c", "over", 0)
    assert cache.get_many(["a", "b", "c"]) == {"a": [1.5, 2.5], "b": {"n": None}}
    assert cache.touch("a", 0)
    assert cache.get("a") is None
    assert not cache.touch("never", 60)


def test_adding_leaves_what_lasts_and_takes_the_place_of_what_is_over(db: None) -> None:
    assert cache.add("kode", "first", 60)
    assert not cache.add("kode", "second", 60)
    assert cache.get("kode") == "first"
    cache.set("kode", "first", 0)
    assert cache.add("kode", "second", 60)
    assert cache.get("kode") == "second"


def test_whoever_fails_often_does_not_crowd_out_the_counts_and_used_codes_of_others() -> None:
    """Beyond its size the table drops a third of what still lasts."""
    assert JsonTableCache("foundation_cache", settings.CACHES["default"])._max_entries >= 100_000
