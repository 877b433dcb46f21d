"""From a draft to law: proven by its examples, published with its decision and its answers, ended or succeeded."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime
from typing import Any

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from booking.demo import cast
from booking.demo.tariffs import FILES
from booking.formats.regulation import dumps
from booking.queries.catalogue import catalogue
from booking.queries.regulations import stored_plain, stored_regulation
from booking.queries.regulations.page import doubts_about, regulation_page
from booking.rules.kinds import RoleName
from booking.rules.permissions import NOBODY, Actor
from booking.rules.refusals import NotFound, Refused
from booking.rules.regulations import Decision
from booking.rules.tariffs import Answer
from booking.services import regulations
from models import Account, Audit, Authority, RegulationDraft, RegulationPart, RegulationRow

HALL: dict[str, Any] = {
    "title": "Retributiereglement sporthal (fictief)",
    "covers": ["sports_hall"],
    "groups": [{"code": "everyone", "title": "Iedereen", "who": [{"anyone": True}]}],
    "articles": [
        {"number": "1", "title": "Sporthal per uur", "kind": "time", "for": ["sports_hall"], "prices": {"everyone": {"price": 1500}}},
    ],
    "examples": [
        {
            "name": "twee-uur", "borrower": {"kind": "resident"}, "booked_on": "2027-03-01",
            "lines": [{"category": "sports_hall", "use": "2027-06-12 10:00 - 2027-06-12 12:00"}], "expect": {"total": 3000},
        }
    ],
}  # fmt: skip
MATERIAL = (FILES / "ranst.yaml").read_text(encoding="utf-8")
LATER = MATERIAL.replace("valid_from: 2023-01-01", "valid_from: 2028-01-01")
NOW = datetime(2027, 3, 1, 8, tzinfo=UTC)
TAKEN = Decision("gemeenteraad", date(2027, 2, 15), "GR/2027/12", date(2027, 2, 22))


class Council:
    """Piet, who administers the tariffs of Ranst, with the regulation that Ranst has."""

    def __init__(self, session: Session) -> None:
        self.session, self.now = session, NOW
        session.add(Authority(id=1, kind="municipality", name="Ranst", nis=cast.RANST))
        session.add(Account(id=1, email=cast.TARIFFS_RANST, name="Piet", created_at=NOW))
        session.commit()
        self.actor = Actor(1, "Piet", roles=frozenset({(1, RoleName.TARIFFS)}))
        self.law = regulations.import_text(session, None, MATERIAL, NOW)

    def draft(self, plain: dict[str, Any] | None = HALL, **more: Any) -> int:
        return regulations.start(self.session, self.actor, 1, plain, NOW, **more)

    def proven(self, plain: dict[str, Any] = HALL, **more: Any) -> int:
        key = self.draft(plain, **more)
        regulations.prove(self.session, self.actor, key, NOW)
        return key

    def publish(self, key: int, decision: Decision = TAKEN, *answers: Answer) -> date:
        return regulations.publish(self.session, self.actor, key, decision, answers, NOW)

    def row(self, key: int) -> RegulationRow:
        return self.session.scalars(select(RegulationRow).where(RegulationRow.id == key).execution_options(populate_existing=True)).one()

    def pricing(self, category: str, use: date, booked: date | None = None) -> int | None:
        """The regulation that prices a use."""
        known = catalogue(self.session)
        card = known.regulation(known.authorities[1], category, "", use, booked or use)
        return card.id if card else None

    def everything(self) -> list[tuple[Any, ...]]:
        """All rows that an import could leave."""
        tables = (RegulationRow, RegulationPart, RegulationDraft, Audit)
        return [tuple(row) for table in tables for row in self.session.execute(select(table.__table__))]


@pytest.fixture
def engine_name() -> str:
    """What the database itself sees to is in test_drafts.py; the rest is the same on both."""
    return "sqlite"


@pytest.fixture
def council(session: Session) -> Council:
    return Council(session)


def test_a_published_regulation_prices_from_its_first_day_and_is_kept_as_it_was_written(council: Council) -> None:
    key = council.proven()
    assert council.publish(key) == date(2027, 2, 27)
    assert [council.pricing("sports_hall", date(2027, 2, day)) for day in (26, 27)] == [council.law, key]
    assert council.session.get(RegulationDraft, key) is None
    stored = stored_plain(council.session, key)
    assert {**HALL, **stored, "examples": HALL["examples"]} == {**stored, "examples": HALL["examples"]}
    assert "valid_from: 2027-02-27" in dumps(stored_regulation(council.session, key))


@pytest.mark.parametrize(
    ("change", "code"),
    [
        ({"examples": []}, "regulation_without_examples"),
        ({"articles": [{"number": "1", "kind": "time"}]}, "regulation_unfinished"),
        ({"examples": [{**HALL["examples"][0], "expect": {"total": 2999}}]}, "regulation_unproven"),
        ({"articles": [*HALL["articles"], {**HALL["articles"][0], "number": "2", "for": ["table"]}]}, "regulation_untried"),
    ],
)
def test_what_does_not_prove_itself_stays_a_draft(council: Council, change: dict[str, Any], code: str) -> None:
    key = council.draft({**HALL, **change})
    with pytest.raises(Refused) as refused:
        regulations.prove(council.session, council.actor, key, NOW)
    assert refused.value.code == code
    assert council.row(key).state == "draft"
    with pytest.raises(Refused, match="regulation_not_proven"):
        council.publish(key)


def test_whoever_changes_a_proven_one_must_prove_it_again(council: Council) -> None:
    key = council.proven()
    regulations.save(council.session, council.actor, key, {**HALL, "scope": "Sporthal"}, 0, NOW)
    assert council.row(key).state == "draft"


def test_a_successor_ends_the_one_before_it_on_the_day_before(council: Council) -> None:
    first = council.proven()
    council.publish(first)
    dearer = {**HALL, "articles": [{**HALL["articles"][0], "prices": {"everyone": {"price": 1600}}}]}
    dearer["examples"] = [{**HALL["examples"][0], "expect": {"total": 3200}}]
    second = council.proven(dearer, succeeds_id=first)
    council.publish(second, replace(TAKEN, valid_from=date(2027, 7, 1)))
    assert (council.row(first).state, council.row(first).valid_until) == ("succeeded", date(2027, 6, 30))
    assert [council.pricing("sports_hall", day) for day in (date(2027, 6, 30), date(2027, 7, 1))] == [first, second]


def test_what_is_not_published_yet_is_known_to_who_writes_it_alone(council: Council) -> None:
    first = council.proven()
    council.publish(first)
    second = council.proven({**HALL, "title": "Nog geheim"}, succeeds_id=first)
    council.publish(second, replace(TAKEN, published_on=date(2027, 5, 1), valid_from=date(2027, 7, 1)))
    found = [regulation_page(council.session, who, first, NOW.date()).succeeded_by for who in (council.actor, NOBODY)]
    assert [each and each[0] for each in found] == [second, None]
    with pytest.raises(NotFound):
        regulation_page(council.session, NOBODY, second, NOW.date())


def test_a_first_day_at_the_end_of_the_calendar_is_no_accident(council: Council) -> None:
    first = council.proven()
    council.publish(first)
    second = council.proven(succeeds_id=first)
    with pytest.raises(Refused, match="successor_too_early"):
        council.publish(second, Decision("raad", date.min, "1", date.min, valid_from=date.min))


def test_a_successor_cannot_begin_before_what_it_succeeds(council: Council) -> None:
    first = council.proven()
    council.publish(first)
    second = council.proven(succeeds_id=first)
    with pytest.raises(Refused, match="successor_too_early"):
        council.publish(second, replace(TAKEN, valid_from=date(2027, 2, 27)), Answer("versions_overlap", "x", None, HALL["title"]))
    assert council.row(first).valid_until is None


def test_a_second_one_about_the_same_waits_for_an_answer_and_keeps_it(council: Council) -> None:
    council.publish(council.proven())
    second = council.proven({**HALL, "title": "Zomertarief sporthal (fictief)"})
    decision = replace(TAKEN, valid_from=date(2027, 7, 1), valid_until=date(2027, 8, 31))
    with pytest.raises(Refused) as refused:
        council.publish(second, decision)
    assert (refused.value.code, refused.value.details["count"]) == ("regulation_unanswered", 1)
    council.publish(second, decision, Answer("versions_overlap", "In de zomer geldt een lager tarief.", None, HALL["title"]))
    assert stored_regulation(council.session, second).answered[0].reason == "In de zomer geldt een lager tarief."
    assert council.pricing("sports_hall", date(2027, 7, 15)) == second  # the latest of two that are equally narrow
    assert council.pricing("sports_hall", date(2027, 9, 1)) != second


def test_what_covers_less_goes_before_what_covers_all(council: Council) -> None:
    key = council.proven()
    assert doubts_about(council.session, key, stored_regulation(council.session, key)) == []
    council.publish(key)
    assert council.pricing("sports_hall", date(2027, 6, 1)) == key
    assert council.pricing("table", date(2027, 6, 1)) == council.law


@pytest.mark.parametrize(
    ("last", "code"),
    [(date(2027, 2, 28), "end_in_the_past"), (date(2032, 1, 1), "end_only_sooner")],
)
def test_an_end_is_never_in_the_past_nor_later_than_decided(council: Council, last: date, code: str) -> None:
    with pytest.raises(Refused, match=code):
        regulations.end(council.session, council.actor, council.law, last, "Opgeheven", NOW)


def test_what_is_ended_prices_nothing_after_its_last_day(council: Council) -> None:
    regulations.end(council.session, council.actor, council.law, date(2027, 6, 30), "Opgeheven", NOW)
    assert [council.pricing("table", day) for day in (date(2027, 6, 30), date(2027, 7, 1))] == [council.law, None]


def test_the_file_of_a_draft_is_a_draft_again_and_never_law(council: Council) -> None:
    text = dumps(stored_regulation(council.session, council.draft({**HALL, "owner": cast.RANST})))
    again = regulations.draft_from_text(council.session, council.actor, 1, text, NOW)
    assert "valid_from" not in stored_plain(council.session, again)
    with pytest.raises(Refused, match="regulation_undated"):
        regulations.read_in(council.session, None, text, NOW)


def test_nobody_else_proves_publishes_or_ends(council: Council) -> None:
    key, session, now = council.proven(), council.session, NOW
    desk = Actor(1, "An", roles=frozenset({(1, RoleName.DESK), (2, RoleName.TARIFFS)}))
    for act in (
        lambda: regulations.prove(session, desk, key, now),
        lambda: regulations.publish(session, desk, key, TAKEN, [], now),
        lambda: regulations.end(session, desk, council.law, date(2027, 6, 30), "Opgeheven", now),
        lambda: regulations.start(session, desk, 1, HALL, now),
    ):
        with pytest.raises(NotFound):
            act()


def test_by_the_date_of_booking_what_was_booked_before_keeps_the_old_tariff(council: Council) -> None:
    key = council.proven({**HALL, "prices_by": "booking"})
    council.publish(key, replace(TAKEN, valid_from=date(2027, 7, 1)))
    use = date(2027, 9, 1)
    booked = (date(2027, 6, 30), date(2027, 7, 1))
    assert [council.pricing("sports_hall", use, each) for each in booked] == [council.law, key]


def test_a_file_about_something_else_ends_nothing(council: Council) -> None:
    """What an import used to do: the regulation of the halls ended that of the material."""
    plain = {**HALL, "owner": cast.RANST, "valid_from": "2027-07-01"}
    key = council.draft(plain)
    text = dumps(stored_regulation(council.session, key))
    regulations.discard(council.session, council.actor, key, NOW)
    imported = regulations.read_in(council.session, None, text, NOW)
    assert (imported.doubts, council.row(imported.id).state) == ((), "published")
    assert council.row(council.law).valid_until == date(2031, 12, 31)
    assert council.row(council.law).state == "published"


def test_a_file_that_contests_another_is_kept_as_proven_until_somebody_says_why(council: Council) -> None:
    text = LATER.replace("title: Retributiereglement", "title: Nieuw retributiereglement")
    first = regulations.read_in(council.session, None, text, NOW)
    assert ([doubt.code for doubt in first.doubts], council.row(first.id).state) == (["versions_overlap"], "proven")
    second = regulations.read_in(council.session, None, text, NOW, because="Zo besliste de raad")
    assert (second.id, second.doubts, council.row(first.id).state) == (first.id, (), "published")


def test_a_file_takes_the_place_of_no_regulation_of_another_authority(council: Council) -> None:
    council.session.add(Authority(id=2, kind="municipality", name="Zandhoven", nis=cast.ZANDHOVEN))
    council.session.commit()
    theirs = regulations.import_text(council.session, None, MATERIAL.replace(cast.RANST, cast.ZANDHOVEN), NOW)
    text = LATER.replace("title: Retributiereglement", "title: Nieuw retributiereglement")
    regulations.read_in(council.session, None, text, NOW)  # kept as proven
    with pytest.raises(NotFound):
        regulations.read_in(council.session, None, text, NOW, because="Zo besliste de raad", succeeds_id=theirs)
    assert (council.row(theirs).state, council.row(theirs).valid_until) == ("published", date(2031, 12, 31))


def test_a_next_version_of_the_same_file_succeeds_it(council: Council) -> None:
    imported = regulations.read_in(council.session, None, LATER, NOW)
    assert imported.doubts == ()
    assert (council.row(council.law).state, council.row(council.law).valid_until) == ("succeeded", date(2027, 12, 31))


def test_trying_a_file_keeps_nothing(council: Council) -> None:
    before = council.everything()
    assert regulations.read_in(council.session, None, LATER, NOW, keep=False).doubts == ()
    assert council.everything() == before
