"""Prices from a day on, and a day counted three ways."""

from dataclasses import asdict

from central.certificates.price_table import change_price, price_table
from central.clock import local_day
from central.operations.reconcile import reconcile
from central.services import Services
from central.staff.api.outcomes import refusals
from central.staff.sessions import SignedIn
from kiosk.contract.staff import days as m


def list_prices(services: Services, _who: SignedIn, _message: m.ListPrices) -> m.Prices:
    """Every price with its first day."""
    today = local_day(services.now())
    rows = services.database.run(lambda db: price_table(db, services.chamber, today))
    return m.Prices(
        prices=tuple(
            m.PriceOfService(
                service_code=row.service_code,
                valid_from=row.valid_from,
                price=row.price_pesos,
                today=row.today,
            )
            for row in rows
        )
    )


def set_price(services: Services, who: SignedIn, message: m.SetPrice) -> m.PriceOfService:
    """Set a price from a day on.

    Raises:
        Refusal: ``not-possible`` for a day in the past.
    """
    with refusals(ValueError):
        change_price(
            services,
            message.service_code,
            message.valid_from,
            message.price,
            who.staff_id,
            message.reason,
        )
    return m.PriceOfService(
        service_code=message.service_code,
        valid_from=message.valid_from,
        price=message.price,
        today=message.valid_from == local_day(services.now()),
    )


def reconcile_day(services: Services, _who: SignedIn, message: m.ReconcileDay) -> m.ReconciledDay:
    """Operations, ledger and receipts of a day, for each kiosk."""
    return m.ReconciledDay.model_validate(asdict(reconcile(services, message.day)))
