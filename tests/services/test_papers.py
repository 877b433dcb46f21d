"""Terms of use and loan contracts: written and published, accepted with a request, made when it is confirmed, agreed before hand-over."""

from __future__ import annotations

from datetime import date, timedelta
from io import BytesIO
from pathlib import Path

import pytest
from pypdf import PdfReader
from sqlalchemy import select

from booking.demo import cast
from booking.formats.upload import Checked
from booking.queries.contracts import contracts_of, kept_contract
from booking.queries.documents import readable
from booking.queries.terms import acceptances_of, version_of
from booking.rules.admission import Verdict
from booking.rules.asking import Ask, AskLine
from booking.rules.contracts import Stand
from booking.rules.periods import Period
from booking.rules.refusals import NotAllowed, NotFound, Refused
from booking.rules.terms import AcceptedBy, Accepting
from booking.services import contracts, handovers, reservations, terms
from booking.services.documents import path_of
from booking.services.idempotency import Answer, once
from booking.services.terms import TermsSettings
from booking.services.transaction import transaction
from models import Audit, Document, Dossier, LendingRule, Outbox
from models.reservations import id_of
from tests.services.asks import JULY, JUNE
from tests.services.world import TODAY, World

pytestmark = pytest.mark.one_engine

TEXTS = {"nl": {"title": "Uitleenreglement", "body": "# Zorg\n\nU draagt **zorg**."}, "fr": {"title": "Règlement de prêt", "body": "Soin."}}
HALL = cast.HALL_RANST


@pytest.fixture
def ranst(world: World) -> int:
    """Ranst, whose administrator writes its terms."""
    return cast.authority_id(world.session, cast.RANST)


def publish(world: World, authority: int, first: date = TODAY, **settings: object) -> int:
    """A first version of Ranst's terms; returns its id."""
    dirk = world.actor(cast.ADMINISTRATOR_RANST)
    draft = terms.begin(world.session, dirk, authority, TermsSettings(TEXTS, **settings), world.now)  # type: ignore[arg-type]
    return terms.publish(world.session, dirk, draft, first, None, world.now)


def succeed(world: World, version: int, first: date) -> int:
    """The version that follows from a day on."""
    dirk = world.actor(cast.ADMINISTRATOR_RANST)
    draft = terms.succeed(world.session, dirk, version, world.now)
    return terms.publish(world.session, dirk, draft, first, None, world.now)


def ask(world: World, accepting: Accepting | None = None, use: Period = JUNE) -> Ask:
    house = cast.borrower_id(world.session, cast.ASSOCIATION_RANST)
    return Ask(house, (AskLine(world.asset(HALL).id, use),), event="Zomerfeest", accepting=accepting)


def finding(world: World, wanted: Ask, code: str) -> tuple[str, Verdict]:
    """The finding of a preview whose code begins so."""
    judged = reservations.preview(world.session, world.actor(cast.ORGANISER), wanted, world.now)
    found = next(each for each in judged.lines[0].findings if each.code.startswith(code))
    return found.code, found.verdict


def dossier_of(world: World, reference: str) -> int:
    return world.session.scalars(select(Dossier.id).where(Dossier.reservation_id == (id_of(reference) or 0))).one()


@pytest.mark.parametrize(
    ("accepting", "code", "verdict"),
    [
        (None, "terms_to_accept", Verdict.NOTICE),
        (Accepting(), "terms_not_accepted", Verdict.NEEDS_DOCUMENT),
        (Accepting(frozenset({999})), "terms_not_accepted", Verdict.NEEDS_DOCUMENT),
        (Accepting(all=True), "terms_accepted", Verdict.OK),
    ],
    ids=["nobody was asked", "accepted nothing", "accepted something else", "accepted all"],
)
def test_what_is_accepted_decides_the_finding(world: World, ranst: int, accepting: Accepting | None, code: str, verdict: Verdict) -> None:
    assert finding(world, ask(world), "terms_") == ("terms_not_required", Verdict.OK)
    publish(world, ranst)
    assert finding(world, ask(world, accepting), "terms_") == (code, verdict)


def test_terms_about_something_else_are_not_asked(world: World, ranst: int) -> None:
    publish(world, ranst, categories=("toilet_trailer",))
    assert finding(world, ask(world, Accepting()), "terms_") == ("terms_not_required", Verdict.OK)


