"""Looks at the machine as a whole: the overview with its traffic lights, pairing, configuration."""

import shutil
from collections.abc import Iterator

from kiosk.contract.signing import fingerprint_of_key
from kiosk.staff.maintenance.bodies import Fact, Found, Row
from kiosk.staff.maintenance.parts import Parts
from kiosk.staff.maintenance.words import gigabytes, metres, seconds, span
from kiosk.station.configuration import Remote
from kiosk.station.integrity import read_breaches
from kiosk.station.temperature import BAD_CELSIUS, CARE_CELSIUS
from kiosk.store import queries
from kiosk.store.configurations import Received, read_configurations

CONFIGURATION_ROWS = 4
DISK_CARE_MB, DISK_BAD_MB = 1_024, 200
"""A year of journal is some 50 MB; logs and a new version of the program need the rest."""


def overview(parts: Parts, language: str) -> Found:
    """Every part with its light and its reason."""
    return Found((*_selling(parts, language), *_health(parts, language), *_program(parts)))


def _selling(parts: Parts, language: str) -> Iterator[Fact]:
    station = parts.station()
    good = station.can_buy
    yield Fact("selling", "good" if good else "bad", "selling" if good else station.buy_reason)
    yield printer_fact(parts)
    left_mm = parts.budget.left_mm()
    tone = "good" if station.paper == "enough" else "bad" if station.paper == "out" else "care"
    left = "" if left_mm is None else metres(left_mm, language)
    yield Fact("paper", tone, station.paper, left)
    yield central_fact(parts)


def central_fact(parts: Parts) -> Fact:
    """Whether central was there when it was last asked."""
    network = parts.station().network
    return Fact("central", "good" if network == "online" else "bad", network)


def printer_fact(parts: Parts) -> Fact:
    """The printer's newest state as a light."""
    state = parts.printer.state()
    if state.fault is not None:
        return Fact("printer", "bad", state.fault.value)
    return Fact("printer", "good", "near_end" if state.near_end else "ready")


def clock_fact(parts: Parts, language: str) -> Fact:
    """Whether the wall clock is believed, and how far it is off."""
    offset = seconds(parts.time.offset.total_seconds(), language)
    if not parts.time.trusted:
        return Fact("clock", "bad", "clock-wrong", offset)
    if not parts.time.heard:
        return Fact("clock", "care", "clock_unheard")
    return Fact("clock", "good", "clock_right", offset)


def _health(parts: Parts, language: str) -> Iterator[Fact]:
    yield clock_fact(parts, language)
    yield from queue_facts(parts)
    waiting = queries.count_waiting(parts.store)
    yield Fact("unfinished", "care" if waiting else "good", "some" if waiting else "none",
               str(waiting) if waiting else "")  # fmt: skip
    free_mb = shutil.disk_usage(parts.settings.state_dir).free // 2**20
    bad = parts.store.failed or free_mb < DISK_BAD_MB
    tone = "bad" if bad else "care" if free_mb < DISK_CARE_MB else "good"
    state = "disk" if parts.store.failed else "disk_little" if tone != "good" else "disk_enough"
    yield Fact("disk", tone, state, gigabytes(free_mb, language))
    open_breaches = [b for b in parts.store.read(read_breaches) if b.accepted_at is None]
    yield Fact("integrity", "bad" if open_breaches else "good",
               "integrity" if open_breaches else "none")  # fmt: skip


def queue_facts(parts: Parts) -> Iterator[Fact]:
    """What waits for central, and what central refused for good."""
    queue = queries.queue(parts.store)
    age = (
        ""
        if queue.oldest_at is None
        else span((parts.clock.now() - queue.oldest_at).total_seconds())
    )
    waits = f"{queue.length} · {age}" if queue.length else ""
    yield Fact("waiting", "care" if queue.length else "good",
               "some" if queue.length else "none", waits)  # fmt: skip
    if queue.parked:
        yield Fact("parked", "bad", "some", str(queue.parked))


def temperature_fact(parts: Parts) -> Fact:
    """How hot the processor is, where the machine tells."""
    celsius = parts.temperature()
    if celsius is None:
        return Fact("temperature", word="not_told")
    tone = "bad" if celsius >= BAD_CELSIUS else "care" if celsius >= CARE_CELSIUS else "good"
    return Fact("temperature", tone, value=f"{celsius} °C")


def _program(parts: Parts) -> Iterator[Fact]:
    yield temperature_fact(parts)
    yield Fact("version", value=parts.version)
    yield Fact("uptime", value=span(parts.clock.monotonic() - parts.started_s))


def pairing(parts: Parts, _language: str) -> Found:
    """Who this machine is to central; the fingerprint is compared over the telephone."""
    device = parts.device
    fingerprint = fingerprint_of_key(parts.key().public_key().public_bytes_raw())
    return Found(
        (
            Fact("fingerprint", value=fingerprint),
            Fact("device", value=device.device_id),
            Fact("point_of_sale", value=device.point_of_sale),
            Fact("serial", value=device.serial),
            Fact("chamber", value=device.chamber_name),
            Fact("central_id", value=device.central_id),
        )
    )


def configuration(parts: Parts, page: int) -> Found:
    """What this machine's file says, what central set over it, and the versions that came."""
    settings, remote = parts.settings, parts.configuration
    own = (
        Fact("central_url", value=settings.central.url),
        Fact("printer_profile", value=settings.printer.profile),
        Fact("printer_device", value=settings.printer.device),
        Fact("roll_m", value=f"{settings.printer.roll_m} m"),
        Fact("scanner_device", value=settings.scanner.device or "—"),
        Fact("config_version", value=str(remote.version)),
    )
    rows = [
        Row("set_value", "", name, str(value))
        for name, value in remote.remote.model_dump().items()
        if value != Remote.model_fields[name].default
    ]
    rows += [_version(one, remote.version) for one in parts.store.read(read_configurations)]
    page, pages = page_of(page, len(rows), CONFIGURATION_ROWS)
    first = (page - 1) * CONFIGURATION_ROWS
    return Found(own, tuple(rows[first : first + CONFIGURATION_ROWS]), page, pages)


def _version(received: Received, present: int) -> Row:
    """A version as it came: in use, before that, or refused for a key that is wrong."""
    refused = received.refused_reason
    word = "refused" if refused else "in_use" if received.version == present else "before"
    keys = ", ".join(sorted(received.content))
    tone = "bad" if refused else "good"
    return Row("version", "", str(received.version), keys, word, refused, tone)


def page_of(page: int, count: int, rows: int) -> tuple[int, int]:
    """The page that there is, and how many there are.

    >>> page_of(3, 7, 6), page_of(1, 0, 6)
    ((2, 2), (1, 1))
    """
    pages = max(1, -(-count // rows))
    return min(max(1, page), pages), pages
