"""``dispensador-central report``: a file for every format, and a reason where there is none."""

from collections.abc import Callable
from pathlib import Path

import pytest
from typer.testing import CliRunner

from central.__main__ import app
from tests.support.central import fresh_database

Run = Callable[..., tuple[int, str]]
DAY = ("--from", "2026-11-21")


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Run:
    monkeypatch.setenv("DISPENSADOR_CENTRAL_DATA_DIR", str(tmp_path))
    url = fresh_database(tmp_path, "sqlite")
    monkeypatch.setenv("DISPENSADOR_CENTRAL_DATABASE_URL", url)

    def call(*arguments: str) -> tuple[int, str]:
        told = CliRunner().invoke(app, ["report", *arguments])
        return told.exit_code, told.output

    return call


@pytest.mark.parametrize(
    ("file_format", "begins"), [("csv", b"\xef\xbb\xbf"), ("xlsx", b"PK"), ("pdf", b"%PDF")]
)
def test_movements_as_a_file(run: Run, tmp_path: Path, file_format: str, begins: bytes) -> None:
    out = tmp_path / "file"
    asked = ("movements", *DAY, "--account", "CC:1990000001", "--format", file_format)
    assert run(*asked, "--out", str(out)) == (0, "1\n")
    assert out.read_bytes().startswith(begins)


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("nothing", *DAY), "one of"),
        (("movements", *DAY, "--account", "CC:1990009999"), "nobody"),
        (("reversals", *DAY, "--to", "2026-11-20"), "days"),
        (("daily-summary", *DAY, "--to", "2026-11-22"), "one day"),
        (("kiosk-journal", *DAY, "--kiosk", "K99"), "no kiosk"),
        (("shift-close", "--shift", "x"), "no such close"),
        (("reversals", *DAY, "--format", "doc"), "csv, xlsx or pdf"),
    ],
)
def test_what_cannot_be_made_says_why(
    run: Run, tmp_path: Path, arguments: tuple[str, ...], words: str
) -> None:
    out = tmp_path / "file"
    code, told = run(*arguments, "--out", str(out))
    assert code == 1
    assert words in told
    assert not out.exists()
