"""Words the certificates of nonprofits, of bidders, and of registered books."""

import random
from datetime import date

from central.registry.sample.dates import acts
from central.registry.sample.facts import Facts
from central.registry.sample.texts import legal_texts
from central.registry.sample.wording import BIDDER, BOOKS, NONPROFIT, Wording
from kiosk.documents.model import Column, Field, Paragraph, Table
from kiosk.documents.paper_time import long_date
from kiosk.identity import format_id
from kiosk.money import format_pesos


def nonprofit(facts: Facts, rng: random.Random, last: date) -> list[Wording]:
    """Constitution, object, patrimony, organs, oversight and representation."""
    texts = legal_texts()["nonprofit"]
    first, second = acts(rng, facts.registered_on, 2, last)
    constitution = (
        f"Por acta No. 1 del {first.made} de la asamblea de constitución, inscrita en esta cámara "
        f"de comercio el {first.entered} con el No. {first.entry} del libro I del registro de "
        f"entidades sin ánimo de lucro, se constituyó la entidad denominada {facts.name.upper()}."
    )
    appointment = (
        f"Por acta No. {second.number % 60 + 2} del {second.made}, inscrita el {second.entered} "
        f"con el No. {second.entry} del libro I, se designó a:"
    )
    roles = ("Director ejecutivo", "Director ejecutivo suplente")
    people = tuple(
        (role, who.name.upper(), who.id_text)
        for role, who in zip(roles, facts.representatives, strict=False)
    )
    columns = (Column("Cargo", 4), Column("Nombre", 5), Column("Identificación", 4))
    return [
        Wording(NONPROFIT, "Constitución", (Paragraph(constitution),)),
        Wording(NONPROFIT, "Entidad de vigilancia y control", (Paragraph(texts["oversight"]),)),
        Wording(NONPROFIT, "Objeto", (Paragraph(texts["object"]),)),
        Wording(NONPROFIT, "Patrimonio", (Paragraph(texts["patrimony"]),)),
        Wording(NONPROFIT, "Órganos de administración", (Paragraph(texts["bodies"]),)),
        Wording(
            NONPROFIT,
            "Representación legal",
            (Paragraph(appointment), Table(columns, people)),
        ),
    ]


def bidder(facts: Facts, rng: random.Random) -> list[Wording]:
    """Inscription, classification, financial capacity and experience (Decreto 1082 of 2015)."""
    classes = sorted(rng.sample(range(721_000, 721_560), min(12, facts.works + 4)))
    works = tuple(
        (str(index), f"CONTRATANTE DE MUESTRA {index}", f"{rng.randrange(120, 9_000)}", "72141000")
        for index in range(1, facts.works + 1)
    )
    return [
        Wording(
            BIDDER,
            "Inscripción",
            (
                Field("Proponente", facts.name.upper(), strong=True),
                Field("NIT", format_id(facts.nit)),
                Field("Proponente No.", facts.number),
                Field("Fecha de inscripción", long_date(facts.registered_on)),
                Paragraph(legal_texts()["bidder"]["text"]),
            ),
        ),
        Wording(
            BIDDER,
            "Clasificación de bienes, obras y servicios",
            (
                Table(
                    (Column("Código UNSPSC", 2), Column("Nivel", 3)),
                    tuple((f"{code}00", "Clase") for code in classes),
                ),
            ),
        ),
        Wording(
            BIDDER,
            "Capacidad financiera",
            (
                Field("Activo total", format_pesos(facts.assets_pesos)),
                Field("Liquidez", "2,41"),
                Field("Endeudamiento", "0,38"),
                Field("Cobertura intereses", "6,07"),
            ),
        ),
        Wording(
            BIDDER,
            "Experiencia",
            (
                Table(
                    (
                        Column("No.", 1),
                        Column("Contratante", 5),
                        Column("Valor en SMMLV", 3, "right"),
                        Column("Clase", 2),
                    ),
                    works,
                ),
            ),
        ),
    ]


def books(facts: Facts, rng: random.Random, last: date) -> Wording:
    """The books that are registered."""
    first, second = acts(rng, facts.registered_on, 2, last)
    rows = (
        ("Actas del máximo órgano social", str(first.entry), first.entered),
        ("Registro de accionistas o socios", str(second.entry), second.entered),
    )
    columns = (Column("Libro", 5), Column("Inscripción", 2), Column("Fecha", 3))
    lead = Paragraph("Que se encuentran inscritos los siguientes libros:")
    return Wording(BOOKS, "Libros inscritos", (lead, Table(columns, rows)))
