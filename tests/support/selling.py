"""Hands that sell certificates at an office's keyboard: chooses, is paid, waits for the paper.

chooses(office, "00052310")
told = pays_cash(office, 10_000)
"""

from typing import Any

from tests.support.office import Office


def chooses(office: Office, registration: str, copies: int = 1, certificate: str = "CerMat") -> Any:
    """From the customer's page (or the chamber's own sale) to the screen of paying."""
    if office.view.screen == "desk/Customer":
        office.presses("F4")
    office.sees("desk/SaleChoosing", lambda body: not body.found)
    office.types(registration).presses("Return")
    found = office.sees("desk/SaleChoosing", lambda body: body.found)
    codes = [item.code for item in found.items]
    office.presses(*["Down"] * codes.index(certificate), *["Right"] * copies)
    office.sees("desk/SaleChoosing", lambda body: body.copies == copies)
    office.presses("Return")
    return office.sees("desk/SalePaying", lambda body: body.stage == "fill")


def hands_over(office: Office, given: int) -> Any:
    """Cash on the counter; the change is on the screen."""
    office.types(str(given)).presses("Return")
    return office.sees("desk/SalePaying", lambda body: body.stage == "sure")


def pays_cash(office: Office, given: int) -> Any:
    """Cash, and what became of the order."""
    hands_over(office, given)
    office.presses("Return")
    return office.sees("desk/SaleTold")


def turns_to_the_key(office: Office) -> Any:
    """The account is to pay: its holder stands before the keypad."""
    office.presses("Backtab", "Left", "Return")
    return office.sees("desk/SalePaying", lambda body: body.stage == "sure")


def pays_by_key(office: Office, key: str) -> Any:
    """The holder types the key, and what became of the order."""
    turns_to_the_key(office)
    office.types(key).presses("Return")
    return office.sees("desk/SaleTold")


def paper_came(office: Office) -> Any:
    """The receipt is out."""
    return office.sees("desk/SaleTold", lambda body: body.paper and body.paper.state == "printed")


def certificates(office: Office) -> list[str]:
    """Texts of the whole certificates that came out of the desk's printer."""
    assert office.paper is not None, "this office has no printer"
    texts = [strip.text for strip in office.paper.strips]
    return [text for text in texts if "FINAL DEL CERTIFICADO" in text]
