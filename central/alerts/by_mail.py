"""Passes alerts on to the operators' addresses, through the outbox, in the alert's transaction."""

from datetime import datetime

from sqlalchemy.orm import Session

from central.alerts.letters import alert_body, alert_subject, what
from central.alerts.severity import Severity, severity
from central.alerts.watch import Notice, Notify, silent
from central.devices.tables import Device
from central.mail.outbox import Letter, queue
from central.services import Services

KIND = "operator-alert"


def notifier(services: Services) -> Notify:
    """By mail if there are a server and addresses, else ``silent``."""
    settings = services.settings.operators
    if not (services.settings.mail.host and settings.addresses):
        return silent

    def notify(db: Session, notice: Notice, now: datetime) -> None:
        grade = severity(notice.rule, notice.subject)
        if settings.only_urgent and grade is not Severity.URGENT:
            return
        about = _place(db, notice.subject) + what(notice.rule, notice.subject, settings.language)
        chamber = services.settings.chamber.short_name
        subject = alert_subject(about, grade, settings.language, over=notice.over)
        body = alert_body(
            about, notice.detail, notice.since, now, settings.language, over=notice.over
        )
        # An alert opens once and ends once: its id is what makes each mail unique.
        moment = "over" if notice.over else "begin"
        for number, address in enumerate(settings.addresses, 1):
            key = f"{KIND}:{notice.alert_id}:{moment}:{number}"
            letter = Letter(KIND, address, f"{chamber}: {subject}"[:200], body)
            queue(db, services.chamber, key, letter, now, 0)

    return notify


def _place(db: Session, subject: str) -> str:
    """The kiosk an alert is about, as people call it."""
    device = db.get(Device, subject)
    return f"{device.point_of_sale} ({device.serial}): " if device is not None else ""
