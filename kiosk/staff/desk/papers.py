"""From what central answered to what goes on paper; no money depends on it."""

from dataclasses import replace

from kiosk.contract.staff import desk as t
from kiosk.contract.staff.receipts import OrderReceiptCopied
from kiosk.documents.desk_papers import ClosePaper, CountedLine, MovementPaper
from kiosk.documents.model import from_json
from kiosk.identity import format_id, parse_id
from kiosk.staff.desk.effects import PutOnPaper
from kiosk.staff.desk.events import PaperEnded
from kiosk.staff.desk.paper import OrderPaper
from kiosk.staff.desk.state import Closing, Desk, Paper


def ended(paper: Paper | None, event: PaperEnded) -> Paper | None:
    """What became of a paper; another one's end changes nothing."""
    if paper is None or paper.number != event.paper:
        return paper
    if event.error:
        return replace(paper, state="failed", error=event.error)
    return replace(paper, state="done", file=event.file)


def movement_on_paper(
    desk: Desk,
    movement: t.DeskMovement,
    reversed_number: str = "",
    *,
    is_copy: bool = False,
    copy_number: int = 0,
) -> tuple[Desk, Paper, PutOnPaper]:
    """The receipt of a top-up or reversal."""
    data = MovementPaper(
        chamber_name=desk.setup.chamber,
        kind=movement.kind,
        number=number_of(movement.place, movement.receipt_number),
        made_at=movement.at,
        cashier=movement.cashier,
        holder_name=movement.holder_name,
        holder_id=holder_id(movement),
        payment_form=movement.payment_form,
        amount_pesos=movement.amount,
        given_pesos=movement.given,
        reference=movement.reference,
        settlement=movement.settlement,
        reversed_number=reversed_number,
        is_copy=is_copy,
        copy_number=copy_number,
        demonstration=desk.setup.demonstration,
    )
    return _put(desk, data)


def order_on_paper(desk: Desk, copied: OrderReceiptCopied) -> tuple[Desk, Paper, PutOnPaper]:
    """A copy of the receipt of an order.

    Raises:
        ValueError: what came is no document.
    """
    document = from_json(copied.document)
    return _put(desk, OrderPaper(copied.number, copied.copy_number, document))


def same_again(desk: Desk, paper: Paper | None) -> tuple[Desk, Paper, PutOnPaper] | None:
    """A receipt that did not come out, as it was; None: it did, or there was none."""
    if paper is None or paper.state != "failed" or paper.data is None:
        return None
    return _put(desk, paper.data)


def close_on_paper(desk: Desk, stage: Closing) -> tuple[Desk, Paper, PutOnPaper]:
    """The close of a shift."""
    assert stage.closed is not None, "only a close can be put on paper"
    assert stage.opened is not None, "what was closed had been opened"
    data = ClosePaper(
        chamber_name=desk.setup.chamber,
        desk=desk.setup.place,
        cashier=desk.who.name,
        opened_at=stage.opened.opened_at,
        closed_at=stage.closed.at,
        number=stage.closed.number,
        base_pesos=stage.closed.base,
        lines=tuple(
            CountedLine(each.payment_form, each.expected, each.counted)
            for each in stage.closed.forms
        ),
        pieces=stage.pieces,
        unsent=stage.closed.unsent,
        explained=stage.closed.explained,
        provisional=stage.provisional,
        demonstration=desk.setup.demonstration,
    )
    return _put(desk, data)


def number_of(place: str, number: int) -> str:
    """A receipt's number as it is printed.

    >>> number_of("C01", 7)
    'C01-000007'
    """
    return f"{place}-{number:06d}"


def holder_id(movement: t.DeskMovement | t.DeskAccount) -> str:
    """A holder's document as paper shows it."""
    person = parse_id(movement.holder_id_type, movement.holder_id_number)
    return f"{person.id_type.value} {format_id(person)}"


def _put(
    desk: Desk, data: MovementPaper | OrderPaper | ClosePaper
) -> tuple[Desk, Paper, PutOnPaper]:
    number = desk.papers + 1
    receipt = None if isinstance(data, ClosePaper) else data
    paper = Paper(number, data=receipt)
    return replace(desk, papers=number), paper, PutOnPaper(number, data)
