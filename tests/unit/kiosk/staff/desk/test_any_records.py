"""Whatever is pressed and answered among shifts, reports, receipts and notes: the desk stands.

And however it got there: with a shift that central does not know, no money is sent.
"""

from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.contract.staff import certificates as ct
from kiosk.contract.staff import provisional as p
from kiosk.contract.staff import receipts as c
from kiosk.contract.staff import reports as m
from kiosk.contract.staff import shifts as s
from kiosk.purchase.operation import State
from kiosk.staff.desk import events as e
from kiosk.staff.desk.closing import piece
from kiosk.staff.desk.copies.effects import PrintCopy
from kiosk.staff.desk.effects import Ask, KeepNote, MoveMoney
from kiosk.staff.desk.hand_in import HandedIn
from kiosk.staff.desk.records import PARTS
from kiosk.staff.desk.sale.events import SaleEnded
from kiosk.visit.events import Back, Continue, Tick
from tests.support.copies import ORDER, SOLD, order_copied, printed
from tests.support.desk import (
    CASHIER,
    NOW,
    SHIFT,
    Counter,
    account,
    closed,
    copied,
    payment,
    topped_up,
    uuid,
)
from tests.support.reports import MADE_AT, make_report
from ui.convert import to_qml

EVERYTHING = (
    *CASHIER,
    "copy-certificate",
    "see-shifts",
    "reopen-shift",
    "see-reports",
    "see-movements",
    "see-kiosks",
)
FIELDS = (
    "base",
    "number",
    "sold_code",
    "id",
    "first_day",
    "last_day",
    "day",
    "login",
    "kiosk",
    "reason",
)
WORDS = ("C01-000001", "1990000001", "21/11/2026", "1", "x", "", "faltó una recarga", "K01")
GOES = ("records", "down", "up", "reopen", "recompute", "report", "refresh", "today", "month",
        "next", "previous", "print", "csv", "pdf", "search", "reprint", "mail", "open", "close",
        "copy", "again", "certificates",
        "open_offline", "close_offline", "customer", "reverse", "settlement")  # fmt: skip
pressed = st.one_of(
    st.builds(e.Type, st.sampled_from((*FIELDS, "amount", "given")), st.sampled_from(WORDS)),
    st.builds(e.Type, st.just(piece(50_000)), st.sampled_from(("", "1", "7"))),
    st.builds(e.Select, st.just("part"), st.sampled_from(tuple(PARTS))),
    st.builds(
        e.Select,
        st.sampled_from(("shift", "receipt", "id_type", "payment", "certificate")),
        st.sampled_from((uuid(1), uuid(2), "CC", "NIT")),
    ),
    st.builds(e.Go, st.sampled_from(GOES)),
    st.sampled_from((Continue(), Continue(), Continue(), Back(), Tick())),
)
STATE = s.ShiftState(
    shift_id=uuid(2),
    login="luisa",
    place="C02",
    base=0,
    opened_at=NOW,
    closed_at=NOW,
    closes=(closed(1, 2), closed(2, 2, number=2, kind="recomputed")),
)
FOUND = c.FoundReceipt(movement=payment(1), reverses_number="", copies=0, mail_to="a•••@e•••.x")
FILE = m.ReportFile(name="x.csv", media_type="text/csv", content=b"QTtC")
REPORT = make_report(*[(MADE_AT, "Compra", 1, 6_100)] * 30)
REPLIES: tuple[Any, ...] = (
    s.Shifts(shifts=()),
    s.Shifts(shifts=(STATE, STATE.model_copy(update={"closed_at": None}))),
    SHIFT,
    closed(50_000, 49_500),
    m.ReportGiven(report=REPORT),
    m.ReportGiven(report=REPORT, file=FILE),
    c.FoundReceipts(receipts=(), cut=False),
    c.FoundReceipts(receipts=(FOUND,), cut=True),
    c.FoundReceipts(
        receipts=(c.FoundOrderReceipt(order=ORDER, copies=0, mail_to=""), FOUND), cut=False
    ),
    order_copied(),
    SOLD,
    ct.CopyAllowed(copy_id=uuid(9)),
    copied(),
    c.ReceiptMailed(sent_to="a•••@e•••.x", copy_number=2),
    account(payment(1)),
    topped_up(),
)
CODES = ("central-offline", "unavailable", "not-possible", "not-found", "disk", "mail-off")
ENDINGS = (State.CAPTURED, State.PRINTED, State.VOIDED, State.WAIT_PERSON)
answered = st.one_of(
    st.builds(e.Answered, st.just(0), st.sampled_from(REPLIES)),
    st.builds(e.Failed, st.just(0), st.sampled_from(CODES)),
    st.builds(printed, st.sampled_from(ENDINGS)),
    st.just("noted"),
    st.just("looked"),
)


class Notes:
    """What the runner does with notes, without a disk."""

    def __init__(self, counter: Counter) -> None:
        self.counter = counter

    def kept(self) -> None:
        """A note that was to be kept is kept, and its time is on it."""
        for effect in self.counter.effects:
            if isinstance(effect, KeepNote):
                note = replace(effect.note, opened_at=effect.note.opened_at or NOW.isoformat())
                if note.close is not None:
                    note = replace(note, close=replace(note.close, at=NOW.isoformat()))
                others = [n for n in self.counter.desk.notes if n.shift_id != note.shift_id]
                self.counter.send(e.NotesChanged((*others, note)))
                self.counter.answer(e.NoteKept(0, note))

    def looked(self) -> None:
        """Central is back: everything is handed in."""
        pending = [note for note in self.counter.desk.notes if note.is_pending]
        if not self.counter.desk.waiting:
            return
        handed = tuple(
            HandedIn(note, p.ProvisionalKept(shift=None, close=_close(note), superseded=False))
            for note in pending
        )
        self.counter.send(e.NotesChanged(()))
        self.counter.answer(e.Looked(0, None, (), NOW, handed))


def _close(note: Any) -> s.ShiftClosed | None:
    return closed(1, 2, kind="provisional") if note.close is not None else None


def fits(counter: Counter, event: Any) -> bool:
    """Central answers only what it was asked."""
    if not isinstance(event, e.Answered):
        return True
    asked = [each for each in counter.effects if isinstance(each, Ask | MoveMoney)]
    return any(isinstance(event.reply, each.reply) for each in asked)


@pytest.mark.timeout(900)
@given(st.sampled_from((SHIFT, None)), st.lists(st.one_of(pressed, answered), max_size=60))
def test_nothing_brings_the_desk_down(shift: s.ShiftOpened | None, events: list[Any]) -> None:
    counter = Counter().at_home(shift=shift, actions=EVERYTHING)
    notes = Notes(counter)
    for number, event in enumerate(events):
        if event == "noted":
            notes.kept()
        elif event == "looked":
            notes.looked()
        elif isinstance(event, SaleEnded):
            if any(isinstance(effect, PrintCopy) for effect in counter.effects):
                counter.answer(event)
        elif isinstance(event, e.Answered | e.Failed):
            if fits(counter, event):
                counter.answer(event)
        else:
            counter.send(e.FreshId(uuid(number % 10)), event)
        to_qml(counter.view)
        for effect in counter.effects:
            if isinstance(effect, MoveMoney):
                assert counter.desk.shift is not None
