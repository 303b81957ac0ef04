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


@given(WORDS, st.integers(20, 64))
def test_justifying_changes_only_blanks_and_fills_the_lines_it_changes(
    words: list[str], columns: int
) -> None:
    lines = typeset.wrap(" ".join(words), columns)
    justified = typeset.justify(lines, columns)
    assert [line.split() for line in justified] == [line.split() for line in lines]
    changed = [new for old, new in zip(lines, justified, strict=True) if new != old]
    assert all(len(line) == columns for line in changed)
    if lines:
        assert justified[-1] == lines[-1]


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
    widths = typeset.share(width, weights, needs, 2)
    assert sum(widths) + 2 * (len(widths) - 1) == width
    assert min(widths) >= 1


def test_a_column_gets_what_its_longest_word_needs() -> None:
    assert typeset.share(32, (9, 1), (5, 12), 2) == [18, 12]


def test_a_row_is_as_high_as_its_highest_cell() -> None:
    assert typeset.table_row(("uno dos", "$ 1"), (4, 6), ("left", "right"), 2) == [
        "uno      $ 1",
        "dos",
    ]


def test_no_columns_is_refused() -> None:
    with pytest.raises(ValueError, match="column"):
        typeset.wrap("x", 0)
