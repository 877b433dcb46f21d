"""Terms and contracts in pages: one reads before one accepts, and what is still to be done stands on the reservation."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from flask import Flask

from booking.clock import now
from booking.demo import cast
from booking.queries.actors import actor_of
from booking.rules.periods import local
from booking.services import terms
from booking.services.terms import TermsSettings
from booking.web.extensions import db
from models import LendingRule
from tests.web.screens.reader import Reader
from tests.web.screens.test_wrong_input import NEW

TEXTS = {"nl": {"title": "Uitleenreglement", "body": "Met **zorg**. <script>alert(1)</script> [klik](javascript:alert(1))"}}
ASKED = f"{NEW}?line={cast.HALL_RANST}~20270612T1200Z~20270612T2000Z~1"


@pytest.fixture
def published(app: Flask) -> int:
    """The terms of Ranst, and a rule of it that asks for a contract."""
    with app.app_context():
        session = db.session()
        dirk = actor_of(session, cast.account_id(session, cast.ADMINISTRATOR_RANST), local(now()).date())
        ranst = cast.authority_id(session, cast.RANST)
        draft = terms.begin(session, dirk, ranst, TermsSettings(TEXTS), now())
        version = terms.publish(session, dirk, draft, local(now()).date(), None, now())
        session.add(LendingRule(authority_id=ranst, needs_contract=True, source="art. 15"))
        session.commit()
        return version


def test_terms_are_read_accepted_with_the_request_and_a_contract_after_it(reader: Callable[[str], Reader], published: int) -> None:
    sofie, an = reader(cast.ORGANISER), reader(cast.DESK_RANST)
    read = sofie.open(f"/voorwaarden/1/{published}")
    assert "<strong>zorg</strong>" in read.html
    assert "<script>alert" not in read.html
    assert 'href="javascript' not in read.html
    preview = sofie.send(sofie.open(ASKED).form(NEW), event="Zomerfeest", do="preview")
    assert "Ik aanvaard de gebruiksvoorwaarden van Ranst" in preview.text
    without = sofie.send(preview.form(NEW), do="request")
    assert without.status == 422
    assert "Lees en aanvaard eerst de gebruiksvoorwaarden van Ranst" in without.text
    shown = sofie.follow(sofie.send(without.form(NEW), terms=str(published), do="request"))
    assert "aanvaard door" in shown.text
    reference = re.search(r"SD-2027-\d{6}", shown.text)[0]
    an.send(an.open(f"/werklijst/{reference}").form("/lijnen/1/goedkeuren"))
    page = sofie.open(f"/reservaties/{reference}")
    assert "Bruikleenovereenkomst OVK-2027-" in page.text
    contract = sofie.open(f"/reservaties/{reference}/overeenkomst/1/1")
    agreed = sofie.send(contract.form("/aanvaarden"), name="", agreed="y")
    assert agreed.status == 422
    done = sofie.follow(sofie.send(agreed.form("/aanvaarden"), name="Sofie Maatstreep", agreed="y"))
    assert "De overeenkomst is aanvaard" in done.text
    assert "Sofie Maatstreep" in an.open(f"/reservaties/{reference}/overeenkomst/1/1").text


def test_an_administrator_writes_publishes_and_succeeds_terms(reader: Callable[[str], Reader]) -> None:
    dirk = reader(cast.ADMINISTRATOR_RANST)
    form = dirk.open("/beheer/voorwaarden/nieuw").form("/beheer/voorwaarden/nieuw")
    draft = dirk.follow(dirk.send(form, title_nl="Reglement", body_nl=""))
    assert "Er ontbreekt nog een titel of een tekst" in draft.text
    place = draft.form("/weggooien").action.removesuffix("/weggooien")
    edit = dirk.open(f"{place}/wijzigen").form("/wijzigen")
    whole = dirk.follow(dirk.send(edit, title_nl="Reglement", body_nl="# Zorg\n\nMet zorg."))
    early = dirk.send(whole.form("/bekendmaken"), valid_from="2020-01-01")
    assert early.status == 422
    assert "Dat kan pas vanaf" in early.text
    version = dirk.follow(dirk.send(early.form("/bekendmaken"), valid_from="2087-01-01"))
    assert "Bekendgemaakt" in version.text
    following = dirk.follow(dirk.send(version.form("/opvolgen")))
    assert "Met zorg." in following.html


def test_whether_a_municipality_is_in_order_is_one_page_with_its_file(reader: Callable[[str], Reader]) -> None:
    dirk = reader(cast.ADMINISTRATOR_RANST)
    page = dirk.open("/beheer/in-orde?dagen=365&soort=terms&wie=owner")
    assert "leent uit zonder gebruiksvoorwaarden" in page.text
    file = dirk.open("/beheer/in-orde?dagen=365&als=csv").html
    assert "Ranst" in file
    assert "Niet alles is in orde" in dirk.open("/beheer").text
