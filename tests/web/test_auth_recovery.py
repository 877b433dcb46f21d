"""A forgotten password, another address, and an account that ends: what a link opens, and what it closes."""

from __future__ import annotations

import pytest
from sqlalchemy import select, update

from booking.clock import now
from booking.services import accounts, mailed_keys
from booking.web.extensions import db
from models import Account, Borrower, MailedKey
from tests.web.mailbox import link_to, mails_to
from tests.web.visitor import PASSWORD, Visitor, unnumbered

pytestmark = pytest.mark.one_engine

EMAIL = "ann@lokaal.example"
OTHER = "ann@thuis.example"
WORDS = "vijf paarse olifanten"


def ask(visitor: Visitor, email: str = EMAIL, **options):
    return visitor.send("/wachtwoord-vergeten", {"email": email}, **options)


def test_a_link_sets_another_password_signs_in_and_ends_every_other_visit(app, visitor: Visitor, ann: int) -> None:
    """TEST_PLAN T-60 and T-65."""
    thief = Visitor(app)
    thief.sign_in(EMAIL)
    ask(visitor)
    link = link_to(app, EMAIL)
    page = visitor.get(link)
    assert (page.status_code, page.headers["Referrer-Policy"]) == (200, "no-referrer")
    assert visitor.send(link, {"password": WORDS}).status_code == 303
    assert (visitor.is_signed_in(), thief.is_signed_in()) == (True, False)
    assert [Visitor(app).sign_in(EMAIL, word).status_code for word in (PASSWORD, WORDS)] == [401, 303]
    assert mails_to(app, EMAIL)[-1].subject == "Uw wachtwoord is gewijzigd"
    assert (visitor.get(link).status_code, visitor.send(link, {"password": "zes groene olifanten"}).status_code) == (404, 404)


def test_a_link_lives_for_an_hour_and_dies_with_a_newer_password_or_address(app, visitor: Visitor, ann: int, at) -> None:
    at("2027-05-10T08:00:00+02:00")
    ask(visitor)
    link = link_to(app, EMAIL)
    at("2027-05-10T08:59:00+02:00")
    assert visitor.get(link).status_code == 200
    at("2027-05-10T09:00:00+02:00")
    assert visitor.get(link).status_code == 404
    ask(visitor)
    link = link_to(app, EMAIL)
    with app.app_context():
        db.session.execute(update(Account).values(email=OTHER))
        db.session.commit()
    assert visitor.get(link).status_code == 404


@pytest.mark.parametrize("weak", ["kort", "ann voorbeeld 1", "wachtwoordwachtwoord", "aaaaaaaaaaaaaaaa"])
def test_a_weak_password_is_not_set_and_the_link_still_works(app, visitor: Visitor, ann: int, weak: str) -> None:
    ask(visitor)
    link = link_to(app, EMAIL)
    assert visitor.send(link, {"password": weak}).status_code == 422
    assert visitor.send(link, {"password": WORDS}).status_code == 303


def test_an_unknown_suspended_or_demo_address_gets_the_same_answer(app, visitor: Visitor, ann: int) -> None:
    """TEST_PLAN T-64: the mail differs, and only its reader sees that."""
    with app.app_context():
        for name in ("suspended", "demo"):
            accounts.create_user(db.session(), f"{name}@lokaal.example", name, PASSWORD, now(), cost=(1, 8, 1))
        db.session.execute(update(Account).where(Account.name == "suspended").values(suspended_at=now()))
        db.session.execute(update(Account).where(Account.name == "demo").values(demo=True))
        db.session.commit()
    people = [EMAIL, "nobody@lokaal.example", "suspended@lokaal.example", "demo@lokaal.example"]
    answers = [ask(visitor, email) for email in people]
    assert {(answer.status_code, answer.headers["Location"], unnumbered(answer.text)) for answer in answers} == {
        (303, "/wachtwoord-vergeten/verstuurd", unnumbered(answers[0].text))
    }
    assert [mails_to(app, email)[0].subject for email in people] == ["Kies een nieuw wachtwoord", *["Geen account met dit e-mailadres"] * 3]


def test_a_mailbox_gets_three_links_in_a_quarter_of_an_hour(app, visitor: Visitor, ann: int) -> None:
    assert [ask(visitor, email).status_code for email in [EMAIL] * 4 + ["nobody@lokaal.example"] * 4] == [303, 303, 303, 429] * 2
    assert len(mails_to(app, EMAIL)) == 3


@pytest.mark.parametrize(
    "headers",
    [
        {"X-Forwarded-Host": "evil.example"},
        {"Forwarded": "host=evil.example"},
        {"X-Host": "evil.example"},
        {"X-Forwarded-Server": "evil.example"},
        {"X-Original-URL": "//evil.example/"},
    ],
)
def test_a_link_in_a_mail_begins_with_our_own_address_whatever_the_request_says(app, visitor: Visitor, ann: int, headers) -> None:
    """TEST_PLAN T-66."""
    assert ask(visitor, headers=headers).status_code == 303
    assert "evil.example" not in mails_to(app, EMAIL)[0].text
    assert mails_to(app, EMAIL)[0].link[1].startswith(app.config["BASE_URL"])


