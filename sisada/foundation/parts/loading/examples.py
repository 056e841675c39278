"""Grey bars of the true size."""

from sisada.foundation.parts.examples import Example


def examples(_panel: str) -> list[Example]:
    return [Example("Memuat", {"rows": range(2)})]
