"""Takes the log away: onto a stick that may then be pulled out, or to central."""

from kiosk.contract import device_logs as m
from kiosk.contract.problems import Problem
from kiosk.ports import Offline
from kiosk.staff.maintenance.bench import Bench, Deed, failed
from kiosk.staff.maintenance.events import Do
from kiosk.staff.maintenance.state import Told
from kiosk.station.log_book import read_lines
from kiosk.station.log_export import Head, file_name, written
from kiosk.station.removable import NotWritten, write_to

FILE_MAX_CHARACTERS = 4_000_000
"""More than the two files of the log hold."""


def _export(bench: Bench, effect: Do) -> Told:
    media = bench.parts.sticks()
    if not media:
        return failed(effect, "stick_none")
    head = _head(bench, effect)
    lines = read_lines(bench.parts.settings.state_dir)
    try:
        name = write_to(
            media[0], file_name(head), written(head, lines, FILE_MAX_CHARACTERS).encode()
        )
    except NotWritten as problem:
        return failed(effect, str(problem))
    return Told(effect.act, "exported", name)


def _send(bench: Bench, effect: Do) -> Told:
    head = _head(bench, effect)
    lines = read_lines(bench.parts.settings.state_dir)
    message = m.SendLog(
        made_at=head.made_at,
        version=head.version,
        by=head.by,
        lines=written(head, lines, m.LINES_MAX),
    )
    match bench.parts.central.ask("/v1/devices/log", message, m.LogKept):
        case m.LogKept(log_id=log_id):
            return Told(effect.act, "log_sent", log_id.rpartition("-")[2])
        case Problem(code=code):
            return failed(effect, code.value)
        case Offline():
            return failed(effect, "central-offline")


def _head(bench: Bench, effect: Do) -> Head:
    parts = bench.parts
    device = parts.device
    return Head(device.point_of_sale, device.device_id, parts.version, parts.time.now(), effect.who)


DEEDS: dict[str, Deed] = {"export_log": _export, "send_log": _send}