def test_the_version_of_the_day_of_asking_counts_and_a_later_one_undoes_nothing(world: World, ranst: int) -> None:
    first = publish(world, ranst)
    second = succeed(world, first, TODAY + timedelta(days=5))
    sofie = world.actor(cast.ORGANISER)
    wanted = ask(world, Accepting(frozenset({first}), door=AcceptedBy.API))
    reference = reservations.request(world.session, sofie, wanted, world.now).reference
    kept = acceptances_of(world.session, [dossier_of(world, reference)])
    assert [(each.version, each.name, each.door, each.at) for each in kept[dossier_of(world, reference)]] == [
        (first, sofie.name, "api", world.now)
    ]
    world.now += timedelta(days=6)
    reservations.approve(world.session, world.actor(cast.DESK_RANST), reference, 1, world.now)
    handovers.hand_over(world.session, world.actor(cast.DESK_RANST), reference, 1, world.line(reference).custody_start)
    assert finding(world, ask(world, Accepting(frozenset({first})), JULY), "terms_")[0] == "terms_not_accepted"
    assert finding(world, ask(world, Accepting(frozenset({second})), JULY), "terms_")[0] == "terms_accepted"


def test_what_was_not_accepted_with_the_request_is_accepted_later_and_until_then_nothing_is_handed_over(world: World, ranst: int) -> None:
    version = publish(world, ranst)
    sofie, an = world.actor(cast.ORGANISER), world.actor(cast.DESK_RANST)
    reference = reservations.request(world.session, sofie, ask(world, Accepting()), world.now).reference
    reservations.approve(world.session, an, reference, 1, world.now)
    world.now = world.line(reference).custody_start
    with pytest.raises(Refused, match="handover_refused"):
        handovers.hand_over(world.session, an, reference, 1, world.now)
    with pytest.raises(NotAllowed):
        terms.accept(world.session, an, reference, ranst, [version], world.now)
    with pytest.raises(NotFound):
        terms.accept(world.session, world.actor(cast.TEACHER_ZOERSEL), reference, ranst, [version], world.now)
    with pytest.raises(Refused, match="terms_not_asked"):
        terms.accept(world.session, sofie, reference, ranst, [999], world.now)
    for _again in range(2):
        terms.accept(world.session, sofie, reference, ranst, [version], world.now)
    assert len(world.session.scalars(select(Audit).where(Audit.act == "terms.accept")).all()) == 1
    handovers.hand_over(world.session, an, reference, 1, world.now)


def test_a_version_is_published_whole_from_a_day_that_is_still_to_come_and_by_its_own_administrator(world: World, ranst: int) -> None:
    dirk, koen = world.actor(cast.ADMINISTRATOR_RANST), world.actor("koen@zandhoven.example")
    draft = terms.begin(world.session, dirk, ranst, TermsSettings({"nl": {"title": "Zonder tekst"}, "fr": {"body": "Texte"}}), world.now)
    with pytest.raises(Refused, match="terms_incomplete") as wrong:
        terms.publish(world.session, dirk, draft, TODAY, None, world.now)
    assert wrong.value.details["field"] == "body_nl"
    terms.save(world.session, dirk, draft, TermsSettings(TEXTS), None, world.now)
    with pytest.raises(Refused, match="terms_too_early"):
        terms.publish(world.session, dirk, draft, TODAY - timedelta(days=1), None, world.now)
    with pytest.raises(NotFound):
        terms.publish(world.session, koen, draft, TODAY, None, world.now)
    with pytest.raises(NotFound):
        terms.discard(world.session, koen, draft, world.now)
    version = terms.publish(world.session, dirk, draft, TODAY, None, world.now)
    following = terms.succeed(world.session, dirk, version, world.now)
    assert terms.succeed(world.session, dirk, version, world.now) == following, "what somebody began already is gone on with"
    second = terms.publish(world.session, dirk, following, TODAY + timedelta(days=5), None, world.now)
    assert version_of(world.session, version).card.last == TODAY + timedelta(days=4)
    assert version_of(world.session, second).card.number == 2
    with pytest.raises(Refused, match="terms_succeeded"):
        terms.end(world.session, dirk, version, TODAY, "", world.now)
    terms.end(world.session, dirk, second, TODAY + timedelta(days=20), "afgeschaft", world.now)
    with pytest.raises(Refused, match="terms_ended"):
        terms.end(world.session, dirk, second, TODAY + timedelta(days=21), "", world.now)
    assert version_of(world.session, second).card.last == TODAY + timedelta(days=20)


