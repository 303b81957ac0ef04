"""The taps of a complete visit, from the idle screen to the end, as a visitor would make them."""

from collections.abc import Sequence

from kiosk.visit.views import ChooseCertificatesBody, DoneBody, PrintingBody, View
from ui.autopilot import Picture, Reach, Step, Tap, TypeText

SHOWN_PROGRESS = 0.3
"""Share of the paper that is out when the printing screen is photographed."""
PRINTING_LIMIT_S = 240.0
"""Two certificates at the slowest supported line; the machine itself gives up earlier."""


def _has_cards(view: View) -> bool:
    return isinstance(view.body, ChooseCertificatesBody) and not view.body.loading


def _has_paper(view: View) -> bool:
    return isinstance(view.body, PrintingBody) and view.body.progress > SHOWN_PROGRESS


def _knows_the_balance(view: View) -> bool:
    return isinstance(view.body, DoneBody) and view.body.balance != ""


def _has_receipt(view: View) -> bool:
    return isinstance(view.body, DoneBody) and view.body.receipt == "printed"


def purchase_visit(
    *,
    id_type: str,
    id_number: str,
    secure_key: str,
    prepaid_key: str,
    purchases: Sequence[tuple[str, str]],
) -> list[Step]:
    """Sign in, buy one copy of each certificate, take the receipt, leave.

    ``purchases`` are pairs of registration number and certificate type; the registrations are the
    person's own.
    """
    steps: list[Step] = [
        Reach("Attract", "attract"),
        Tap("startButton"),
        Reach("Home", "home"),
        Tap("action_buy"),
        Reach("Identification"),
        Tap(f"idType_{id_type}"),
        TypeText(id_number),
        Picture("identification"),
        Tap("continueButton"),
        Reach("SecureKey"),
        TypeText(secure_key),
        Picture("secure-key"),
        Tap("continueButton"),
        Reach("Account", "account"),
        Tap("buyButton"),
        Reach("ChooseRegistration", "choose-registration"),
    ]
    for number, (registration, certificate) in enumerate(purchases, 1):
        if number > 1:
            steps += [Tap("backButton"), Reach("ChooseRegistration")]
        steps += [
            Tap(f"registration_{registration}"),
            Reach("ChooseCertificates", that=_has_cards),
            Tap(f"add_{certificate}"),
        ]
    steps += [
        Picture("choose-certificates"),
        Tap("continueButton"),
        Reach("Confirm", "confirm"),
        Tap("payButton"),
        TypeText(prepaid_key),
        Picture("prepaid-key"),
        Tap("confirmButton"),
        Reach("Printing", "printing", that=_has_paper),
        Reach("Done", "done", PRINTING_LIMIT_S, that=_knows_the_balance),
        Tap("receiptPrint"),
        Reach("Done", "receipt", that=_has_receipt),
        Tap("finishButton"),
        Reach("Attract", "end"),
    ]
    return steps
