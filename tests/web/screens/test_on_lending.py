"""For whom a municipal service asks, in pages: asked of it alone, kept while it is filled in, and told to the desk that decides."""

from __future__ import annotations

from collections.abc import Callable

from flask import Flask

from booking.clock import now
from booking.demo import cast
from booking.queries.actors import actor_of
from booking.rules.periods import local
from booking.services import reservations
from booking.web.extensions import db
from tests.web.screens.reader import Reader
from tests.web.screens.test_printed import number_of, paper, told
from tests.web.screens.test_wrong_input import NEW

HALL = f"{NEW}?line={cast.HALL_RANST}~20270612T1200Z~20270612T2000Z~1"
CLUB = "Volleybalclub Buiten Spel Wommelgem (fictief)"


def test_a_service_says_for_whom_it_asks_and_the_desk_and_the_depot_read_it(app: Flask, reader: Callable[[str], Reader]) -> None:
    karel, an, sofie = reader(cast.TECHNICIAN_WOMMELGEM), reader(cast.DESK_RANST), reader(cast.ORGANISER)
    assert "Bestemd voor" not in sofie.open(HALL).text, "an association borrows for itself"
    form = karel.open(HALL)
    assert f'<option value="{CLUB}">' in form.html
    preview = karel.send(form.form(NEW), beneficiary=CLUB, event="Kamp", do="preview")
    assert f"doorgeven aan {CLUB}" in preview.text
    made = karel.follow(karel.send(preview.form(NEW), do="request"))
    assert f"Bestemd voor {CLUB}" in made.text
    reference = made.address.rpartition("/")[2]
    assert f"voor {CLUB}" in an.open("/werklijst?q=buiten+spel").text
    assert f"Bestemd voor {CLUB}" in an.open(f"/werklijst/{reference}").text
    assert f"Bestemd voor {CLUB}" in karel.open(f"/reservaties/{reference}/blad").text

    with app.app_context():
        desk = actor_of(db.session(), cast.account_id(db.session(), cast.DESK_RANST), local(now()).date())
        reservations.approve(db.session(), desk, reference, 1, now())
    owner = number_of(app, cast.authority_id, cast.RANST)
    assert f"Bestemd voor {CLUB}" in told(paper(an, f"/reservaties/{reference}/leveringsbon/{owner}"))
    assert f"voor {CLUB}" in reader(cast.TECHNICIAN_RANST).open("/vandaag?dag=2027-06-12").text
