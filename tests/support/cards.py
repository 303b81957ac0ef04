"""Invented identity cards as a barcode reader sends them, made from the published layouts."""

from kiosk.identity.mrz import check_digit

NUMBER = "1990000001"
SURNAMES, NAMES = ("ÑÁÑEZ", "ROJAS"), ("ANA", "LUCÍA")


def yellow(
    number: str = NUMBER,
    surnames: tuple[str, str] = SURNAMES,
    names: tuple[str, str] = NAMES,
    *,
    prefix: bytes = b"02",
    blood: bytes = b"O+",
    marker: bytes = b"PubDSK_1",
    fingerprints: bytes = bytes(range(256)) * 2,
) -> bytes:
    """The 531 bytes of the yellow card; ``fingerprints`` fills what is left."""
    card = bytearray(531)

    def put(offset: int, field: bytes) -> None:
        card[offset : offset + len(field)] = field

    put(0, prefix)
    put(2, b"12345678")
    put(24, marker)
    put(40, b"87654321")
    put(48, number.zfill(10).encode())
    for offset, word in zip((58, 81, 104, 127), (*surnames, *names), strict=True):
        put(offset, word.encode("latin-1"))
    put(150, b"0F19800229" + b"60001" + b"0" + blood)
    put(170, fingerprints[: 531 - 170])
    return bytes(card)


def digital(number: str = NUMBER, *, country: str = "COL", born: str = "800229") -> list[str]:
    """The three lines of the digital card, check digits right."""
    serial, expires = "000000012", "340101"
    first = f"IC{country}{serial}{check_digit(serial)}".ljust(30, "<")
    second = f"{born}{check_digit(born)}F{expires}{check_digit(expires)}{country}{number}<"
    whole = check_digit(first[5:] + second[:7] + second[8:15] + second[18:29])
    return [first, second + whole, "NANEZ<ROJAS<<ANA<LUCIA".ljust(30, "<")]
