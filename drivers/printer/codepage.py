"""Text to the bytes of one printer code page, where what cannot be written raises.

It never becomes ``?``.

A certificate carries legal names: a silently replaced letter would be a false document. Only the
replacements that a profile declares are made (typographic dashes and quotes for pages that lack
them).
"""

import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass, field

_FIRST_PRINTABLE = 0x20
_DELETE = 0x7F


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
        return "".join(self.replacements.get(character, character) for character in composed)

    def encode(self, text: str) -> bytes:
        """Encode one line.

        Raises:
            UnprintableTextError: a character is not in the page, or is a control character.
        """
        out = bytearray()
        for character in self.normalise(text):
            try:
                code = character.encode(self.codec)
            except UnicodeEncodeError:
                raise UnprintableTextError(character, self.codec) from None
            if len(code) != 1 or code[0] < _FIRST_PRINTABLE or code[0] == _DELETE:
                raise UnprintableTextError(character, self.codec)
            out += code
        return bytes(out)
