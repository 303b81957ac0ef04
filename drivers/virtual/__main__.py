"""Run a virtual printer by itself: ``python -m drivers.virtual --link printer --paper out``.

Hands on the printer are lines on standard input (``fault cover_open``, ``clear cover_open``); any
other line lists them. Faults may come from a file, too (``--faults``). The end of input switches it
off.
"""

import argparse
import sys
from collections.abc import Callable
from pathlib import Path

from drivers.virtual.faults import FaultBoard
from drivers.virtual.models import ALL_MODELS
from drivers.virtual.paper import Strip
from drivers.virtual.printer import VirtualPrinter
from drivers.virtual.script import ScriptInvalid, play, read_script

Words = list[str]
Hand = Callable[[FaultBoard, Words], object]


def _number(words: Words, at: int) -> float | None:
    return float(words[at]) if len(words) > at else None


HANDS: dict[str, Hand] = {
    "fault": lambda board, words: board.set(words[0], _number(words, 1)),  # name [amount]
    "clear": lambda board, words: board.clear(words[0] if words else None),  # [name]
    "list": lambda board, _: f"set: {', '.join(board.active) or 'none'}",
    "paper-ends-after": lambda board, words: board.printer.paper_out(float(words[0])),  # mm
    "inject": lambda board, words: board.printer.inject(bytes.fromhex("".join(words))),
    "save": lambda board, words: board.printer.save_paper(Path(words[0])),  # file
}


def obey(board: FaultBoard, line: str) -> str:
    """Do what one line of input says; the answer for the person who typed it."""
    name, *words = line.split() or [""]
    hand = HANDS.get(name)
    if hand is None:
        known = ", ".join(sorted(kind.name for kind in board.known))
        return f"commands: {', '.join(sorted(HANDS))}\nfaults: {known}"
    try:
        told = hand(board, words)
    except (ValueError, IndexError, OSError) as error:
        return f"{name}: {error}"
    return told if isinstance(told, str) else f"{name}: done"


def main(arguments: list[str] | None = None) -> int:
    """Run until standard input ends."""
    parser = argparse.ArgumentParser(prog="drivers.virtual", description=__doc__)
    parser.add_argument("--link", type=Path, help="symbolic link to the device")
    parser.add_argument("--profile", choices=sorted(ALL_MODELS), default="epson-tm-t20iii")
    parser.add_argument("--paper", type=Path, help="folder for the strips (PNG and text)")
    parser.add_argument("--speed", type=float, default=1.0, help="times as fast as a real one")
    parser.add_argument("--faults", type=Path, help="TOML file; see drivers.virtual.script")
    options = parser.parse_args(arguments)
    try:
        model = ALL_MODELS[options.profile]
        script = read_script(options.faults, model) if options.faults else ()
    except ScriptInvalid as error:
        parser.error(str(error))

    def announce(strip: Strip) -> None:
        state = "whole" if strip.complete else "INCOMPLETE"
        print(f"strip {strip.number}: {strip.length_mm:.0f} mm, {state}", flush=True)  # noqa: T201

    with VirtualPrinter(
        options.profile,
        link=options.link,
        paper_dir=options.paper,
        speed=options.speed,
        on_paper=announce,
    ) as printer:
        board = FaultBoard(printer)
        play(script, board)
        print(f"{printer.model.name} on {printer.device_path}", flush=True)  # noqa: T201
        for line in sys.stdin:
            print(obey(board, line), flush=True)  # noqa: T201
    if options.paper is not None:
        options.paper.mkdir(parents=True, exist_ok=True)
        (options.paper / "paper.bin").write_bytes(printer.bytes_received)
    return 0


if __name__ == "__main__":
    sys.exit(main())
