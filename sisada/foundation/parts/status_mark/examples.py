"""The state where a word stands beside it: in lists, on maps, in a timeline."""

from sisada.foundation.parts.examples import Example

STATES = ("boleh-tinggal", "segera-habis", "lewat-izin", "perlu-diperiksa")


def examples(_panel: str) -> list[Example]:
    return [Example(state, {"state": state}) for state in STATES]
