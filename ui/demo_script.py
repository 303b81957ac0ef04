"""The taps of a complete visit, from the idle screen to the end, as a visitor would make them."""

from collections.abc import Sequence

from ui.autopilot import Picture, Reach, Step, Tap, TypeText

PRINTING_LIMIT_S = 240.0
"""Two certificates at the slowest supported line; the machine itself gives up earlier."""


def purchase_visit(
    *,
    id_type: str,
    id_number: str,
    secure_key: str,
    prepaid_key: str,
    registration: str,
    certificates: Sequence[str],
) -> list[Step]:
    """Sign in, buy one copy of each type for one registration, take the receipt, leave."""
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
        Tap(f"registration_{registration}"),
        Reach("ChooseCertificates"),
    ]
    steps += [Tap(f"add_{code}") for code in certificates]
    steps += [
        Picture("choose-certificates"),
        Tap("continueButton"),
        Reach("Confirm", "confirm"),
        Tap("payButton"),
        TypeText(prepaid_key),
        Picture("prepaid-key"),
        Tap("confirmButton"),
        Reach("Printing", "printing"),
        Reach("Done", "done", PRINTING_LIMIT_S),
        Tap("receiptPrint"),
        Picture("receipt"),
        Tap("finishButton"),
        Reach("Attract", "end"),
    ]
    return steps
