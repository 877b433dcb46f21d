"""One request has one judgement: what the screen shows, the API quotes and the record keeps is the same, finding by finding."""

from __future__ import annotations

import re
from collections import Counter
from datetime import date, datetime, time, timedelta
from html import unescape
from random import Random
from typing import Any

import pytest
from sqlalchemy import select

from booking.clock import now
from booking.demo import cast
from booking.queries.actors import actor_of
from booking.queries.catalogue import catalogue
from booking.rules.kinds import Purpose
from booking.rules.periods import InvalidTime, Period, end_of, from_local, local
from booking.services import terms
from booking.services.terms import TermsSettings
from booking.web.extensions import db
from booking.words import say
from models import Decision, LendingRule, Line
from models.reservations import id_of
from tests.web.api.program import Program, new_key
from tests.web.screens.reader import Reader

REQUESTS = 500
NEW = "/reservaties/nieuw"
FIRST = date(2027, 3, 1)
NIGHTS = (date(2027, 3, 27), date(2027, 10, 30))  # the clock changes before they are over
HOURS = (time(0, 30), time(7, 30), time(8), time(10), time(14), time(16), time(19, 30), time(23))
SHOWN = re.compile(r'<li class="finding">.*?</span>(?:</span>)? <span>([^<]*)', re.DOTALL)

SERVED = ("Volleybalclub Buiten Spel Wommelgem (fictief)", "Sportdienst Wommelgem")  # by the service of their municipality
Told = list[tuple[str, str, dict[str, Any]]]


@pytest.fixture
def engine_name() -> str:
    """What is compared is computed above the database: one engine is enough."""
    return "sqlite"


class Wishes:
    """Requests as people make them and as they should not: any asset, any day, too late, too long, too many, at night."""

    def __init__(self, program: Program, seed: int) -> None:
        self.chance = Random(seed)
        with program.app.app_context():
            known = catalogue(db.session())
            self.assets = sorted(known.assets.values(), key=lambda card: card.code)
            self.towns = sorted(key for key, card in known.authorities.items() if card.kind == "municipality")
            self.borrowers = {
                "organiser": program.association, "technician": program.service,
                "teacher": cast.borrower_id(db.session(), "De Verzonnen School (fictief)"),
            }  # fmt: skip
            self.drivers = {"organiser": cast.person_id(db.session(), "Leo Trekhaak"), "technician": program.operator, "teacher": None}
            known_there = [{"id": cast.borrower_id(db.session(), name), "name": name} for name in SERVED]
            self.served = [*known_there, {"name": SERVED[0]}, {"name": "Jeugdhuis Nieuw"}]

    def one(self) -> tuple[str, dict[str, Any]]:
        """Who asks, and the body that a program would send."""
        who = self.chance.choice(sorted(self.borrowers))
        event = {
            "name": "Proef", "purpose": str(self.chance.choice(list(Purpose))),
            **({"place_authority": self.chance.choice(self.towns)} if self.chance.random() < 0.3 else {}),
        }  # fmt: skip
        lines = [self._line(who) for _ in range(self.chance.choice((1, 1, 1, 2, 3)))]
        more: dict[str, Any] = {"accept_terms": True} if self.chance.random() < 0.3 else {}
        if self.chance.random() < 0.1:
            more["option_until"] = end_of(FIRST + timedelta(days=self.chance.randint(1, 20))).isoformat()
        if who == "technician" and self.chance.random() < 0.5:
            more["beneficiary"] = self.chance.choice(self.served)
        return who, {"borrower": self.borrowers[who], "event": event, "lines": lines, **more}

    def _line(self, who: str) -> dict[str, Any]:
        asset = self.chance.choice(self.assets)
        use = self._use(asset.in_place)
        line = {"asset": asset.id, "from": use.start.isoformat(), "to": use.end.isoformat()}
        if asset.units > 1:
            line["units"] = self.chance.randint(1, asset.units)
        if not asset.in_place:
            line["handover"] = self.chance.choice(("pickup", "delivery"))
            person = self.drivers[who]
            line |= {role: person for role in ("driver", "operator") if person and self.chance.random() < 0.5}
        return line

    def _use(self, in_place: bool) -> Period:
        while True:
            ahead = self.chance.choice((0, 1, 3, 8, 20, 45, 100, 200, 300, 364, 366, 500, 1_095, 1_200))
            day = self.chance.choice(NIGHTS) if self.chance.random() < 0.1 else FIRST + timedelta(days=ahead + self.chance.randint(0, 6))
            days = 0 if in_place else self.chance.choice((0, 0, 1, 2, 5, 14, 40))
            first, last = sorted(self.chance.sample(HOURS, 2))
            try:
                return Period(from_local(datetime.combine(day, first)), from_local(datetime.combine(day + timedelta(days=days), last)))
            except InvalidTime:
                continue


