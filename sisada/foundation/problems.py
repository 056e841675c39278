"""What can go wrong in a way that its reader can mend: a stable code, an HTTP status, and a sentence that says what to do next."""

from django.utils.functional import Promise


class Problem(Exception):  # noqa: N818 - it is not always an error: "choose your ground first" is a step
    """Raised by rules, shown by the face's middleware. The sentence holds no personal data."""

    code = "problem"
    status = 400

    def __init__(self, sentence: "str | Promise", *, next_url: str | None = None, next_words: "str | Promise | None" = None) -> None:
        super().__init__(self.code)
        self.sentence = sentence
        self.next_url = next_url
        self.next_words = next_words
