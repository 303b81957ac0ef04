"""Bytes that no printer and no reader would send, by the million: no crash, no wrong frame.

The bytes are drawn from those that mean something, so that half frames, nested frames and frames of
another dialect come all the time. Whether a frame was really there is judged by regular
expressions, which share nothing with the reader but the manual.
"""

import re
from collections.abc import Callable, Iterator
from functools import cache
from random import Random

from drivers.printer import events as ev
from drivers.printer import typeset
from drivers.printer.codepage import UnprintableTextError
from drivers.printer.demux import Demux
from drivers.printer.escpos import encode_id
from drivers.printer.profile import load_profile
from drivers.printer.star_demux import StarDemux
from drivers.printer.status import decode_all, is_inconsistent, summarise
from drivers.scanner.framing import Framer, Framing
from kiosk.identity.scanned import read_symbol
from tests.proofs.outcome import Outcome
from tests.support.cards import digital, yellow
from tests.support.printer import CUSTOM, EPSON

_LENGTH = 14
_BATCH = 4_096
_PENDING_MAX = 90
_SENT_KEPT = 8_192
_FLIPS = (*[0] * 300, *[1 << bit for bit in range(8)] * 8, *range(256))
# What a printer may say in the middle of a block: flow control, a status byte, a pushed status.
_BETWEEN = (
    rb"(?:[\x11\x13]|[\x12\x16\x1a\x1e\x32\x36\x3a\x3e\x52\x56\x5a\x5e\x72\x76\x7a\x7e]"
    rb"|[\x10\x14\x18\x1c\x30\x34\x38\x3c\x50\x54\x58\x5c\x70\x74\x78\x7c][^\x80-\xff]*?)*?"
)


def _spread(*parts: bytes) -> re.Pattern[bytes]:
    return re.compile(_BETWEEN.join(parts), re.DOTALL)


_FRAMES: dict[type[object], re.Pattern[bytes]] = {
    ev.ProcessId: _spread(rb"\x37", rb"\x22", *[rb"[@-O]"] * 4, rb"\x00"),
    ev.BuffersCleared: _spread(rb"\x37", rb"\x25", rb"\x00"),
    ev.FreeBytes: _spread(rb"\x37", rb"\x31", rb"[0-9]"),
    ev.SymbolSize: _spread(rb"\x37", rb"\x36", rb"[0-9]"),
    ev.IdentText: re.compile(rb"\x5f[\x20-\x7e\x11\x13]*\x00"),
    ev.CounterValue: re.compile(rb"[0-9][0-9a-z \x11\x13]*(?:[\x11\x13]*[a-z])"),
    ev.FullStatus: re.compile(rb"\x10[\x11\x13]*\x0f(?:[\x11\x13]*[^\x11\x13]){4}", re.DOTALL),
    ev.AutoStatus: re.compile(rb"[\x10-\x7f](?:[\x11\x13]*[\x00-\x6f]){3}", re.DOTALL),
}
_ALPHABET = (
    b"\x37\x37\x37\x37\x22\x22\x22\x25\x36\x5f@AO@\x00\x00\x00\x00\x10\x10\x0f\x11\x13\x12\x16\x1a"
    b"\x14\x18\x0c\x1f0123456789cm uts\x7e\x80\xff"
)
_STAR_ALPHABET = (
    b"\x23\x23\x23\x21\x0f\x1b\x1b\x1b\x1d\x79\x49\x16\x33\x00\x00\x00\x06\x0c\x02\x20\x60"
    b"\x11\x13\x40\x08\x80\xff\x7e" + bytes(24)
)
_FLOW, _PLAIN = rb"[\x11\x13]*", rb"[^\x11\x13]"


def _letters(random: Random, alphabet: bytes) -> Iterator[bytes]:
    """Short strings of the alphabet, without end."""
    table = bytes(alphabet[i % len(alphabet)] for i in range(256))
    while True:
        block = random.randbytes(_BATCH * _LENGTH).translate(table)
        for at in range(0, len(block), _LENGTH):
            yield block[at : at + _LENGTH]


