"""The code that proves what an officer's page showed, as people write it down."""

import re

_AS_READ = str.maketrans("OILU", "011V")  # a check code holds no O, I, L or U: whoever writes one has read a sign that looks like it


def check_code(typed: str) -> str | None:
    """A code as it is kept, "7K4-M2Q", however it was typed. None: that is no check code."""
    signs = re.sub(r"[\s-]", "", typed).upper().translate(_AS_READ)
    return f"{signs[:3]}-{signs[3:]}" if re.fullmatch("[0-9A-Z]{6}", signs) else None
