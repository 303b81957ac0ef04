"""One demonstration from beginning to end, with the parts that the composition root chose.

With a screen it runs until the window is closed. Without one a hand taps through a complete visit;
the paper is read back, the money is compared on both sides, and the exit status says whether they
agree.
"""

import json
import shutil
import sys
import tempfile
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Generic, Protocol, TypeVar

from kiosk.contract import messages as m
from kiosk.demo.agreement import OperationSummary, Summary, agree
from kiosk.demo.central_process import CentralProcess, SamplePerson
from kiosk.demo.technician import hire, in_words
from kiosk.identity import IdType
from kiosk.sync.client import HttpCentral

PURCHASES = (("00041018", "CerMat"), ("00052310", "CerExi"))
"""Registration and certificate type: an establishment's of one page, a company's of three."""


class VisitFailed(RuntimeError):
    """The demonstration could not look at its own account."""


class Paper(Protocol):
    """The virtual printer, as the demonstration sees it."""

    device_path: str

    def text(self) -> str:
        """Everything on the paper, as text."""
        ...

    def save(self, picture: Path, raw: Path) -> None:
        """Draw the paper, and write every byte that was received."""
        ...

    def picture(self) -> tuple[int, int, bytes] | None:
        """The newest picture of the paper; see ``ui.paper.PaperSource``."""
        ...

    def close(self) -> None:
        """Switch it off."""
        ...


class Started(Protocol):
    """A kiosk that runs, with what the demonstration needs of it."""

    @property
    def central(self) -> HttpCentral:
        """Its line to central."""
        ...

    def sold(self) -> tuple[OperationSummary, ...]:
        """Every operation, as both sides and the printer know it."""
        ...

    def stop(self) -> bool:
        """End it in order."""
        ...


PaperT = TypeVar("PaperT", bound=Paper)
KioskT = TypeVar("KioskT", bound=Started)


@dataclass(frozen=True)
class Parts(Generic[PaperT, KioskT]):
    """What the composition root chose; nothing here imports screens or devices."""

    start_paper: Callable[[Path], PaperT]
    start_kiosk: Callable[[Path, str, str, PaperT], KioskT]
    """Takes the state folder, central's address, an enrolment code and the printer."""
    show: Callable[[KioskT, PaperT], int]
    """With a screen: until the window is closed."""
    tap: Callable[[KioskT, SamplePerson, Path], str]
    """Without one: the hand that taps; returns the reason of a failure, or nothing."""


def run_demo(parts: Parts[PaperT, KioskT], output: Path, *, on_screen: bool) -> int:
    """Run the demonstration; the exit status is 0 only if money and paper agree."""
    with tempfile.TemporaryDirectory(prefix="dispensador-demo-") as name:
        folder = Path(name)
        central_folder = folder / "central"
        central_folder.mkdir()
        central = CentralProcess(central_folder)
        people = central.seed()
        code = central.enrol_code()
        central.start()
        try:
            tell_people(people, central.url)
            if on_screen:
                say(in_words(hire(central)))
            paper = parts.start_paper(folder)
            try:
                kiosk = parts.start_kiosk(folder / "kiosk", central.url, code, paper)
                try:
                    if on_screen:
                        return parts.show(kiosk, paper)
                    return _self_driven(parts, kiosk, paper, central, people[0], output)
                finally:
                    kiosk.stop()
            finally:
                paper.close()
        finally:
            central.stop()


def tell_people(people: tuple[SamplePerson, ...], url: str) -> None:
    """List the invented people who can be tried, their keys and balances."""
    say(f"Central: {url}   (sample data, nothing here is valid)")
    say(f"{'':2}{'ID':<18}{'secure key':<14}{'prepaid key':<14}{'balance':>12}  name")
    for person in people:
        number = f"{person.id_type} {person.id_number}"
        balance = "-" if person.balance is None else f"${person.balance:,}".replace(",", ".")
        keys = f"{person.secure_key or '-':<14}{person.prepaid_key or '-':<14}"
        say(f"  {number:<18}{keys}{balance:>12}  {person.name}")


def _self_driven(
    parts: Parts[PaperT, KioskT],
    kiosk: KioskT,
    paper: PaperT,
    central: CentralProcess,
    person: SamplePerson,
    output: Path,
) -> int:
    shutil.rmtree(output, ignore_errors=True)
    screens = output / "screens"
    screens.mkdir(parents=True)
    before = balance_of(kiosk.central, person)
    problem = parts.tap(kiosk, person, screens)
    after = balance_of(kiosk.central, person)
    paper.save(output / "paper.png", output / "paper.bin")
    operations = kiosk.sold()
    summary = agree(
        operations,
        balance_before=before,
        balance_after=after,
        paper_text=paper.text(),
        paper_picture=output / "paper.png",
    )
    for number, operation in enumerate(operations, 1):
        target = output / f"certificate-{number}.pdf"
        central.command("certificate", operation.verification_code, "--output", str(target))
    text = json.dumps(summary.as_json(), ensure_ascii=False, indent=2)
    (output / "summary.json").write_text(text + "\n", encoding="utf-8")
    return _report(summary, problem, output)


def balance_of(central: HttpCentral, person: SamplePerson) -> int:
    """Ask central for a balance the way the person would: signed in, from this kiosk."""
    opened = central.open_session(
        m.OpenSession(
            id_type=IdType(person.id_type),
            id_number=person.id_number,
            secure_key=person.secure_key,
        )
    )
    if not isinstance(opened, m.SessionOpened):
        raise VisitFailed(f"cannot sign in: {opened}")
    account = central.account(m.FetchAccount(session=opened.session))
    central.close_session(m.CloseSession(session=opened.session))
    if not isinstance(account, m.Account):
        raise VisitFailed(f"cannot see the account: {account}")
    return account.available


def _report(summary: Summary, problem: str, output: Path) -> int:
    for operation in summary.operations:
        say(
            f"{operation.certificate:<10}{operation.verification_code:<12}"
            f"kiosk {operation.kiosk_state:<12} central {operation.central_state:<12}"
            f"{operation.bytes:>7} bytes {operation.seconds:6.1f} s"
        )
    say(
        f"balance {summary.balance_before} -> {summary.balance_after}, "
        f"charged {summary.charged}, on paper {summary.on_paper}, "
        f"codes read from the paper and valid: {len(summary.verified)}"
    )
    problems = [problem] if problem else []
    problems += summary.problems
    for found in problems:
        say(f"PROBLEM: {found}")
    say(f"{'money and paper agree' if not problems else 'FAILED'}; see {output}/")
    return 1 if problems else 0


def say(line: str) -> None:
    """A line on the console of whoever runs the demonstration."""
    sys.stdout.write(line + "\n")
    sys.stdout.flush()
