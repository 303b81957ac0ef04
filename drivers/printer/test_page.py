"""The page that a technician looks at before a profile is believed.

What is right on it turns ``assumed`` into ``probed``: letters, columns, symbols, cut.
"""

from drivers.printer.profile import Profile
from drivers.printer.words import profile_in_words
from kiosk.documents.model import (
    Banner,
    Block,
    Column,
    Document,
    Field,
    Heading,
    Paragraph,
    QrCode,
    Rule,
    Table,
)

_LETTERS = "áéíóúüñ ÁÉÍÓÚÜÑ ¿? ¡! «» ª º $ % & @ # [ ] { } \\ | ~ ^"
_URL = "https://verificar.example.invalid/prueba"
_LONG_URL = _URL + "/" + "0123456789" * 9


def test_page(profile: Profile) -> Document:
    """The page for one profile."""
    blocks: tuple[Block, ...] = (
        Banner("PÁGINA DE PRUEBA · NO ES UN CERTIFICADO"),
        Field("Perfil", profile.name, strong=True),
        Paragraph(profile_in_words(profile)),
        Heading("Letras"),
        Paragraph(
            "Cada letra debe verse como en la guía; ninguna debe faltar ni cambiar.", "small"
        ),
        Paragraph(_LETTERS),
        Heading("Columnas"),
        Paragraph("La regla llena el renglón sin pasar al siguiente.", "small"),
        Paragraph(_ruler(profile.columns_b)),
        Rule(),
        Table(
            (Column("Izquierda"), Column("Centro", align="center"), Column("Derecha", 1, "right")),
            (("uno", "dos", "tres"), ("1", "22", "333")),
        ),
        Heading("Códigos QR"),
        Paragraph("Ambos se leen con un teléfono.", "small"),
        QrCode(_URL, "corto"),
        QrCode(_LONG_URL, "largo"),
        Heading("Corte"),
        Paragraph("Debajo de esta línea queda blanco, y el corte no toca las letras.", "small"),
        Paragraph("*** FIN DE LA PÁGINA DE PRUEBA ***", "strong", "center"),
    )
    return Document("test_page", "Página de prueba", blocks)


def _ruler(columns: int) -> str:
    return "".join(str(number % 10) for number in range(1, columns + 1))
