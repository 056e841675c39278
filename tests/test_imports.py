"""Imports run downwards, the sides stay apart, and a capability's tables are its own (STYLE, 2; the contracts: .importlinter)."""

import subprocess
import sys
from pathlib import Path

import grimp

from tests.servers import ROOT


def test_every_contract_of_import_linter_holds() -> None:
    linter = Path(sys.executable).with_name("lint-imports")
    done = subprocess.run([linter, "--no-cache"], cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout[-2000:]


def test_the_tables_of_a_capability_are_imported_by_it_alone() -> None:
    graph = grimp.build_graph("sisada", cache_dir=None)
    trespassers = {
        (importer, models)
        for models in graph.modules
        if models.endswith(".models")
        for importer in graph.find_modules_that_directly_import(models)
        if not importer.startswith(models.removesuffix("models")) and ".tests" not in importer
    }
    assert trespassers == set()


def test_a_name_that_begins_with_an_underscore_is_imported_by_nobody() -> None:
    private = subprocess.run(
        ["git", "grep", "-nE", r"^\s*from (sisada|demo|tests)[a-z_.]* import ([A-Za-z_, ]*, )?_[a-z]", "--", "*.py"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert [line for line in private.stdout.splitlines() if " import gettext" not in line] == []
