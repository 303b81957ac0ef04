"""Does the printer stop the host before its buffer runs over? Tried, not believed.

With the cover open a printer prints nothing, so its receive buffer can only fill. NULs, which print
nothing later either, are sent until the host is held back, or until more of them have left than
printer, adapter and system can keep. A host that was never held loses bytes in a long certificate,
and no printer reports that. At 9600 baud the whole trial takes 35 s, at 115200 three.
"""

from time import monotonic

from drivers.printer.link import Link
from drivers.printer.transport import PortGoneError
from kiosk.ports import PrinterFault

HOLDS, NEVER_HOLDS, OPEN_COVER = "flow_holds", "flow_never_holds", "open_cover_first"
_BUFFER_BYTES = 16_384
"""The largest that a printer of these families has; a profile's own number may be a guess."""
_KEPT_ON_THE_WAY = 16_384
"""Bytes that a pseudo-terminal, a kernel's queue or an adapter may keep (measured: 14,336)."""
_HELD_S = 1.0
_SLICE_S = 0.1
_CHUNK = 256
_BITS = 10
"""Of a byte on the wire: start, eight, stop."""


def check_flow(link: Link) -> str:
    """Fill the printer while its cover is open; empties it again as far as the model can."""
    if not link.ask_status():
        return PrinterFault.DISCONNECTED
    if link.mechanics.fault is not PrinterFault.COVER_OPEN:
        return OPEN_COVER
    try:
        held = _is_held(link)
        link.port.override_flow_control(True)  # what the system still holds back is thrown away
        link.port.override_flow_control(False)
    except PortGoneError:
        link.inbox.lose()
        return PrinterFault.DISCONNECTED
    if link.profile.can_clear:
        link.clear()
    return HOLDS if held else NEVER_HOLDS


def _is_held(link: Link) -> bool:
    """Whether the line took nothing for a while before it took all.

    Not faster than the wire: what runs ahead of it into the system's own queues would have left
    before the printer could say a word.
    """
    left = max(link.profile.serial.buffer_bytes, _BUFFER_BYTES) + _KEPT_ON_THE_WAY
    moved_s = monotonic()
    while left > 0:
        taken = link.port.write(b"\x00" * min(left, _CHUNK), _SLICE_S)
        left -= taken
        now_s = monotonic()
        if taken:
            moved_s = now_s
            link.inbox.wait(lambda: False, taken * _BITS / link.profile.serial.baud)
        elif now_s - moved_s > _HELD_S:
            return True
    return False