def test_a_request_to_another_host_mails_nothing(app, visitor: Visitor, ann: int) -> None:
    """TEST_PLAN T-66."""
    answer = visitor.send("/wachtwoord-vergeten", {"email": EMAIL}, base_url="http://evil.example")
    assert answer.status_code == 400
    assert mails_to(app, EMAIL) == []


def test_a_key_is_random_bound_to_its_account_and_kept_as_its_hash(app, visitor: Visitor, ann: int) -> None:
    ask(visitor)
    key = link_to(app, EMAIL).rpartition("/")[2]
    assert len(key) == 43  # 256 bits
    with app.app_context():
        row = db.session.scalars(select(MailedKey)).one()
        assert (row.account_id, row.key_hash) == (ann, mailed_keys.digest(key))
        assert key not in str([tuple(each) for table in db.metadata.sorted_tables for each in db.session.execute(table.select())])


def test_another_address_counts_when_its_reader_says_so(app, visitor: Visitor, ann: int) -> None:
    visitor.sign_in(EMAIL)
    assert visitor.send("/account/e-mail", {"email": OTHER, "password": "wrong words"}).status_code == 422
    assert visitor.send("/account/e-mail", {"email": OTHER, "password": PASSWORD}).status_code == 303
    assert Visitor(app).sign_in(OTHER).status_code == 401
    assert Visitor(app).send(link_to(app, OTHER)).status_code == 303
    assert [Visitor(app).sign_in(email).status_code for email in (EMAIL, OTHER)] == [401, 303]


def test_who_reads_the_old_mailbox_undoes_it_and_chooses_another_password(app, visitor: Visitor, ann: int) -> None:
    visitor.sign_in(EMAIL)
    visitor.send("/account/e-mail", {"email": OTHER, "password": PASSWORD})
    undo, owner = link_to(app, EMAIL), Visitor(app)
    Visitor(app).send(link_to(app, OTHER))
    answer = owner.send(undo)
    assert not visitor.is_signed_in()
    assert owner.send(answer.headers["Location"], {"password": WORDS}).status_code == 303
    assert Visitor(app).sign_in(EMAIL, WORDS).status_code == 303
    assert owner.get(undo).status_code == 404


def test_somebody_else_s_address_is_not_taken_and_the_answer_does_not_tell(app, visitor: Visitor, ann: int) -> None:
    with app.app_context():
        accounts.create_user(db.session(), OTHER, "Iemand", PASSWORD, now(), cost=(1, 8, 1))
    visitor.sign_in(EMAIL)
    assert visitor.send("/account/e-mail", {"email": OTHER, "password": PASSWORD}).status_code == 303
    assert mails_to(app, OTHER)[0].subject == "U heeft al een account"
    with app.app_context():
        assert sorted(db.session.scalars(select(Account.email))) == [EMAIL, OTHER]


def test_an_account_that_is_closed_is_nobody_s_and_its_cookie_is_dead(app, visitor: Visitor, ann: int) -> None:
    other = Visitor(app)
    other.sign_in(EMAIL)
    visitor.sign_in(EMAIL)
    assert visitor.send("/account/sluiten", {"password": PASSWORD}).status_code == 422
    assert visitor.send("/account/sluiten", {"password": PASSWORD, "sure": "y"}).status_code == 303
    assert not visitor.is_signed_in()
    assert not other.is_signed_in()
    assert Visitor(app).sign_in(EMAIL).status_code == 401
    with app.app_context():
        kept = str([tuple(row) for table in (Account, Borrower) for row in db.session.execute(table.__table__.select())])
    assert "Ann" not in kept
    assert EMAIL not in kept


def test_the_present_password_cannot_be_guessed_by_who_found_an_open_browser(visitor: Visitor, ann: int) -> None:
    visitor.sign_in(EMAIL)
    said = [visitor.send("/account/e-mail", {"email": OTHER, "password": f"guess {n}"}).text for n in range(11)]
    assert "Te veel pogingen" in said[-1]
    assert "Te veel pogingen" not in said[-2]


def test_a_profile_speaks_the_language_that_was_chosen(app, visitor: Visitor, ann: int) -> None:
    visitor.sign_in(EMAIL)
    visitor.send("/account/profiel", {"name": "Ann  Anders", "phone": "03 123 45 67", "language": "en"})
    page = visitor.get("/account").text
    assert "Ann Anders" in page
    assert "03 123 45 67" in page
    assert 'lang="en"' in page


def test_one_browser_can_be_signed_out(app, visitor: Visitor, ann: int) -> None:
    others = [Visitor(app) for _ in range(2)]
    for each in (*others, visitor):
        each.sign_in(EMAIL)
    page = visitor.get("/account").text
    action = next(part.split('"')[0] for part in page.split('action="')[1:] if "/account/toestellen/" in part.split('"')[0])
    assert visitor.send(action).status_code == 303
    assert [each.is_signed_in() for each in (*others, visitor)].count(True) == 2
    assert visitor.is_signed_in()
