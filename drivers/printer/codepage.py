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
    """A code page: its ESC t number, Python's codec, and the declared replacements.

    Only characters that the page lacks are replaced, and no character of it is a combining one. So
    text that the codec takes is text that needs no normalising, which is nearly all of it.

    Raises:
        ValueError: the page breaks one of these two rules.
    """

    number: int
    codec: str
    replacements: Mapping[str, str] = field(default_factory=dict)

    def __post_init__(self) -> None:
        page = bytes(range(256)).decode(self.codec, errors="ignore")
        if unicodedata.normalize("NFC", page) != page or any(map(unicodedata.combining, page)):
            raise ValueError(f"{self.codec} is no page of composed characters")
        if known := [old for old in self.replacements if old in page]:
            raise ValueError(f"{self.codec} has {known}, which would be replaced")

    def normalise(self, text: str) -> str:
        """Compose accents (NFC) and apply the declared replacements."""
        if text.isascii():
            return text
        composed = unicodedata.normalize("NFC", text)
        return composed.translate(self._table) if self.replacements else composed

    def encode(self, text: str) -> bytes:
        """Encode one line.

        Raises:
            UnprintableTextError: a character is not in the page, or is a control character.
        """
        try:
            code = text.encode(self.codec)
        except UnicodeEncodeError:
            text = self.normalise(text)
            try:
                code = text.encode(self.codec)
            except UnicodeEncodeError as error:
                raise UnprintableTextError(text[error.start], self.codec) from None
        if len(code) != len(text):
            wide = next(c for c in text if len(c.encode(self.codec)) != 1)
            raise UnprintableTextError(wide, self.codec)
        # One byte a character, so a byte tells where its character stands.
        if found := _CONTROL.search(code):
            raise UnprintableTextError(text[found.start()], self.codec)
        return code

    @cached_property
    def _table(self) -> dict[int, str]:
        return str.maketrans(dict(self.replacements))
