"""A few children per process, started beforehand, each replaced after a crash and after some photos; a short line of who waits for one."""

import atexit
import queue
import threading
from collections.abc import Iterator
from contextlib import contextmanager

from sisada.foundation.images.child import Child
from sisada.foundation.images.refusals import Busy

PHOTOS_A_CHILD = 50  # then a fresh one: what a decoder leaked or was made to keep goes with it


class Pool:
    """At most `children` photos at once and `waiting` more behind them; all others are told at once that it is busy.

    A thread that waits blocks: call it where views run, never in an event loop."""

    def __init__(self, *, children: int, waiting: int, patience_s: float) -> None:
        self._children = children
        self._patience_s = patience_s
        self._places = threading.BoundedSemaphore(children + waiting)
        self._idle: queue.SimpleQueue[Child] = queue.SimpleQueue()
        self._lock = threading.Lock()
        self._all: set[Child] = set()

    def start(self) -> None:
        """Start the children that are missing. They get ready on their own."""
        with self._lock:
            while len(self._all) < self._children:
                child = Child()
                self._all.add(child)
                self._idle.put(child)

    def stop(self) -> None:
        with self._lock:
            for child in self._all:
                child.end()
            self._all.clear()
            self._idle = queue.SimpleQueue()

    def pids(self) -> list[int]:
        """For whoever watches what they use."""
        with self._lock:
            return [child.pid for child in self._all]

    def answer(self, raw: bytes) -> bytes:
        """Raises: Busy; ChildGone, when this photo ended its child."""
        if not self._places.acquire(blocking=False):
            raise Busy
        try:
            with self._one() as child:
                return child.answer(raw)
        finally:
            self._places.release()

    @contextmanager
    def _one(self) -> Iterator[Child]:
        self.start()
        try:
            child = self._idle.get(timeout=self._patience_s)
        except queue.Empty:
            raise Busy from None
        try:
            yield child
        except BaseException:  # it may stand in the middle of an answer: nobody else may hear the rest
            self._replace(child)
            raise
        if child.answered >= PHOTOS_A_CHILD:
            self._replace(child)
        else:
            self._idle.put(child)

    def _replace(self, child: Child) -> None:
        child.end()
        with self._lock:
            self._all.discard(child)
        self.start()


POOL = Pool(children=2, waiting=12, patience_s=20)
atexit.register(POOL.stop)
