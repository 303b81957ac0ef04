"""What a verification code is worth: nothing before the charge, nothing after a void."""

from central.operations.resolve import resolve
from central.operations.tables import Decision
from central.operations.verification import CodeStatus, code_status
from tests.support.central import CAFE, CAFE_TYPE, Central, Terminal


def status(central: Central, code: str) -> CodeStatus | None:
    return central.services.database.run(lambda db: code_status(db, code))


def test_a_code_becomes_valid_only_when_its_paper_was_charged(
    central: Central, terminal: Terminal
) -> None:
    held = terminal.authorise(terminal.order(terminal.sign_in()))
    before = status(central, held.verification_code)
    assert before is not None
    assert before.state == "in_process"
    terminal.capture(held.op_id)
    after = status(central, held.verification_code)
    assert after is not None
    assert held.certificate is not None
    assert (after.state, after.content) == ("valid", held.certificate.content)
    assert (after.registration_number, after.certificate_type) == (CAFE, CAFE_TYPE)
    assert after.issued_at == central.clock()


def test_an_expired_hold_leaves_its_code_in_process(central: Central, terminal: Terminal) -> None:
    held = terminal.authorise(terminal.order(terminal.sign_in()))
    central.clock.advance(901)
    found = status(central, held.verification_code)
    assert found is not None
    assert found.state == "in_process"


def test_a_voided_code_is_void_whoever_voided_it(central: Central, terminal: Terminal) -> None:
    order = terminal.order(terminal.sign_in(), quantity=2)
    first, second = terminal.authorise(order, 1), terminal.authorise(order, 2)
    terminal.void(first.op_id)
    resolve(central.services, second.op_id, Decision.VOID, "carlos")
    for op in (first, second):
        found = status(central, op.verification_code)
        assert found is not None
        assert found.state == "void"


def test_a_code_never_given_is_unknown(central: Central) -> None:
    assert status(central, "ABCD2345") is None
