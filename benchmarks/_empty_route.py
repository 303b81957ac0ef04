"""Central with one route more, which no installation has: signed, and empty.

``python -m benchmarks._empty_route PORT_FILE`` serves what the settings of the environment say.
The route is the frame of every signed message: form, device, signature, time, a nonce that is
kept, the message parsed, an answer written. What a money message takes longer is its own work.
"""

import sys
from pathlib import Path

from central import routes
from central.devices.caller import Caller
from central.serve import serve
from central.services import Services
from central.settings import load_settings
from kiosk.contract import messages as m

PATH = "/benchmark/empty"
MODULE = ("benchmarks._empty_route",)
_HOST = "127.0.0.1"


def empty(_services: Services, _caller: Caller, _message: m.OpenOperations) -> m.Reply:
    """Does nothing."""
    return m.OpenOperationsReply(operations=())


def main(port_file: str) -> None:
    """Serve until told to stop."""
    endpoint = routes.Endpoint(PATH, m.OpenOperations, m.OpenOperationsReply, empty)
    setattr(routes, "ENDPOINTS", (*routes.ENDPOINTS, endpoint))  # noqa: B010 - a longer tuple
    serve(load_settings(), _HOST, 0, Path(port_file))


if __name__ == "__main__":
    main(sys.argv[1])
