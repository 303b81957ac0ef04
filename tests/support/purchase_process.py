"""A kiosk as its own process that buys two certificates for Ana, for tests that end it.

``python -m tests.support.purchase_process STATE URL DEVICE PROFILE MOMENT``: at the moment
``window`` it serves as the program does, with a window offscreen, and lives until it is told to
end. At ``never`` it is left to whoever kills it. Every other moment is one at which it kills
itself, as suddenly as a power cut ends it.
"""

import os
import signal
import sys
import threading
from collections.abc import Callable
from pathlib import Path
from typing import Any

from kiosk.__main__ import serve
from kiosk.app import Kiosk, log_crash, open_kiosk
from tests.support.hall import Visitor, hall_printer, hall_settings


def main(state: str, url: str, device: str, profile: str, moment: str = "never") -> int:
    settings = hall_settings(Path(state), url, device, profile)
    kiosk = open_kiosk(settings, hall_printer(device, profile), log_crash)
    if moment == "window":
        threading.Thread(target=_buy, args=(kiosk,), daemon=True).start()
        return serve(kiosk, fullscreen=False)
    if moment != "never":
        _MOMENTS[moment](kiosk)
    kiosk.start()
    _buy(kiosk)
    kiosk.stop()
    return 0


def _buy(kiosk: Kiosk) -> None:
    visitor = Visitor(kiosk)
    visitor.signs_in()
    visitor.chooses()
    visitor.pays().ends()


def _die(*_: object, **__: object) -> Any:
    os.kill(os.getpid(), signal.SIGKILL)


def _at_message(kind: str, *, answered: bool = False) -> Callable[[Kiosk], None]:
    """When the first such money message would be sent, or when its answer has come."""

    def plant(kiosk: Kiosk) -> None:
        money = kiosk.central.money

        def dying(path: str, device_seq: int, body: bytes) -> Any:
            if not path.endswith(kind):
                return money(path, device_seq, body)
            if answered:
                money(path, device_seq, body)
            return _die()

        kiosk.central.money = dying  # type: ignore[method-assign]

    return plant


def _when_held(kiosk: Kiosk) -> None:
    """Every hold is saved and nothing was printed."""
    kiosk.machine.printer.lay_out = _die  # type: ignore[method-assign]


_MOMENTS: dict[str, Callable[[Kiosk], None]] = {
    "before-authorise": _at_message("authorise"),
    "authorise-answered": _at_message("authorise", answered=True),
    "held": _when_held,
    "before-capture": _at_message("capture"),
}


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
