"""The keys of the process that stands at the street. None of them opens a letter: that key is the worker's, inside."""

from functools import cache

from sisada.foundation import environment


@cache
def letter_key() -> bytes:
    """The public half of the key to which letters are sealed (X25519). From the environment and never from a database, where whoever
    rules the outside could put a key of his own."""
    return environment.key("SISADA_LETTER_PUBLIC_KEY")


@cache
def code_pepper() -> bytes:
    """Without it the table's indexes and digests cannot be compared with guesses."""
    return environment.key("SISADA_CODE_PEPPER")


@cache
def word_key() -> bytes:
    """The public half of the key with which the inside signs its words to reporters (Ed25519); from the environment, as the letter's."""
    return environment.key("SISADA_WORD_PUBLIC_KEY")


@cache
def receipt_seed() -> bytes:
    """The key that signs receipts (Ed25519): from a file that no other process is told of."""
    return environment.key_from_file("SISADA_RECEIPT_KEY_FILE")


def require() -> None:
    """Called by the face's settings: a missing or malformed key stops the start, not the first reporter.

    Raises: EnvironmentFault."""
    for key in (letter_key, code_pepper, word_key, receipt_seed):
        key()
