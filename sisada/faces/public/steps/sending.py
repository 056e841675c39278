"""The last step: a whole form becomes a letter in the letterbox, and its sender gets the code and a signed receipt."""

from dataclasses import dataclass
from uuid import UUID, uuid5

from django.utils.translation import get_language

from sisada.faces.public.steps.answers import Answers, Sending
from sisada.foundation import word_code
from sisada.outside.letterbox import keys, post, promises, receipts
from sisada.outside.letterbox.post import Received
from sisada.outside.letterbox.promises import Promise


@dataclass(frozen=True)
class Sent:
    kind: str  # of the letter
    words: tuple[str, ...]
    received: Received
    promise: Promise
    receipt: str  # signed, as text


def send(answers: Answers, *, words: tuple[str, ...]) -> Sent:
    """Store the letter. Sent again, the same form gets the same answer.

    Raises: LetterProblem when this form was sent before with other content."""
    code = word_code.derive(words, pepper=keys.code_pepper())
    sealed = [carried.photo for carried in answers.photos]
    sending = Sending(thread_of(answers.id), get_language(), code, tuple(photo.sha256 for photo in sealed))
    letter = answers.kind.letter(answers, sending)
    received = post.receive(letter, letter_id=answers.id, code=code, photos=sealed)
    closed_days = promises.closed_days_after(received.received_at)
    promise = promises.promise_of(letter.kind, received.received_at, closed_days=closed_days)
    receipt = receipts.sign(received.digest, received.received_at, promise.first_answer_on)
    return Sent(letter.kind, words, received, promise, receipt)


def thread_of(letter: UUID) -> UUID:
    """The thread that a first letter begins: the same one however often the letter is sent."""
    return uuid5(letter, "thread")
