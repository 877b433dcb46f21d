"""A mail speaks the language of who receives it: a person's own, an authority's by law."""

from __future__ import annotations

from datetime import timedelta

import pytest
from sqlalchemy import select, update
from sqlalchemy.orm import Session

from booking.demo import cast
from booking.queries.overview import overview
from booking.services import ledger, reservations
from models import Account, Authority, Line, Outbox, Quote
from tests.services.world import World, period

USE = period("2027-06-12 14:00", "2027-06-12 22:00")


@pytest.fixture
def french(world: World) -> World:
    """Sofie reads French; Ranst writes English, for once, so that nothing is in Dutch by chance."""
    world.session.execute(update(Account).where(Account.email == cast.ORGANISER).values(language="fr"))
    world.session.execute(update(Authority).where(Authority.nis == cast.RANST).values(language="en"))
    world.session.commit()
    return world


def spoken(session: Session) -> dict[str, str]:
    return dict(session.execute(select(Outbox.event, Outbox.language)).all())


def test_what_is_asked_and_decided_is_told_in_the_language_of_each_side(french: World) -> None:
    reference = french.ask(cast.HALL_RANST, USE)
    reservations.approve(french.session, french.actor(cast.DESK_RANST), reference, 1, french.now)
    reservations.cancel_line(french.session, french.actor(cast.ORGANISER), reference, 1, french.now)
    told = {"request_received": "en", "request_sent": "fr", "line_approve": "fr", "line_cancel": "en", "own_cancel": "fr"}
    assert spoken(french.session) == told


def test_what_lapses_is_told_in_the_language_of_who_asked(french: World) -> None:
    reference = french.ask(cast.HALL_RANST, USE)
    later = french.now + timedelta(days=200)
    french.session.execute(update(Line).values(holds_until=later - timedelta(days=1)))
    french.session.commit()
    ledger.expire_lines(french.session, [french.line(reference).id], later)
    french.session.commit()
    assert spoken(french.session)["line_expired"] == "fr"


def test_an_owner_hears_that_its_new_price_was_accepted(french: World) -> None:
    reference = french.ask(cast.HALL_RANST, USE)
    sofie = french.actor(cast.ORGANISER)
    french.session.execute(update(Quote).values(accepted_at=None))  # as after a change by the desk
    french.session.commit()
    [dossier] = overview(french.session, sofie, reference).dossiers
    for _twice in range(2):
        reservations.accept_price(french.session, sofie, reference, dossier.authority.id, dossier.quotes[0].version, french.now)
    told = french.session.execute(select(Outbox.language, Outbox.payload).where(Outbox.event == "price_accepted")).all()
    assert [(row.language, row.payload["reference"]) for row in told] == [("en", reference)]
