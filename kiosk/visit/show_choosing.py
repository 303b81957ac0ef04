"""Bodies of the screens where registrations and certificates are chosen."""

from kiosk.contract import messages as m
from kiosk.money import format_pesos
from kiosk.visit.choosing import (
    card_pages,
    copies_in,
    own_pages,
    shown_registrations,
    total_of,
)
from kiosk.visit.comfort import cards_a_page
from kiosk.visit.effects import CartItem
from kiosk.visit.state import Certificates, Registrations, Visit
from kiosk.visit.views import (
    CertificateCard,
    ChooseCertificatesBody,
    ChooseRegistrationBody,
    RegistrationLine,
)
from kiosk.visit.wording import dotted_nit


def registration_line(
    registration: m.RegistrationSummary, cart: tuple[CartItem, ...]
) -> RegistrationLine:
    """A registration as lists and headings show it."""
    return RegistrationLine(
        number=registration.number,
        name=registration.name,
        nit=dotted_nit(registration.nit),
        kind=registration.kind,
        municipality=registration.municipality,
        status=registration.status,
        in_cart=sum(
            line.quantity for line in cart if line.registration.number == registration.number
        ),
    )


def registrations_body(visit: Visit, stage: Registrations) -> ChooseRegistrationBody:
    """Own registrations, or the page that was found."""
    own = visit.account.registrations if visit.account else ()
    found = stage.found
    return ChooseRegistrationBody(
        source="own" if found is None else "found",
        items=tuple(registration_line(r, visit.cart) for r in shown_registrations(visit, stage)),
        page=stage.page,
        pages=found.pages if found else own_pages(visit),
        total=found.total if found else len(own),
        searching=stage.searching,
        query=stage.query,
        loading=stage.loading,
        error=stage.error,
        cart_count=copies_in(visit.cart),
    )


def certificates_body(visit: Visit, stage: Certificates) -> ChooseCertificatesBody:
    """Cards of one page, with steppers, and the running total of the whole cart."""
    items = stage.catalogue.items if stage.catalogue else ()
    shown = cards_a_page(visit.comfort)
    start = (stage.page - 1) * shown
    count, total = copies_in(visit.cart), total_of(visit.cart)
    own = visit.account
    has_own = own is not None and own.has_prepaid_account
    short = own is not None and has_own and total > own.available
    return ChooseCertificatesBody(
        registration=registration_line(stage.registration, visit.cart),
        cards=tuple(_card(visit, stage, item) for item in items[start : start + shown]),
        page=stage.page,
        pages=card_pages(visit, stage),
        warnings=stage.catalogue.warnings if stage.catalogue else (),
        loading=stage.loading,
        error=stage.error or ("insufficient-balance" if short else ""),
        count=count,
        total=format_pesos(total),
        balance_after=format_pesos(own.available - total)
        if own is not None and has_own and not short
        else "",
        can_continue=count > 0 and not stage.loading,
    )


def _card(visit: Visit, stage: Certificates, item: m.CatalogueItem) -> CertificateCard:
    key = (stage.registration.number, item.certificate_type)
    quantity = sum(
        line.quantity
        for line in visit.cart
        if (line.registration.number, line.item.certificate_type) == key
    )
    return CertificateCard(
        code=item.certificate_type,
        name=item.name,
        purpose=item.purpose,
        price=format_pesos(item.price),
        length_cm=max(5, round(item.roll_mm / 50) * 5),
        pages=item.pages,
        quantity=quantity,
        can_add=copies_in(visit.cart) < visit.setup.cart_limit,
        can_remove=quantity > 0,
    )
