"""The door before everything dear: decoding a photo, deriving a key, storing a letter."""

from uuid import UUID

from sisada.outside.letterbox.work import budget, proofs
from sisada.outside.letterbox.work.budget import Lane


def admit(proof: str, *, lane: Lane, form: UUID) -> None:
    """By the proof that `form` carries; empty: by a share of what those have who cannot give one. Nothing else is asked or kept.

    Raises: ProofRefused (one of its kinds), after which a new challenge helps at once; MustWait, after which only waiting helps."""
    if proof:
        proofs.spend(proof, form=form)
    else:
        budget.take(lane)
