"""``dispensador-central alerts`` and ``incidents``: what is wrong, and what was looked at."""

from typing import Annotated

import typer

from central.commands.support import Config, Staff, services, show_table, staff_id, stop
from central.staff.rules import Action

incidents_app = typer.Typer(no_args_is_help=True, help="Incidents that people settle.")
_TIME = "%Y-%m-%d %H:%M"


def alerts(config: Config = None) -> None:
    """What is wrong now (times of Colombia)."""
    from central.alerts.watch import open_alerts
    from central.clock import local

    with services(config) as parts:
        rows = [
            (f"{local(alert.opened_at):{_TIME}}", alert.rule, alert.subject, alert.detail)
            for alert in open_alerts(parts)
        ]
    show_table(("since", "rule", "subject", "detail"), rows)


@incidents_app.command("list")
def list_incidents(config: Config = None) -> None:
    """Incidents nobody settled yet, oldest first."""
    from central.clock import local
    from central.records.settle import unsettled

    with services(config) as parts:
        rows = [
            (row.id, f"{local(row.at):{_TIME}}", row.kind, row.device_id, row.op_id, row.detail)
            for row in unsettled(parts)
        ]
    show_table(("incident", "at", "kind", "kiosk", "operation", "detail"), rows)


@incidents_app.command("settle")
def settle_incident(
    incident: str,
    reason: Annotated[str, typer.Option(help="What was found; kept in the trail.")],
    staff: Staff,
    config: Config = None,
) -> None:
    """Mark an incident as looked at; the alert ends when none of its kind is left."""
    from central.records.settle import settle

    with services(config) as parts:
        if not settle(parts, incident, staff_id(parts, staff, Action.SETTLE_INCIDENT), reason):
            stop("there is no such incident, or it is settled")
