"""Who lends free to whom, and what a party gives by an agreement, on screen and beside the price."""

from __future__ import annotations

from booking.demo import cast
from booking.web.extensions import db
from models import Agreement, AgreementTerm, Exemption
from tests.web.screens.reader import Reader

DAYS = "from_day=2027-06-17&from_time=12:00&to_day=2027-06-21&to_time=09:00&units=1"


def of_ranst(app, reader) -> tuple[Reader, int]:
    """The tariff administrator of Ranst, and the agreement on toilet trailers."""
    with app.app_context():
        return reader(cast.TARIFFS_RANST), db.session.query(Agreement.id).filter_by(reference="2027-06").scalar()


def test_the_register_is_read_by_a_neighbour_and_written_by_the_lender(app, reader) -> None:
    piet, nele = reader(cast.TARIFFS_RANST), reader(cast.DESK_WOMMELGEM)
    wrong = piet.send(piet.open("/beheer/wederkerigheid/nieuw").form("/nieuw"), borrower_id="6", organ="gemeenteraad", number=" ")
    assert (wrong.status, "Vul dit veld in" in wrong.fault("number")) == (422, True)
    assert "gemeenteraad" in wrong.form("/nieuw").fields["organ"]
    done = piet.follow(piet.send(wrong.form("/nieuw"), number="2027/8"))
    assert "Het staat in het register: u leent vrij aan Wommelgem." in done.text
    assert "Wommelgem leent vandaag niet vrij aan Ranst. Deze regel heeft daarom vandaag geen gevolg." in done.text
    listed = nele.open("/beheer/wederkerigheid").text
    assert "Ranst → Wommelgem: pas vrij als de ander ook vrij leent, sinds ma 1 maart 2027" in listed
    with app.app_context():
        row = db.session.query(Exemption.id).filter_by(number="2027/8").scalar()
    assert "/beeindigen" not in nele.open(f"/beheer/wederkerigheid/{row}").html
    ended = piet.follow(piet.send(done.form("/beeindigen"), last="2027-02-28", organ="gemeenteraad", number="2027/9"))
    assert "Het einde staat in het register." in ended.text
    assert "Beëindigd" in ended.text
    assert "/beeindigen" not in ended.html


def test_a_party_gives_its_own_preferred_tariff_and_the_borrower_reads_where_it_stands(app, reader) -> None:
    piet, agreement = of_ranst(app, reader)
    address = f"/beheer/overeenkomsten/{agreement}"
    form = piet.open(f"{address}/voorkeurtarief").form("/voorkeurtarief")
    empty = piet.send(form, article="art. 9")
    assert "Kies minstens één voordeel" in empty.fault("reciprocal")
    done = piet.follow(piet.send(empty.form("/voorkeurtarief"), percentage="50", group_code="others"))
    assert "50 % van het tarief “Andere gebruikers”" in done.text
    assert "Wie wijzigde wat" in done.text
    karel = reader(cast.TECHNICIAN_WOMMELGEM)
    with app.app_context():
        service = cast.borrower_id(db.session(), cast.SERVICE_WOMMELGEM)
    found = karel.open(f"/?category=toilet_trailer&{DAYS}&borrower={service}").text
    assert "overeenkomst 2027-06, art. 9" in found
    stopped = piet.follow(piet.send(piet.open(address).form("/beeindigen"), last="2027-03-01"))
    assert "De voorwaarde geldt tot en met" in stopped.text
    with app.app_context():
        terms = db.session.query(AgreementTerm.lender_id).filter_by(agreement_id=agreement).all()
    assert len(terms) == 2
    found = karel.open(f"/?category=toilet_trailer&{DAYS}&borrower={service}").text
    assert "vrije uitlening 1 van 1 in 2027, overeenkomst 2027-06, art. 3" in found
