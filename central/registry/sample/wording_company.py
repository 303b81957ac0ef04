"""Words what a company's certificate of existence adds: statutes, capital, organs, proceedings."""

import random
from datetime import date

from central.registry.sample.dates import Act, acts
from central.registry.sample.facts import Facts, Party
from central.registry.sample.texts import legal_texts
from central.registry.sample.wording import Wording
from kiosk.documents.model import Block, Column, Paragraph, Table
from kiosk.documents.paper_time import long_date
from kiosk.money import format_pesos

_EXISTENCE = "CerExi"
_LETTERS = "abcdefghijklmnñopqrstuvwxyz"
_PEOPLE = (Column("Cargo", 4), Column("Nombre", 5), Column("Identificación", 4))


def statutes(facts: Facts, rng: random.Random, last: date) -> list[Wording]:
    """Constitution, reforms, term and object."""
    history = acts(rng, facts.registered_on, facts.reforms + 1, last)
    worded = [_section("Constitución", Paragraph(_constitution(facts, history[0])))]
    if facts.reforms:
        worded.append(_section("Reformas de los estatutos", *_reforms(history[1:])))
    worded.append(_section("Término de duración", Paragraph(_term(facts))))
    worded.append(_section("Objeto social", *_object(facts)))
    return worded


def capital(facts: Facts) -> Wording:
    """Authorised, subscribed and paid-in capital."""
    nominal = 1_000
    share_rows = [
        (
            name,
            format_pesos(pesos),
            f"{pesos // nominal:,}".replace(",", "."),
            format_pesos(nominal),
        )
        for name, pesos in (
            ("Autorizado", facts.capital_pesos * 2),
            ("Suscrito", facts.capital_pesos),
            ("Pagado", facts.capital_pesos),
        )
    ]
    return _section(
        "Capital",
        Table(
            (
                Column("Capital", 3),
                Column("Valor", 4, "right"),
                Column("No. de acciones o cuotas", 4, "right"),
                Column("Valor nominal", 3, "right"),
            ),
            tuple(share_rows),
        ),
    )


def organs(facts: Facts, rng: random.Random, last: date) -> list[Wording]:
    """Representation, faculties, board and auditors, each with its appointment."""
    _, first, second, third = acts(rng, facts.registered_on, 4, last)
    worded = [
        _section(
            "Representación legal",
            Paragraph(
                "La representación legal de la sociedad estará a cargo de un gerente, quien tendrá "
                "un suplente que lo reemplazará en sus faltas absolutas, temporales o accidentales."
            ),
        ),
        _section("Facultades y limitaciones del representante legal", *_faculties(facts, rng)),
        _section(
            "Nombramientos: representantes legales",
            Paragraph(_appointment(first)),
            _people(("Gerente", "Subgerente suplente"), facts.representatives),
        ),
    ]
    if facts.directors:
        roles = tuple(
            f"{rank} {kind}"
            for kind in ("principal", "suplente")
            for rank in ("Primer renglón", "Segundo renglón", "Tercer renglón", "Cuarto renglón")
        )
        worded.append(_section("Junta directiva", Paragraph(legal_texts()["board"]["text"])))
        worded.append(
            _section(
                "Nombramientos: junta directiva",
                Paragraph(_appointment(second)),
                _people(roles, facts.directors),
            )
        )
    if facts.auditors:
        worded.append(
            _section(
                "Revisoría fiscal",
                Paragraph(legal_texts()["audit"]["text"]),
                Paragraph(_appointment(third)),
                _people(("Revisor fiscal principal", "Revisor fiscal suplente"), facts.auditors),
            )
        )
    return worded


def proceedings(facts: Facts, rng: random.Random, last: date) -> list[Wording]:
    """Control situations and court orders entered against the company."""
    worded: list[Wording] = []
    if facts.controlled:
        act = acts(rng, facts.registered_on, 2, last)[1]
        text = legal_texts()["situation"]["text"].format(date=act.made, entry=act.entry)
        worded.append(_section("Situación de control", Paragraph(text)))
    for act in acts(rng, facts.registered_on, facts.processes + 1, last)[1:]:
        text = legal_texts()["process"]["text"].format(
            letter=act.number,
            date=act.entered,
            court=f"Juzgado {rng.randrange(1, 20)} Civil del Circuito de {facts.municipality}",
            file=f"{act.made_on.year}-{act.number:05d}",
            entry=act.entry,
        )
        worded.append(_section("Órdenes de autoridad competente", Paragraph(text)))
    return worded


def _section(title: str, *blocks: Block) -> Wording:
    return Wording(_EXISTENCE, title, blocks)


def _constitution(facts: Facts, act: Act) -> str:
    deed = (
        f"documento privado No. {act.number % 40 + 1} de los accionistas"
        if facts.name.endswith("S.A.S.")
        else f"escritura pública No. {act.number} de la Notaría Primera de {facts.municipality}"
    )
    return (
        f"Por {deed} del {act.made}, con inscripción en esta cámara de comercio el {act.entered} "
        f"con el No. {act.entry} del libro IX, se constituyó la persona jurídica de naturaleza "
        f"comercial denominada {facts.name.upper()}, con domicilio principal en "
        f"{facts.municipality}."
    )


def _reforms(history: list[Act]) -> list[Block]:
    rows = tuple(
        (
            f"Acta No. {number} de la asamblea general, del {act.made}",
            f"No. {act.entry} del {act.entered} del libro IX",
        )
        for number, act in enumerate(history, start=2)
    )
    columns = (Column("Documento", 1), Column("Inscripción", 1))
    lead = "Los estatutos de la sociedad han sido reformados así:"
    return [Paragraph(lead), Table(columns, rows)]


def _term(facts: Facts) -> str:
    if facts.name.endswith("S.A.S."):
        return "La persona jurídica no se encuentra disuelta y su duración es indefinida."
    until = long_date(facts.registered_on.replace(year=facts.registered_on.year + 60))
    return f"La persona jurídica no se encuentra disuelta y su duración es hasta el {until}."


def _object(facts: Facts) -> list[Block]:
    objects = legal_texts()["object"]
    chosen = objects[facts.activities[0].sector]
    clauses = (*chosen["clauses"], *objects["common"])[: facts.object_clauses]
    lead = f"{chosen['lead']} Además podrá:" if clauses else chosen["lead"]
    return [Paragraph(lead), *_lettered(clauses), Paragraph(objects["closing"])]


def _faculties(facts: Facts, rng: random.Random) -> list[Block]:
    texts = legal_texts()["faculties"]
    limit = f"{rng.choice((100, 250, 500, 1_000)):,}".replace(",", ".")
    clauses = tuple(texts["clauses"][: facts.faculty_clauses])
    return [
        Paragraph(texts["lead"]),
        *_lettered(clauses),
        Paragraph(texts["limits"].format(limit=limit)),
    ]


def _lettered(clauses: tuple[str, ...]) -> list[Block]:
    return [
        Paragraph(f"{letter}) {clause}") for letter, clause in zip(_LETTERS, clauses, strict=False)
    ]


def _appointment(act: Act) -> str:
    return (
        f"Por acta No. {act.number % 97 + 1} del {act.made}, inscrita en esta cámara de comercio "
        f"el {act.entered} con el No. {act.entry} del libro IX, se designó a:"
    )


def _people(roles: tuple[str, ...], people: tuple[Party, ...]) -> Table:
    rows = ((role, who.name.upper(), who.id_text) for role, who in zip(roles, people, strict=False))
    return Table(_PEOPLE, tuple(rows))
