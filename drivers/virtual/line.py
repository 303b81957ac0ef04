"""The virtual printer's serial line: its clock, its receive buffer, its flow control.

What it runs over has no speed, so the clock is ours: a token bucket of baud/10 bytes a second. The
printer says BUSY when its buffer is nearly full; what happens then is the host's affair. If it does
not listen, the buffer overflows and bytes are lost without a word, as in life.
"""

from drivers.virtual.wire import Wire

_XON, _XOFF = b"\x11", b"\x13"
_BUSY_AT, _READY_AT = 128, 256  # free bytes. Source: Epson TM-T88III specification, receive buffer
_QUANTUM_BYTES = 64
_QUANTUM_S = 0.002
_IDLE_QUANTA, _LATE_QUANTA = 4, 40


class Line:
    """One wire and the receive buffer behind it."""

    def __init__(
        self, wire: Wire, rate_bytes_s: float | None, buffer: bytearray, buffer_bytes: int
    ) -> None:
        """Put a printer's buffer behind a wire.

        What stands in the buffer is printed even after the cable was pulled.
        """
        self._wire = wire
        self.path = wire.path
        self.buffer = buffer
        self.lost = 0
        self._capacity = buffer_bytes
        self._rate = rate_bytes_s
        self._tokens = 0.0
        self._filled_at: float | None = None
        self._held = False
        self._is_busy = False
        self.has_flow_wire = True  # False: the cable lacks the wire for BUSY

    def close(self) -> None:
        """Pull the plug: the host's end hangs up."""
        self._wire.close()

    def fileno(self) -> int:
        """For select."""
        return self._wire.fileno()

    # -- host to printer --------------------------------------------------------------------------

    def budget(self, now: float) -> int:
        """How many bytes may come over the wire now."""
        room = self._capacity - len(self.buffer)
        if self._rate is None:
            return room
        if self._filled_at is not None:
            self._tokens += (now - self._filled_at) * self._rate
        # A busy wire makes up for a late reader, an idle one has nothing to make up for.
        most = _LATE_QUANTA if self._is_busy else _IDLE_QUANTA
        self._tokens = min(self._tokens, most * self._quantum)
        self._filled_at = now
        if self.has_flow_wire and self._wire.host_listens:
            return min(int(self._tokens), self._wire.may_come(room, _BUSY_AT, held=self._held))
        return int(self._tokens)

    @property
    def _quantum(self) -> float:
        assert self._rate is not None
        return max(_QUANTUM_BYTES, self._rate * _QUANTUM_S)

    def wait_s(self) -> float:
        """How long until the wire may bring more: one quantum."""
        return 0.0 if self._rate is None else self._quantum / self._rate

    def read(self, count: int) -> bytes:
        """Take bytes off the wire; they are not in the buffer yet."""
        data = self._wire.read(count)
        self._is_busy = len(data) == count
        self._tokens = max(0.0, self._tokens - len(data))
        return data

    def store(self, byte: int) -> bool:
        """Put a byte into the receive buffer; False if it is full and the byte is lost."""
        if len(self.buffer) >= self._capacity:
            self.lost += 1
            return False
        self.buffer.append(byte)
        return True

    def flow(self) -> bytes:
        """Hold or release the host by the room in the buffer; the XON or XOFF to send."""
        if self._rate is None or not self.has_flow_wire:
            if self._held:
                self._wire.set_ready(True)
            self._held = False
            return b""
        room = self._capacity - len(self.buffer)
        if not self._held and room < _BUSY_AT:
            self._held = True
            self._wire.set_ready(False)
            return _XOFF if self._wire.uses_xon else b""
        if self._held and room >= _READY_AT:
            self._held = False
            self._wire.set_ready(True)
            return _XON if self._wire.uses_xon else b""
        return b""

    @property
    def is_held(self) -> bool:
        """True while BUSY."""
        return self._held

    # -- printer to host --------------------------------------------------------------------------

    def send(self, data: bytes) -> None:
        """Say something to the host; lost if nobody ever reads."""
        self._wire.send(data)
