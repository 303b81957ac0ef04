"""Commands about the machine's own records: what they show, and what they find that was forged."""

import base64
import signal
import socket
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from sqlalchemy import Connection, text
from typer.testing import CliRunner, Result

from kiosk.__main__ import cli
from kiosk.commands.common import EXIT_DISK
from kiosk.contract import messages as m
from kiosk.contract.problems import ProblemCode
from kiosk.station import proof
from kiosk.station.audit import GENESIS, link
from kiosk.store import witnesses
from kiosk.store.failure import StoreFailed
from kiosk.store.reader import Reader
from kiosk.store.store import Store
from kiosk.sync.device_key import load_key
from kiosk.sync.witness import EVERY_S, Checkpoints
from tests.support.kiosk import FakeKiosk, make_order, problem
from tests.support.paired import Paired, paired

WAIT_S = 60.0


@pytest.fixture(scope="session")
def template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("template")


@pytest.fixture
def pair(tmp_path: Path, template: Path) -> Iterator[Paired]:
    """A machine with two checkpoints that central has signed, and rows after them."""
    with paired(tmp_path, template) as made:
        key = load_key(made.state_dir)
        made.store.write(
            lambda c: witnesses.note_key(
                c, made.clock.now(), base64.b64encode(key.public_key().public_bytes_raw()).decode()
            )
        )
        checkpoints = Checkpoints(
            made.store, made.client, made.time, made.device, lambda: key, lambda _told: None
        )
        for _ in range(2):
            for _ in range(3):
                made.journal.start_boot(made.device.device_id)
            checkpoints.send_due()
            made.clock.advance(EVERY_S)
        made.journal.start_boot(made.device.device_id)
        yield made


def invoke(state_dir: Path, *words: str) -> Result:
    file = state_dir.parent / "dispensador.toml"
    file.write_text(
        f'state_dir = "{state_dir}"\n[central]\nurl = "http://127.0.0.1:9"\n'
        f'[printer]\ndevice = "{state_dir}/no-printer"\n'
    )
    return CliRunner().invoke(cli, [*words, "--config", str(file)])


def forge(pair: Paired, work: Callable[[Connection], object]) -> None:
    """What somebody with the disk in his hands can do."""

    def all_of_it(c: Connection) -> None:
        names = "SELECT name FROM sqlite_master WHERE type = 'trigger'"
        for trigger in c.execute(text(names)).scalars().all():
            c.execute(text(f"DROP TRIGGER {trigger}"))
        work(c)

    pair.real.write(all_of_it)


def run(statement: str) -> Callable[[Connection], object]:
    return lambda c: c.execute(text(statement))


def write_anew(c: Connection) -> None:
    """The whole chain, with every hash right."""
    head = GENESIS
    for seq, row in c.execute(text("SELECT seq, row FROM audit ORDER BY seq")).all():
        other = row.replace('"boot"', '"root"')
        head = link(head, other)
        values = {"seq": seq, "row": other, "hash": head}
        c.execute(text("UPDATE audit SET row = :row, hash = :hash WHERE seq = :seq"), values)


def sign_anew(c: Connection) -> None:
    """Even the checkpoints, with a key of one's own that is entered as the device's."""
    write_anew(c)
    key = Ed25519PrivateKey.generate()
    public = base64.b64encode(key.public_key().public_bytes_raw()).decode()
    device_id = c.execute(text("SELECT device_id FROM device")).scalar_one()
    c.execute(text("UPDATE device_keys SET public_key = :key"), {"key": public})
    for kept in witnesses.read_checkpoints(c):
        head = witnesses.hash_at(c, kept.message.size)
        forged = kept.message.model_copy(update={"head": head})
        signature = key.sign(m.checkpoint_text(device_id, forged))
        c.execute(
            text(
                "UPDATE checkpoints SET head = :head, public_key = :key, signature = :signature "
                "WHERE size = :size"
            ),
            {
                "head": head,
                "key": public,
                "signature": base64.b64encode(signature).decode(),
                "size": kept.message.size,
            },
        )


def test_an_honest_past_is_whole_and_says_how_far_central_vouches(pair: Paired) -> None:
    result = invoke(pair.state_dir, "audit", "verify")
    assert result.exit_code == 0, result.output
    assert "2 checkpoints, signed by central up to row 7" in result.output


