"""``VirtualPrinter``: a receipt printer on a pseudo-terminal, with paper and faults."""

import os
import re
import select
import sys
import threading
from collections import deque
from collections.abc import Callable
from functools import partial
from pathlib import Path
from time import monotonic

from PIL import Image

from drivers.virtual import paper, sensors
from drivers.virtual.commands import Command, Parser, RealTimeScanner
from drivers.virtual.head import Head
from drivers.virtual.line import Line
from drivers.virtual.mechanism import Action, Counts, Mechanism
from drivers.virtual.models import MODELS, Model
from drivers.virtual.paper import Strip

_LOOKAHEAD_MM = 8.0  # how far the firmware reads ahead of the head
_HELD_POLL_S = 0.01
_STOP_LIMIT_S = 5.0
_START_UP_S = 0.5
_ALL_BYTES = 65536
# What may be lost without harm to the paper: the end of a question, whole ones, orders to report.
_ONLY_QUESTIONS = re.compile(
    rb".{0,2}(?:\x10\x04.|\x1d[\xe1-\xe5]|\x1d[\xe0IFar].|\x1b@|\x00)*", re.DOTALL
)
_BITS_PER_BYTE = 10  # 8N1
_FULL_STATUS_QUERY = 20


class VirtualPrinter:
    """Plays one model. All public members may be used from any thread."""

    def __init__(
        self,
        model: str | Model = "epson-tm-t20iii",
        *,
        link: Path | None = None,
        paper_dir: Path | None = None,
        speed: float | None = 1.0,
        baud: int | None = None,
        on_paper: Callable[[Strip], None] | None = None,
    ) -> None:
        """Switch the printer on.

        Args:
            model: one of ``MODELS``, named like the driver's profiles, or a model of one's own.
            link: a symbolic link that always points to the present device.
            paper_dir: where every strip is saved as PNG and text when it is cut.
            speed: how many times faster than a real one; None: no pacing at all.
            baud: line speed, the model's own by default.
            on_paper: called on the printer's thread with every strip that is cut.
        """
        self.model = MODELS[model] if isinstance(model, str) else model
        self._link = link
        self._paper_dir = paper_dir
        self.on_paper = on_paper
        rate = (baud or self.model.baud) / _BITS_PER_BYTE
        self._rate = None if speed is None else rate * speed
        self._speed = speed
        self._deaf_until = 0.0
        self._bytes_to_lose = 0
        self._changed = threading.Condition(threading.RLock())
        self._mechanism = Mechanism(self.model, speed, self._strip_is_cut)
        self._parser = Parser()
        self._scanner = RealTimeScanner()
        self._head = Head(self._mechanism)
        self._received = bytearray()
        self._buffer = bytearray()
        self._push_mask = 0
        self._pushed: bytes | None = None
        self._muted = False
        self._late_s = 0.0
        self._late: deque[tuple[float, bytes]] = deque()
        self._pulled = False
        self._triggers: dict[int, Callable[[], None]] = {}
        self._line: Line | None = self._new_line()
        self._wake_read, self._wake_write = os.pipe()
        self._stopping = False
        self._thread = threading.Thread(target=self._run, name="virtual-printer", daemon=True)
        self._thread.start()

    def close(self) -> None:
        """Switch off for good."""
        with self._changed:
            self._stopping = True
        self._wake()
        self._thread.join(_STOP_LIMIT_S)
        if self._line is not None:
            self._line.close()
            self._line = None
        os.close(self._wake_read)
        os.close(self._wake_write)

    def __enter__(self) -> "VirtualPrinter":
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    # -- what it is and what came out -------------------------------------------------------------

    @property
    def device_path(self) -> str:
        """The device to open: the link if there is one."""
        if self._link is not None:
            return str(self._link)
        with self._changed:
            assert self._line is not None, "unplugged, and no link was asked for"
            return self._line.path

    @property
    def strips(self) -> list[Strip]:
        """Every strip that was cut, oldest first."""
        with self._changed:
            return list(self._mechanism.strips)

    @property
    def bytes_received(self) -> bytes:
        """Every byte that came over the wire."""
        with self._changed:
            return bytes(self._received)

    @property
    def counters(self) -> Counts:
        """Lifetime counters."""
        with self._changed:
            return self._mechanism.counts

    @property
    def unknown_commands(self) -> list[bytes]:
        """Commands that no manual describes."""
        with self._changed:
            return list(self._parser.unknown)

    @property
    def bytes_lost(self) -> int:
        """Bytes that the receive buffer could not hold."""
        with self._changed:
            return self._line.lost if self._line is not None else 0

    def partial_image(self) -> Image.Image:
        """The strip that is being printed, as far as it has come."""
        with self._changed:
            return self._mechanism.paper.picture()

    def partial_text(self) -> str:
        """Its text."""
        with self._changed:
            return self._mechanism.paper.text()

    def save_paper(self, path: Path) -> None:
        """All strips on one picture, side by side; blank scraps are left out."""
        paper.save(paper.desk([s.image for s in self.strips if not s.is_blank]), path)

    def wait_until(self, condition: Callable[["VirtualPrinter"], bool], timeout_s: float) -> bool:
        """Wait until something is true of this printer; for tests and demonstrations."""
        with self._changed:
            return self._changed.wait_for(lambda: condition(self), timeout_s)

    # -- hands on the printer ---------------------------------------------------------------------

    def paper_out(self, after_mm: float | None = None) -> None:
        """Let the paper end, now or after so many more millimetres."""
        self._do(lambda: self._mechanism.end_paper(after_mm))

    def load_paper(self) -> None:
        """Put in a full roll."""
        self._do(self._mechanism.load_paper)

    def open_cover(self) -> None:
        """Open the cover."""
        self._do(lambda: setattr(self._mechanism, "cover_open", True))

    def close_cover(self) -> None:
        """Close the cover."""
        self._do(lambda: setattr(self._mechanism, "cover_open", False))

    def head_hot(self, hot: bool = True) -> None:
        """Overheat the head, or let it cool down."""
        self._do(lambda: setattr(self._mechanism, "head_hot", hot))

    def cutter_jam(self, jammed: bool = True) -> None:
        """Make the next cut fail, or free the cutter."""
        self._do(lambda: setattr(self._mechanism, "cutter_jammed", jammed))

    def paper_jam(self, jammed: bool = True) -> None:
        """Let the paper get stuck, or free it."""
        self._do(lambda: setattr(self._mechanism, "paper_jammed", jammed))

    def presenter_jam(self, jammed: bool = True) -> None:
        """Let the next ticket get stuck in the presenter, or free it."""
        self._do(lambda: setattr(self._mechanism, "presenter_jammed", jammed))

    def set_paper_left(self, millimetres: float) -> None:
        """Let the odometer and the near-end sensor see a shorter roll."""
        self._do(lambda: setattr(self._mechanism, "left_mm", millimetres))

    def mute(self, muted: bool = True) -> None:
        """Stop answering, or answer again."""
        self._do(lambda: setattr(self, "_muted", muted))

    def take_ticket(self) -> bool:
        """Take the ticket out of the presenter; False if there is none."""
        taken = []
        self._do(lambda: taken.append(self._mechanism.take()))
        return taken[0]

    def unplug(self) -> None:
        """Pull the cable: the device vanishes; what is in the buffer stays in the printer."""
        if threading.current_thread() is self._thread:
            self._pull()
            return
        # The printer's own thread closes the device: while it waits on it, it would stay open.
        self._do(lambda: setattr(self, "_pulled", True))
        self.wait_until(lambda p: p._line is None, _STOP_LIMIT_S)

    def _pull(self) -> None:
        self._pulled = False
        if self._line is not None:
            self._line.close()
            self._line = None

    def replug(self) -> None:
        """Put the cable back: a new device, behind the same link."""

        def put() -> None:
            if self._line is None:
                self._line = self._new_line()
                self._pushed = None

        self._do(put)

    def power_cycle(self) -> None:
        """Switch off and on: everything that was not printed yet is forgotten.

        What comes while the printer starts up is lost: for some time, or unpaced all that is under
        way.
        """

        def cycle() -> None:
            self._restart()
            self._deaf_until = monotonic() + _START_UP_S / (self._speed or 1.0)
            if self._speed is None:
                while self._line is not None and self._hear(self._line, _ALL_BYTES):
                    pass
                self._deaf_until = 0.0

        self._do(cycle)

    def brown_out(self, lost_bytes: int = 11) -> None:
        """Let the supply sag for a millisecond: a restart that is over before anybody notices.

        Only so many bytes are lost on the line as come in a millisecond at 115200 baud.
        """

        def sag() -> None:
            self._restart()
            self._bytes_to_lose = lost_bytes

        self._do(sag)

    def _restart(self) -> None:
        self._mechanism.counts.power_ups += 1
        self._forget()
        self._push_mask = 0
        self._head.reset()

    def after_bytes(self, count: int, action: Callable[[], None]) -> None:
        """Do something, such as ``power_cycle``, once so many more bytes have come in."""
        self._do(lambda: self._triggers.update({len(self._received) + count: action}))

    def after_mm(self, millimetres: float, action: Callable[[], None]) -> None:
        """Do something once so much more paper has moved."""

        def note() -> None:
            at = self._mechanism.counts.printed_mm + millimetres
            self._mechanism.at_mm.append((at, action))

        self._do(note)

    def inject(self, data: bytes) -> None:
        """Disturb the line: the host hears bytes that the printer never meant to say."""
        self._do(lambda: self._say(data))

    def answer_late(self, seconds: float) -> None:
        """Keep every answer back for so long; 0: answer at once again."""
        self._do(lambda: setattr(self, "_late_s", seconds))

    def cut_flow_wire(self, cut: bool = True) -> None:
        """Use a cable without the wire for BUSY, or a right one."""

        def change() -> None:
            if self._line is not None:
                self._line.has_flow_wire = not cut

        self._do(change)

    def _do(self, change: Callable[[], None]) -> None:
        with self._changed:
            change()
            self._changed.notify_all()
        self._wake()

    def _wake(self) -> None:
        os.write(self._wake_write, b"!")

    def _new_line(self) -> Line:
        return Line(self._link, self._rate, self._buffer, self.model.buffer_bytes)

    def _strip_is_cut(self, strip: Strip) -> None:
        if self._paper_dir is not None:
            name = f"strip-{strip.number:02d}"
            paper.save(strip.image, self._paper_dir / f"{name}.png")
            (self._paper_dir / f"{name}.txt").write_text(strip.text + "\n", "utf-8")
        if self.on_paper is not None:
            self.on_paper(strip)

    # -- its own thread ---------------------------------------------------------------------------

    def _run(self) -> None:
        while True:
            with self._changed:
                if self._stopping:
                    return
                readers: list[int] = [self._wake_read]
                wait_s = self._tick(monotonic(), readers)
                self._changed.notify_all()
            ready, _, _ = select.select(readers, [], [], wait_s)
            if self._wake_read in ready:
                os.read(self._wake_read, 1024)

    def _tick(self, now: float, readers: list[int]) -> float | None:
        """Do everything that is due; adds what to listen to, returns how long to wait at most."""
        if self._pulled:
            self._pull()
        if (line := self._line) is not None:
            budget = min(line.budget(now), self._bytes_to_trigger())
            if budget:
                self._hear(line, budget)
            self._triggers.pop(len(self._received), lambda: None)()
        self._work(now)
        line = self._line
        waits: list[float] = []
        if line is not None:
            self._say(line.flow())
            if line.is_held:
                waits.append(_HELD_POLL_S)
            elif line.budget(now):
                readers.append(line.fileno())
            else:
                waits.append(line.wait_s())
        self._push_status()
        for due in (self._mechanism.next_due(), self._say_late(now)):
            if due is not None:
                waits.append(max(0.0, due - monotonic()))
        return min(waits, default=None)

    def _hear(self, line: Line, most: int) -> int:
        """Take bytes off the wire; while the printer starts up, they are lost."""
        data = line.read(min(most, self._bytes_to_lose or most))
        if data and (self._bytes_to_lose or monotonic() < self._deaf_until):
            self._bytes_to_lose = max(0, self._bytes_to_lose - len(data))
            self._received += data
            if not _ONLY_QUESTIONS.fullmatch(data):
                self._mechanism.paper.damage()
        else:
            for byte in data:
                self._receive(byte, line)
        return len(data)

    def _bytes_to_trigger(self) -> int:
        return min(self._triggers, default=sys.maxsize) - len(self._received)

    def _receive(self, byte: int, line: Line) -> None:
        self._received.append(byte)
        if not line.store(byte):
            self._mechanism.paper.damage()
        found = self._scanner.feed(byte)
        if found is not None:
            self._real_time(*found)

    def _work(self, now: float) -> None:
        buffer, mechanism = self._buffer, self._mechanism
        while True:
            happened = mechanism.advance(now)
            taken = 0
            while taken < len(buffer) and mechanism.queued_mm < _LOOKAHEAD_MM:
                if mechanism.stopped:
                    break
                command = self._parser.feed(buffer[taken])
                taken += 1
                if command is not None:
                    self._execute(command)
            del buffer[:taken]
            if not happened and not taken:
                return

    # -- commands ---------------------------------------------------------------------------------

    def _execute(self, command: Command) -> None:
        if self._head.handle(command):
            return
        mechanism, model = self._mechanism, self.model
        match command.name, command.args:
            case "cut_here", _:
                mechanism.enqueue(Action(0, mechanism.cut, model.cut_s, is_cut=True))
            case "cut_after_feed", (units,):
                self._head.handle(Command("feed", (units,)))
                dots = round(model.cutter_mm * model.dots_per_mm)
                mechanism.enqueue(Action(model.cutter_mm, partial(mechanism.paper.feed, dots)))
                mechanism.enqueue(Action(0, mechanism.cut, model.cut_s, is_cut=True))
            case "present", (_, _, mode, timeout_s):
                show = partial(mechanism.present, mode, timeout_s)
                took_s = model.cut_s + model.present_s
                mechanism.enqueue(Action(0, show, took_s, is_cut=True, is_presenting=True))
            case "ejector", (what, *_):
                moves = {2: mechanism.retract, 5: mechanism.eject}
                mechanism.enqueue(Action(0, moves.get(what, lambda: None)))
            case "extended", (kind,) if kind == ord("H"):
                digits = command.data[2:]
                mechanism.enqueue(Action(0, lambda: self._say(b"\x37\x22" + digits + b"\x00")))
            case "extended", (kind,) if kind == ord("k"):
                self._say(self._head.symbol(command.data))
            case "queued_status", _:
                self._say(b"\x03" if mechanism.near_end else b"\x00")
            case "ident", _:
                self._say(b"\x5f" + model.name.encode() + b"\x00")
            case (("auto_status" | "auto_full_status"), (mask,)):
                self._push_mask = mask
                self._pushed = None
            case name, _ if name.startswith("read_"):
                self._say(sensors.reading(mechanism, name))
            case _:
                pass
        if command.name == "initialise" and model.dialect == "epson":
            self._push_mask = 0

    def _real_time(self, what: str, n: int) -> None:
        if what == "status":
            if n == _FULL_STATUS_QUERY and self.model.dialect == "custom":
                self._say(sensors.full_status(self._mechanism))
            elif n in (1, 2, 3, 4):
                self._say(sensors.real_time(self._mechanism, n))
        elif what == "clear" and self.model.dialect == "epson":
            self._forget()
            self._say(b"\x37\x25\x00")

    def _forget(self) -> None:
        """Lose everything that was received and not printed."""
        loses = not _ONLY_QUESTIONS.fullmatch(self._buffer) or self._head.has_open_line
        self._mechanism.discard(pending=loses)
        self._buffer.clear()
        self._parser.reset()
        self._head.reset()

    def _push_status(self) -> None:
        if not self._push_mask or self._line is None:
            return
        is_custom = self.model.dialect == "custom"
        report = sensors.full_status if is_custom else sensors.automatic
        status = report(self._mechanism)
        if status != self._pushed:
            self._pushed = status
            self._say(status)

    def _say(self, data: bytes) -> None:
        if not data or self._muted or self._line is None:
            return
        if self._late_s or self._late:
            self._late.append((monotonic() + self._late_s, data))
        else:
            self._line.send(data)

    def _say_late(self, now: float) -> float | None:
        """Send what is due of the answers that were kept back; when the next one is due."""
        while self._late and self._late[0][0] <= now:
            _, data = self._late.popleft()
            if self._line is not None:
                self._line.send(data)
        return self._late[0][0] if self._late else None
