"""A whole visit, without a screen: sign in, see the balance, buy, print, settle."""

from pathlib import Path

import pytest

from central.sample import ANA
from tests.support.hall import Hall, open_hall
from tests.support.printer import CUSTOM, EPSON


@pytest.mark.parametrize("profile", [EPSON, CUSTOM])
def test_a_visit_prints_two_certificates_and_pays_for_what_is_on_the_paper(
    tmp_path: Path, profile: str
) -> None:
    with open_hall(tmp_path, profile=profile) as hall:
        visitor = hall.visitor
        assert visitor.signs_in().body.available == "$100.000"
        assert visitor.chooses().body.balance_after == "$81.800"
        visitor.pays()
        done = visitor.ends()
        assert done.screen == "Done", done
        assert done.body.charged == "$18.200"
        hall.settled()

        assert [op.state.value for op in hall.operations()] == ["CAPTURED", "CAPTURED"]
        assert hall.central_states() == ["CAPTURED", "CAPTURED"]
        assert hall.account().available == 81_800
        papers = hall.certificates()
        assert len(papers) == 2
        for paper, operation in zip(papers, hall.operations(), strict=True):
            assert operation.verification_code in paper
        assert "$6.100" in papers[0]
        assert "$12.100" in papers[1]


def test_the_receipt_has_a_number_and_names_the_codes(tmp_path: Path) -> None:
    with open_hall(tmp_path) as hall:
        visitor = hall.visitor
        visitor.signs_in()
        visitor.chooses("00052310", "CerMat")
        visitor.pays().ends()
        hall.settled()
        visitor.does("print_receipt")
        visitor.sees("Done", that=lambda v: v.body.receipt == "printed")
        receipt = hall.paper.strips[-1].text
        assert "RECIBO No." in receipt
        assert hall.operations()[0].verification_code in receipt


def test_leaving_ends_the_session_at_central_too(tmp_path: Path) -> None:
    with open_hall(tmp_path) as hall:
        hall.visitor.signs_in()
        session = hall.kiosk.flow.visit().session
        assert session is not None
        hall.visitor.does("finish")
        hall.visitor.sees("Attract")
        _wait_until_closed(hall, session.session)
        assert ANA.id_number not in repr(hall.kiosk.flow.visit())


def _wait_until_closed(hall: Hall, session: str) -> None:
    """The kiosk closes the session in the background; central refuses it from then on."""
    import threading

    from kiosk.contract import messages as m
    from kiosk.contract.problems import Problem

    pause = threading.Event()
    for _ in range(200):
        answer = hall.kiosk.central.account(m.FetchAccount(session=session))
        if isinstance(answer, Problem):
            assert answer.code == "session-expired"
            return
        pause.wait(0.05)
    raise AssertionError("the session is still open")
