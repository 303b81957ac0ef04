"""Choosing a registration and its certificates.

The cart may hold copies of several registrations.
"""

from dataclasses import replace

from kiosk.contract import messages as m
from kiosk.visit.comfort import cards_a_page, rows_a_page
from kiosk.visit.effects import CartItem, FetchCatalogue, SearchRegistrations
from kiosk.visit.events import (
    Add,
    Back,
    CatalogueFetched,
    CloseSearch,
    Continue,
    Event,
    Failed,
    OpenSearch,
    Page,
    RegistrationsFound,
    Remove,
    Retry,
    Search,
    SelectRegistration,
)
from kiosk.visit.signing_in import fetch_account
from kiosk.visit.state import Certificates, Confirm, Registrations, Step, Visit
from kiosk.visit.typing_keys import QUERY_LENGTH_MAX, type_text


def pages(count: int, page_size: int) -> int:
    """How many pages a list takes; an empty list has one.

    >>> pages(0, 5), pages(5, 5), pages(6, 5)
    (1, 1, 2)
    """
    return max(1, -(-count // page_size))


def own_pages(visit: Visit) -> int:
    """Pages of the own registrations."""
    own = visit.account.registrations if visit.account else ()
    return pages(len(own), rows_a_page(visit.comfort))


def card_pages(visit: Visit, stage: Certificates) -> int:
    """Pages of the catalogue."""
    return pages(len(stage.catalogue.items) if stage.catalogue else 0, cards_a_page(visit.comfort))


def shown_registrations(visit: Visit, stage: Registrations) -> tuple[m.RegistrationSummary, ...]:
    """The registrations on the page that is up."""
    if stage.found is not None:
        return stage.found.items
    own, rows = visit.account.registrations if visit.account else (), rows_a_page(visit.comfort)
    start = (stage.page - 1) * rows
    return own[start : start + rows]


def refit(visit: Visit) -> Step:
    """Lists again from their beginning, where a page holds another number of rows now."""
    match visit.stage:
        case Registrations(found=found, rows=rows, loading=False) as stage if (
            found is not None and not stage.searching and rows != rows_a_page(visit.comfort)
        ):
            return _search(visit, stage, 1)
        case Registrations(found=None) as stage:
            return visit.at(replace(stage, page=min(stage.page, own_pages(visit)))), ()
        case Certificates() as stage:
            return visit.at(replace(stage, page=min(stage.page, card_pages(visit, stage)))), ()
        case _:
            return visit, ()


def registrations(visit: Visit, stage: Registrations, event: Event) -> Step:
    """Own registrations first; any other by number, NIT or name."""
    match event:
        case OpenSearch():
            return visit.at(Registrations(searching=True)), ()
        case CloseSearch():
            return visit.at(Registrations()), ()
        case Search() if stage.searching and stage.query.strip() and not stage.loading:
            return _search(visit, replace(stage, asked=stage.query.strip()), 1)
        case Page(delta=delta) if delta in (-1, 1) and not stage.loading:
            return _turn(visit, stage, stage.page + delta)
        case RegistrationsFound(page=found):
            after = replace(
                stage,
                found=found,
                page=found.page,
                searching=not found.items,
                loading=False,
                error="",
            )
            return visit.at(replace(after, error="" if found.items else "nothing-found")), ()
        case Failed(code=code):
            return visit.at(replace(stage, loading=False, error=code)), ()
        case SelectRegistration(number=number) if not stage.loading:
            chosen = [r for r in shown_registrations(visit, stage) if r.number == number]
            return (
                _catalogue(visit, Certificates(chosen[0], stage))
                if chosen
                else (visit.at(stage), ())
            )
        case Back() if (
            stage.searching and visit.account is not None and visit.account.registrations
        ):
            return visit.at(Registrations()), ()
        case Back() if stage.found is not None:
            return visit.at(Registrations(searching=True, query=stage.asked)), ()
        case Back():
            return fetch_account(visit)
        case _ if stage.searching and not stage.loading:
            query = type_text(stage.query, event, QUERY_LENGTH_MAX)
            error = stage.error if query == stage.query else ""
            return visit.at(replace(stage, query=query, error=error)), ()
        case _:
            return visit.at(stage), ()


def _turn(visit: Visit, stage: Registrations, page: int) -> Step:
    if stage.found is not None:
        inside = 1 <= page <= stage.found.pages
        return _search(visit, stage, page) if inside else (visit.at(stage), ())
    return visit.at(replace(stage, page=min(max(page, 1), own_pages(visit)))), ()


def _search(visit: Visit, stage: Registrations, page: int) -> Step:
    visit = visit.asking()
    rows = rows_a_page(visit.comfort)
    search = SearchRegistrations(visit.request, visit.token, stage.asked, page, rows)
    return visit.at(replace(stage, loading=True, rows=rows, error="")), (search,)


def _catalogue(visit: Visit, stage: Certificates) -> Step:
    visit = visit.asking()
    fetch = FetchCatalogue(visit.request, visit.token, stage.registration.number)
    return visit.at(replace(stage, loading=True, catalogue=None)), (fetch,)


def certificates(visit: Visit, stage: Certificates, event: Event) -> Step:
    """Steppers, a running total, and never more copies than the machine sells at once."""
    match event:
        case CatalogueFetched(catalogue=catalogue):
            visit = replace(visit, cart=_repriced(visit.cart, catalogue))
            return refit(visit.at(replace(stage, catalogue=catalogue, loading=False)))
        case Failed(code=code):
            return visit.at(replace(stage, loading=False, error=code)), ()
        case Retry() if stage.error and stage.catalogue is None and not stage.loading:
            return _catalogue(visit, replace(stage, error=""))
        case Add(code=code):
            return _change(visit, stage, code, +1), ()
        case Remove(code=code):
            return _change(visit, stage, code, -1), ()
        case Page(delta=delta) if delta in (-1, 1) and stage.catalogue is not None:
            page = min(max(stage.page + delta, 1), card_pages(visit, stage))
            return visit.at(replace(stage, page=page)), ()
        case Continue() if visit.cart:
            return visit.at(Confirm(back_to=replace(stage, error=""))), ()
        case Back():
            # Nobody waits for this catalogue any more: its answer must not land on the list.
            return refit(visit.asking().at(replace(stage.back_to, loading=False)))
        case _:
            return visit.at(stage), ()


def refetch(visit: Visit, stage: Certificates, error: str) -> Step:
    """Back to the certificates with fresh prices, and the reason why."""
    return _catalogue(visit, replace(stage, error=error))


def copies_in(cart: tuple[CartItem, ...]) -> int:
    """Copies in a cart."""
    return sum(line.quantity for line in cart)


def total_of(cart: tuple[CartItem, ...]) -> int:
    """Pesos of a cart at the prices that were shown."""
    return sum(line.quantity * line.item.price for line in cart)


def paper_of(cart: tuple[CartItem, ...]) -> int:
    """Millimetres of roll that a cart takes, by central's estimate."""
    return sum(line.quantity * line.item.roll_mm for line in cart)


def pages_that_fit(cart: tuple[CartItem, ...], left_mm: int) -> int:
    """How many pages of a cart's kind so much paper takes."""
    pages_wanted = sum(line.quantity * line.item.pages for line in cart)
    return left_mm * pages_wanted // paper_of(cart) if paper_of(cart) else 0


def _change(visit: Visit, stage: Certificates, code: str, by: int) -> Visit:
    items = stage.catalogue.items if stage.catalogue else ()
    item = next((i for i in items if i.certificate_type == code), None)
    if item is None:
        return visit.at(stage)
    if by > 0 and copies_in(visit.cart) >= visit.setup.cart_limit:
        return visit.at(replace(stage, error="cart-full"))
    lines = list(visit.cart)
    key = (stage.registration.number, code)
    for index, line in enumerate(lines):
        if (line.registration.number, line.item.certificate_type) == key:
            lines[index] = replace(line, quantity=line.quantity + by)
            break
    else:
        lines.append(CartItem(stage.registration, item, by))
    cart = tuple(line for line in lines if line.quantity > 0)
    return replace(visit, cart=cart).at(replace(stage, error=""))


def _repriced(cart: tuple[CartItem, ...], catalogue: m.Catalogue) -> tuple[CartItem, ...]:
    """The cart with today's prices of one registration; what is no longer sold falls out."""
    today = {item.certificate_type: item for item in catalogue.items}
    number = catalogue.registration.number
    return tuple(
        replace(line, item=today[line.item.certificate_type])
        if line.registration.number == number
        else line
        for line in cart
        if line.registration.number != number or line.item.certificate_type in today
    )
