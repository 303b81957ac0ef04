"""What somebody agrees to before their data are kept, and the record that they did.

The words stand here under a version; other words are another version, and what was agreed to before
stays provable by its hash. Sources: Ley 1581 de 2012 articles 8, 9 and 12, Decreto 1377 de 2013
articles 5, 7 and 15 (in Decreto 1074 de 2015): prior, express and informed, with who keeps the
data, what for, the rights and where to claim them, and proof kept.
"""

import hashlib
from datetime import datetime

from sqlalchemy.orm import Session

from central.db.ids import new_id
from central.people.acting import Acting
from central.people.tables import Consent
from central.problems import Refusal
from central.settings import Chamber
from kiosk.contract.problems import ProblemCode

VERSION = "2026-1"


def paragraphs(chamber: Chamber) -> tuple[str, ...]:
    """The words in force, as they are shown and as they count."""
    return (
        f"{chamber.name} (NIT {chamber.nit}) es responsable del tratamiento de sus datos "
        "personales: identificación, nombre, correo, teléfonos, dirección y municipio.",
        "Los usa para abrir y atender su cuenta de prepago, emitir sus recibos y certificados, "
        "enviarle códigos, comprobantes y avisos de seguridad, y cumplir la ley. No los vende ni "
        "los entrega a otros, salvo a la autoridad que los pida conforme a la ley.",
        "Usted puede conocerlos, actualizarlos, rectificarlos y pedir que se supriman, pedir "
        "prueba de esta autorización, revocarla y quejarse ante la Superintendencia de Industria "
        "y Comercio. Dar datos sensibles o de menores no es obligatorio.",
        f"Canal: {chamber.email}, teléfono {chamber.phone}, {chamber.address}.",
    )


def must_be_in_force(version: str) -> None:
    """Refuse what was agreed to in other words than today's.

    Raises:
        Refusal: ``consent-outdated``.
    """
    if version != VERSION:
        raise Refusal(ProblemCode.CONSENT_OUTDATED)


def record_consent(
    db: Session, chamber: Chamber, acting: Acting, subject: str, now: datetime
) -> None:
    """Keep that ``subject`` (a row id) agreed to the words in force."""
    words = "\n".join(paragraphs(chamber))
    db.add(
        Consent(
            id=new_id(),
            chamber_code=chamber.code,
            subject=subject,
            version=VERSION,
            text_hash=hashlib.sha256(words.encode()).hexdigest(),
            channel=acting.channel,
            place=acting.place,
            recorded_by=acting.actor,
            at=now,
        )
    )
