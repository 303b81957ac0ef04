"""Verification codes as people type them: eight characters that nobody confuses.

31 signs without I, L, O, 0 and 1 give 8.5 * 10**11 codes.
"""

import re

from central.tokens import UNAMBIGUOUS

LENGTH = 8
_CODE = re.compile(f"[{UNAMBIGUOUS}]{{{LENGTH}}}")
_TYPED_MAX = 40


def parse_code(text: str) -> str | None:
    """The code somebody typed: case, blanks and dashes do not matter.

    >>> parse_code(" abcd-2345 "), parse_code("ABCD2340"), parse_code("")
    ('ABCD2345', None, None)
    """
    if len(text) > _TYPED_MAX:
        return None
    code = re.sub(r"[\s-]", "", text).upper()
    return code if _CODE.fullmatch(code) else None