@pytest.fixture
def lent(world: World, ranst: int) -> str:
    """A hall of Ranst that was approved where a rule asks for a contract."""
    with transaction(world.session):
        world.session.add(LendingRule(authority_id=ranst, needs_contract=True, source="Gebruiksreglement, art. 15"))
    return world.lend(HALL, JUNE)


def newest(world: World, reference: str) -> tuple[int, Stand]:
    found = contracts_of(world.session, [dossier_of(world, reference)])[dossier_of(world, reference)]
    return found[0].number, found[0].stand


def test_a_contract_is_made_when_all_is_confirmed_and_is_agreed_before_hand_over(world: World, ranst: int, lent: str) -> None:
    sofie, an, held = world.actor(cast.ORGANISER), world.actor(cast.DESK_RANST), world.line(lent).custody_start
    assert newest(world, lent) == (1, Stand.WAITING)
    with pytest.raises(Refused, match="handover_refused") as missing:
        handovers.hand_over(world.session, an, lent, 1, held)
    assert "contract_not_agreed" in [each.code for each in missing.value.details["findings"]]
    with pytest.raises(NotAllowed):
        contracts.accept(world.session, an, lent, ranst, 1, "An", world.now)
    with pytest.raises(Refused, match="contract_waits"):
        contracts.countersign(world.session, an, lent, ranst, 1, world.now)
    contracts.accept(world.session, sofie, lent, ranst, 1, "Sofie Proef", world.now)
    with pytest.raises(Refused, match="contract_agreed_already"):
        contracts.accept(world.session, sofie, lent, ranst, 1, "Sofie Proef", world.now)
    contracts.countersign(world.session, an, lent, ranst, 1, world.now)
    assert newest(world, lent) == (1, Stand.COUNTERSIGNED)
    handovers.hand_over(world.session, an, lent, 1, held)
    posted = set(world.session.scalars(select(Outbox.event)))
    assert {"contract_made", "contract_agreed"} <= posted


def test_what_is_confirmed_at_once_has_its_contract_at_once_also_when_rows_are_gathered(world: World, ranst: int) -> None:
    with transaction(world.session):
        rule = {"needs_contract": True, "decides": "automatic", "borrower_kind": "association", "source": "art. 15"}
        world.session.add(LendingRule(authority_id=ranst, **rule))
    sofie = world.actor(cast.ORGANISER)

    def write() -> Answer:
        return Answer(201, reservations.request(world.session, sofie, ask(world), world.now).reference)

    reference = once(world.session, sofie.account_id or 0, "een sleutel", b"{}", world.now, write).text
    assert world.line(reference).state == "approved"
    assert newest(world, reference) == (1, Stand.WAITING)


def test_a_line_that_changes_makes_another_version_and_the_old_one_can_no_longer_be_agreed(world: World, ranst: int, lent: str) -> None:
    sofie, an = world.actor(cast.ORGANISER), world.actor(cast.DESK_RANST)
    contracts.accept(world.session, sofie, lent, ranst, 1, "Sofie", world.now)
    reservations.amend(world.session, sofie, lent, 1, world.now, AskLine(world.asset(HALL).id, JULY))
    assert newest(world, lent) == (1, Stand.AGREED), "what is asked is not agreed yet"
    reservations.approve(world.session, an, lent, 1, world.now)
    assert newest(world, lent) == (2, Stand.WAITING)
    with pytest.raises(Refused, match="contract_replaced"):
        contracts.accept(world.session, sofie, lent, ranst, 1, "Sofie", world.now)
    assert not contracts.make(world.session, an, lent, ranst, world.now), "nothing changed since"


