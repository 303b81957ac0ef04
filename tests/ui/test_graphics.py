"""Which renderer draws the screens."""

from pathlib import Path

import pytest

from ui.graphics import VARIABLE, choose_renderer


@pytest.fixture(autouse=True)
def _unset(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(VARIABLE, "")
    monkeypatch.delenv(VARIABLE)


def chosen(nodes: Path) -> str | None:
    import os

    choose_renderer(nodes)
    return os.environ.get(VARIABLE)


def test_a_machine_without_a_graphics_card_draws_by_itself(tmp_path: Path) -> None:
    assert chosen(tmp_path) == "software"


def test_a_graphics_card_is_used(tmp_path: Path) -> None:
    (tmp_path / "renderD128").touch()
    assert chosen(tmp_path) is None


def test_what_the_operator_set_is_left_alone(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(VARIABLE, "rhi")
    assert chosen(tmp_path) == "rhi"
