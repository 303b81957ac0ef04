"""What the printer's section draws of its line: status bytes and the trace, as ready texts."""

from dataclasses import dataclass


@dataclass(frozen=True)
class ByteRow:
    """A status byte: which, as it came (hexadecimal, bit by bit), and what it stands for: codes."""

    name: str
    hex: str
    bits: str
    words: tuple[str, ...]
    tone: str


@dataclass(frozen=True)
class WireRow:
    """What went over the line at once: when, which way, how long, in words, and its bytes.

    ``words``: codes, the n-th of them ``counts[n]`` times; ``hex`` is empty where something of a
    paper was among them.
    """

    when: str
    is_out: bool
    size: int
    words: tuple[str, ...]
    counts: tuple[int, ...]
    hex: str
    times: int
