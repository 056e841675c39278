"""The proof of work that a form carries, as its page needs it: the one it has while that is good, else a new challenge to answer."""

from dataclasses import dataclass
from typing import Final

from django.http import QueryDict
from django.utils.functional import Promise
from django.utils.timezone import localtime
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from sisada.foundation import words
from sisada.foundation.problems import Problem
from sisada.outside.letterbox.work import proofs
from sisada.outside.letterbox.work.refusals import MustWait

FIELD: Final = "bukti"


@dataclass(frozen=True)
class ProofField:
    """Either `value`, or `challenge`: work for the browser (letterbox/work/browser). Without script the field stays empty."""

    value: str = ""
    challenge: str | None = None


def given(form: QueryDict) -> str:
    return form.get(FIELD, "")


def fresh() -> ProofField:
    return ProofField(challenge=proofs.challenge())


def field(form: QueryDict) -> ProofField:
    """For the page that is shown in answer to `form`. After a refusal take a fresh one: a spent proof still looks good."""
    proof = given(form)
    return ProofField(value=proof) if proof and proofs.still_good(proof) else fresh()


def refusal(problem: Problem) -> list["str | Promise"]:
    """Why a form is not taken now, and when it will be: for the page that shows it again."""
    if isinstance(problem, MustWait):
        return [
            problem.sentence,
            _("Lagi pukul %(time)s.") % {"time": words.clock(localtime(problem.again_at), language=get_language() or "id")},
        ]
    return [problem.sentence]
