"""What is done to the machine as a whole: its queue, its way to central, its screen, itself."""

from kiosk.staff.maintenance.bench import Bench, Deed, failed
from kiosk.staff.maintenance.events import Do
from kiosk.staff.maintenance.network import probe
from kiosk.staff.maintenance.state import Told
from kiosk.store.maintenance import hurry, release


def _send_now(bench: Bench, effect: Do) -> Told:
    parts = bench.parts
    now = parts.clock.now()
    count = parts.store.write(lambda c: hurry(c, now))
    parts.send()
    return Told(effect.act, "sending", str(count))


def _release(bench: Bench, effect: Do) -> Told:
    """``amount`` is the message's number; if central refuses it again, it is set aside again."""
    parts = bench.parts
    now = parts.clock.now()
    if not parts.store.write(lambda c: release(c, now, effect.amount)):
        return failed(effect, "not_parked")
    parts.send()
    return Told(effect.act, "released", str(effect.amount))


def _test_network(bench: Bench, effect: Do) -> Told:
    parts = bench.parts
    way = probe(parts.settings.central, parts.clock, parts.is_reachable, bench.language)
    bench.found["network"] = way
    bad = any(fact.tone == "bad" for fact in way)
    return failed(effect, "way_broken") if bad else Told(effect.act, "way_open")


def _touch_test(_bench: Bench, effect: Do) -> Told:
    missed = effect.amount
    if missed:
        return Told(effect.act, "touch_missed", str(missed), "bad")
    return Told(effect.act, "touch_whole")


def _restart(_bench: Bench, effect: Do) -> Told:
    """Only said here: the runner does it when it is noted and told."""
    return Told(effect.act, "restarting", tone="info")


DEEDS: dict[str, Deed] = {
    "send_now": _send_now,
    "release": _release,
    "test_network": _test_network,
    "touch_test": _touch_test,
    "restart": _restart,
}
