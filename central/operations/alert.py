"""Tells the owner of an account of each purchase with it.

Source: SIC, Circulars 8/2013 and 5/2014 (alerts of movements). Written in the transaction of the
capture, so that no charge goes untold.
"""

from datetime import datetime

from sqlalchemy import ColumnElement, select
from sqlalchemy.orm import Session

from central.devices.tables import Device
from central.mail.outbox import Letter, queue, rewrite
from central.operations.letters import Bought, alert_body, alert_subject
from central.operations.tables import OperationRow, Order, OrderedLine
from central.people.addresses import addresses_of
from central.people.tables import Holder
from central.services import Services
from kiosk.contract.messages import OperationState

KIND = "purchase-alert"


def alert_holder(db: Session, services: Services, op: OperationRow, now: datetime) -> None:
    """Queue the alert of a charged copy; copies of one order that come soon share one mail."""
    settings = services.settings
    wait_s = settings.mail.alert_delay_s
    if not settings.mail.host or op.order_id is None:
        return
    order = db.get_one(Order, op.order_id)
    addresses = addresses_of(db, db.get_one(Holder, order.holder_id))
    place = db.get_one(Device, op.device_id).point_of_sale
    chamber = settings.chamber

    def letter(recipient: str, bought: list[Bought]) -> Letter:
        body = alert_body(chamber, place, bought, now)
        return Letter(KIND, recipient, alert_subject(chamber), body)

    for number, address in enumerate(addresses, 1):
        key = f"{KIND}:{order.id}:{number}"
        alone = _bought(db, op.chamber_code, OperationRow.id == op.id)
        if queue(db, op.chamber_code, key, letter(address, alone), now, wait_s):
            continue
        everything = _bought(db, op.chamber_code, OperationRow.order_id == order.id)
        if rewrite(db, op.chamber_code, key, letter(address, everything).body):
            continue
        queue(db, op.chamber_code, f"{KIND}:{op.id}:{number}", letter(address, alone), now, 0)


def _bought(db: Session, chamber: str, which: ColumnElement[bool]) -> list[Bought]:
    rows = db.execute(
        select(OrderedLine.certificate_name, OrderedLine.registration_name, OperationRow.price)
        .join(OrderedLine, OperationRow.line_id == OrderedLine.id)
        .where(
            OperationRow.chamber_code == chamber,
            OperationRow.state == OperationState.CAPTURED,
            which,
        )
        .order_by(OperationRow.created_at, OperationRow.id)
    )
    return [Bought(*row) for row in rows]
