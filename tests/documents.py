"""A document that the code itself writes: the tests compare it, `--write-documents` writes it."""

from pathlib import Path

import pytest


def agree(path: Path, drawn: str, config: pytest.Config) -> None:
    if config.getoption("--write-documents"):
        path.parent.mkdir(exist_ok=True)
        path.write_text(drawn, encoding="utf-8")
        return
    kept = path.read_text(encoding="utf-8") if path.exists() else ""
    assert kept == drawn, f"{path.name} is not what the code says: run `make {path.stem}` and look at the difference."
