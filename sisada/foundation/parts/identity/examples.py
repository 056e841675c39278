"""With and without a photo in the data; a name of many parts."""

from sisada.foundation.parts.examples import Example

PERSON = {
    "name": "ERIKSSON, ANNA MARIA",
    "line": "Perempuan · 12\N{NO-BREAK SPACE}Agu\N{NO-BREAK SPACE}1974 · Utopia",
    "number": "L898902C3",
    "document": "Paspor UTO, berlaku s.d. 15\N{NO-BREAK SPACE}Apr\N{NO-BREAK SPACE}2031",
}
LONG = {**PERSON, "name": "ERIKSEN, ANA BEATRIZ DOS SANTOS MONTEIRO", "number": "K402117D8"}


def examples(_panel: str) -> list[Example]:
    return [Example("Tanpa foto dalam data", {"person": PERSON}), Example("Nama panjang", {"person": LONG})]
