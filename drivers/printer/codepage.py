"""Text to the bytes of one printer code page, where what cannot be written raises.

It never becomes ``?``.

A certificate carries legal names: a silently replaced letter would be a false document. Only the
replacements that a profile declares are made (typographic dashes and quotes for pages that lack
them).
"""

import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property

_CONTROL = re.compile(rb"[\x00-\x1f\x7f]")


class UnprintableTextError(ValueError):
    """The text has a character that this printer's code page does not have."""

    def __init__(self, character: str, codec: str) -> None:
        name = unicodedata.name(character, "unnamed")
        super().__init__(f"{character!r} (U+{ord(character):04X} {name}) is not in {codec}")
        self.character = character


@dataclass(frozen=True)
class CodePage:
    """A code page: its ESC t number, Python's codec, and the declared replacements."""

    number: int
    codec: str
    replacements: Mapping[str, str] = field(default_factory=dict)

    def normalise(self, text: str) -> str:
        """Compose accents (NFC) and apply the declared replacements."""
        composed = unicodedata.normalize("NFC", text)
        return composed.translate(self._table) if self.replacements else composed

    def encode(self, text: str) -> bytes:
        """Encode one line.

        Raises:
            UnprintableTextError: a character is not in the page, or is a control character.
        """
        line = self.normalise(text)
        try:
            code = line.encode(self.codec)
        except UnicodeEncodeError as error:
            raise UnprintableTextError(line[error.start], self.codec) from None
        if len(code) != len(line):
            wide = next(c for c in line if len(c.encode(self.codec)) != 1)
            raise UnprintableTextError(wide, self.codec)
        # One byte a character, so a byte tells where its character stands.
        if found := _CONTROL.search(code):
            raise UnprintableTextError(line[found.start()], self.codec)
        return code

    @cached_property
    def _table(self) -> dict[int, str]:
        return str.maketrans(dict(self.replacements))
