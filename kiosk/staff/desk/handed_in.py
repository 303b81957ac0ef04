"""What the desk shows after its notes were handed in: the close as central has it, or words."""

from dataclasses import replace

from kiosk.staff.desk.hand_in import HandedIn
from kiosk.staff.desk.papers import close_on_paper
from kiosk.staff.desk.provisional import opened_of
from kiosk.staff.desk.state import Closing, Desk, Home, Step


def after_hand_in(desk: Desk, handed_in: tuple[HandedIn, ...]) -> Step:
    """The newest close comes up with its paper; what differs there can be explained as always."""
    for each in handed_in:
        if each.kept is None:
            return desk.at(Home(told="refused", why=each.why)), ()
    if any(each.kept is not None and each.kept.superseded for each in handed_in):
        return desk.at(Home(told="superseded")), ()
    for each in reversed(handed_in):
        note, kept = each.note, each.kept
        if note.close is not None and kept is not None and kept.close is not None:
            stage = Closing(
                step="told",
                opened=opened_of(note),
                closed=kept.close,
                pieces=note.close.pieces,
                handed_in=True,
            )
            if any(form.difference for form in kept.close.forms) and not kept.close.explained:
                return desk.at(stage), ()  # explained first, and the paper then says it too
            desk, paper, effect = close_on_paper(desk, stage)
            return desk.at(replace(stage, paper=paper)), (effect,)
    return desk.at(Home(told="taken" if handed_in else "")), ()