def reader(count: int, seed: int) -> Outcome:
    """The demultiplexer: its frames are in the bytes, nothing piles up, it stays attentive."""
    outcome = Outcome("fuzzing of the printer's reader")
    random = Random(seed)
    answer = b"\x80\x37\x22" + encode_id(7) + b"\x00" + b"\x37\x22" + encode_id(7) + b"\x00"
    seen: list[ev.Event] = []
    noise = 0
    for number, data in zip(range(count), _letters(random, _ALPHABET), strict=False):
        seen.clear()
        full = bool(number & 1)
        demux = Demux(seen.append, full_status=full)
        demux.expect_counter(("", "cm", "", "cuts")[number >> 1 & 3])
        demux.feed(data)
        for event in seen:
            frame = _FRAMES.get(type(event))
            if frame is None:
                noise += 1
            elif not frame.search(data):
                outcome.broken.append(f"{event} out of {data.hex(' ')}")
        if demux.pending > _PENDING_MAX:
            outcome.broken.append(f"{demux.pending} bytes pile up after {data.hex(' ')}")
        if number % 16 == 0:
            demux.feed(answer)
            if ev.ProcessId(7) not in seen:
                outcome.broken.append(f"deaf after {data.hex(' ')}")
    outcome.add({"inputs": count, "bytes": count * _LENGTH, "other events": noise})
    return outcome


def _star_length(first: int) -> int:
    """The length that the first byte of a Star status tells: bits 6, 5, 3, 2 and 1 of it."""
    return int("".join(str(first >> bit & 1) for bit in (6, 5, 3, 2, 1)), 2)


@cache
def _star_frame(kind: str, length: int) -> re.Pattern[bytes]:
    """What must stand in the bytes for such an event; flow control may stand between."""
    if kind == ev.StarStatus.__name__:
        firsts = [b for b in range(256) if b & 0x91 == 1 and _star_length(b) == length]
        later = [b for b in range(256) if b & 0x91 == 0]
        return re.compile(_FLOW.join([_one_of(firsts), *[_one_of(later)] * (length - 1)]))
    if kind == ev.SymbolSize.__name__:
        return re.compile(_FLOW.join([rb"\x1b", rb"\x1d", rb"\x79", rb"\x49", _PLAIN, _PLAIN]))
    return re.compile(_FLOW.join([rb"\x1b", rb"\x16", rb"\x33", _PLAIN + rb".{4}"]), re.DOTALL)


def _one_of(values: list[int]) -> bytes:
    return b"[" + b"".join(b"\\x%02x" % value for value in values) + b"]"


def star_reader(count: int, seed: int) -> Outcome:
    """The same of the demultiplexer for Star's answers."""
    outcome = Outcome("fuzzing of the Star printer's reader")
    random = Random(seed)
    told = bytes((0x23, 0x06, 0x00, 0x00, 0x00, 0x00, 0x00, 0x0C, 0x02))
    seen: list[ev.Event] = []
    frames = 0
    for number, data in zip(range(count), _letters(random, _STAR_ALPHABET), strict=False):
        seen.clear()
        demux = StarDemux(seen.append)
        demux.feed(data)
        for event in seen:
            if isinstance(event, ev.Noise):
                continue
            frames += 1
            length = len(event.status) + 2 if isinstance(event, ev.StarStatus) else 0
            if not _star_frame(type(event).__name__, length).search(data):
                outcome.broken.append(f"{event} out of {data.hex(' ')}")
        if demux.pending > _PENDING_MAX:
            outcome.broken.append(f"{demux.pending} bytes pile up after {data.hex(' ')}")
        if number % 16 == 0:
            seen.clear()
            demux.feed(b"\x80" * 8 + told)
            if seen[-1:] != [ev.StarStatus(told[2:])]:
                outcome.broken.append(f"deaf after {data.hex(' ')}")
    outcome.add({"inputs": count, "bytes": count * _LENGTH, "frames": frames})
    return outcome