def test_the_desk_sends_back_a_signed_copy_that_is_not_in_order(world: World, ranst: int, lent: str, tmp_path: Path) -> None:
    sofie, an = world.actor(cast.ORGANISER), world.actor(cast.DESK_RANST)
    copy = Checked("application/pdf", "getekend.pdf", b"%PDF-1.7 getekend")
    contracts.hand_in(world.session, sofie, lent, ranst, 1, copy, tmp_path, world.now)
    assert newest(world, lent) == (1, Stand.AGREED)
    contracts.send_back(world.session, an, lent, ranst, 1, "De handtekening ontbreekt", world.now)
    assert newest(world, lent) == (1, Stand.WAITING)
    contracts.hand_in(world.session, an, lent, ranst, 1, copy, tmp_path, world.now)
    assert newest(world, lent) == (1, Stand.AGREED)
    document = world.session.scalars(select(Document.id).where(Document.purpose == "signed")).first()
    assert readable(world.session, sofie, document or 0, world.now).name == "getekend.pdf"
    with pytest.raises(NotFound):
        readable(world.session, world.actor(cast.TEACHER_ZOERSEL), document or 0, world.now)


def test_its_paper_is_set_once_from_what_was_kept_and_can_be_read_aloud(world: World, ranst: int, lent: str, tmp_path: Path) -> None:
    publish(world, ranst)
    sofie = world.actor(cast.ORGANISER)
    kept = contracts.keep_paper(world.session, sofie, lent, ranst, 1, "fr", tmp_path, world.now)
    assert contracts.keep_paper(world.session, sofie, lent, ranst, 1, "nl", tmp_path, world.now + timedelta(days=9)) == kept
    pdf = path_of(tmp_path, readable(world.session, sofie, kept, world.now).file).read_bytes()
    paper = PdfReader(BytesIO(pdf))
    text = " ".join(" ".join(page.extract_text() for page in paper.pages).split())
    view, data = kept_contract(world.session, sofie, "contract.read", lent, ranst)[1:]
    title = f"Bruikleenovereenkomst {view.name}"
    for said in (title, lent, cast.ASSOCIATION_RANST, "Plaatsbeschrijving", "Doorlenen", "Te betalen", "art."):
        assert said in text, text
    root = paper.trailer["/Root"]
    assert root["/MarkInfo"]["/Marked"]
    assert root["/Lang"] == "nl"
    assert list(data) == ["nl"]


def test_a_dossier_whose_owner_asks_none_gets_one_when_its_desk_wants_it(world: World, ranst: int) -> None:
    an, reference = world.actor(cast.DESK_RANST), world.ask(HALL, JUNE)
    with pytest.raises(Refused, match="contract_not_ready"):
        contracts.make(world.session, an, reference, ranst, world.now)
    reservations.approve(world.session, an, reference, 1, world.now)
    assert contracts_of(world.session, [dossier_of(world, reference)]) == {}
    assert contracts.make(world.session, an, reference, ranst, world.now)
    assert newest(world, reference) == (1, Stand.WAITING)


def test_a_contract_that_the_desk_wanted_follows_what_changes_too(world: World, ranst: int) -> None:
    sofie, an, reference = world.actor(cast.ORGANISER), world.actor(cast.DESK_RANST), world.ask(HALL, JUNE)
    reservations.approve(world.session, an, reference, 1, world.now)
    contracts.make(world.session, an, reference, ranst, world.now)
    reservations.amend(world.session, sofie, reference, 1, world.now, AskLine(world.asset(HALL).id, JULY))
    reservations.approve(world.session, an, reference, 1, world.now)
    assert newest(world, reference) == (2, Stand.WAITING)


def test_a_contract_is_made_when_the_last_line_that_waited_expires(world: World, ranst: int) -> None:
    with transaction(world.session):
        world.session.add(LendingRule(authority_id=ranst, needs_contract=True, source="art. 15"))
    an, hall = world.actor(cast.DESK_RANST), world.asset(HALL).id
    asked = Ask(cast.borrower_id(world.session, cast.ASSOCIATION_RANST), (AskLine(hall, JUNE), AskLine(hall, JULY)), event="Feest")
    reference = reservations.request(world.session, world.actor(cast.ORGANISER), asked, world.now).reference
    reservations.approve(world.session, an, reference, 1, world.now)
    assert contracts_of(world.session, [dossier_of(world, reference)]) == {}, "the second line still waits"
    late = world.line(reference, 2).holds_until
    assert late
    assert reservations.expire(world.session, late + timedelta(minutes=1)) == 1
    assert newest(world, reference) == (1, Stand.WAITING)
