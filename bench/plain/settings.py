"""The office face's settings with the plain pages in place of those that need a look."""

from sisada.faces.office.settings import *  # noqa: F403 - this is the same face but for one line
from sisada.faces.office.settings import MIDDLEWARE as OF_THE_OFFICE

MIDDLEWARE = ["bench.plain.middleware.PlainPages", *OF_THE_OFFICE]
