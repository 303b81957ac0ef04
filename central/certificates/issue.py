"""Issues a certificate from the registry's sections, the purchase and the chamber's settings."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy.orm import Session

from central.certificates.renewal import deadline, renewal_state
from central.certificates.types import type_of
from central.certificates.warnings import warnings
from central.clock import local_day
from central.registry.registry import sections
from central.registry.tables import Kind, Registration
from central.settings import Settings
from kiosk.documents.certificate import CertificateContent, Verification, certificate
from kiosk.documents.certificate_texts import renewal_reminder
from kiosk.documents.model import Document

SAMPLE_LOGO = "camara-de-comercio"
SAMPLE_SIGNATURE = "firma-mecanica"


@dataclass(frozen=True)
class Issue:
    """What a purchase and the chamber's settings add to the registry's facts.

    Attributes:
        chamber_name: as paper names it.
        code: the verification code, already reserved.
        issued_at: aware instant.
        order_number: of the order this copy belongs to.
        operation_number: short form of the operation's id.
        price: what this copy costs, in pesos.
        verification_url: full address of the verification page, code included.
        demo: mark everything as a demonstration without legal validity.
        at_desk: sold by the chamber's staff, not by a dispenser.
        verification_limit: how often the code may be verified; ``None`` for no limit.
        valid_days: days during which it may be verified; ``None`` for no limit.
        secretary: who signs for the chamber, as the line under the signature.
        signature: name of the mechanical signature in ``resources/logos``; empty for none.
        logo: name of the chamber's mark in ``resources/logos``.
    """

    chamber_name: str
    code: str
    issued_at: datetime
    order_number: str
    operation_number: str
    price: int
    verification_url: str
    demo: bool = False
    at_desk: bool = False
    verification_limit: int | None = None
    valid_days: int | None = 60
    secretary: str = "Secretaría Jurídica"
    signature: str = SAMPLE_SIGNATURE
    logo: str = SAMPLE_LOGO


def issue_for(
    settings: Settings,
    *,
    code: str,
    issued_at: datetime,
    order_number: str,
    operation_number: str,
    price: int,
    at_desk: bool = False,
) -> Issue:
    """A purchase under the chamber's settings."""
    return Issue(
        chamber_name=settings.chamber.name,
        code=code,
        issued_at=issued_at,
        order_number=order_number,
        operation_number=operation_number,
        price=price,
        verification_url=f"{settings.public_address}/v/{code}",
        demo=settings.demo,
        at_desk=at_desk,
        verification_limit=settings.verification_limit,
        valid_days=settings.verification_days,
        secretary=settings.chamber.secretary,
        signature=settings.chamber.signature,
        logo=settings.chamber.logo,
    )


def build(db: Session, registration: Registration, certificate_type: str, issue: Issue) -> Document:
    """The certificate's document, ready to be frozen and signed.

    Raises:
        ValueError: this registration has no such certificate.
    """
    type_ = type_of(certificate_type)
    if type_ is None or not type_.allowed(registration):
        raise ValueError(f"{registration.number} has no certificate {certificate_type}")
    day = local_day(issue.issued_at)
    renewal = renewal_state(registration.last_renewed_year, day)
    return certificate(
        CertificateContent(
            chamber_name=issue.chamber_name,
            logo=issue.logo,
            certificate_type=type_.code,
            title=type_.name,
            registration_number=registration.number,
            entity_name=registration.name,
            issued_at=issue.issued_at,
            order_number=issue.order_number,
            operation_number=issue.operation_number,
            code=issue.code,
            price_pesos=issue.price,
            sections=sections(db, registration, type_.code),
            verification=Verification(
                issue.verification_url, issue.verification_limit, issue.valid_days
            ),
            secretary=issue.secretary,
            signature=issue.signature,
            warnings=warnings(registration),
            renewal_reminder=renewal_reminder(deadline(day.year)) if renewal == "due" else "",
            renewed=renewal != "overdue",
            demonstration=issue.demo,
            at_desk=issue.at_desk,
            register="bidder" if registration.kind == Kind.BIDDER else "mercantile",
        )
    )
