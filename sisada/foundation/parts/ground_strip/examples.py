"""The order in force, and the question for one."""

from sisada.foundation.parts.examples import Example


def examples(_panel: str) -> list[Example]:
    ground = {"reference": "SP 0412/XI/2026", "place": "Rawajati", "change_url": "#isi"}
    return [Example("Dasar berlaku", {"ground": ground}), Example("Belum ada dasar", {"ground": None, "choose_url": "#isi"})]
