"""Tables of the registry: registrations, the people in them, and what is certified about them.

A section is one ``CERTIFICA`` block; its blocks are kept in the Document's own JSON form, because
they are printed as they were registered.
"""

from datetime import date
from enum import StrEnum

from sqlalchemy import Boolean, Date, ForeignKey, Index, Integer, String, Text, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from central.db.base import Base, ChamberCode, RowId


class Kind(StrEnum):
    """What is registered; the values are the contract's."""

    NATURAL_PERSON = "natural_person"
    LEGAL_PERSON = "legal_person"
    ESTABLISHMENT = "establishment"
    NONPROFIT = "nonprofit"
    BIDDER = "bidder"


class Role(StrEnum):
    """What a person is to a registration; owners and representatives see it among their own."""

    OWNER = "owner"
    REPRESENTATIVE = "representative"


class Registration(Base):
    """A registration ("matrícula" or "inscripción").

    ``nit`` is without check digit; an establishment has its owner's. ``organisation`` is the
    registry service's code: 01 natural person, 02 establishment, 12 and 14 nonprofit, others
    legal persons.
    ``bidder_state`` is 00 (active) or 02 (updating) for bidders that may be certified.
    """

    __tablename__ = "registrations"
    __table_args__ = (
        UniqueConstraint("chamber_code", "number"),
        Index(None, "chamber_code", "nit"),
        Index(None, "chamber_code", "name_key"),
    )

    id: Mapped[RowId]
    chamber_code: Mapped[ChamberCode]
    number: Mapped[str] = mapped_column(String(20))
    kind: Mapped[Kind] = mapped_column(String(16))
    organisation: Mapped[str] = mapped_column(String(2))
    category: Mapped[str] = mapped_column(String(1), default="1")
    name: Mapped[str] = mapped_column(String(200))
    name_key: Mapped[str] = mapped_column(String(200))
    nit: Mapped[str] = mapped_column(String(12))
    nit_check_digit: Mapped[str] = mapped_column(String(1))
    municipality: Mapped[str] = mapped_column(String(60))
    status: Mapped[str] = mapped_column(String(20), default="ACTIVA")
    registered_on: Mapped[date] = mapped_column(Date)
    last_renewed_year: Mapped[int | None] = mapped_column(Integer)
    bidder_state: Mapped[str] = mapped_column(String(2), default="")
    procedures_pending: Mapped[bool] = mapped_column(Boolean, default=False)
    attachments_pending: Mapped[bool] = mapped_column(Boolean, default=False)
    appeals_pending: Mapped[bool] = mapped_column(Boolean, default=False)


class RegistrationPerson(Base):
    """A person or company behind a registration; ``id_number`` is without check digit."""

    __tablename__ = "registration_people"
    __table_args__ = (
        UniqueConstraint("chamber_code", "registration_id", "role", "id_type", "id_number"),
        Index(None, "chamber_code", "id_type", "id_number"),
    )

    id: Mapped[RowId]
    chamber_code: Mapped[ChamberCode]
    registration_id: Mapped[str] = mapped_column(ForeignKey("registrations.id"))
    role: Mapped[Role] = mapped_column(String(16))
    id_type: Mapped[str] = mapped_column(String(4))
    id_number: Mapped[str] = mapped_column(String(20))
    name: Mapped[str] = mapped_column(String(200))


class RegistrationSection(Base):
    """One certified section; ``certificates`` names the types that carry it, between blanks."""

    __tablename__ = "registration_sections"
    __table_args__ = (UniqueConstraint("chamber_code", "registration_id", "position"),)

    id: Mapped[RowId]
    chamber_code: Mapped[ChamberCode]
    registration_id: Mapped[str] = mapped_column(ForeignKey("registrations.id"))
    position: Mapped[int] = mapped_column(Integer)
    certificates: Mapped[str] = mapped_column(String(80))
    title: Mapped[str] = mapped_column(String(120))
    blocks: Mapped[str] = mapped_column(Text)
