"""A certified section between its row and the Document's blocks.

The row keeps the canonical JSON of a document that holds only this section's blocks, so that one
reader, the Document's, knows the form.
"""

from central.registry.tables import RegistrationSection
from kiosk.documents.certificate import Section
from kiosk.documents.model import Block, Document, from_json, to_json


def write_blocks(title: str, blocks: tuple[Block, ...]) -> str:
    """The JSON text to store."""
    return to_json(Document(kind="certificate", title=title, blocks=blocks))


def read_section(row: RegistrationSection) -> Section:
    """The section as a certificate prints it.

    Raises:
        ValueError: the stored text is no document.
    """
    return Section(row.title, from_json(row.blocks).blocks)
