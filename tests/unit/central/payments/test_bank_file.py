"""A bank's file is taken whole and right, or not at all."""

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from central.payments.bank_file import BadFile, read_bank_file
from tests.support.bank_files import DAY, NIT, Row, bank_file

TWO = ([Row("123", 20_000, 1), Row("124", 5_000, 2)], [Row("125", 7_000, 1)])


def lines(content: bytes) -> list[str]:
    return content.decode("latin-1").splitlines()


def joined(changed: list[str]) -> bytes:
    return "\n".join(changed).encode("latin-1")


def test_a_file_is_taken_apart() -> None:
    file = read_bank_file(bank_file(*TWO))
    assert (file.nit, file.bank, file.made_on, file.made_at) == (NIT, "007", DAY, "1830")
    assert (file.modifier, file.collected_on, file.centavos) == ("A", DAY, 3_200_000)
    assert [(row.batch, row.sequence, row.centavos) for row in file.rows] == [
        (1, "0000001", 2_000_000),
        (1, "0000002", 500_000),
        (2, "0000001", 700_000),
    ]
    assert file.rows[0].reference.lstrip("0") == "123"
    assert not any(row.sent_back for row in file.rows)


def test_controls_that_count_every_record_are_a_setting() -> None:
    content = bank_file(*TWO, counts_all=True)
    assert len(read_bank_file(content, counts_all=True).rows) == 3
    with pytest.raises(BadFile, match="counts other than 2"):
        read_bank_file(content)
    with pytest.raises(BadFile, match="counts other than 4"):
        read_bank_file(bank_file(*TWO), counts_all=True)


def without(number: int) -> Callable[[list[str]], list[str]]:
    return lambda found: found[:number] + found[number + 1 :]


def changed(number: int, at: int, text: str) -> Callable[[list[str]], list[str]]:
    def change(found: list[str]) -> list[str]:
        line = found[number]
        return [*found[:number], line[:at] + text + line[at + len(text) :], *found[number + 1 :]]

    return change


@pytest.mark.parametrize(
    "change",
    [
        *(without(number) for number in range(9)),
        lambda found: [*found, found[-1]],
        lambda found: [found[0], found[-1]],
        lambda _found: [],
        changed(2, 50, "00000002000001"),
        changed(2, 50, "0000000200000x"),
        changed(4, 29, "0002"),
        changed(4, 2, "000000003"),
        changed(4, 11, "000000000002500001"),
        changed(8, 2, "000000002"),
        changed(8, 11, "000000000003200001"),
        changed(3, 87, "0000001"),
        changed(0, 40, "20261341"),
        changed(0, 12, "        "),
        changed(2, 0, "07"),
        lambda found: [found[0] + "x", *found[1:]],
    ],
    ids=lambda change: getattr(change, "__qualname__", "line").split(".")[0],
)
def test_what_is_not_whole_is_not_taken(change: Callable[[list[str]], list[str]]) -> None:
    found = lines(bank_file(*TWO))
    assert joined(change(found)) != joined(found)
    with pytest.raises(BadFile):
        read_bank_file(joined(change(found)))


rows = st.lists(
    st.builds(
        Row,
        reference=st.text("0123456789", min_size=1, max_size=25),
        pesos=st.integers(0, 10**9),
        centavos=st.integers(0, 99),
    ),
    max_size=6,
).map(lambda made: [Row(r.reference, r.pesos, n, r.centavos) for n, r in enumerate(made, 1)])


@pytest.mark.timeout(900)
@given(st.lists(rows, min_size=1, max_size=4), st.booleans())
def test_any_right_file_is_read_whole(batches: list[list[Row]], counts_all: bool) -> None:
    file = read_bank_file(bank_file(*batches, counts_all=counts_all), counts_all=counts_all)
    assert [row.centavos for row in file.rows] == [row.value for each in batches for row in each]


@given(st.binary(max_size=400))
def test_anything_else_is_refused_as_such(content: bytes) -> None:
    with pytest.raises(BadFile):
        read_bank_file(content)
