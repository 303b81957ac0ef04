"""The notes about shifts on a desk's disk: private, whole, and never guessed at."""

from pathlib import Path

import pytest

from kiosk.staff.desk.drawer import FILE_NAME, CloseNote, DrawerBook, ShiftNote
from tests.support.desk import NOW, SHIFT, uuid

CLOSE = CloseNote(uuid(3), ((50_000, 1),), (("03", 30_000),), 1, NOW.isoformat())
NOTE = ShiftNote(SHIFT.shift_id, "carlos", 50_000, NOW.isoformat())


@pytest.fixture
def book(tmp_path: Path) -> DrawerBook:
    return DrawerBook(tmp_path)


def test_what_was_noted_is_there_after_the_light_went_out(book: DrawerBook, tmp_path: Path) -> None:
    book.seen("carlos", SHIFT)
    book.moved("carlos", uuid(1), "01", 20_000)
    book.moved("carlos", uuid(1), "01", 20_000)  # told twice, moved once
    book.moved("carlos", uuid(2), "03", -5_000)
    (note,) = DrawerBook(tmp_path).items()
    assert note.believed() == {"01": 20_000, "03": -5_000}
    book.keep(ShiftNote(**(vars(note) | {"close": CLOSE})))
    (note,) = DrawerBook(tmp_path).items()
    assert note.close == CLOSE
    assert DrawerBook(tmp_path).pending("carlos") == (note,)
    assert DrawerBook(tmp_path).pending("sofia") == ()


def test_nothing_moves_in_a_drawer_that_was_counted(book: DrawerBook) -> None:
    book.keep(ShiftNote(**(vars(NOTE) | {"close": CLOSE})))
    book.moved("carlos", uuid(1), "01", 20_000)
    book.moved("sofia", uuid(2), "01", 20_000)
    assert book.items()[0].moved == ()


def test_central_knows_better_but_what_it_was_not_told_stays(book: DrawerBook) -> None:
    book.keep(NOTE)
    offline = ShiftNote(uuid(8), "carlos", 0, NOW.isoformat(), provisional=True)
    book.keep(offline)
    book.keep(ShiftNote(uuid(9), "sofia", 0, NOW.isoformat()))
    book.seen("carlos", None)
    assert [note.shift_id for note in book.items()] == [uuid(8), uuid(9)]
    book.drop(uuid(8))
    assert [note.login for note in book.items()] == ["sofia"]


def test_only_this_computers_own_user_reads_it(book: DrawerBook, tmp_path: Path) -> None:
    book.keep(NOTE)
    assert (tmp_path / FILE_NAME).stat().st_mode & 0o777 == 0o600


@pytest.mark.parametrize("text", ["{}x", '[{"shift_id": 1}]', '[{"moved": []}]', "[[]]"])
def test_a_file_of_somebody_else_is_not_guessed_at(tmp_path: Path, text: str) -> None:
    (tmp_path / FILE_NAME).write_text(text, encoding="utf-8")
    with pytest.raises(ValueError, match=r"notes about shifts|Expecting|Extra data"):
        DrawerBook(tmp_path)
