"""A kiosk as its own process that buys without a screen, for tests that kill it.

``python -m tests.support.purchase_process STATE URL DEVICE PROFILE`` signs Ana in and buys two
certificates.
"""

import sys
from pathlib import Path

from kiosk.app import log_crash, open_kiosk
from tests.support.hall import Visitor, hall_printer, hall_settings


def main(state: str, url: str, device: str, profile: str) -> None:
    settings = hall_settings(Path(state), url, device, profile)
    kiosk = open_kiosk(settings, hall_printer(device, profile), log_crash)
    kiosk.start()
    visitor = Visitor(kiosk)
    visitor.signs_in()
    visitor.chooses()
    visitor.pays().ends()
    kiosk.stop()


if __name__ == "__main__":
    main(*sys.argv[1:5])