def status(count: int, seed: int) -> Outcome:
    """Status bytes: any bit that the profile does not know makes the printer unfit for sale."""
    outcome = Outcome("fuzzing of the status bytes")
    random = Random(seed)
    tables = {name: load_profile(name).bits for name in (EPSON, CUSTOM)}
    names = {EPSON: ("eot1", "eot2", "eot3", "eot4"), CUSTOM: ("full1", "full2", "full3", "full4")}
    fixed = {EPSON: 0x12, CUSTOM: 0}
    known = {
        name: [fixed[name] | sum(table[each]) for each in names[name]]
        for name, table in tables.items()
    }
    ready = 0
    for number in range(count):
        name = CUSTOM if number & 1 else EPSON
        flips = (random.choice(_FLIPS) for _ in range(4))
        values = bytes(fixed[name] ^ flip for flip in flips)
        codes = decode_all(zip(names[name], values, strict=True), tables[name])
        state = summarise(codes, has_ticket_sensor=name == CUSTOM)
        strange = any(value & ~bits for value, bits in zip(values, known[name], strict=True))
        if state.ready and (strange or is_inconsistent(codes)):
            outcome.broken.append(f"{name} is ready with {values.hex(' ')}")
        ready += state.ready
    outcome.add({"inputs": count, "ready": ready})
    return outcome


def text(count: int, seed: int) -> Outcome:
    """Wrapping and code page: no letter is lost, no line is too long, nothing turns into ``?``."""
    outcome = Outcome("fuzzing of layout and code page")
    random = Random(seed)
    page = load_profile(EPSON).code_page
    refused = 0
    letters = [chr(c) for c in (*range(0x20, 0x180), 0x2014, 0x201C, 0x20AC, 0x300, 0x301, 0x202F)]
    letters += list(bytes(range(0x20, 0x7F)).decode()) * 12 + list("áéíóúñÑ¿¡") * 20
    letters += [" "] * 120 + ["\n"] * 8 + list("/?&=-_.,;:") * 4
    for _ in range(count):
        line = "".join(random.choices(letters, k=random.randrange(60)))
        columns = random.randrange(1, 70)
        lines = typeset.wrap(line, columns)
        if any(len(each) > columns for each in lines):
            outcome.broken.append(f"too long at {columns}: {line!r}")
        if "".join(lines).replace(" ", "") != line.replace(" ", "").replace("\n", ""):
            outcome.broken.append(f"letters lost at {columns}: {line!r}")
        try:
            code = page.encode(line.replace("\n", " "))
        except UnprintableTextError:
            refused += 1
            continue
        if code.decode(page.codec) != page.normalise(line.replace("\n", " ")):
            outcome.broken.append(f"code page: {line!r}")
    outcome.add({"inputs": count, "refused": refused})
    return outcome


def scanner(count: int, seed: int) -> Outcome:
    """Reader lines: pieces of cards with bytes changed; a symbol was really sent."""
    outcome = Outcome("fuzzing of the scanner")
    random = Random(seed)
    cards = [yellow(), "\r".join(digital()).encode(), b"]Q1https://example.invalid/v/ABCD2345"]
    framers = [Framer(Framing()), Framer(Framing(terminator=b"\r\n")), Framer(Framing(b"\r"))]
    sent = [b"" for _ in framers]
    read = 0
    for number in range(count):
        card = bytearray(random.choice(cards))
        for _ in range(random.randrange(3)):
            card[random.randrange(len(card))] = random.randrange(256)
        cut = random.randrange(len(card) + 1)
        data = bytes(card[cut:] if number & 1 else card[:cut]) + random.choice((b"", b"\r", b"\n"))
        which = number % len(framers)
        sent[which] = (sent[which] + data)[-_SENT_KEPT:]
        for symbol in framers[which].feed(data, random.choice((0.0, 0.2)), number * 0.5):
            read += read_symbol(symbol) is not None
            if symbol not in sent[which]:
                outcome.broken.append(f"never sent: {symbol[:40].hex(' ')}")
    outcome.add({"inputs": count, "symbols understood": read})
    return outcome


_SHARES: tuple[tuple[Callable[[int, int], Outcome], float], ...] = (
    (reader, 0.5),
    (star_reader, 0.15),
    (status, 0.2),
    (text, 0.1),
    (scanner, 0.05),
)


def fuzz(count: int, seed: int) -> list[Callable[[], Outcome]]:
    """So many inputs, shared between what listens and what writes."""

    def one(target: Callable[[int, int], Outcome], share: float) -> Callable[[], Outcome]:
        return lambda: target(round(count * share), seed)

    return [one(target, share) for target, share in _SHARES]
