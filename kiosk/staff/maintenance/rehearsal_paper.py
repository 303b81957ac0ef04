"""The paper of a rehearsal: as long as a long certificate, and worth nothing.

Long enough that somebody can open the cover while it prints: some 800 mm, 3 s at 250 mm/s and 5 s
at 150 mm/s.
"""

from datetime import datetime

from kiosk.documents.model import Banner, Block, Document, Field, Heading, Paragraph, Rule
from kiosk.visit.wording import short_instant

NO_VALUE = "ENSAYO · SIN VALIDEZ"
_PARAGRAPHS = 30
_TEXT = (
    "Que este renglón no certifica nada: lo imprime un ensayo de mantenimiento, por el mismo "
    "camino de una compra (diseño, revisión de la impresora, impresión con prueba y corte), sin "
    "dinero y sin operación en la central. Si lo encuentra fuera de la máquina, bótelo."
)


def rehearsal_paper(point_of_sale: str, who: str, at: datetime) -> Document:
    """Lay nothing true on paper but where, when and by whom it was printed."""
    blocks: list[Block] = [
        Banner(NO_VALUE),
        Heading("Ensayo de una compra", 1),
        Field("Punto de venta", point_of_sale, strong=True),
        Field("Fecha", short_instant(at, "es")),
        Field("Técnico", who),
        Field("Valor", "$0"),
        Rule(),
    ]
    for number in range(1, _PARAGRAPHS + 1):
        if number % 6 == 0:
            blocks.append(Banner(NO_VALUE))
        blocks.append(Paragraph(f"{number}. {_TEXT}"))
    blocks += [Rule(), Paragraph("*** FIN DEL ENSAYO ***", "strong", "center")]
    return Document("test_page", "Ensayo sin validez", tuple(blocks), footer=NO_VALUE)
