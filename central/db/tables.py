"""Every table of central, so that migrations and checks see all of them."""

from central.alerts import tables as alerts
from central.certificates import tables as certificates
from central.daily import tables as daily
from central.db.base import Base
from central.devices import tables as devices
from central.ledger import tables as ledger
from central.mail import tables as mail
from central.operations import tables as operations
from central.payments import tables as payments
from central.people import tables as people
from central.portal import tables as portal
from central.records import tables as records
from central.registry import tables as registry
from central.staff import tables as staff
from central.staff.copies import tables as copies
from central.staff.sales import tables as sales
from central.staff.shifts import tables as shifts

__all__ = [
    "alerts",
    "certificates",
    "copies",
    "daily",
    "devices",
    "ledger",
    "mail",
    "metadata",
    "operations",
    "payments",
    "people",
    "portal",
    "records",
    "registry",
    "sales",
    "shifts",
    "staff",
]

metadata = Base.metadata
