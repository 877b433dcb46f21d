"""An authority on screen: its list, its details, its way of deciding, its group and its holidays."""

from __future__ import annotations

import pytest

from booking.demo import cast
from models import Authority, Change, GroupMember, LocalHoliday
from tests.web.screens.reader import Reader

pytestmark = pytest.mark.one_engine


def test_an_administrator_sees_the_own_authority_and_a_steward_all(dirk: Reader, roos: Reader) -> None:
    assert "1 rij" in dirk.open("/beheer/besturen").text
    everything = roos.open("/beheer/besturen").text
    assert "Zandhoven" in everything
    assert "12 rijen" in everything


def test_a_list_is_searched_filtered_and_sorted_in_its_address(roos: Reader) -> None:
    assert "2 rijen" in roos.open("/beheer/besturen?q=ranst").text
    assert "1 rij" in roos.open("/beheer/besturen?q=ranst&kind=ocmw").text
    page = roos.open("/beheer/besturen?sort=-name").html
    assert page.index("Zoersel") < page.index("Boechout")
    nothing = roos.open("/beheer/besturen?q=atlantis")
    assert (nothing.status, "Niets gevonden" in nothing.text) == (200, True)
    assert roos.open("/beheer/besturen?sort=nonsense&page=x&kind=nonsense").status == 200


def test_who_changes_what_is_kept_with_what_was_there_before(dirk: Reader, key, kept) -> None:
    ranst = key(Authority, nis=cast.RANST)
    form = dirk.open(f"/beheer/besturen/{ranst}/wijzigen").form("/wijzigen")
    shown = dirk.follow(dirk.send(form, phone="03 123 45 67", kbo="BE 0207.500.123"))
    assert "Bewaard." in shown.text
    assert "0207500123" in shown.text
    (change,) = kept(Change, noun="authority", subject_id=ranst)
    assert change.before == {"kbo": None, "phone": None}
    assert change.after == {"kbo": "0207500123", "phone": "03 123 45 67"}
    assert "Dirk Zogezegd" in shown.text


def test_what_was_typed_wrong_is_told_at_its_field_and_kept(dirk: Reader, key) -> None:
    address = f"/beheer/besturen/{key(Authority, nis=cast.RANST)}/wijzigen"
    wrong = {"name": "", "nis": "123", "kbo": "0207.500.124", "ovo": "X", "email": "geen adres", "lat": "91"}
    page = dirk.send(dirk.open(address).form("/wijzigen"), **wrong)
    assert page.status == 422
    assert all(page.fault(field) for field in wrong), page.text
    assert page.form("/wijzigen").fields["kbo"] == "0207.500.124"
    taken = dirk.send(dirk.open(address).form("/wijzigen"), nis=cast.ZANDHOVEN)
    assert "heeft deze NIS-code al" in taken.fault("nis")


def test_a_form_that_was_overtaken_keeps_what_was_typed_and_shows_what_changed(dirk: Reader, roos: Reader, key, kept) -> None:
    ranst = key(Authority, nis=cast.RANST)
    address = f"/beheer/besturen/{ranst}/wijzigen"
    mine, theirs = dirk.open(address).form("/wijzigen"), roos.open(address).form("/wijzigen")
    assert roos.send(theirs, phone="03 111 11 11").status == 303
    page = dirk.send(mine, website="https://ranst.example")
    assert page.status == 409
    assert "Intussen gewijzigd" in page.text
    assert "03 111 11 11" in page.text
    again = page.form("/wijzigen")
    assert again.fields["website"] == "https://ranst.example"
    assert kept(Authority, id=ranst)[0].website is None
    assert dirk.send(again, phone="03 111 11 11").status == 303
    assert kept(Authority, id=ranst)[0].website == "https://ranst.example"


def test_a_zone_joins_and_leaves_the_group_of_a_municipality(dirk: Reader, roos: Reader, key, kept) -> None:
    new = roos.open("/beheer/besturen/nieuw").form("/nieuw")
    zone_page = roos.follow(roos.send(new, name="Politiezone Voorbeeld", kind="police_zone"))
    assert "Politiezone Voorbeeld" in zone_page.text
    ranst, zone = key(Authority, nis=cast.RANST), key(Authority, name="Politiezone Voorbeeld")
    without_consent = dirk.send(dirk.open(f"/beheer/besturen/{ranst}/groep").form("/groep"), member=zone, first="2027-04-01", last="")
    assert without_consent.fault("member")
    form = roos.open(f"/beheer/besturen/{ranst}/groep").form("/groep")
    reversed_dates = roos.send(form, member=zone, first="2027-05-01", last="2027-04-01")
    assert "kan niet voor de eerste liggen" in reversed_dates.fault("last")
    joined = roos.follow(roos.send(form, member=zone, first="2027-04-01", last=""))
    assert "Politiezone Voorbeeld" in joined.text
    twice = roos.send(roos.open(f"/beheer/besturen/{ranst}/groep").form("/groep"), member=zone, first="2027-06-01", last="")
    assert "al bij een groep" in twice.fault("member")
    tie = key(GroupMember, member_id=zone)
    roos.follow(roos.send(joined.form(f"/groep/{tie}"), last="2027-12-31"))
    assert str(kept(GroupMember, id=tie)[0].valid_until) == "2027-12-31"


def test_an_authority_keeps_holidays_of_its_own(dirk: Reader, key, kept) -> None:
    ranst = key(Authority, nis=cast.RANST)
    page = dirk.open(f"/beheer/besturen/{ranst}/feestdagen")
    done = dirk.follow(dirk.send(page.form("/feestdagen"), day="2027-09-06", name="Kermismaandag"))
    assert "Kermismaandag" in done.text
    assert "staat er al" in dirk.send(done.form("/feestdagen"), day="2027-09-06", name="Nog eens").fault("day")
    holiday = key(LocalHoliday, authority_id=ranst, name="Kermismaandag")
    assert "Kermismaandag" not in dirk.follow(dirk.send(done.form(f"/feestdagen/{holiday}"))).text
    assert kept(LocalHoliday, id=holiday) == []


def test_the_entry_counts_what_there_is(dirk: Reader, an: Reader) -> None:
    entry = dirk.open("/beheer").text
    assert "Middelen en zalen" in entry
    assert "Loodsen en gebouwen" in entry
    assert "Sluitingen" in an.open("/beheer").text
