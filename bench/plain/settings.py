"""The office face's settings with the plain pages in place of those that need a look."""

from sisada.faces.office.settings import *  # noqa: F403 - this is the same face but for one line

ROOT_URLCONF = "bench.plain.urls"