def agree_on_papers(program: Program) -> str:
    """From now on Ranst and Zandhoven have terms of use and ask for a contract; the terms as the form's boxes would send them."""
    texts = {"nl": {"title": "Uitleenreglement", "body": "U draagt **zorg**."}}
    versions = []
    with program.app.app_context():
        session, today = db.session(), local(now()).date()
        for nis, email in ((cast.RANST, cast.ADMINISTRATOR_RANST), (cast.ZANDHOVEN, "koen@zandhoven.example")):
            administrator, owner = actor_of(session, cast.account_id(session, email), today), cast.authority_id(session, nis)
            draft = terms.begin(session, administrator, owner, TermsSettings(texts), now())
            versions.append(terms.publish(session, administrator, draft, today, None, now()))
            session.add(LendingRule(authority_id=owner, needs_contract=True, source="art. 15 (fictief)"))
            session.commit()
    return " ".join(map(str, versions))


def test_screen_program_and_record_hold_the_same_findings_for_500_requests(program: Program) -> None:
    boxes, wishes, seen = agree_on_papers(program), Wishes(program, 5), Counter[str]()
    readers = {who: Reader(program.app, email) for who, email in (
        ("organiser", cast.ORGANISER), ("technician", cast.TECHNICIAN_WOMMELGEM), ("teacher", cast.TEACHER_ZOERSEL),
    )}  # fmt: skip
    tokens = {who: reader.open(NEW).form(NEW).fields["csrf_token"] for who, reader in readers.items()}
    codes = {card.id: card.code for card in wishes.assets}
    for _ in range(REQUESTS):
        who, body = wishes.one()
        quoted = program.call("POST", "/quotes", who, body)
        assert quoted.status_code == 200, quoted.text
        told = [_told(line["findings"]) for line in quoted.json["lines"]]
        page = readers[who].visitor.open("POST", NEW, data=_typed(body, codes, tokens[who], boxes))
        assert _shown(page.text) == [_sentences(found) for found in told], body
        answer = program.call("POST", "/reservations", who, body, key=new_key())
        assert _kept(program, answer) == told, body
        seen.update({str(answer.status_code), *(code for found in told for code, _, _ in found)})
    assert min(seen["201"], seen["409"] + seen["422"]) > 50, seen
    assert len(seen) > 50, sorted(seen)
    wanted = ("terms_accepted", "terms_not_accepted", "contract_to_come", "option_shorter", "agreed_use_own", "agreed_use_not_passed_on")
    assert min(seen[code] for code in wanted) > 3, seen


def _told(found: list[dict[str, Any]]) -> Told:
    return [(each["code"], each["verdict"], each["evidence"]) for each in found]


def _sentences(found: Told) -> list[str]:
    return sorted(say(code, "nl", **evidence) for code, _, evidence in found)


def _shown(page: str) -> list[list[str]]:
    """The sentences on the screen, line by line."""
    lines = re.split(r'id="bevonden-\d+"', page)[1:]
    return [sorted(" ".join(unescape(text).replace("\xa0", " ").split()) for text in SHOWN.findall(line)) for line in lines]


def _kept(program: Program, answer: Any) -> list[Told]:
    """What stands in the record, or in the refusal when nothing was written."""
    if answer.status_code != 201:
        assert answer.status_code in (409, 422), answer.text
        return [_told(line["findings"]) for line in answer.json["lines"]]
    with program.app.app_context():
        query = select(Decision.findings).join(Line, Line.id == Decision.line_id)
        rows = db.session.scalars(query.where(Line.reservation_id == id_of(answer.json["reference"])).order_by(Line.number, Decision.id))
        return [_told(found) for found in rows]


def _typed(body: dict[str, Any], codes: dict[int, str], token: str, boxes: str) -> dict[str, Any]:
    """The same request as the fields of the screen."""
    event = body["event"]
    typed = {
        "csrf_token": token, "once": "x", "do": "preview", "event": event["name"], "purpose": event["purpose"],
        "borrower": body["borrower"], "place_authority": event.get("place_authority", ""),
        "beneficiary": body.get("beneficiary", {}).get("name", ""),
        "terms": boxes if "accept_terms" in body else "",
        "option_day": (datetime.fromisoformat(body["option_until"]) - timedelta(hours=1)).date() if "option_until" in body else "",
    }  # fmt: skip
    for place, line in enumerate(body["lines"]):
        first, last = (datetime.fromisoformat(line[name]) for name in ("from", "to"))
        use = Period(first, last)
        start, end = local(use.start), local(use.end)
        typed |= {
            f"lines-{place}-{name}": value
            for name, value in {
                "asset": codes[line["asset"]], "units": line.get("units", 1), "from_day": start.date().isoformat(),
                "from_time": f"{start:%H:%M}", "to_day": end.date().isoformat(), "to_time": f"{end:%H:%M}",
                "handover": line.get("handover", "pickup"), "driver": line.get("driver", ""), "operator": line.get("operator", ""),
            }.items()
        }  # fmt: skip
    return typed
