"""Signing up: who gets an account, when, and what nobody learns on the way."""

from __future__ import annotations

import pytest
from flask import Flask
from sqlalchemy import func, select

from booking.clock import now
from booking.web.extensions import db
from models import Account, Authority, Borrower, MailedKey, Membership, Outbox
from tests.web.mailbox import code_to, link_to, mails_to
from tests.web.visitor import Visitor, unnumbered

pytestmark = pytest.mark.one_engine

EMAIL = "nora@lokaal.example"
WORDS = "vijf paarse olifanten"
KNOWN = "ann@lokaal.example"


@pytest.fixture
def ranst(app: Flask) -> int:
    """A municipality with an association."""
    with app.app_context():
        place = Authority(kind="municipality", name="Ranst", nis="11035", email="uitleen@ranst.example")
        db.session.add(place)
        db.session.flush()
        db.session.add(Borrower(kind="association", name="De Lindekapel", authority_id=place.id, created_at=now()))
        db.session.add(Borrower(kind="resident", name="Een Inwoner", authority_id=place.id, created_at=now()))
        db.session.commit()
        return place.id


def filled_in(ranst: int, **other: str) -> dict[str, str]:
    return {"name": "Nora Nieuw", "email": EMAIL, "password": WORDS, "language": "nl", "whom": "self", "municipality": str(ranst), **other}


def counted(app: Flask, table: type) -> int:
    with app.app_context():
        return db.session.scalar(select(func.count()).select_from(table))


def memberships(app: Flask) -> list[tuple[str, str, bool]]:
    with app.app_context():
        query = select(Borrower.name, Borrower.kind, Membership.verified_at).join(Membership, Membership.borrower_id == Borrower.id)
        return [(name, kind, verified is not None) for name, kind, verified in db.session.execute(query.order_by(Membership.id))]


def test_a_first_visitor_types_the_code_and_goes_on_where_they_were(app, visitor: Visitor, ranst: int) -> None:
    answer = visitor.send("/account-maken", filled_in(ranst, next="/account/profiel"))
    assert answer.status_code == 303
    assert counted(app, Account) == 0
    page = visitor.get(answer.headers["Location"])
    assert EMAIL in page.text
    answer = visitor.send(answer.headers["Location"], {"code": f" {code_to(app, EMAIL)[:3]} {code_to(app, EMAIL)[3:]} "})
    assert (answer.status_code, answer.headers["Location"]) == (303, "/account/profiel")
    assert "Nora Nieuw" in visitor.get("/account").text
    assert memberships(app) == [("Nora Nieuw", "resident", True)]
    assert counted(app, MailedKey) == 0


def test_signing_up_costs_seven_interactions(app, visitor: Visitor, ranst: int) -> None:
    fields = {name: value for name, value in filled_in(ranst).items() if name not in {"language", "whom"}}  # those stand ready
    answer = visitor.send("/account-maken", {**fields, "language": "nl", "whom": "self"})
    answer = visitor.send(answer.headers["Location"], {"code": code_to(app, EMAIL)})
    assert answer.status_code == 303
    assert len(fields) + len(["continue", "the code", "confirm"]) <= 7


def test_the_link_works_once_with_the_password_and_only_looking_at_it_changes_nothing(app, visitor: Visitor, ranst: int) -> None:
    visitor.send("/account-maken", filled_in(ranst))
    link, other = link_to(app, EMAIL), Visitor(app)
    for _ in range(2):  # a mail program looks at it first
        looked = other.get(link)
        assert (looked.status_code, looked.headers["Referrer-Policy"]) == (200, "no-referrer")
    assert counted(app, Account) == 0
    assert other.send(link, {"password": WORDS}).status_code == 303
    assert other.is_signed_in()
    assert (visitor.send(link, {"password": WORDS}).status_code, visitor.get(link).status_code) == (404, 404)
    assert not visitor.is_signed_in()


def test_who_reads_the_mail_gets_no_account_that_a_stranger_knows_the_password_of(app, visitor: Visitor, ranst: int) -> None:
    visitor.send("/account-maken", filled_in(ranst))
    link, owner = link_to(app, EMAIL), Visitor(app)
    for guess in ("", "een ander lang wachtwoord"):
        assert owner.send(link, {"password": guess}).status_code in (403, 422)
    assert (owner.is_signed_in(), counted(app, Account)) == (False, 0)


@pytest.mark.parametrize(
    ("chosen", "held"),
    [
        ({"whom": "existing", "borrower": "de lindekapel"}, ("De Lindekapel", "association", False)),
        ({"whom": "existing", "borrower": "De Lindekapel, Ranst"}, ("De Lindekapel", "association", False)),
        ({"whom": "new", "organisation": "KLJ Broechem", "kind": "association"}, ("KLJ Broechem", "association", False)),
        ({"whom": "new", "organisation": "Sint-Jan", "kind": "school"}, ("Sint-Jan", "school", False)),
    ],
)
def test_an_organisation_is_claimed_and_its_desk_is_asked_to_verify(app, visitor: Visitor, ranst: int, chosen, held) -> None:
    answer = visitor.send("/account-maken", filled_in(ranst, **chosen))
    visitor.send(answer.headers["Location"], {"code": code_to(app, EMAIL)})
    assert memberships(app) == [held]
    [told] = mails_to(app, "uitleen@ranst.example")
    assert told.subject == f"Na te kijken: Nora Nieuw voor {held[0]}"


