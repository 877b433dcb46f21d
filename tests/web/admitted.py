"""Who there is in the matrix of doors, what stands in the addresses, and the groups that its rows admit (tests/web/access.py)."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any

from booking.demo import cast

STRANGER = "stranger"
IDENTITIES: dict[str, str | None] = {
    STRANGER: None,
    "suspended": cast.RESIDENT_NIJLEN,  # the matrix suspends this account
    "organiser": cast.ORGANISER,
    "claiming": cast.ORGANISER_CLAIMING,
    "teacher": cast.TEACHER_ZOERSEL,
    "company": cast.COMPANY_WIJNEGEM,
    "desk": cast.DESK_RANST,
    "desk_elsewhere": cast.DESK_ZANDHOVEN,
    "desk_unrelated": cast.DESK_BRECHT,
    "technician": cast.TECHNICIAN_RANST,
    "technician_elsewhere": cast.TECHNICIAN_ZANDHOVEN,
    "tariffs": cast.TARIFFS_RANST,
    "tariffs_elsewhere": "koen@zandhoven.example",  # administrator there too
    "finance": cast.FINANCE_RANST,
    "administrator": cast.ADMINISTRATOR_RANST,
    "steward": cast.STEWARD,
}

EVERYONE = frozenset(IDENTITIES)
SIGNED_IN = EVERYONE - {STRANGER, "suspended"}
BORROWERS = frozenset({"organiser", "claiming", "teacher", "company"})
STAFF = SIGNED_IN - BORROWERS - {"steward"}


# What the parameters of an address stand for: see PAIRS in world.py.
OBJECTS = {
    "reference": "reservation",
    "number": "line number",
    "loan": "promised loan",
    "code": "asset code",
    "authority": "authority",
    "version": "price version",
    "fact": "fact",
    "conflict": "conflict",
    "feed": "feed",
    "hall": "hall code",
    "token": "guessed key",
    "tie": "group tie",
    "holiday": "holiday",
    "depot": "depot",
    "slot": "extra opening",
    "closure": "closed days",
    "shut": "closed asset",
    "calendar": "calendar",
    "category": "category",
    "asset": "kit",
    "joint": "jointly owned asset",
    "contingent": "contingent",
    "part": "part",
    "photograph": "photograph",
    "size": "size of a photograph",
    "custom_field": "own field",
    "checklist": "checklist",
    "state": "photograph of a hand-over",
    "borrower": "borrower",
    "membership": "membership",
    "recognition": "recognition",
    "role": "role",
    "agreement": "agreement",
    "proposal": "draft of an agreement",
    "awaiting": "agreement to approve",
    "term": "term of an agreement",
    "exemption": "row of the register",
    "rule": "lending rule",
    "upload": "uploaded list",
    "simulation": "simulation",
    "regulation": "draft regulation",
    "law": "published regulation",
    "draft": "draft to throw away",
    "organisation": "own organisation",
    "visit": "visit",
    "invitation": "invitation",
    "colleague": "colleague",
    "receivable": "due amount",
    "charge": "proposed charge",
    "holder": "club",
    "policy": "policy",
    "person": "person",
    "qualification": "qualification",
    "document": "document",
    "requirement": "requirement",
    "terms": "terms of use",
    "terms_draft": "draft of terms",
    "contract": "version of a contract",
    "mark": "payment mark",
    "entry": "place in the queue",
    "order": "work order",
    "kind": "kind of upkeep",
    "task": "task",
    "crew": "crew",
    "vehicle": "vehicle",
    "key": "guessed key",
    "handle": "guessed key",
}


@dataclass(frozen=True)
class Row:
    """A route, who is admitted to Ranst's object, who to Zandhoven's (the same when left out), and what is sent."""

    route: str
    ours: frozenset[str]
    theirs: frozenset[str] | None = None
    sent: Any = None

    @property
    def method(self) -> str:
        return self.route.partition(" ")[0]

    @property
    def rule(self) -> str:
        return self.route.partition(" ")[2]

    @property
    def objects(self) -> dict[str, str]:
        """What stands in each part of the address."""
        return {part[0]: OBJECTS[part[1]] for part in re.finditer(r"<(?:[^<>]*:)?(\w+)>", self.rule)}


# Who acts for some borrower: members, who claims to be one, and staff who are also members of a service of their municipality.
BORROWING = BORROWERS | {"technician", "technician_elsewhere", "tariffs_elsewhere", "administrator"}
DESKS = frozenset({"desk", "desk_elsewhere", "desk_unrelated"})
ASKING = BORROWING | DESKS  # a desk asks for the borrowers of its own municipality
# Who only claims De Lindekapel may ask, and see what came of that; what a member asked is not theirs (tests/services/test_claims.py).
OWN, OWN_ELSEWHERE = frozenset({"organiser"}), frozenset({"teacher"})
DESK, DESK_ELSEWHERE = frozenset({"desk"}), frozenset({"desk_elsewhere"})
READERS = OWN | DESK | {"technician", "finance", "administrator"}
READERS_ELSEWHERE = OWN_ELSEWHERE | DESK_ELSEWHERE | {"technician_elsewhere", "tariffs_elsewhere"}

DEPOT = DESKS | {"technician", "technician_elsewhere"}

# Who administers the settings of an authority: its own administrator; what is everybody's also the steward.
ADMINISTRATORS = frozenset({"administrator", "tariffs_elsewhere", "desk"})  # the desk of Ranst administers its OCMW
ADMINISTRATOR = (frozenset({"administrator"}), frozenset({"tariffs_elsewhere"}))
DESK_OR_ADMINISTRATOR = (DESK | ADMINISTRATOR[0], DESK_ELSEWHERE | ADMINISTRATOR[1])
ADMINISTRATOR_OR_DESK = (ADMINISTRATOR[0] | DESK, ADMINISTRATOR[1] | DESK_ELSEWHERE)
# Who sets the tariffs of a municipality, the preferred ones too.
PRICING = (frozenset({"tariffs", "administrator"}), frozenset({"tariffs_elsewhere"}))
ADMINISTRATOR_OR_STEWARD = tuple(side | {"steward"} for side in ADMINISTRATOR)

BORROWER_ONLY = (OWN, OWN_ELSEWHERE)
DESK_ONLY = (DESK, DESK_ELSEWHERE)
DESK_OR_FINANCE = (DESK | {"finance"}, DESK_ELSEWHERE)
BORROWER_OR_DESK = (OWN | DESK, OWN_ELSEWHERE | DESK_ELSEWHERE)
DEPOT_ONLY = (DESK | {"technician"}, DESK_ELSEWHERE | {"technician_elsewhere"})
LOOKING = tuple(DEPOT_ONLY[n] | ADMINISTRATOR[n] for n in (0, 1))
READ = (READERS, READERS_ELSEWHERE)
