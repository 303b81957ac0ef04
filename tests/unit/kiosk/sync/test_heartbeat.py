"""The heartbeat: live holds are named, decisions of people are taken over once."""

import pytest

from kiosk.contract import messages as m
from kiosk.contract.problems import ProblemCode
from kiosk.purchase.operation import State
from kiosk.station.configuration import Remote, RemoteConfiguration
from kiosk.store import queries
from kiosk.sync.heartbeat import Health, Heartbeat
from tests.support.kiosk import FakeKiosk, Held, make_order, problem


def waiting_copy(kiosk: FakeKiosk) -> str:
    kiosk.printer.plan.append("lost-part")
    order = make_order(kiosk.ids, copies=1)
    kiosk.buy(order)
    return order.copies[0].op_id


def make_heartbeat(
    kiosk: FakeKiosk,
    *,
    agreed: bool = True,
    configuration: RemoteConfiguration | None = None,
) -> Heartbeat:
    return Heartbeat(
        kiosk.journal,
        kiosk.outbox,
        kiosk.central,
        kiosk.clock,
        boot_id=kiosk.ids.new_id(),
        version="0.1.0",
        health=lambda: Health("ready", paper_mm=7_000, disk_free_mb=100, clock_offset_s=-3),
        configuration=configuration,
        agreed=agreed,
    )


def test_it_names_the_operations_whose_holds_must_live(kiosk: FakeKiosk) -> None:
    op_id = waiting_copy(kiosk)
    assert make_heartbeat(kiosk).beat() == 60
    sent = kiosk.central.heartbeats[-1]
    assert (sent.live_operations, sent.printer, sent.queue_length) == ((op_id,), "ready", 0)


def test_it_tells_how_old_the_queue_is(kiosk: FakeKiosk) -> None:
    kiosk.start()
    kiosk.central.online = False
    kiosk.buy(make_order(kiosk.ids, copies=1))
    kiosk.clock.advance(100)
    heartbeat = make_heartbeat(kiosk)
    assert heartbeat.beat() == 15
    sent = kiosk.central.heartbeats[-1]
    assert sent.queue_length == 2
    assert 100 <= sent.queue_age_s <= 130


@pytest.mark.parametrize(("decision", "end"), [("printed", State.CAPTURED), ("void", State.VOIDED)])
def test_a_persons_decision_settles_a_waiting_copy(
    kiosk: FakeKiosk, decision: str, end: State
) -> None:
    op_id = waiting_copy(kiosk)
    kiosk.central.resolutions.append(
        m.Resolution.model_validate({"op_id": op_id, "decision": decision})
    )
    heartbeat = make_heartbeat(kiosk)
    heartbeat.beat()
    heartbeat.beat()  # central repeats it until it sees the end
    kiosk.settle()
    found = queries.find_operation(kiosk.store, op_id)
    assert found is not None
    assert found.state is end
    assert kiosk.central.held == 0


def test_decisions_about_settled_or_unknown_operations_change_nothing(kiosk: FakeKiosk) -> None:
    order = make_order(kiosk.ids, copies=1)
    kiosk.buy(order)
    for op_id in (order.copies[0].op_id, kiosk.ids.new_id()):
        kiosk.central.resolutions.append(m.Resolution(op_id=op_id, decision="void"))
    make_heartbeat(kiosk).beat()
    assert queries.queue(kiosk.store).length == 0
    assert kiosk.central.spent == 6_100


def test_a_start_without_central_is_made_good_by_the_first_answered_beat(kiosk: FakeKiosk) -> None:
    orphan = kiosk.ids.new_id()
    kiosk.central.operations[orphan] = Held(m.OperationState.HELD, 6_100)
    kiosk.central.online = False
    heartbeat = make_heartbeat(kiosk, agreed=kiosk.start().central_agreed)
    heartbeat.beat()
    assert kiosk.central.held == 6_100
    kiosk.central.online = True
    heartbeat.beat()
    heartbeat.beat()
    kiosk.settle()
    assert kiosk.central.held == 0
    assert kiosk.central.calls.count("open_operations") == 2


def test_parked_messages_are_known_holes(kiosk: FakeKiosk) -> None:
    kiosk.central.faults["capture"].append(problem(ProblemCode.VOIDED_BEFORE_CAPTURE, 409))
    kiosk.buy(make_order(kiosk.ids, copies=1))
    parked = queries.parked_items(kiosk.store)
    assert len(parked) == 1
    make_heartbeat(kiosk).beat()
    sent = kiosk.central.heartbeats[-1]
    assert sent.parked == (parked[0].device_seq,)
    assert (sent.paper_mm, sent.clock_offset_s, sent.queue_length) == (7_000, -3, 0)


def test_a_configuration_is_taken_told_and_sets_the_pace(kiosk: FakeKiosk) -> None:
    configuration = RemoteConfiguration(kiosk.store, kiosk.clock)
    heartbeat = make_heartbeat(kiosk, configuration=configuration)
    kiosk.central.configuration = (4, {"heartbeat_s": 20, "cart_limit": 3})
    assert heartbeat.beat() == 20
    assert configuration.remote == Remote(heartbeat_s=20, cart_limit=3)
    heartbeat.beat()
    assert [sent.config_version for sent in kiosk.central.heartbeats] == [0, 4]


@pytest.mark.parametrize(
    ("code", "stopped"),
    [
        (ProblemCode.DEVICE_REVOKED, True),
        (ProblemCode.DEVICE_CLONED, True),
        (ProblemCode.DEVICE_UNKNOWN, True),
        (ProblemCode.SIGNATURE_INVALID, True),
        (ProblemCode.CONTRACT_UNSUPPORTED, True),
        (ProblemCode.CLOCK_SKEW, False),
        (ProblemCode.INTERNAL, False),
    ],
)
def test_a_machine_that_central_does_not_accept_is_stopped_until_it_does(
    kiosk: FakeKiosk, code: ProblemCode, stopped: bool
) -> None:
    heartbeat = make_heartbeat(kiosk)
    kiosk.central.faults["heartbeat"].append(problem(code, 401))
    assert heartbeat.beat() == 15
    assert heartbeat.is_stopped is stopped
    heartbeat.beat()
    assert not heartbeat.is_stopped
