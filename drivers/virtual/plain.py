"""The firmware of an ESC/POS printer of which nothing is known but that it prints.

It answers the four real-time questions and those that wait their turn, as clones do; it reports
nothing of itself, has no name, no process id and nothing that clears its buffers.
"""

from drivers.virtual.commands import Command
from drivers.virtual.escpos import EscPosFirmware

_SILENT = frozenset({"ident", "auto_status", "auto_full_status"})
_PROCESS_ID = ord("H")


class PlainFirmware(EscPosFirmware):
    """See ``Firmware``."""

    def _real_time(self, what: str, n: int) -> None:
        if what == "status":
            super()._real_time(what, n)

    def _execute(self, command: Command) -> None:
        is_process_id = command.name == "extended" and command.args == (_PROCESS_ID,)
        if command.name not in _SILENT and not is_process_id:
            super()._execute(command)