@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        ({"email": "geen adres"}, "Dit is geen e-mailadres"),
        ({"name": " "}, "Vul dit veld in"),
        ({"password": "kort"}, "minstens 12 tekens"),
        ({"password": "Wachtwoord2027!"}, "te gemakkelijk te raden"),
        ({"password": "nora nora nora nora"}, "te gemakkelijk te raden"),
        ({"municipality": ""}, "Vul dit veld in"),
        ({"municipality": "999"}, "Vul dit veld in"),
        ({"whom": "existing", "borrower": "Bestaat niet"}, "Deze organisatie kennen wij niet"),
        ({"whom": "existing", "borrower": "Een Inwoner"}, "Deze organisatie kennen wij niet"),
        ({"whom": "new", "organisation": ""}, "Vul dit veld in"),
    ],
)
def test_what_is_wrong_is_said_at_its_field_and_the_rest_is_kept(app, visitor: Visitor, ranst: int, wrong, said: str) -> None:
    answer = visitor.send("/account-maken", filled_in(ranst, **wrong))
    assert answer.status_code == 422
    assert said in answer.text
    assert "aria-invalid" in answer.text or "field-wrong" in answer.text
    assert WORDS not in answer.text
    assert wrong.get("email", EMAIL) in answer.text
    assert counted(app, Outbox) == 0


def test_nobody_learns_which_address_has_an_account(app, visitor: Visitor, ranst: int, ann: int) -> None:
    """TEST_PLAN T-64."""
    pages, codes = [], []
    for email in (KNOWN, EMAIL):
        answer = visitor.send("/account-maken", filled_in(ranst, email=email))
        assert answer.status_code == 303
        address = answer.headers["Location"]
        pages.append(unnumbered(visitor.get(address).text.replace(email, "").replace(address.rpartition("/")[2], "")))
        codes.append(unnumbered(visitor.send(address, {"code": "000000"}).text.replace(email, "").replace(address.rpartition("/")[2], "")))
    assert pages[0] == pages[1]
    assert codes[0] == codes[1]
    assert mails_to(app, KNOWN)[0].subject == "U heeft al een account"
    assert counted(app, Account) == 1


def test_a_code_has_five_tries_and_ten_minutes_and_a_new_one_ends_it(app, visitor: Visitor, ranst: int, at) -> None:
    at("2027-05-10T08:00:00+02:00")
    address = visitor.send("/account-maken", filled_in(ranst)).headers["Location"]
    right = code_to(app, EMAIL)
    wrong = "111111" if right != "111111" else "222222"
    said = [visitor.send(address, {"code": wrong}).text for _ in range(5)]
    assert all("klopt niet" in page for page in said)
    assert "geldt niet meer" in visitor.send(address, {"code": right}).text
    assert visitor.send(f"{address}/opnieuw").status_code == 303
    assert code_to(app, EMAIL) != right or len(mails_to(app, EMAIL)) == 2
    at("2027-05-10T08:10:00+02:00")
    assert "geldt niet meer" in visitor.send(address, {"code": code_to(app, EMAIL)}).text
    at("2027-05-10T08:16:00+02:00")
    visitor.send(f"{address}/opnieuw")
    assert visitor.send(address, {"code": code_to(app, EMAIL)}).status_code == 303
    assert visitor.is_signed_in()


def test_after_a_day_nothing_is_left_of_who_never_confirmed(app, visitor: Visitor, ranst: int, at) -> None:
    at("2027-05-10T08:00:00+02:00")
    visitor.send("/account-maken", filled_in(ranst))
    link = link_to(app, EMAIL)
    at("2027-05-11T08:00:01+02:00")
    assert visitor.get(link).status_code == 404


def test_a_mailbox_cannot_be_flooded(app, visitor: Visitor, ranst: int) -> None:
    statuses = [visitor.send("/account-maken", filled_in(ranst)).status_code for _ in range(7)]
    assert statuses == [303] * 5 + [429] * 2
    assert len(mails_to(app, EMAIL)) == 5


def test_the_outbox_and_the_tables_hold_no_key_code_or_password(app, visitor: Visitor, ranst: int) -> None:
    address = visitor.send("/account-maken", filled_in(ranst)).headers["Location"]
    secrets = [link_to(app, EMAIL).rpartition("/")[2], code_to(app, EMAIL), address.rpartition("/")[2], WORDS]
    with app.app_context():
        kept = str([tuple(row) for table in db.metadata.sorted_tables for row in db.session.execute(table.select())])
    assert [secret for secret in secrets if secret in kept] == []


def test_the_page_and_the_mail_speak_the_language_of_the_address(app, visitor: Visitor, ranst: int) -> None:
    assert "Créer un compte" in visitor.get("/fr/account-maken").text
    visitor.send("/fr/account-maken", filled_in(ranst, language="fr"))
    assert mails_to(app, EMAIL)[0].subject.startswith("Confirmez votre adresse")
    assert link_to(app, EMAIL).startswith("/fr/account-maken/link/")
