"""The rules of an owner on screen: read as sentences, tried before they are saved, succeeded and ended."""

from __future__ import annotations

import pytest

from booking.demo import cast
from models import Authority, LendingRule
from tests.web.administration.conftest import Reader

pytestmark = pytest.mark.parametrize("engine_name", ["sqlite"])


def test_the_rules_are_read_as_sentences_by_what_they_are_about(dirk: Reader) -> None:
    page = dirk.open("/beheer/regels")
    assert "Alles wat wordt uitgeleend" in page.text
    assert "Inwoners krijgen van de stoelen hoogstens 100 stuks tegelijk." in page.text


def test_what_is_typed_is_said_and_tried_before_anything_is_kept(dirk: Reader, key, kept) -> None:
    ranst = key(Authority, nis=cast.RANST)
    before = len(kept(LendingRule, authority_id=ranst))
    form = dirk.open(f"/beheer/regels/nieuw?bestuur={ranst}").form(f"/regels/nieuw?bestuur={ranst}")
    typed = {"borrower_kind": "school", "may_borrow": "no", "try_kind": "school", "try_first": "2027-06-14", "try_last": "2027-06-14"}
    looked = dirk.send(form, do="look", **typed)
    assert looked.status == 200
    assert "Scholen mogen geen enkel middel van Ranst ontlenen." in looked.text
    assert "kan niet aangevraagd worden" in looked.text
    assert len(kept(LendingRule, authority_id=ranst)) == before


def test_a_rule_is_saved_succeeded_and_ended(dirk: Reader, key, kept) -> None:
    ranst = key(Authority, nis=cast.RANST)
    form = dirk.open(f"/beheer/regels/nieuw?bestuur={ranst}").form(f"/regels/nieuw?bestuur={ranst}")
    made = dirk.follow(dirk.send(form, do="save", borrower_kind="school", horizon="6", notice="3", source="art. 20"))
    assert "Scholen mogen elk middel van Ranst aanvragen van 6 maanden tot 3 weken vooraf." in made.text
    (row,) = kept(LendingRule, authority_id=ranst, source="art. 20")
    changed = dirk.open(f"/beheer/regels/{row.id}/wijzigen").form("/wijzigen")
    assert (changed.fields["notice"], changed.fields["notice_unit"]) == ("3", "weeks")
    again = dirk.follow(dirk.send(changed, do="save", notice="4"))
    assert "tot 4 weken vooraf" in again.text
    assert "tot 3 weken vooraf" in again.text  # what it said before stays to be read
    (new,) = kept(LendingRule, succeeds_id=row.id)
    ended = dirk.open(f"/beheer/regels/{new.id}").form("/beeindigen")
    assert "eindigt" in dirk.follow(dirk.send(ended)).text


def test_a_rule_that_contends_names_the_other_and_keeps_what_was_typed(dirk: Reader, key) -> None:
    ranst = key(Authority, nis=cast.RANST)
    form = dirk.open(f"/beheer/regels/nieuw?bestuur={ranst}").form(f"/regels/nieuw?bestuur={ranst}")
    page = dirk.send(form, do="save", notice="5")
    assert page.status == 422
    assert "even precies: “Ontleners mogen elk middel van Ranst aanvragen van 365 dagen tot 14 dagen vooraf.”" in page.text
    assert page.form(f"/regels/nieuw?bestuur={ranst}").fields["notice"] == "5"
