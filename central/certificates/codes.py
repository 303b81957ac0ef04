"""Verification codes: eight characters that nobody confuses, from the system's randomness.

31 signs without I, L, O, 0 and 1 give 8.5 * 10**11 codes; whoever issues one checks that it is new.
"""

import re
import secrets

ALPHABET = "23456789ABCDEFGHJKMNPQRSTUVWXYZ"
LENGTH = 8
_CODE = re.compile(f"[{ALPHABET}]{{{LENGTH}}}")


def new_code() -> str:
    """A fresh code; its uniqueness is the caller's business."""
    return "".join(secrets.choice(ALPHABET) for _ in range(LENGTH))


def parse_code(text: str) -> str | None:
    """The code somebody typed: case, blanks and dashes do not matter.

    >>> parse_code(" abcd-2345 "), parse_code("ABCD2340"), parse_code("")
    ('ABCD2345', None, None)
    """
    code = re.sub(r"[\s-]", "", text[:40]).upper()
    return code if _CODE.fullmatch(code) else None
