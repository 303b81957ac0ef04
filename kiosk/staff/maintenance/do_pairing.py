"""Pairs the machine anew: with the chamber's code, by its fingerprint, when nothing is open."""

from kiosk.staff.maintenance import look_machine
from kiosk.staff.maintenance.bench import Bench, Deed, failed
from kiosk.staff.maintenance.bodies import Fact, Found
from kiosk.staff.maintenance.events import Do
from kiosk.staff.maintenance.parts import Parts
from kiosk.staff.maintenance.state import Told
from kiosk.sync.enrol import EnrolmentFailed
from kiosk.sync.pairing import confirm, discard, hindrance, staged


def pairing(parts: Parts, language: str) -> Found:
    """Who this machine is, and who it will be once that was confirmed."""
    present = look_machine.pairing(parts, language)
    device = staged(parts.settings.state_dir)
    if device is None:
        return present
    new = (
        Fact("new_fingerprint", "care", value=device.fingerprint),
        Fact("new_point_of_sale", "care", value=device.point_of_sale),
        Fact("new_device", value=device.device_id),
    )
    return Found((*new, *present.facts[:3]))


def _pair(bench: Bench, effect: Do) -> Told:
    """Central makes the code worthless whatever comes of it; the machine goes on as it was."""
    parts = bench.parts
    reason = hindrance(parts.store)
    if reason:
        return failed(effect, reason)
    try:
        fingerprint = parts.enrol_anew(effect.typed)
    except EnrolmentFailed as error:
        discard(parts.settings.state_dir)
        return failed(effect, error.reason)
    return Told(effect.act, "paired_anew", fingerprint, "care")


def _use(bench: Bench, effect: Do) -> Told:
    parts = bench.parts
    reason = hindrance(parts.store)
    if reason:
        return failed(effect, reason)
    if staged(parts.settings.state_dir) is None:
        return failed(effect, "no_new_pairing")
    try:
        confirm(parts.settings.state_dir, parts.clock.now())
    except OSError:
        return failed(effect, "not_saved")
    return Told(effect.act, "pairing_used", tone="info")


def _drop(bench: Bench, effect: Do) -> Told:
    discard(bench.parts.settings.state_dir)
    return Told(effect.act, "pairing_dropped")


DEEDS: dict[str, Deed] = {"pair_anew": _pair, "use_pairing": _use, "drop_pairing": _drop}
