"""``VirtualPrinter``: a receipt printer on a pseudo-terminal, with paper and faults."""

import os
import select
import threading
from collections import deque
from collections.abc import Callable
from itertools import count
from pathlib import Path
from time import monotonic

from PIL import Image

from drivers.virtual import paper
from drivers.virtual.agenda import Agenda, Stage, Watcher
from drivers.virtual.cable import Wiring
from drivers.virtual.citizen import CitizenFirmware
from drivers.virtual.escpos import EscPosFirmware
from drivers.virtual.firmware import Firmware
from drivers.virtual.line import Line
from drivers.virtual.mechanism import Counts, Mechanism
from drivers.virtual.models import ALL_MODELS, Model
from drivers.virtual.nv_graphics import NvGraphics
from drivers.virtual.paper import Strip
from drivers.virtual.plain import PlainFirmware
from drivers.virtual.star import StarFirmware
from drivers.virtual.wire import CableWire, PtyWire, Wire

_LOOKAHEAD_MM = 8.0  # how far the firmware reads ahead of the head
_HELD_POLL_S = 0.01
_STOP_LIMIT_S = 5.0
_START_UP_S = 0.5
_ALL_BYTES = 65536
_cables = count(1)
_FIRMWARES: dict[str, type[EscPosFirmware] | type[StarFirmware]] = {
    "epson": EscPosFirmware,
    "custom": EscPosFirmware,
    "star": StarFirmware,
    "citizen": CitizenFirmware,
    "plain": PlainFirmware,
}
_BITS_PER_BYTE = 10  # 8N1
_BLOCK_START = 0x37  # of answers that end with NUL; a status may come in the middle of them
_BLOCK_HEAD = 3
_HEAD_MAX = 3  # bytes of a question before its last one


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
        wiring: Wiring | None = None,
        on_paper: Callable[[Strip], None] | None = None,
    ) -> None:
        """Switch the printer on.

        Args:
            model: one of ``ALL_MODELS``, named like the driver's profiles, or a model of one's own.
            link: a symbolic link that always points to the present device.
            paper_dir: where every strip is saved as PNG and text when it is cut.
            speed: how many times faster than a real one; None: no pacing at all.
            baud: line speed, the model's own by default.
            wiring: a cable with modem lines for a host of this process, which opens
                ``device_path`` as a URL of pyserial; None: a pseudo-terminal for any process.
            on_paper: called on the printer's thread with every strip that is cut.
        """
        self.model = ALL_MODELS[model] if isinstance(model, str) else model
        self._link = link
        self._wiring = wiring
        self._cable_name = f"printer-{next(_cables)}"
        self._paper_dir = paper_dir
        self.on_paper = on_paper
        rate = (baud or self.model.baud) / _BITS_PER_BYTE
        self._rate = None if speed is None else rate * speed
        self._speed = speed
        self._deaf_until = 0.0
        self._bytes_to_lose = 0
        self._changed = threading.Condition(threading.RLock())
        self._mechanism = Mechanism(self.model, speed, self._strip_is_cut)
        firmware = _FIRMWARES[self.model.dialect]
        self._firmware: Firmware = firmware(self._mechanism, self._say, self._clear)
        self._received = bytearray()
        self._buffer = bytearray()
        self._muted = False
        self._late_s = 0.0
        self._late: deque[tuple[float, bytes]] = deque()
        self._pulled = False
        self._agenda = Agenda()
        self._has_begun = False  # something of the strip in progress was ordered
        self._inside: bytes | None = None  # what comes in the middle of a block; empty: a status
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
        if self._link is not None and self._wiring is None:
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
            return list(self._firmware.unknown)

    @property
    def stored_pictures(self) -> NvGraphics:
        """Its memory for pictures."""
        assert isinstance(self._firmware, EscPosFirmware), "another family has none"
        return self._firmware.nv

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

        def take() -> None:
            taken.append(self._mechanism.take())
            if taken[0]:
                self._announce("taken")

        self._do(take)
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
                self._firmware.repeat_report()

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
        self._firmware.power_up()

    def after_bytes(self, count: int, action: Callable[[], None]) -> None:
        """Do something, such as ``power_cycle``, once so many more bytes have come in."""
        self._do(lambda: self._agenda.at_byte(len(self._received) + count, action))

    def after_mm(self, millimetres: float, action: Callable[[], None]) -> None:
        """Do something once so much more paper has moved."""

        def note() -> None:
            at = self._mechanism.counts.printed_mm + millimetres
            self._mechanism.at_mm.append((at, action))

        self._do(note)

    def after_s(self, seconds: float, action: Callable[[], None]) -> None:
        """Do something after so many of the printer's own seconds: a fast one has shorter ones."""
        due = monotonic() + seconds / (self._speed or 1.0)
        self._do(lambda: self._agenda.at_time(due, action))

    def watch(self, watcher: Watcher) -> None:
        """Have it told, on the printer's thread, what happens to which strip, counted from 1."""
        self._do(lambda: self._agenda.watch(watcher))

    def interrupt_answers(self, data: bytes | None) -> None:
        """Put bytes into the middle of every block it answers; the empty bytes: its own status.

        None: leave the blocks alone again.
        """
        self._do(lambda: setattr(self, "_inside", data))

    def call_itself(self, name: str | None) -> None:
        """Answer another model's name, or its own again."""
        self._do(lambda: setattr(self._firmware, "name", name or self.model.name))

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
        wire: Wire
        if self._wiring is not None:
            wire = CableWire(self._cable_name, self._wiring)
        else:
            wire = PtyWire(self._link)
        return Line(wire, self._rate, self._buffer, self.model.buffer_bytes)

    def _strip_is_cut(self, strip: Strip) -> None:
        if self._paper_dir is not None:
            name = f"strip-{strip.number:02d}"
            paper.save(strip.image, self._paper_dir / f"{name}.png")
            (self._paper_dir / f"{name}.txt").write_text(strip.text + "\n", "utf-8")
        if self.on_paper is not None:
            self.on_paper(strip)
        self._has_begun = False
        self._announce("cut")
        if strip.fate == "presented":
            self._announce("presented")

    def _announce(self, stage: Stage) -> None:
        cuts = self._mechanism.counts.cuts
        self._agenda.announce(stage, cuts + 1 if stage == "begins" else cuts)

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
            received, may_begin = len(self._received), not self._has_begun
            most = self._agenda.bytes_until(received, may_begin=may_begin)
            budget = min(line.budget(now), most)
            if budget:
                self._hear(line, budget)
        self._agenda.run(now, len(self._received))
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
        if self._line is not None:
            self._say(self._firmware.report())
        for due in (self._mechanism.next_due(), self._say_late(now), self._agenda.next_s):
            if due is not None:
                waits.append(max(0.0, due - monotonic()))
        return min(waits, default=None)

    def _hear(self, line: Line, most: int) -> int:
        """Take bytes off the wire; while the printer starts up, they are lost."""
        data = line.read(min(most, self._bytes_to_lose or most))
        if data and (self._bytes_to_lose or monotonic() < self._deaf_until):
            self._bytes_to_lose = max(0, self._bytes_to_lose - len(data))
            if not self._only_asks(data, len(self._received)):
                self._mechanism.paper.damage()
            self._received += data
        else:
            for byte in data:
                self._receive(byte, line)
        return len(data)

    def _receive(self, byte: int, line: Line) -> None:
        self._received.append(byte)
        if not line.store(byte):
            self._mechanism.paper.damage()
            self._firmware.overflow()
        self._firmware.hear(byte)

    def _work(self, now: float) -> None:
        buffer, mechanism = self._buffer, self._mechanism
        while True:
            happened = mechanism.advance(now)
            taken = 0
            while taken < len(buffer) and mechanism.queued_mm < _LOOKAHEAD_MM:
                if mechanism.stopped:
                    break
                if self._firmware.read(buffer[taken]):
                    self._note_begin()
                taken += 1
            del buffer[:taken]
            if not happened and not taken:
                return

    def _note_begin(self) -> None:
        if not self._has_begun and (self._firmware.has_open_line or self._mechanism.is_busy):
            self._has_begun = True
            self._announce("begins")

    def _clear(self) -> None:
        """Forget by order: a strip of which nothing is printed yet begins anew.

        What was lost before is void. Any other strip ends in the middle.
        """
        mechanism = self._mechanism
        if mechanism.is_busy or not mechanism.paper.is_blank:
            self._forget()
        else:
            self._buffer.clear()
            self._firmware.reset()
            mechanism.paper.begin_anew()

    def _forget(self) -> None:
        """Lose everything that was received and not printed."""
        firmware = self._firmware
        asks = self._only_asks(self._buffer, len(self._received) - len(self._buffer))
        loses = not asks or firmware.has_open_line
        self._mechanism.discard(pending=loses)
        self._buffer.clear()
        firmware.reset()

    def _only_asks(self, lost: bytes | bytearray, at: int) -> bool:
        """True if these bytes, lost from the ``at``-th on, were only questions.

        The first of them may be the end of one whose head was heard before.
        """
        heads = (bytes(self._received[max(0, at - size) : at]) for size in range(_HEAD_MAX + 1))
        return any(self._firmware.is_harmless(head + lost) for head in heads)

    def _say(self, data: bytes) -> None:
        if not data or self._muted or self._line is None:
            return
        if self._inside is not None and data[0] == _BLOCK_START and len(data) > _BLOCK_HEAD:
            inside = self._inside or self._firmware.status()
            data = data[:_BLOCK_HEAD] + inside + data[_BLOCK_HEAD:]
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
