"""What the virtual printer says about itself: status bytes and counters, from the manuals.

Sources: Epson TM-T88III specification (DLE EOT, GS a); Custom KPM210 p. 36 and KPM216H p. 70-72.
"""

from drivers.virtual.mechanism import Mechanism


def real_time(m: Mechanism, n: int) -> bytes:
    """The answer to ``DLE EOT n``: pattern 0xx1xx10."""
    has_error = m.cutter_error or m.head_hot
    bits = {
        1: 0x08 * m.stopped,
        2: 0x04 * m.cover_open | 0x20 * (not m.paper_present) | 0x40 * has_error,
        3: 0x08 * m.cutter_error | 0x40 * m.head_hot,
        4: 0x0C * m.near_end | 0x60 * (not m.paper_present),
    }
    return bytes((0x12 | bits[n],))


def automatic(m: Mechanism) -> bytes:
    """Automatic status back: four bytes."""
    return bytes(
        (
            0x10 | 0x08 * m.stopped | 0x20 * m.cover_open,
            0x08 * m.cutter_error | 0x40 * m.head_hot,
            0x03 * m.near_end | 0x0C * (not m.paper_present),
            0x0F,
        )
    )


def full_status(m: Mechanism) -> bytes:
    """Custom's full status: 10 0F, then paper, user, recoverable and unrecoverable."""
    paper = 0x01 * (not m.paper_present) | 0x04 * m.near_end | 0x20 * (m.ticket is not None)
    user = 0x02 * m.cover_open | 0x08 * m.motor_on
    recoverable = 0x01 * m.head_hot | 0x40 * m.paper_jammed
    unrecoverable = 0x01 * m.cutter_error | 0x80 * m.presenter_error
    return bytes((0x10, 0x0F, paper, user, recoverable, unrecoverable))


def reading(m: Mechanism, name: str) -> bytes:
    """Custom's maintenance counters, as text with their unit."""
    texts = {
        "read_left_cm": f"{m.left_mm / 10:.0f}cm",
        "read_cuts": f"{m.counts.cuts} cuts",
        "read_printed_cm": f"{m.counts.printed_mm / 10:.0f}cm",
        "read_retracts": f"{m.counts.retracts}ret",
        "read_power_ups": f"{m.counts.power_ups}on",
    }
    return texts[name].encode("ascii")
