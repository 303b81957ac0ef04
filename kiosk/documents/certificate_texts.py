"""The fixed Spanish sentences of a certificate, as defaults that a chamber may replace.

Sources: Código de Comercio, articles 28, 33, 86 and 117; Ley 1437 of 2011, articles 76 and 87
(firmness); Ley 527 of 1999 (digital signature); Decreto 2150 of 1995, article 12 (mechanical
signature; commonly cited, to be confirmed).
"""

from datetime import date

from kiosk.documents.paper_time import long_date

BLOCK_HEAD = "CERTIFICA"
CODE = "CÓDIGO DE VERIFICACIÓN"
PRICE = "VALOR DEL CERTIFICADO"
END = "*** FINAL DEL CERTIFICADO ***"
DEMONSTRATION = "DEMOSTRACIÓN SIN VALIDEZ JURÍDICA"
NOT_RENEWED = "MATRÍCULA NO RENOVADA"
COPY = "COPIA"

FIRMNESS = (
    "De conformidad con lo establecido en el Código de Procedimiento Administrativo y de lo "
    "Contencioso Administrativo y en la Ley 962 de 2005, los actos administrativos de registro "
    "aquí certificados quedan en firme diez (10) días hábiles después de la fecha de su "
    "inscripción, siempre que no sean objeto de recursos. Para estos efectos, el sábado no se "
    "tiene como día hábil."
)
SIGNATURE_NOTE = (
    "Este certificado fue generado electrónicamente y firmado digitalmente por la cámara de "
    "comercio, y cuenta con plena validez jurídica y probatoria según lo dispuesto en la Ley 527 "
    "de 1999 y en las normas que la reglamentan. El original es el documento electrónico firmado."
)
PAPER_NOTE = (
    "Este papel es una representación impresa del certificado electrónico: compárelo con el "
    "original en la dirección de verificación. Consérvelo lejos del calor, de la luz directa y de "
    "la humedad."
)
SECRETARY_NOTE = (
    "La firma mecánica de este certificado es la representación gráfica de la firma de quien "
    "ejerce la secretaría jurídica de la cámara de comercio; lo avala y no reemplaza su firma "
    "digital (Decreto 2150 de 1995)."
)


def channel_line(chamber_name: str, *, at_desk: bool = False) -> str:
    """Where the certificate was issued.

    >>> channel_line("Cámara de Comercio de Ejemplo")
    'EXPEDIDO EN DISPENSADOR DE CERTIFICADOS - CÁMARA DE COMERCIO DE EJEMPLO'
    >>> channel_line("Cámara de Comercio de Ejemplo", at_desk=True)
    'EXPEDIDO EN VENTANILLA DE ATENCIÓN - CÁMARA DE COMERCIO DE EJEMPLO'
    """
    place = "VENTANILLA DE ATENCIÓN" if at_desk else "DISPENSADOR DE CERTIFICADOS"
    return f"EXPEDIDO EN {place} - {chamber_name.upper()}"


def renewal_reminder(deadline: date) -> str:
    """The warning printed while the yearly renewal is due.

    Source of the sanction: Ley 1727 of 2014, article 30.
    """
    return (
        f"LA MATRÍCULA DEBE RENOVARSE A MÁS TARDAR EL {long_date(deadline).upper()}. RENUÉVELA A "
        f"TIEMPO Y EVITE "
        "SANCIONES DE HASTA 17 SALARIOS MÍNIMOS LEGALES MENSUALES VIGENTES."
    )


def verification_note(url: str, code: str, limit: int | None, valid_days: int | None) -> str:
    """How to check the certificate, generated from the chamber's settings.

    Args:
        url: the full address, code included.
        code: the verification code.
        limit: how often it may be verified; ``None`` for no limit.
        valid_days: days from issue during which it may be verified; ``None`` for no limit.

    >>> verification_note("https://camara.invalid/v/ABCD2345", "ABCD2345", 1, None)[-31:]
    'puede hacerse por una sola vez.'
    """
    often = (
        "las veces que sea necesario"
        if limit is None
        else "por una sola vez"
        if limit == 1
        else f"hasta {limit} veces"
    )
    until = f", dentro de los {valid_days} días siguientes a su expedición" if valid_days else ""
    return (
        f"Verifique el contenido y la autenticidad de este certificado en {url} con el código de "
        f"verificación {code}, o leyendo con su teléfono el código QR. La verificación puede "
        f"hacerse {often}{until}."
    )
