"""The answer that lets somebody in: both sides reach it, and every word of it matters."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from hypothesis import given
from hypothesis import strategies as st

from kiosk.contract.offline_entry import (
    LENGTH,
    LETTERS,
    Entry,
    answer_to,
    exchange_key,
    in_groups,
    letters_of,
    montgomery,
    read_letters,
)

ENTRY = Entry(
    device_id="01a1fcbc-61d3-70fc-b84e-e75c23e8a7b8",
    challenge="BCDFGHJK",
    role="technician",
    login="tomas",
    day=date(2026, 11, 21),
)
# Source: libsodium's own test of its conversion (test/default/ed25519_convert.c), seed and keys.
SEED = "421151a459faeade3d247115f94aedae42318124095afabe4d1451a559faedee"
X25519_PUBLIC = "f1814f0e8ff1043d8a44d25babff3cedcae6c22c3edaa48f857ae70de2baae50"


def key(seed: int) -> Ed25519PrivateKey:
    return Ed25519PrivateKey.from_private_bytes(seed.to_bytes(32))


def public(private: Ed25519PrivateKey) -> bytes:
    return private.public_key().public_bytes_raw()


def test_a_signing_key_becomes_the_known_exchange_key() -> None:
    private = Ed25519PrivateKey.from_private_bytes(bytes.fromhex(SEED))
    assert montgomery(public(private)).hex() == X25519_PUBLIC
    assert exchange_key(private).public_key().public_bytes_raw().hex() == X25519_PUBLIC


@given(st.integers(1, 2**256 - 1), st.integers(1, 2**256 - 1))
def test_both_sides_reach_the_same_answer(first: int, second: int) -> None:
    kiosk, central = key(first), key(second)
    assert answer_to(ENTRY, kiosk, public(central)) == answer_to(ENTRY, central, public(kiosk))


@pytest.mark.parametrize(
    "changed",
    [
        {"device_id": "01a1fcbc-61d3-70fc-b84e-e75c23e8a7b9"},
        {"challenge": "BCDFGHJL"},
        {"role": "administrator"},
        {"login": "tomasa"},
        {"day": date(2026, 11, 22)},
    ],
    ids=lambda changed: next(iter(changed)),
)
def test_every_word_of_it_matters(changed: dict[str, Any]) -> None:
    answers = {
        answer_to(each, key(1), public(key(2))) for each in (ENTRY, replace(ENTRY, **changed))
    }
    assert len(answers) == 2


def test_another_kiosk_and_another_central_give_another_answer() -> None:
    answers = {
        answer_to(ENTRY, key(kiosk), public(key(central)))
        for kiosk, central in ((1, 2), (3, 2), (1, 3))
    }
    assert len(answers) == 3


def test_an_answer_never_changes_its_meaning() -> None:
    """Kiosks and central of different versions must agree."""
    assert answer_to(ENTRY, key(1), public(key(2))) == "JWZLLSDB"


@pytest.mark.parametrize(
    "point", [b"", bytes(31), b"\x01" + bytes(31), b"\xee" + b"\xff" * 30 + b"\x7f"]
)
def test_what_is_no_key_is_refused(point: bytes) -> None:
    with pytest.raises(ValueError, match="no public key"):
        answer_to(ENTRY, key(1), point)


def test_a_key_that_has_the_same_in_common_with_everybody_is_refused() -> None:
    """Points of small order would make the secret known to all."""
    minus_one = (2**255 - 20).to_bytes(32, "little")
    for order_small in (minus_one, bytes(32)):
        with pytest.raises(ValueError):  # noqa: PT011 - the library's own words
            answer_to(ENTRY, key(1), order_small)


@given(st.integers(0, 2**256 - 1))
def test_letters_are_read_as_they_are_shown(number: int) -> None:
    letters = letters_of(number)
    assert (len(letters), set(letters) <= set(LETTERS)) == (LENGTH, True)
    assert read_letters(in_groups(letters)) == read_letters(letters.lower()) == letters


@given(st.text(max_size=20))
def test_what_was_typed_is_eight_letters_or_nothing(typed: str) -> None:
    letters = read_letters(typed)
    assert letters is None or (len(letters) == LENGTH and set(letters) <= set(LETTERS))
