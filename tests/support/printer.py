"""A virtual printer on a pseudo-terminal with a driver on the other end, for tests of any layer."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from time import monotonic

from drivers.printer.job import JobLimits
from drivers.printer.link import LinkLimits
from drivers.printer.printer import EscPosPrinter
from drivers.printer.profile import Flow, load_profile
from drivers.printer.transport import serial_port_factory
from drivers.virtual import VirtualPrinter

EPSON, CUSTOM = "epson-tm-t20iii", "custom-vkp80iii"
FAST = 50.0  # times a real printer
SHORT_JOB = JobLimits(hold_s=0.6, stall_s=0.6, copy_s=20.0, delivery_s=1.0, poll_s=0.05)
SHORT_LINK = LinkLimits(reply_s=0.4, quiet_s=0.05, counter_s=0.5, clear_s=0.5, drain_s=0.5)


class RealClock:
    """The clock of this machine."""

    def now(self) -> datetime:
        return datetime.now(UTC)

    def monotonic(self) -> float:
        return monotonic()


@dataclass
class Bench:
    """Both ends of the line."""

    virtual: VirtualPrinter
    driver: EscPosPrinter


@contextmanager
def printer_bench(
    folder: Path,
    profile: str = EPSON,
    *,
    speed: float | None = FAST,
    flow: Flow | None = None,
    job_limits: JobLimits = SHORT_JOB,
    link_limits: LinkLimits = SHORT_LINK,
) -> Iterator[Bench]:
    """Start a virtual printer and a driver that talks to it; no watching thread, limits short."""
    link = folder / "printer"
    model = load_profile(profile)
    with VirtualPrinter(profile, link=link, speed=speed) as virtual:
        driver = EscPosPrinter(
            serial_port_factory(str(link), model.serial, flow),
            model,
            RealClock(),
            job_limits=job_limits,
            link_limits=link_limits,
            poll_s=None,
        )
        try:
            yield Bench(virtual, driver)
        finally:
            driver.close()
