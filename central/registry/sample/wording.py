"""Words what every kind of registration certifies: identity, place, activity, size."""

from dataclasses import dataclass
from datetime import date

from central.registry.sample.facts import Facts, Party
from central.registry.tables import Kind
from kiosk.documents.model import Block, Column, Field, Paragraph, Table
from kiosk.documents.paper_time import long_date
from kiosk.identity import format_id
from kiosk.money import format_pesos

MERCANTILE = "CerMat"
COMPANY = "CerMat CerExi"
NONPROFIT = "CerEsadl"
BIDDER = "CerPro"
BOOKS = "CerLibRegMer CerLibRegEsadl"


@dataclass(frozen=True)
class Wording:
    """A worded section and the certificate types that carry it."""

    certificates: str
    title: str
    blocks: tuple[Block, ...]


def identity(facts: Facts, certificates: str, last: date) -> Wording:
    """Who is registered, since when, and renewed until when."""
    person = facts.kind == Kind.NATURAL_PERSON
    fields = [Field("Nombre" if person else "Razón social", facts.name.upper(), strong=True)]
    if person and facts.owner is not None:
        fields.append(Field("Identificación", facts.owner.id_text))
    fields.append(Field("NIT", format_id(facts.nit)))
    fields.append(Field("Domicilio", facts.municipality))
    label = "Inscripción No." if facts.kind == Kind.NONPROFIT else "Matrícula No."
    fields.append(Field(label, facts.number))
    fields.append(Field("Fecha de matrícula", long_date(facts.registered_on)))
    fields.extend(_renewal(facts, last))
    fields.append(Field("Activos totales", format_pesos(facts.assets_pesos)))
    return Wording(certificates, "Nombre, identificación y matrícula", tuple(fields))


def establishment(facts: Facts, owner: Party, last: date) -> Wording:
    """What shop this is."""
    return Wording(
        MERCANTILE,
        "Establecimiento de comercio",
        (
            Field("Nombre", facts.name.upper(), strong=True),
            Field("Matrícula No.", facts.number),
            Field("Fecha de matrícula", long_date(facts.registered_on)),
            *_renewal(facts, last),
            Field("Activos vinculados", format_pesos(facts.assets_pesos)),
            Field("Propietario", owner.name.upper(), strong=True),
            Field("Identificación", owner.id_text),
        ),
    )


def place(facts: Facts, certificates: str) -> Wording:
    """Where it is, and where it receives notices (Ley 1437 of 2011, article 67)."""
    fields = [
        Field("Dirección", facts.address),
        Field("Municipio", facts.municipality),
        Field("Correo electrónico", facts.email),
        Field("Teléfono", facts.phone),
    ]
    if facts.kind == Kind.ESTABLISHMENT:
        return Wording(certificates, "Ubicación", tuple(fields))
    fields.append(Field("Notificaciones", "Sí autorizó recibirlas por correo electrónico"))
    return Wording(certificates, "Ubicación y notificación judicial", tuple(fields))


def activity(facts: Facts, certificates: str) -> Wording:
    """What it does, by the CIIU classification (revision 4, adapted for Colombia)."""
    labels = ("Actividad principal", "Actividad secundaria")
    return Wording(
        certificates,
        "Actividad económica",
        tuple(
            Field(label, f"{item.code} - {item.text}")
            for label, item in zip(labels, facts.activities, strict=False)
        ),
    )


def size(facts: Facts, certificates: str) -> Wording:
    """How big the business is (Decreto 957 of 2019: by income of ordinary activities)."""
    return Wording(
        certificates,
        "Tamaño de empresa",
        (
            Paragraph(
                "De conformidad con lo previsto en el artículo 2.2.1.13.2.1 del Decreto 1074 de "
                f"2015, el tamaño de la empresa es {_size(facts)}. Ingresos por actividad "
                f"ordinaria: {format_pesos(facts.assets_pesos * 2)}. Personal: {facts.staff}."
            ),
        ),
    )


def establishments(facts: Facts, certificates: str) -> Wording:
    """The shops this merchant owns: one as a line, several as a table."""
    title = "Establecimientos de comercio"
    if len(facts.establishments) == 1:
        number, name = facts.establishments[0]
        lines = (Field("Nombre", name, strong=True), Field("Matrícula No.", number))
        return Wording(certificates, title, lines)
    return Wording(
        certificates,
        title,
        (
            Paragraph("Que figuran matriculados los siguientes establecimientos de comercio:"),
            Table(
                (Column("Matrícula", 2), Column("Nombre", 5), Column("Municipio", 3)),
                tuple((number, name, facts.municipality) for number, name in facts.establishments),
            ),
        ),
    )


def _renewal(facts: Facts, last: date) -> list[Field]:
    year = facts.last_renewed_year
    if year is None:
        return []
    day = min(facts.registered_on.replace(year=year, month=1), last)
    return [
        Field("Último año renovado", str(year)),
        Field("Fecha de renovación", long_date(day)),
    ]


def _size(facts: Facts) -> str:
    for limit, name in ((10, "MICROEMPRESA"), (50, "PEQUEÑA EMPRESA"), (200, "MEDIANA EMPRESA")):
        if facts.staff <= limit:
            return name
    return "GRAN EMPRESA"
