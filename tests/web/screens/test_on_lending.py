"""For whom a municipal service asks, in pages: asked of it alone, kept while it is filled in, and told to the desk that decides."""

from __future__ import annotations

from collections.abc import Callable

from booking.demo import cast
from tests.web.screens.reader import Reader
from tests.web.screens.test_wrong_input import NEW

HALL = f"{NEW}?line={cast.HALL_RANST}~20270612T1200Z~20270612T2000Z~1"
CLUB = "Volleybalclub Buiten Spel Wommelgem (fictief)"


def test_a_service_says_for_whom_it_asks_and_its_desk_reads_it(reader: Callable[[str], Reader]) -> None:
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
