"""PAdES signatures (ETSI EN 319 142-1, baseline B-B) on the PDF of a certificate.

The signature certifies the document and allows no change at all. There is no time stamp of an
authority: the time in it is this machine's.
"""

from io import BytesIO

from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
from pyhanko.sign.fields import MDPPerm, SigSeedSubFilter
from pyhanko.sign.signers import PdfSignatureMetadata, SimpleSigner, sign_pdf

_FIELD = "FirmaCamara"
_REASON = "Certificado expedido por medio electrónico"


def signed(pdf: bytes, signer: SimpleSigner, chamber_name: str) -> bytes:
    """The PDF with the chamber's signature behind it (invisible: the paper looks the same)."""
    metadata = PdfSignatureMetadata(
        field_name=_FIELD,
        md_algorithm="sha256",
        subfilter=SigSeedSubFilter.PADES,
        name=chamber_name,
        reason=_REASON,
        certify=True,
        docmdp_permissions=MDPPerm.NO_CHANGES,
    )
    output = BytesIO()
    sign_pdf(IncrementalPdfFileWriter(BytesIO(pdf)), metadata, signer, output=output)
    return output.getvalue()
