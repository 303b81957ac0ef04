import pytest

from central.certificates.codes import parse_code
from central.tokens import new_code


@pytest.mark.parametrize("typed", ["ABCD2345", "abcd2345", " ABCD 2345\n", "ab-cd-23-45"])
def test_a_code_is_taken_as_people_type_it(typed: str) -> None:
    assert parse_code(typed) == "ABCD2345"


@pytest.mark.parametrize(
    "typed",
    ["", "ABCD234", "ABCD23456", "ABCD2340", "ABCDI345", "<script>", "A" * 10_000, "ÁBCD2345"],
)
def test_what_is_no_code_is_not_taken(typed: str) -> None:
    assert parse_code(typed) is None


def test_every_code_central_gives_is_taken() -> None:
    given = new_code(lambda n: bytes(range(100, 100 + n)), 8)
    assert parse_code(given) == given
