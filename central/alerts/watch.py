"""Opens an alert when its rule begins to hold and closes it when it does not any more.

Each change is told once, however many processes watch: only the one whose write counted tells.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import cast

import structlog
from sqlalchemy import CursorResult, select, update
from sqlalchemy.orm import Session

from central.alerts.rules import Finding, findings
from central.alerts.tables import Alert
from central.db.ids import new_id
from central.db.insert import insert_once
from central.services import Services

log = structlog.get_logger("central.alerts")


@dataclass(frozen=True)
class Notice:
    """What is told: an alert that opened, or (``over``) its all-clear."""

    alert_id: str
    rule: str
    subject: str
    detail: str
    over: bool
    since: datetime


Notify = Callable[[Session, Notice, datetime], None]
"""Passes a notice on, in the transaction of its alert: both or none."""


def silent(_db: Session, _notice: Notice, _now: datetime) -> None:
    """Nobody but the log is told."""


def watch(services: Services, notify: Notify = silent) -> list[Notice]:
    """One look; what changed."""
    now = services.now()
    payments_after = timedelta(hours=services.settings.collection.exception_hours)

    def work(db: Session) -> list[Notice]:
        found = {
            (str(finding.rule), finding.subject): finding
            for finding in findings(db, services.chamber, now, payments_after)
        }
        open_rows = db.scalars(
            select(Alert).where(Alert.chamber_code == services.chamber, Alert.closed_at.is_(None))
        ).all()
        open_now = {(row.rule, row.subject) for row in open_rows}
        notices = [
            *(_close(db, row, now) for row in open_rows if (row.rule, row.subject) not in found),
            *(
                _open(db, services.chamber, finding, now)
                for key, finding in found.items()
                if key not in open_now
            ),
        ]
        told = [notice for notice in notices if notice is not None]
        for notice in told:
            notify(db, notice, now)
        return told

    told = services.database.run(work)
    for notice in told:
        event = "alert-over" if notice.over else "alert"
        log.warning(event, rule=notice.rule, subject=notice.subject, detail=notice.detail)
    return told


def open_alerts(services: Services) -> list[Alert]:
    """What is wrong as of the last look, oldest first."""
    rows = (
        select(Alert)
        .where(Alert.chamber_code == services.chamber, Alert.closed_at.is_(None))
        .order_by(Alert.opened_at, Alert.id)
    )
    return services.database.run(lambda db: list(db.scalars(rows)))


def _open(db: Session, chamber: str, finding: Finding, now: datetime) -> Notice | None:
    alert_id = new_id()
    won = insert_once(
        db,
        Alert,
        id=alert_id,
        chamber_code=chamber,
        rule=str(finding.rule),
        subject=finding.subject,
        detail=finding.detail,
        opened_at=now,
        closed_at=None,
    )
    if not won:
        return None
    return Notice(
        alert_id, str(finding.rule), finding.subject, finding.detail, over=False, since=now
    )


def _close(db: Session, row: Alert, now: datetime) -> Notice | None:
    closed = db.execute(
        update(Alert)
        .where(Alert.id == row.id, Alert.closed_at.is_(None))
        .values(closed_at=now)
        .execution_options(synchronize_session=False)
    )
    if cast("CursorResult[object]", closed).rowcount != 1:
        return None
    return Notice(row.id, row.rule, row.subject, row.detail, over=True, since=row.opened_at)
