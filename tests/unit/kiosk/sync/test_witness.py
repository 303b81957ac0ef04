"""Checkpoints against the real central: signed, kept, countersigned; a rewritten chain is found."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import Connection, select, text

from central.records.tables import Incident
from kiosk.contract import messages as m
from kiosk.station.audit import GENESIS, link
from kiosk.store import witnesses
from kiosk.sync.device_key import load_key
from kiosk.sync.witness import AGAIN_S, EVERY_S, Checkpoints, is_witnessed
from tests.support.kiosk import Crash, Crasher
from tests.support.paired import LOST_ANSWER, LOST_REQUEST, Paired, paired


@pytest.fixture
def pair(tmp_path: Path, template: Path) -> Iterator[Paired]:
    with paired(tmp_path, template) as made:
        yield made


def make_checkpoints(pair: Paired, breaks: list[str] | None = None) -> Checkpoints:
    key = load_key(pair.state_dir)
    told = [] if breaks is None else breaks
    return Checkpoints(pair.store, pair.client, pair.time, pair.device, lambda: key, told.append)


def grow(pair: Paired, rows: int = 3) -> None:
    for _ in range(rows):
        pair.journal.start_boot("0193f2a0-7b1c-7e21-9d1f-3b0c5a7d9e10")


def kept(pair: Paired) -> list[tuple[int, bool]]:
    return [
        (row.message.size, row.witness != "") for row in pair.store.read(witnesses.read_checkpoints)
    ]


def incidents(pair: Paired) -> list[str]:
    return pair.central.services.database.run(lambda db: list(db.scalars(select(Incident.kind))))


def test_a_checkpoint_comes_back_with_centrals_signature(pair: Paired) -> None:
    grow(pair)
    assert make_checkpoints(pair).send_due() == EVERY_S
    (row,) = pair.store.read(witnesses.read_checkpoints)
    assert row.witnessed_at is not None
    answer = m.Witnessed(
        size=row.message.size,
        head=row.message.head,
        continues=True,
        received_at=row.witnessed_at,
        signature=row.witness,
    )
    assert is_witnessed(pair.device, answer)
    assert not is_witnessed(pair.device, answer.model_copy(update={"size": 99}))


def test_every_hour_a_new_one_that_names_the_one_before(pair: Paired) -> None:
    checkpoints = make_checkpoints(pair)
    checkpoints.send_due()
    grow(pair)
    pair.clock.advance(EVERY_S / 2)
    assert 0 < checkpoints.send_due() <= EVERY_S / 2
    pair.clock.advance(EVERY_S / 2)
    assert checkpoints.send_due() == EVERY_S
    rows = pair.store.read(witnesses.read_checkpoints)
    assert [row.message.witnessed_size for row in rows] == [0, rows[0].message.size]
    assert rows[1].message.witnessed_head == rows[0].message.head
    assert incidents(pair) == []


@pytest.mark.parametrize("fault", [LOST_REQUEST, LOST_ANSWER])
def test_the_same_one_goes_out_until_it_is_signed(pair: Paired, fault: str) -> None:
    checkpoints = make_checkpoints(pair)
    pair.wire.faults.append(fault)
    assert checkpoints.send_due() == AGAIN_S
    assert [signed for _, signed in kept(pair)] == [False]
    grow(pair)
    pair.reboot()
    assert make_checkpoints(pair).send_due() == EVERY_S
    assert [signed for _, signed in kept(pair)] == [True]
    assert incidents(pair) == []


@pytest.mark.parametrize("at", range(1, 7))
def test_the_power_may_go_off_anywhere(tmp_path: Path, template: Path, at: int) -> None:
    crasher = Crasher()
    with paired(tmp_path, template, crasher) as pair:
        checkpoints = make_checkpoints(pair)
        crasher.passed.clear()
        crasher.at = at
        try:
            checkpoints.send_due()
            assert len(crasher.passed) == 6, crasher.passed
        except Crash:
            pair.reboot()
        pair.reboot()
        grow(pair)
        pair.clock.advance(EVERY_S)
        again = make_checkpoints(pair)
        again.send_due()
        pair.clock.advance(EVERY_S)
        again.send_due()
        assert all(signed for _, signed in kept(pair))
        assert incidents(pair) == []


def rewrite(pair: Paired) -> None:
    """Somebody with the disk writes the whole chain anew, every hash right."""

    def work(c: Connection) -> None:
        c.execute(text("DROP TRIGGER audit_keeps"))
        head = GENESIS
        for seq, row in c.execute(text("SELECT seq, row FROM audit ORDER BY seq")).all():
            row = row.replace("boot", "root")
            head = link(head, row)
            values = {"seq": seq, "row": row, "hash": head}
            c.execute(text("UPDATE audit SET row = :row, hash = :hash WHERE seq = :seq"), values)

    pair.store.write(work)


def test_a_chain_written_anew_is_found_by_central_and_told(pair: Paired) -> None:
    grow(pair)
    breaks: list[str] = []
    checkpoints = make_checkpoints(pair, breaks)
    checkpoints.send_due()
    rewrite(pair)
    grow(pair)
    pair.clock.advance(EVERY_S)
    checkpoints.send_due()
    assert len(breaks) == 1
    assert incidents(pair) == ["audit-chain-broken"]
    assert [signed for _, signed in kept(pair)] == [True, False]
    checkpoints.send_due()
    assert len(breaks) == 1  # once is enough


def test_a_signature_that_is_not_centrals_is_not_kept(pair: Paired) -> None:
    checkpoints = make_checkpoints(pair)
    message = checkpoints.make()
    checkpoints.take(
        m.Witnessed(
            size=message.size,
            head=message.head,
            continues=True,
            received_at=message.at,
            signature="A" * 86 + "==",
        )
    )
    assert [signed for _, signed in kept(pair)] == [False]


def test_one_that_central_refuses_does_not_block_the_next(pair: Paired) -> None:
    checkpoints = make_checkpoints(pair)
    message = checkpoints.make()

    def spoil(c: Connection) -> None:
        c.execute(text("DROP TRIGGER checkpoints_keep"))
        c.execute(text("UPDATE checkpoints SET signature = :s"), {"s": "A" * 86 + "=="})

    pair.store.write(spoil)
    assert checkpoints.send_due() == AGAIN_S
    grow(pair)
    pair.clock.advance(EVERY_S)
    assert checkpoints.send_due() == EVERY_S
    assert kept(pair) == [(message.size, False), (message.size + 3, True)]
