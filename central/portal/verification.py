"""What a reader of a certificate learns from its code, by the chamber's rules.

A code is worth something only once its certificate was charged. Only a person's question counts as
a verification; a link preview or a scanner that fetches the address does not.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Literal

from sqlalchemy.orm import Session

from central.operations.verification import CodeStatus
from central.portal.counting import NEVER, Checks, checks, count_check

State = Literal["valid", "in_process", "void", "expired", "exhausted", "unknown"]
CodeLookup = Callable[[Session, str], CodeStatus | None]


@dataclass(frozen=True)
class Rules:
    """The chamber's limits; ``None`` is no limit."""

    valid_days: int | None = 60
    limit: int | None = None


@dataclass(frozen=True)
class Finding:
    """The answer: ``status`` is absent for an unknown code, ``content`` unless it is valid."""

    code: str
    state: State
    status: CodeStatus | None = None
    checks: Checks = NEVER
    valid_until: datetime | None = None

    @property
    def content(self) -> str:
        """The frozen certificate, shown only while its code is valid."""
        return self.status.content if self.status and self.state == "valid" else ""


def verify(
    db: Session, lookup: CodeLookup, chamber: str, code: str, rules: Rules, now: datetime
) -> Finding:
    """Answer a person's question and count it if the code is valid."""
    status = lookup(db, code)
    if status is None:
        return Finding(code, "unknown")
    if status.state != "valid":
        return Finding(code, status.state, status)
    until = None if rules.valid_days is None else status.issued_at + timedelta(rules.valid_days)
    before = checks(db, chamber, code)
    if until is not None and now > until:
        return Finding(code, "expired", status, before, until)
    if rules.limit is not None and before.count >= rules.limit:
        return Finding(code, "exhausted", status, before, until)
    return Finding(code, "valid", status, count_check(db, chamber, code, rules.limit, now), until)
