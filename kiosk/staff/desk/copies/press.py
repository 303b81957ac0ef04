"""Prints an allowed copy through the machine's own engine, or through one that keeps PDFs."""

from collections.abc import Callable
from typing import Protocol

from kiosk.contract.staff.certificates import SoldCertificate
from kiosk.purchase.operation import PAID
from kiosk.purchase.order import Copy, Order, PurchaseProgress, PurchaseResult
from kiosk.staff.desk.copies.file_printer import FilePrinter
from kiosk.staff.desk.printing import FOLDER
from kiosk.station.machine import Machine

Report = Callable[[PurchaseProgress], None]


class Reprints(Protocol):
    """The engine."""

    def reprint(self, order: Order, of_op_id: str, report: Report) -> PurchaseResult:
        """Print a charged operation again as a copy; nothing is charged."""
        ...


class CopyPress:
    """``files``: where the engine keeps PDFs, if that is what it does."""

    def __init__(
        self, engine: Reprints, new_id: Callable[[], str], files: FilePrinter | None
    ) -> None:
        self._engine = engine
        self._new_id = new_id
        self._files = files

    def __call__(
        self, sold: SoldCertificate, copy_id: str, report: Report
    ) -> tuple[PurchaseResult, str]:
        """What became of the copy, and the name of its file if it was kept as one."""
        copy = Copy(
            op_id=copy_id,
            registration_number=sold.registration_number,
            certificate_type=sold.certificate_type,
            copy_index=1,
            price_pesos=0,
            certificate_name=sold.certificate_name,
            registration_name=sold.registration_name,
        )
        order = Order(self._new_id(), sold.order_number, sold.recovery_code, "", (copy,))
        result = self._engine.reprint(order, sold.op_id, report)
        came_out = all(each.state in PAID for each in result.copies)
        return result, self._files.newest if self._files and came_out else ""


def copy_press(machine: Machine, engine: Reprints, *, has_printer: bool) -> CopyPress:
    """On the machine's own ``engine`` where there is paper, else one that keeps PDFs."""
    if has_printer:
        return CopyPress(engine, machine.ids.new_id, None)
    files = FilePrinter(machine.settings.state_dir / FOLDER)
    return CopyPress(machine.purchaser(files), machine.ids.new_id, files)
