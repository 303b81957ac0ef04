"""Run a virtual printer by itself: ``python -m drivers.virtual --link printer --paper out``.

Hands on the printer are lines on standard input; any other line lists them. The end of input
switches it off.
"""

import argparse
import sys
from collections.abc import Callable
from pathlib import Path

from drivers.virtual.models import MODELS
from drivers.virtual.paper import Strip
from drivers.virtual.printer import VirtualPrinter

Hand = Callable[[VirtualPrinter, list[str]], object]


def _paper_out(printer: VirtualPrinter, words: list[str]) -> None:
    printer.paper_out(float(words[0]) if words else None)


def _save(printer: VirtualPrinter, words: list[str]) -> None:
    printer.save_paper(Path(words[0]))


HANDS: dict[str, Hand] = {
    "paper-out": _paper_out,  # [millimetres]
    "load-paper": lambda p, _: p.load_paper(),
    "paper-left": lambda p, words: p.set_paper_left(float(words[0])),
    "open-cover": lambda p, _: p.open_cover(),
    "close-cover": lambda p, _: p.close_cover(),
    "head-hot": lambda p, _: p.head_hot(),
    "head-cool": lambda p, _: p.head_hot(False),
    "cutter-jam": lambda p, _: p.cutter_jam(),
    "free-cutter": lambda p, _: p.cutter_jam(False),
    "paper-jam": lambda p, _: p.paper_jam(),
    "free-paper": lambda p, _: p.paper_jam(False),
    "presenter-jam": lambda p, _: p.presenter_jam(),
    "free-presenter": lambda p, _: p.presenter_jam(False),
    "mute": lambda p, _: p.mute(),
    "unmute": lambda p, _: p.mute(False),
    "late": lambda p, words: p.answer_late(float(words[0])),  # seconds
    "cut-flow-wire": lambda p, _: p.cut_flow_wire(),
    "join-flow-wire": lambda p, _: p.cut_flow_wire(False),
    "inject": lambda p, words: p.inject(bytes.fromhex("".join(words))),  # hexadecimal
    "take-ticket": lambda p, _: p.take_ticket(),
    "unplug": lambda p, _: p.unplug(),
    "replug": lambda p, _: p.replug(),
    "power-cycle": lambda p, _: p.power_cycle(),
    "brown-out": lambda p, _: p.brown_out(),
    "save": _save,  # file
}


def obey(printer: VirtualPrinter, line: str) -> str:
    """Do what one line of input says; the answer for the person who typed it."""
    name, *words = line.split() or [""]
    hand = HANDS.get(name)
    if hand is None:
        return "commands: " + ", ".join(sorted(HANDS))
    try:
        hand(printer, words)
    except (ValueError, IndexError, OSError) as error:
        return f"{name}: {error}"
    return f"{name}: done"


def main(arguments: list[str] | None = None) -> int:
    """Run until standard input ends."""
    parser = argparse.ArgumentParser(prog="drivers.virtual", description=__doc__)
    parser.add_argument("--link", type=Path, help="symbolic link to the device")
    parser.add_argument("--profile", choices=sorted(MODELS), default="epson-tm-t20iii")
    parser.add_argument("--paper", type=Path, help="folder for the strips (PNG and text)")
    parser.add_argument("--speed", type=float, default=1.0, help="times as fast as a real one")
    options = parser.parse_args(arguments)

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
        print(f"{printer.model.name} on {printer.device_path}", flush=True)  # noqa: T201
        for line in sys.stdin:
            print(obey(printer, line), flush=True)  # noqa: T201
    if options.paper is not None:
        options.paper.mkdir(parents=True, exist_ok=True)
        (options.paper / "paper.bin").write_bytes(printer.bytes_received)
    return 0


if __name__ == "__main__":
    sys.exit(main())
