"""The frame of money messages: every number is kept, with its answer and its line in the trail."""

import json

from sqlalchemy import select

from central.db.ids import new_id
from central.operations.tables import DeviceMessage
from central.records.tables import AuditEntry
from kiosk.contract import messages as m
from tests.support.central import Central, Terminal, operation

AUTHORISE = "/v1/operations/authorise"


def kept(central: Central) -> list[tuple[int, str, str]]:
    """Number, kind and answer of every money message."""
    rows = select(DeviceMessage).order_by(DeviceMessage.device_seq)
    return central.services.database.run(
        lambda db: [
            (row.device_seq, row.kind, _essence(json.loads(row.reply))) for row in db.scalars(rows)
        ]
    )


def _essence(reply: dict[str, str]) -> str:
    assert "certificate" not in reply
    return reply.get("state") or reply["code"]


def test_each_message_is_kept_with_its_answer(central: Central, terminal: Terminal) -> None:
    order = terminal.order(terminal.sign_in(), quantity=2)
    first, second = terminal.authorise(order, 1), terminal.authorise(order, 2)
    terminal.capture(first.op_id)
    terminal.void(second.op_id)
    terminal.void(first.op_id)
    assert kept(central) == [
        (1, "authorise", "HELD"),
        (2, "authorise", "HELD"),
        (3, "capture", "CAPTURED"),
        (4, "void", "VOIDED_BY_DEVICE"),
        (5, "void", "already-captured"),
    ]


def test_a_refused_message_leaves_no_gap_and_may_succeed_later(
    central: Central, terminal: Terminal
) -> None:
    cart = terminal.cart(terminal.sign_in())
    order = m.OrderOpened.model_validate_json(terminal.post("/v1/orders", cart).content)
    message = terminal.copy(order, purchase_token="x" * 43)
    assert terminal.post(AUTHORISE, message).json()["code"] == "token-expired"
    assert kept(central) == [(1, "authorise", "token-expired")]
    good = message.model_copy(update={"purchase_token": order.purchase_token})
    answer = terminal.post(AUTHORISE, good)
    assert operation(answer).state is m.OperationState.HELD
    assert kept(central) == [(1, "authorise", "HELD")]


def test_messages_may_come_in_any_order(central: Central, terminal: Terminal) -> None:
    for seq in (7, 3, 5):
        message = m.Void(op_id=new_id(), device_seq=seq, reason="test")
        assert terminal.post("/v1/operations/void", message).status_code == 200
    assert [seq for seq, _, _ in kept(central)] == [3, 5, 7]


def test_a_replayed_authorise_renews_a_live_hold(central: Central, terminal: Terminal) -> None:
    message = terminal.copy(terminal.order(terminal.sign_in()))
    first = operation(terminal.post(AUTHORISE, message))
    central.clock.advance(500)
    second = operation(terminal.post(AUTHORISE, message))
    assert first.hold_expires_at is not None
    assert second.hold_expires_at is not None
    assert (second.hold_expires_at - first.hold_expires_at).total_seconds() == 500


def test_a_replayed_authorise_does_not_revive_an_expired_hold(
    central: Central, terminal: Terminal
) -> None:
    message = terminal.copy(terminal.order(terminal.sign_in()))
    terminal.post(AUTHORISE, message)
    central.clock.advance(900)
    assert operation(terminal.post(AUTHORISE, message)).state is m.OperationState.EXPIRED


def test_the_trail_tells_who_did_what_to_which_operation(
    central: Central, terminal: Terminal
) -> None:
    order = terminal.order(terminal.sign_in(), quantity=2)
    first, second = terminal.authorise(order, 1), terminal.authorise(order, 2)
    terminal.capture(first.op_id)
    terminal.void(second.op_id)
    tombstone = new_id()
    terminal.void(tombstone)
    by_device = select(AuditEntry.action, AuditEntry.subject).where(
        AuditEntry.actor == terminal.identity.device_id, AuditEntry.action != "device-enrolled"
    )
    trail = central.services.database.run(
        lambda db: [tuple(row) for row in db.execute(by_device.order_by(AuditEntry.id))]
    )
    assert trail == [
        ("authorise", first.op_id),
        ("authorise", second.op_id),
        ("capture", first.op_id),
        ("void", second.op_id),
        ("tombstone", tombstone),
    ]
