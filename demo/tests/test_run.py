"""What `make run` refuses before it starts anything, and what it says when a start fails."""

import errno
import os
import subprocess
import sys
from pathlib import Path

import psycopg
import pytest

from demo import run
from sisada.foundation.launcher.machine import CannotStart, Folder
from sisada.foundation.office import office

ROOT = Path(__file__).parents[2]


@pytest.mark.parametrize(
    ("name", "value", "words"),
    [
        ("PORT", "http", "PORT harus berupa angka"),
        ("PORT", "70000", "PORT harus berupa angka"),
        ("PUBLIC_PORT", "street", "PUBLIC_PORT harus berupa angka"),
        ("PUBLIC_PORT", "8400", "PORT and PUBLIC_PORT must differ"),
        ("PERSONS", "-5", "PERSONS harus berupa angka"),
        ("PERSONS", "lots", "PERSONS must be a number"),
        ("UPSTREAM_DATABASE_URL", "postgresql://pusat", "refuses to run with a real upstream"),
        ("SISADA_BIND", "0.0.0.0", "loopback address only"),  # noqa: S104 - what must be refused
        ("SISADA_OFFICE_FILE", "no-such-office.toml", "Berkas kantor no-such-office.toml tidak dapat dipakai"),
        ("SISADA_VAR", "/dev/null/var", "tidak dapat ditulis"),
    ],
)
def test_a_wrong_setting_is_one_sentence_and_a_non_zero_end(name: str, value: str, words: str, tmp_path: Path) -> None:
    environment = os.environ | {"SISADA_VAR": str(tmp_path / "var"), name: value}
    done = subprocess.run([sys.executable, "-m", "demo", "run"], cwd=ROOT, env=environment, capture_output=True, text=True, check=False)
    assert done.returncode == 1
    assert done.stdout == ""
    assert done.stderr.count("\n") == 1
    assert words in done.stderr


def test_an_office_file_without_its_name_says_which_line_is_missing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "office.toml").write_text('code = "X"\n')
    monkeypatch.setenv("SISADA_OFFICE_FILE", str(tmp_path / "office.toml"))
    office.cache_clear()
    with pytest.raises(CannotStart, match="name tidak ada"):
        run.require_office()
    office.cache_clear()


@pytest.mark.parametrize("problem", [OSError(errno.ENOSPC, "x"), psycopg.errors.DiskFull("x")])
def test_a_full_disk_is_called_so_wherever_it_shows(problem: Exception, tmp_path: Path) -> None:
    assert "Disk penuh" in run.sentence_of(problem, Folder(tmp_path))


def test_what_nobody_foresaw_is_one_sentence_that_names_the_log(tmp_path: Path) -> None:
    sentence = run.sentence_of(ZeroDivisionError("x"), Folder(tmp_path))
    assert str(tmp_path / "log" / "start.log") in sentence
    assert "ZeroDivisionError" in (tmp_path / "log" / "start.log").read_text()


def test_forgetting_keeps_the_tests_servers(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(run, "VAR", tmp_path)
    for name in ("inside", "directorate", "test"):
        (tmp_path / name).mkdir()
    Folder(tmp_path).secret("django")
    run.forget()
    assert sorted(path.name for path in tmp_path.iterdir()) == ["lock", "test"]
