"""A serial line that goes away is "gone", whichever call finds out."""

import os
import tty
from collections.abc import Callable

import pytest

from drivers.printer.profile import load_profile
from drivers.printer.transport import Port, PortGoneError, serial_port_factory

LINE = load_profile("epson-tm-t20iii").serial


@pytest.mark.parametrize(
    "act",
    [
        lambda port: port.override_flow_control(True),
        lambda port: port.override_flow_control(False),
        lambda port: port.write(b"x", 0.1),
        lambda port: port.read(),
    ],
    ids=["flush", "settings", "write", "read"],
)
def test_a_line_that_was_unplugged_is_gone_whatever_is_done_with_it(
    act: Callable[[Port], object],
) -> None:
    printer, device = os.openpty()
    tty.setraw(device)
    port = serial_port_factory(os.ttyname(device), LINE, "xonxoff")()
    os.close(device)
    os.close(printer)
    with pytest.raises(PortGoneError):
        act(port)
    port.interrupt()
    port.close()