@pytest.mark.parametrize(
    ("work", "found"),
    [
        (run("UPDATE audit SET row = replace(row, 'boot', 'root') WHERE seq = 2"), "row 2"),
        (run("DELETE FROM audit WHERE seq = 3"), "broken at row 3"),
        (run("DELETE FROM audit WHERE seq > 5"), "checkpoint at row 7: the chain is shorter"),
        (write_anew, "checkpoint at row 4: the chain says something else"),
        (run("DELETE FROM device_keys"), "not signed by this device"),
        (
            run(f"UPDATE checkpoints SET signature = '{'A' * 86}=='"),
            "checkpoint at row 4: not signed by this device",
        ),
        (run(f"UPDATE checkpoints SET witness = '{'A' * 86}=='"), "not signed by central"),
        (sign_anew, "checkpoint at row 4: not signed by central"),
    ],
    ids=["row", "gap", "cut-off", "rewritten", "keys", "signature", "witness", "signed-anew"],
)
def test_a_forged_past_is_found(
    pair: Paired, work: Callable[[Connection], object], found: str
) -> None:
    forge(pair, work)
    result = invoke(pair.state_dir, "audit", "verify")
    assert result.exit_code == 1
    assert found in result.output


def test_a_key_that_was_changed_meanwhile_still_proves_its_checkpoints(pair: Paired) -> None:
    new = base64.b64encode(Ed25519PrivateKey.generate().public_key().public_bytes_raw()).decode()
    pair.store.write(lambda c: witnesses.note_key(c, pair.clock.now(), new))
    assert proof.verify(pair.store).problems == ()


# Looking while the dispenser runs.


def test_the_outbox_is_listed_while_the_store_is_open(tmp_path: Path) -> None:
    kiosk = FakeKiosk(tmp_path / "state")
    assert invoke(tmp_path / "state", "outbox", "list").output == ""
    kiosk.central.faults["capture"].append(problem(ProblemCode.VOIDED_BEFORE_CAPTURE, 409))
    parked = make_order(kiosk.ids, copies=1)
    kiosk.buy(parked)
    kiosk.central.online = False
    waiting = make_order(kiosk.ids, copies=1)
    kiosk.buy(waiting)
    result = invoke(tmp_path / "state", "outbox", "list")
    assert result.exit_code == 1  # a person is needed
    first, *others = result.output.splitlines()
    assert first.startswith(f"2 capture {parked.copies[0].op_id} since 2026-11-21 15:00")
    assert "PARKED voided-before-capture" in first
    assert all(waiting.copies[0].op_id in line and "tries, next" in line for line in others)
    assert len(others) == 2
    kiosk.central.online = True
    kiosk.settle()
    assert len(invoke(tmp_path / "state", "outbox", "list").output.splitlines()) == 1
    kiosk.real.close()


def test_a_reader_cannot_write_and_keeps_nothing_locked(tmp_path: Path) -> None:
    Store(tmp_path).close()
    reader = Reader(tmp_path)
    with pytest.raises(StoreFailed, match="read only"):
        reader.write(lambda c: c.execute(text("DELETE FROM meta")))
    with pytest.raises(StoreFailed, match="READONLY"):
        reader.read(lambda c: c.execute(text("DELETE FROM meta")))
    store = Store(tmp_path)
    assert not store.after_crash
    store.checkpoint()
    store.close()


def test_a_store_of_another_version_is_not_read(tmp_path: Path) -> None:
    store = Store(tmp_path)
    store.write(run("UPDATE alembic_version SET version_num = 'k0001'"))
    with pytest.raises(StoreFailed, match="run the dispenser first"):
        Reader(tmp_path)
    store.close()


@pytest.mark.parametrize(
    "words",
    [["outbox", "list"], ["audit", "verify"], ["audit", "breaches"], ["audit", "days"]],
    ids=" ".join,
)
def test_where_there_is_no_store_that_is_said(tmp_path: Path, words: list[str]) -> None:
    result = invoke(tmp_path / "nowhere", *words)
    assert result.exit_code == EXIT_DISK
    assert "there is no store" in result.output
    assert not (tmp_path / "nowhere").exists()


# What people do.


