"""How the office answered in the last thirty days, in one line of tiles."""

from datetime import datetime, timedelta
from typing import Any

from django.utils.translation import get_language
from django.utils.translation import gettext as _

from sisada.foundation import words
from sisada.inside.cases.figures import figures

SPAN = timedelta(days=30)
NONE = "–"


def lately(at: datetime) -> list[dict[str, Any]]:
    """Median and p90 to the first answer and to the outcome, and the promises that were missed."""
    of = figures(at - SPAN, at)
    missed = of.missed_first + of.missed_outcome + of.missed_hours
    return [
        {"what": _("sampai jawaban pertama"), "value": _hours(of.first_answer_median_h), "slow": _hours(of.first_answer_p90_h)},
        {"what": _("sampai hasil"), "value": _hours(of.outcome_median_h), "slow": _hours(of.outcome_p90_h)},
        {"what": _("janji lewat"), "value": str(missed), "slow": "", "mark": "lewat-izin" if missed else ""},
    ]


def _hours(hours: float | None) -> str:
    return NONE if hours is None else words.span(hours * 3600, language=words.known(get_language() or "id"))
