"""Settings come typed from the environment; a missing or malformed one stops the start with one sentence, and never shows its value."""

import pytest

from sisada.foundation.environment import EnvironmentFault, django_database, flag, required, words


def test_a_missing_setting_stops_the_start_and_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("SISADA_SECRET_KEY", raising=False)
    with pytest.raises(EnvironmentFault, match="SISADA_SECRET_KEY"):
        required("SISADA_SECRET_KEY")


@pytest.mark.parametrize(("value", "meant"), [("1", True), ("0", False), (None, False)])
def test_a_switch_is_one_or_nought(monkeypatch: pytest.MonkeyPatch, value: str | None, meant: bool) -> None:
    if value is None:
        monkeypatch.delenv("SISADA_DEMO", raising=False)
    else:
        monkeypatch.setenv("SISADA_DEMO", value)
    assert flag("SISADA_DEMO") is meant


@pytest.mark.parametrize("value", ["true", "yes", "", " 1", "2"])
def test_a_switch_that_is_written_otherwise_switches_nothing_on(monkeypatch: pytest.MonkeyPatch, value: str) -> None:
    monkeypatch.setenv("SISADA_DEMO", value)
    with pytest.raises(EnvironmentFault):
        flag("SISADA_DEMO")


def test_words_are_separated_by_commas_and_empty_ones_left_out(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SISADA_HOSTS", "kantor.example,,localhost")
    assert words("SISADA_HOSTS", default="") == ["kantor.example", "localhost"]


def test_a_database_address_is_taken_apart_and_binds_on_the_server() -> None:
    parts = django_database("postgresql://sisada_office:rahasia@127.0.0.1:5433/sisada_inside")
    assert (parts["NAME"], parts["USER"], parts["PORT"]) == ("sisada_inside", "sisada_office", "5433")
    assert parts["OPTIONS"]["server_side_binding"] is True


@pytest.mark.parametrize(
    "address", ["mysql://u:rahasia@h/d", "postgresql://u:rahasia@h", "/var/rahasia.sqlite3", "postgresql://u:rahasia@h:x y/d"]
)
def test_another_kind_of_address_is_refused_without_repeating_it(address: str) -> None:
    with pytest.raises(EnvironmentFault) as raised:
        django_database(address)
    assert "rahasia" not in str(raised.value)