def test_a_breach_is_listed_and_taken_on_by_a_person(tmp_path: Path) -> None:
    state = tmp_path / "state"
    store = Store(state)
    store.write(
        run(
            "INSERT INTO breaches VALUES "
            "('I3 one-capture x', 'found', '2026-11-21T15:00:00.000000Z', NULL, '')"
        )
    )
    store.close()
    result = invoke(state, "audit", "breaches")
    assert (result.exit_code, "OPEN" in result.output) == (1, True)
    assert invoke(state, "audit", "accept", "I4", "--why", "x").exit_code == 1
    taken = invoke(state, "audit", "accept", "I3 one-capture x", "--why", "looked at it")
    assert taken.exit_code == 0
    result = invoke(state, "audit", "breaches")
    assert (result.exit_code, "accepted: looked at it" in result.output) == (0, True)
    assert invoke(state, "audit", "accept", "I3 one-capture x", "--why", "again").exit_code == 1


def test_a_roll_that_was_put_in_while_the_program_was_off_is_told(tmp_path: Path) -> None:
    state = tmp_path / "state"
    Store(state).close()
    for words, roll_mm in ((["--metres", "50"], 50_000), ([], 80_000)):
        assert invoke(state, "paper", "loaded", *words).exit_code == 0
        found = Reader(state).read(lambda c: c.execute(text("SELECT roll_mm FROM paper")).scalar())
        assert found == roll_mm


def test_days_are_listed_and_a_difference_is_an_error(tmp_path: Path) -> None:
    state = tmp_path / "state"
    store = Store(state)
    day = "INSERT INTO day_closes VALUES ('2026-11-{}', '{{}}', '2026-11-21T15:00:00.000000Z', {})"
    store.write(run(day.format(20, "'agreed', '', NULL")))
    assert invoke(state, "audit", "days").exit_code == 0
    store.write(run(day.format(21, "'different', 'voided: 2 here', NULL")))
    store.close()
    result = invoke(state, "audit", "days")
    assert result.exit_code == 1
    assert result.output.splitlines() == [
        "2026-11-21 different voided: 2 here",
        "2026-11-20 agreed",
    ]


def test_the_doctor_tells_what_the_records_say(tmp_path: Path) -> None:
    state = tmp_path / "state"
    store = Store(state)
    at = "'2026-11-21T15:00:00.000000Z'"
    store.write(run(f"INSERT INTO breaches VALUES ('I3 x', 'found', {at}, NULL, '')"))
    store.write(
        run(
            f"INSERT INTO day_closes VALUES ('2026-11-20', '{{}}', {at}, 'different', "
            "'open: 1 here', NULL)"
        )
    )
    store.close()
    assert "paper: not known" in invoke(state, "doctor").output
    invoke(state, "paper", "loaded", "--metres", "50")
    result = invoke(state, "doctor")
    assert result.exit_code == 1
    for line in ("paper: 50.0 m left", "breach: I3 x", "day 2026-11-20 different: open: 1 here"):
        assert line in result.output


# Ending while it starts.


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT])
def test_told_to_end_while_it_starts_it_lets_go_of_everything(
    pair: Paired, number: signal.Signals
) -> None:
    """Central takes the connection and says nothing: the recovery waits for its answer."""
    pair.real.close()
    with socket.create_server(("127.0.0.1", 0)) as listener:
        listener.settimeout(WAIT_S)
        file = pair.state_dir.parent / "run.toml"
        port = listener.getsockname()[1]
        file.write_text(
            f'state_dir = "{pair.state_dir}"\n'
            f'[central]\nurl = "http://127.0.0.1:{port}"\nread_s = 60\n'
            f'[printer]\ndevice = "{pair.state_dir}/no-printer"\n'
        )
        process = subprocess.Popen(
            [sys.executable, "-m", "kiosk", "run", "--window", "--config", str(file)],
            stderr=subprocess.PIPE,
        )
        try:
            held, _ = listener.accept()
            process.send_signal(number)
            _, told = process.communicate(timeout=WAIT_S)
        finally:
            process.kill()
        held.close()
    assert process.returncode == 0, told.decode()
    assert b"Traceback" not in told
    store = Store(pair.state_dir)
    assert not store.after_crash
    store.close()
    pair.open()
