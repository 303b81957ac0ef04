"""How somebody can be reached: what cannot be right is refused, and nothing else."""

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.identity.contact import (
    InvalidContact,
    parse_email,
    parse_mobile,
    parse_municipality,
    parse_name,
    parse_phone,
)

PARSERS = (parse_email, parse_mobile, parse_municipality, parse_name, parse_phone)


@pytest.mark.parametrize(
    ("parse", "typed", "kept"),
    [
        (parse_email, "ana.r+x@correo.example.invalid", "ana.r+x@correo.example.invalid"),
        (parse_email, "O'Neil@x-y.example.invalid", "O'Neil@x-y.example.invalid"),
        (parse_phone, "(60 8) 555-0101", "6085550101"),
        (parse_phone, "0057 300 000 0001", "3000000001"),
        (parse_mobile, "+57 300 000 0001", "3000000001"),
        (parse_municipality, "Bogotá D.C. (CUN)", "BOGOTÁ D.C. (CUN)"),
        (parse_municipality, "san andrés de sotavento (cor)", "SAN ANDRÉS DE SOTAVENTO (COR)"),
        (parse_name, "Ñáñez\tGüiza", "Ñáñez Güiza"),
    ],
)  # fmt: skip
def test_what_people_write_is_understood(
    parse: Callable[[str], str], typed: str, kept: str
) -> None:
    assert parse(typed) == kept
    assert parse(kept) == kept


@pytest.mark.parametrize(
    ("parse", "typed", "code"),
    [
        *((parse, " \t", "missing") for parse in PARSERS),
        *(
            (parse_email, typed, "mail")
            for typed in (
                "ana", "ana@", "@correo.co", "ana@correo", "ana@correo..co", "ana@-correo.co",
                "ana b@correo.co", "ana@correo.co, eva@correo.co", "a..b@correo.co", ".a@correo.co",
                "ana@correo.5", "ana@b@correo.co", "añá@correo.co", "a" * 65 + "@correo.co",
            )
        ),
        *((parse_phone, typed, "phone") for typed in ("555", "4000000000", "12345678", "x5550101")),
        *((parse_mobile, typed, "mobile") for typed in ("6015550101", "300000001", "5550101")),
        *(
            (parse_municipality, typed, "municipality")
            for typed in ("IBAGUE", "(TOL)", "IBAGUE (TO)", "IBAGUE TOL", "IBAGUE (TOL) X")
        ),
        (parse_name, "x" * 61, "length"),
    ],
)  # fmt: skip
def test_what_cannot_be_right_is_refused(
    parse: Callable[[str], str], typed: str, code: str
) -> None:
    with pytest.raises(InvalidContact) as refused:
        parse(typed)
    assert refused.value.code == code


@given(st.sampled_from(PARSERS), st.text(max_size=80))
def test_whatever_is_typed_is_kept_the_same_twice_or_refused(
    parse: Callable[[str], str], typed: str
) -> None:
    try:
        kept = parse(typed)
    except InvalidContact:
        return
    assert parse(kept) == kept
    assert kept.isprintable()
