"""The audit chain: any change, gap or swap is found at its place."""

import json
from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from kiosk.station.audit import GENESIS, AuditRow, canonical, first_break, link


def make_chain(size: int) -> list[AuditRow]:
    rows, head = [], GENESIS
    for seq in range(1, size + 1):
        row = canonical({"seq": seq, "event": "boot"})
        head = link(head, row)
        rows.append(AuditRow(seq, row, head))
    return rows


def test_an_honest_chain_and_any_honest_tail_of_it_fit() -> None:
    chain = make_chain(9)
    assert first_break(chain) is None
    assert first_break(chain[4:], after=chain[3]) is None
    assert first_break([]) is None


@given(place=st.integers(0, 8), byte=st.integers(0, 19))
def test_any_changed_character_is_found(place: int, byte: int) -> None:
    chain = make_chain(9)
    text = chain[place].row
    spoilt = text[:byte] + ("x" if text[byte] != "x" else "y") + text[byte + 1 :]
    chain[place] = replace(chain[place], row=spoilt)
    assert first_break(chain) == place + 1


@given(place=st.integers(0, 7))
def test_a_missing_row_is_found(place: int) -> None:
    chain = make_chain(9)
    del chain[place]
    assert first_break(chain) == place + 1


def test_rows_that_changed_places_are_found() -> None:
    chain = make_chain(4)
    chain[1], chain[2] = chain[2], chain[1]
    assert first_break(chain) == 2


def test_a_renumbered_row_is_found_even_with_its_hash_made_again() -> None:
    chain = make_chain(2)
    row = canonical({"seq": 7, "event": "boot"})
    chain[1] = AuditRow(2, row, link(chain[0].hash, row))
    assert first_break(chain) == 2


def test_a_row_that_is_no_json_is_found() -> None:
    assert first_break([AuditRow(1, "{", link(GENESIS, "{"))]) == 1


def test_a_row_is_written_in_one_way_only() -> None:
    text = canonical({"b": 1, "a": "ñ", "empty": "", "none": None, "zero": 0})
    assert text == '{"a":"ñ","b":1,"zero":0}'
    assert json.loads(text)["a"] == "ñ"
