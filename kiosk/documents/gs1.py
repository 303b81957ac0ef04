"""GS1-128 of a bank slip: what a bank's reader takes from it (its bars: ``bars``).

Elements: 415 the billing entity (GLN, 13 digits), 8020 the reference (1 to 25 signs), 3900 the
amount in whole pesos, 96 the last day. FNC1 begins the symbol and ends each element of variable
length but the last. Source: GS1 General Specifications, sections 3 and 5.4; the widths and order
are those of Colombian collection agreements.
"""

from dataclasses import dataclass
from datetime import date

GS = "\x1d"
"""FNC1 as a separator, as readers send it."""
GLN_DIGITS, REFERENCE_MAX, AMOUNT_MAX = 13, 25, 15


@dataclass(frozen=True)
class BankReference:
    """What is in the symbol; ``amount_pesos`` 0 leaves the value open.

    Raises:
        ValueError: a GLN with a wrong check digit, or a field that does not fit.
    """

    gln: str
    reference: str
    amount_pesos: int
    last_day: date | None = None
    amount_digits: int = 8

    def __post_init__(self) -> None:
        if not gln_is_right(self.gln):
            raise ValueError("this is no GLN: its check digit does not match")
        if not (self.reference.isascii() and self.reference.isalnum()):
            raise ValueError("a reference has digits and letters")
        if len(self.reference) > REFERENCE_MAX:
            raise ValueError(f"a reference has at most {REFERENCE_MAX} signs")
        if self.amount_pesos < 0 or len(str(self.amount_pesos)) > min(
            self.amount_digits, AMOUNT_MAX
        ):
            raise ValueError("the amount does not fit")

    @property
    def elements(self) -> tuple[tuple[str, str], ...]:
        """Application identifier and value, in the order of the symbol."""
        amount = f"{self.amount_pesos:0{self.amount_digits}d}"
        return (
            ("415", self.gln),
            ("8020", self.reference),
            *((("3900", amount),) if self.amount_pesos else ()),
            *((("96", f"{self.last_day:%Y%m%d}"),) if self.last_day else ()),
        )

    @property
    def data(self) -> str:
        """The element string without its leading FNC1."""
        first, *rest = ("".join(element) for element in self.elements)
        return first + GS.join(rest)

    @property
    def text(self) -> str:
        """The line under the bars."""
        return "".join(f"({identifier}){value}" for identifier, value in self.elements)


def gln_is_right(gln: str) -> bool:
    """Thirteen digits whose last one checks the others: modulo 10, weights 1 and 3.

    >>> gln_is_right("7700000000002"), gln_is_right("7700000000003")
    (True, False)
    """
    if len(gln) != GLN_DIGITS or not (gln.isascii() and gln.isdigit()):
        return False
    weighted = sum(int(digit) * (3 if at % 2 else 1) for at, digit in enumerate(gln[:-1]))
    return (weighted + int(gln[-1])) % 10 == 0
