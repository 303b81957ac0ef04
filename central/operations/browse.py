"""Looking for registrations, and at what is sold about them.

Registry data are public; the session only keeps the machine from being a search engine.
"""

from sqlalchemy.orm import Session

from central import clock
from central.certificates.catalogue import catalogue as catalogue_of
from central.devices.caller import Caller, must_be_active
from central.people.sessions import signed_in
from central.problems import Refusal
from central.registry.registry import find, summary
from central.registry.registry import search as search_registry
from central.services import Services
from kiosk.contract import messages as m
from kiosk.contract.problems import ProblemCode


def search(
    services: Services, caller: Caller, message: m.SearchRegistrations
) -> m.RegistrationPage:
    """One page of matches; a page behind the last one is empty."""
    must_be_active(caller)
    now = services.now()

    def work(db: Session) -> m.RegistrationPage:
        signed_in(db, caller, message.session, now)
        found, total = search_registry(
            db, caller.chamber, message.text, message.page, message.page_size
        )
        return m.RegistrationPage(
            items=tuple(summary(registration) for registration in found),
            page=message.page,
            pages=-(-total // message.page_size),
            total=total,
        )

    return services.database.run(work)


def catalogue(services: Services, caller: Caller, message: m.FetchCatalogue) -> m.Catalogue:
    """What is sold about a registration today.

    Raises:
        Refusal: ``not-found``, ``session-expired``.
    """
    must_be_active(caller)
    now = services.now()

    def work(db: Session) -> m.Catalogue:
        signed_in(db, caller, message.session, now)
        registration = find(db, caller.chamber, message.registration_number)
        if registration is None:
            raise Refusal(ProblemCode.NOT_FOUND)
        return catalogue_of(db, services.settings, registration, clock.local_day(now))

    return services.database.run(work)
