from datetime import timedelta

import pytest

from central.portal.throttle import Throttle
from central.portal.verification import Rules, verify
from tests.portal.conftest import CODE, Portal
from tests.support.central import START


def states(portal: Portal, rules: Rules, times: int, after_days: int = 0) -> list[str]:
    at = START + timedelta(after_days)
    return [
        portal.database.run(lambda db: verify(db, portal.codes, "99", CODE, rules, at)).state
        for _ in range(times)
    ]


def test_a_chamber_may_limit_the_verifications(portal: Portal) -> None:
    portal.codes.put("valid")
    assert states(portal, Rules(limit=2), 4) == ["valid", "valid", "exhausted", "exhausted"]


def test_without_limits_a_code_is_valid_for_ever(portal: Portal) -> None:
    portal.codes.put("valid")
    assert states(portal, Rules(valid_days=None), 3, after_days=5_000) == ["valid"] * 3


def test_only_a_valid_finding_has_content(portal: Portal) -> None:
    portal.codes.put("valid")
    found = portal.database.run(
        lambda db: [
            bool(verify(db, portal.codes, "99", CODE, Rules(limit=1), START).content)
            for _ in range(2)
        ]
    )
    assert found == [True, False]


def test_chambers_count_apart(portal: Portal) -> None:
    portal.codes.put("valid")
    found = portal.database.run(
        lambda db: [verify(db, portal.codes, code, CODE, Rules(), START) for code in ("16", "99")]
    )
    assert [finding.checks.count for finding in found] == [1, 1]


@pytest.mark.parametrize(("asked", "waits"), [(3, False), (4, True)])
def test_a_client_may_ask_so_often_in_a_window(asked: int, waits: bool) -> None:
    throttle = Throttle(limit=3, window=timedelta(seconds=60))
    answers = [throttle.wait_s("client", START) for _ in range(asked)]
    assert (answers[-1] > 0) is waits


def test_clients_do_not_slow_each_other_and_a_window_ends() -> None:
    throttle = Throttle(limit=1, window=timedelta(seconds=60))
    assert throttle.wait_s("one", START) == 0
    assert throttle.wait_s("other", START) == 0
    assert throttle.wait_s("one", START + timedelta(seconds=59)) == 2
    assert throttle.wait_s("one", START + timedelta(seconds=60)) == 0


def test_a_crowd_of_clients_does_not_fill_the_memory() -> None:
    throttle = Throttle(limit=1)
    for number in range(10_050):
        throttle.wait_s(str(number), START)
    assert len(throttle._clients) == 10_000
    assert throttle.wait_s("10049", START) > 0
    assert throttle.wait_s("0", START) == 0
