"""The stages of a sale, for the desk's one function."""

from typing import assert_never

from kiosk.staff.desk.events import DeskEvent
from kiosk.staff.desk.sale.choosing import choosing
from kiosk.staff.desk.sale.ending import leave_sale, printing, sold
from kiosk.staff.desk.sale.paying import paying
from kiosk.staff.desk.sale.stages import Choosing, Paying, Printing, SaleStage, Sold
from kiosk.staff.desk.state import Desk, Step


def in_sale(desk: Desk, stage: SaleStage, event: DeskEvent) -> Step:
    """What an event leads to."""
    match stage:
        case Choosing():
            return choosing(desk, stage, event)
        case Paying():
            return paying(desk, stage, event)
        case Printing():
            return printing(desk, stage, event)
        case Sold():
            return sold(desk, stage, event)
        case _:
            assert_never(stage)


def back(desk: Desk, stage: SaleStage) -> Step:
    """One screen up, where the stage itself knows none; a payment that is unclear stays listed."""
    return (desk, ()) if isinstance(stage, Printing) else leave_sale(desk, stage)
