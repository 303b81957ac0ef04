"""What a copy wants done by the machine under the desk."""

from dataclasses import dataclass

from kiosk.contract.staff.certificates import SoldCertificate


@dataclass(frozen=True)
class PrintCopy:
    """Print ``sold`` again as the operation ``copy_id``, which the staff was allowed."""

    request: int
    sold: SoldCertificate
    copy_id: str
