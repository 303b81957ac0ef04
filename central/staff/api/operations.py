"""Operations that need somebody: seen, decided, refunded; charges that wait for a verdict."""

from dataclasses import asdict

from central.operations import quarantine
from central.operations.listing import find_list, flagged_list, open_list, story
from central.operations.refund import NotRefundable, refund
from central.operations.resolve import StillPrinting, resolve
from central.operations.tables import Decision
from central.problems import Refusal
from central.records.settle import settle, unsettled
from central.services import Services
from central.staff.api.outcomes import refusals
from central.staff.sessions import SignedIn
from kiosk.contract.problems import ProblemCode
from kiosk.contract.staff import operations as m


def list_operations(
    services: Services, _who: SignedIn, message: m.ListOperations
) -> m.ListedOperations:
    """What is open, or has an incident."""
    entries = open_list(services) if message.which == "open" else flagged_list(services)
    return m.ListedOperations.model_validate({"operations": [vars(each) for each in entries]})


def find_operations(
    services: Services, _who: SignedIn, message: m.FindOperations
) -> m.ListedOperations:
    """What somebody at the counter can name; an empty list if nothing has the code."""
    entries = find_list(services, message.code)
    return m.ListedOperations.model_validate({"operations": [vars(each) for each in entries]})


def tell(services: Services, _who: SignedIn, message: m.TellOperation) -> m.OperationStory:
    """One operation's story.

    Raises:
        Refusal: ``not-found``.
    """
    found = story(services, message.op_id)
    if found is None:
        raise Refusal(ProblemCode.NOT_FOUND)
    told = asdict(found)
    return m.OperationStory.model_validate(told | {"operation": told["entry"]})


def decide(services: Services, who: SignedIn, message: m.DecideOperation) -> m.OperationDecided:
    """Say what became of an uncertain print; the first decision wins.

    Raises:
        Refusal: ``already-decided`` otherwise than this; ``not-possible`` if there is nothing to
            decide.
    """
    wanted = Decision(message.decision)
    with refusals(StillPrinting):
        made = resolve(services, message.op_id, wanted, who.login, message.reason)
    if made is None:
        raise Refusal(ProblemCode.NOT_POSSIBLE, "unknown, charged or void already")
    if made is not wanted:
        raise Refusal(ProblemCode.ALREADY_DECIDED, made.value)
    return m.OperationDecided(op_id=message.op_id, decision=message.decision)


def give_back(services: Services, who: SignedIn, message: m.RefundOperation) -> m.OperationRefunded:
    """Refund a charged operation, once.

    Raises:
        Refusal: ``approval-needed``; ``not-possible`` with the reason.
    """
    with refusals(NotRefundable):
        made = refund(services, message.op_id, message.refund_id, who.login, message.reason)
    return m.OperationRefunded.model_validate(vars(made))


def list_quarantine(services: Services, _who: SignedIn, _message: m.ListQuarantine) -> m.Quarantine:
    """Charges that wait for a verdict."""
    kept = [vars(entry) | {"capture_id": entry.id} for entry in quarantine.waiting(services)]
    return m.Quarantine.model_validate({"captures": kept})


def judge(services: Services, who: SignedIn, message: m.JudgeCapture) -> m.CaptureJudged:
    """Take a charge late, or leave it.

    Raises:
        Refusal: ``not-possible`` with the reason.
    """
    with refusals(quarantine.NotSettled):
        outcome = quarantine.settle(
            services,
            message.capture_id,
            accept=message.accept,
            staff=who.login,
            why=message.reason,
        )
    return m.CaptureJudged(capture_id=message.capture_id, outcome=outcome)


def list_incidents(
    services: Services, _who: SignedIn, _message: m.ListIncidents
) -> m.OpenIncidents:
    """What nobody looked at yet."""
    rows = [
        m.OpenIncident(
            incident_id=row.id,
            at=row.at,
            kind=row.kind,
            device_id=row.device_id,
            op_id=row.op_id,
            detail=row.detail,
        )
        for row in unsettled(services)
    ]
    return m.OpenIncidents(incidents=tuple(rows))


def settle_incident(
    services: Services, who: SignedIn, message: m.SettleIncident
) -> m.IncidentSettled:
    """Mark an incident as looked at.

    Raises:
        Refusal: ``not-possible`` if there is none, or somebody did before.
    """
    if not settle(services, message.incident_id, who.staff_id, message.reason):
        raise Refusal(ProblemCode.NOT_POSSIBLE, "there is no such incident, or it is settled")
    return m.IncidentSettled(incident_id=message.incident_id)
