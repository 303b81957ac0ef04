import pytest
from hypothesis import given
from hypothesis import strategies as st

from drivers.printer import typeset

WORDS = st.lists(st.text(alphabet="abcñÁ.,/-", min_size=1, max_size=30), max_size=40)


@given(WORDS, st.integers(1, 64))
def test_wrapping_keeps_every_letter_in_order_and_every_line_narrow(
    words: list[str], columns: int
) -> None:
    lines = typeset.wrap(" ".join(words), columns)
    assert "".join("".join(lines).split()) == "".join(words)
    assert all(len(line) <= columns for line in lines)


def test_a_long_address_breaks_at_its_own_marks() -> None:
    assert typeset.wrap("https://camara.invalid/verificar?codigo=1", 24) == [
        "https://camara.invalid/",
        "verificar?codigo=1",
    ]


def test_a_heading_is_balanced() -> None:
    assert typeset.balance("CERTIFICADO DE EXISTENCIA Y REPRESENTACIÓN", 36) == [
        "CERTIFICADO DE EXISTENCIA",
        "Y REPRESENTACIÓN",
    ]


def test_no_balanced_line_begins_with_a_dash() -> None:
    assert typeset.balance("EXPEDIDO EN DISPENSADOR - CÁMARA DE COMERCIO DE EJEMPLO", 32) == [
        "EXPEDIDO EN DISPENSADOR -",
        "CÁMARA DE COMERCIO DE EJEMPLO",
    ]


def test_a_dash_may_begin_a_line_that_would_cost_another() -> None:
    assert typeset.balance("aaaaaaa/ - aaa a a", 9) == ["aaaaaaa/", "- aaa a a"]


@given(WORDS, st.integers(4, 48))
def test_balancing_needs_no_more_lines_than_wrapping(words: list[str], columns: int) -> None:
    text = " ".join(words)
    assert len(typeset.balance(text, columns)) <= len(typeset.wrap(text, columns))


@given(
    st.lists(st.tuples(st.integers(1, 9), st.integers(1, 30)), min_size=1, max_size=6),
    st.integers(40, 64),
)
def test_table_columns_fill_the_width_exactly(columns: list[tuple[int, int]], width: int) -> None:
    weights, needs = zip(*columns, strict=True)
    widths = typeset.share(width, weights, needs, needs, 2)
    assert sum(widths) + 2 * (len(widths) - 1) == width
    assert min(widths) >= 1


def test_a_column_gets_what_its_longest_word_needs() -> None:
    assert typeset.share(32, (9, 1), (5, 12), (5, 12), 2) == [18, 12]


def test_a_column_with_room_to_spare_gives_it_to_one_whose_cells_would_wrap() -> None:
    assert typeset.share(32, (1, 1), (4, 8), (4, 20), 2) == [10, 20]
    assert typeset.share(32, (1, 1), (4, 8), (4, 90), 2) == [4, 26]


def test_a_slash_parts_a_title_and_nothing_parts_a_number() -> None:
    assert typeset.parts("Base/Activos $1.284.500") == ["Base/", "Activos", "$1.284.500"]


def test_a_row_is_as_high_as_its_highest_cell() -> None:
    assert typeset.table_row(("uno dos", "$ 1"), (4, 6), ("left", "right"), 2) == [
        "uno      $ 1",
        "dos",
    ]


def test_no_columns_is_refused() -> None:
    with pytest.raises(ValueError, match="column"):
        typeset.wrap("x", 0)


def test_no_break_spaces_take_room_like_letters() -> None:
    assert typeset.wrap("\N{NO-BREAK SPACE}\N{NO-BREAK SPACE}a b", 2) == [
        "\N{NO-BREAK SPACE}" * 2,
        "a",
        "b",
    ]
