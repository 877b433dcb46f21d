"""Who gets through which door: every route of the product, one line each (TEST_PLAN T-30). A route that is not here fails the build.

A line says who is admitted to an object of Ranst (asked by De Lindekapel) and who to one of Zandhoven (asked by the school of Zoersel).
Everyone else must get 403 or 404, a stranger the sign-in page or 401, what does not exist is found by nobody, and nobody ever gets a 5xx.
"""

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
    "code": "asset code",
    "authority": "authority",
    "version": "price version",
    "fact": "fact",
    "conflict": "conflict",
    "feed": "feed",
    "token": "guessed key",
    "tie": "group tie",
    "holiday": "holiday",
    "depot": "depot",
    "slot": "extra opening",
    "closure": "closed days",
    "shut": "closed asset",
    "asset": "kit",
    "part": "part",
    "photograph": "photograph",
    "size": "size of a photograph",
    "custom_field": "own field",
    "borrower": "borrower",
    "membership": "membership",
    "recognition": "recognition",
    "role": "role",
    "upload": "uploaded list",
    "organisation": "own organisation",
    "visit": "visit",
    "invitation": "invitation",
    "colleague": "colleague",
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
ADMINISTRATOR_OR_STEWARD = tuple(side | {"steward"} for side in ADMINISTRATOR)

BORROWER_ONLY = (OWN, OWN_ELSEWHERE)
DESK_ONLY = (DESK, DESK_ELSEWHERE)
BORROWER_OR_DESK = (OWN | DESK, OWN_ELSEWHERE | DESK_ELSEWHERE)
DEPOT_ONLY = (DESK | {"technician"}, DESK_ELSEWHERE | {"technician_elsewhere"})
READ = (READERS, READERS_ELSEWHERE)

# One's own account: what opens for everyone, what a mailed key opens, and what is for whoever is signed in.
OPEN_DOORS = ("/account-maken", "/wachtwoord-vergeten")
MAILED = (
    "/account-maken/bevestigen/<handle>", "/account-maken/link/<key>", "/wachtwoord-vergeten/<key>", "/account/e-mail/nieuw/<key>",
    "/account/e-mail/behouden/<key>", "/uitnodiging/<key>",
)  # fmt: skip
OWN_ACCOUNT = (
    "profiel", "e-mail", "organisaties", "sluiten", "tweede-stap", "tweede-stap/herstelcodes", "tweede-stap/uit",
)  # fmt: skip
INVITING = (BORROWING - {"claiming"}) | ADMINISTRATORS | {"steward"}

RESERVATION = "/reservaties/<reference>"
LINE = f"{RESERVATION}/lijnen/<int:number>"
COUNTER = "/taken/<reference>/lijnen/<int:number>"
DOSSIER = "/werklijst/<reference>"
API_RESERVATION = "/api/v1/reservations/<reference>"
API_LINE = f"{API_RESERVATION}/lines/<int(min=1, max=999):number>"
AUTHORITY = "/beheer/besturen/<int:authority>"
PLACE = "/beheer/plaatsen/<int:depot>"
ASSET = "/beheer/middelen/<int:asset>"
OWN_FIELD = "/beheer/velden/<int:custom_field>"
A_DAY_LATER = {"from": "2027-06-17T10:00:00+02:00", "to": "2027-06-17T14:00:00+02:00"}

ROWS = (
    Row("GET /healthz", EVERYONE),
    Row("GET /readyz", EVERYONE),
    Row("GET /aanmelden", EVERYONE),
    Row("POST /aanmelden", EVERYONE),
    Row("POST /afmelden", EVERYONE),
    Row("GET /toegankelijkheid", EVERYONE),
    Row("GET /styleguide", EVERYONE),
    Row("GET /start", STAFF | {"steward"}),
    Row("POST /start", STAFF | {"steward"}),
    Row("GET /start/gemeente", frozenset({"steward"})),
    Row("POST /start/gemeente", frozenset({"steward"})),
    Row("GET /start/reglement", frozenset({"tariffs", "tariffs_elsewhere"})),
    Row("POST /start/reglement", frozenset({"tariffs", "tariffs_elsewhere"})),
    Row("GET /account", SIGNED_IN),
    Row("GET /account/wachtwoord", SIGNED_IN),
    Row("POST /account/wachtwoord", SIGNED_IN),
    Row("POST /account/afmelden-elders", SIGNED_IN),
    *(Row(f"{method} {page}", EVERYONE) for page in OPEN_DOORS for method in ("GET", "POST")),
    *(Row(f"{method} {page}", frozenset()) for page in MAILED for method in ("GET", "POST")),  # the key is all that counts
    *(Row(f"{method} /account/{page}", SIGNED_IN) for page in OWN_ACCOUNT for method in ("GET", "POST")),
    *(Row(f"{method} /aanmelden/tweede-stap", SIGNED_IN) for method in ("GET", "POST")),  # a stranger is sent to the first step
    Row("GET /wachtwoord-vergeten/verstuurd", EVERYONE),
    Row("POST /account-maken/bevestigen/<handle>/opnieuw", frozenset()),
    Row("POST /account/organisaties/<int(max=999999999):organisation>/verlaten", *BORROWER_ONLY),
    Row("POST /account/toestellen/<int(max=999999999):visit>/afmelden", *BORROWER_ONLY),
    Row("GET /collegas", INVITING),
    Row("POST /collegas", INVITING),
    Row("POST /collegas/uitnodigingen/<int(max=999999999):invitation>/intrekken", *ADMINISTRATOR_OR_STEWARD),
    Row("POST /collegas/<int(max=999999999):colleague>/tweede-stap-wissen", *ADMINISTRATOR_OR_STEWARD),
    Row("GET /", EVERYONE),
    Row("GET /middelen/<code>", EVERYONE),
    Row("GET /mand", EVERYONE),
    Row("POST /mand", EVERYONE),  # a browser's own basket: there is no address of another's
    Row("GET /planning", EVERYONE),
    Row("GET /feeds/<token>.ics", frozenset()),  # the key in the address is all that counts, and these are guesses
    Row("GET /reservaties", ASKING),
    Row("GET /reservaties/nieuw", ASKING),
    Row("POST /reservaties/nieuw", ASKING),
    Row(f"GET {RESERVATION}", *READ),
    Row(f"GET {RESERVATION}/agenda.ics", *READ),
    Row(f"GET {RESERVATION}/blad", *READ),
    Row(f"GET {LINE}/wijzigen", *BORROWER_ONLY),
    Row(f"POST {LINE}/wijzigen", *BORROWER_ONLY),
    Row(f"POST {LINE}/aanvaarden", *BORROWER_ONLY),
    Row(f"POST {LINE}/afslaan", *BORROWER_ONLY),
    Row(f"POST {LINE}/bevestigen", *BORROWER_ONLY),
    Row(f"POST {RESERVATION}/besturen/<int(max=999999999):authority>/prijs/<int:version>/aanvaarden", *BORROWER_ONLY),
    Row(f"GET {LINE}/annuleren", *BORROWER_OR_DESK),
    Row(f"POST {LINE}/annuleren", *BORROWER_OR_DESK),
    Row(f"GET {RESERVATION}/annuleren", *BORROWER_ONLY),
    Row(f"POST {RESERVATION}/annuleren", *BORROWER_ONLY),
    Row("GET /werklijst", DESKS),
    Row("POST /werklijst/beslissen", DESKS),
    Row(f"GET {DOSSIER}", *DESK_ONLY),
    Row(f"POST {DOSSIER}/lijnen/<int:number>/goedkeuren", *DESK_ONLY),
    Row(f"POST {DOSSIER}/lijnen/<int:number>/weigeren", *DESK_ONLY),
    Row(f"POST {DOSSIER}/lijnen/<int:number>/voorstellen", *DESK_ONLY),
    Row(f"POST {DOSSIER}/lijnen/<int:number>/afsluiten", *DESK_ONLY),
    Row("GET /werklijst/conflicten", DESKS),
    Row("GET /werklijst/conflicten/<int:conflict>", *DESK_ONLY),
    Row("POST /werklijst/conflicten/<int:conflict>", *DESK_ONLY),
    Row("GET /taken", DEPOT | {"administrator", "tariffs_elsewhere"}),
    Row(f"GET {COUNTER}", *DEPOT_ONLY),
    Row(f"POST {COUNTER}/uitgeven", *DEPOT_ONLY),
    Row(f"POST {COUNTER}/terugnemen", *DEPOT_ONLY),
    Row(f"POST {COUNTER}/te-laat", *DEPOT_ONLY),
    Row(f"POST {COUNTER}/niet-opgedaagd", *DEPOT_ONLY),
    Row("GET /taken/melden", DEPOT | ADMINISTRATORS),
    Row("POST /taken/melden", DEPOT | ADMINISTRATORS),
    Row("POST /taken/feiten/<int:fact>/opgelost", *(DEPOT_ONLY[n] | ADMINISTRATOR[n] for n in (0, 1))),
    Row("GET /agendas", SIGNED_IN),
    Row("POST /agendas", SIGNED_IN),
    Row("POST /agendas/<int:feed>/vernieuwen", *DESK_ONLY),  # a subscription is its maker's alone
    Row("POST /agendas/<int:feed>/stoppen", *DESK_ONLY),
    Row("GET /beheer", ADMINISTRATORS | DESKS | {"steward"}),
    Row("GET /beheer/besturen", ADMINISTRATORS | {"steward"}),
    Row("GET /beheer/besturen/nieuw", frozenset({"steward"})),
    Row("POST /beheer/besturen/nieuw", frozenset({"steward"})),
    Row(f"GET {AUTHORITY}", *ADMINISTRATOR_OR_STEWARD),
    Row(f"GET {AUTHORITY}/wijzigen", *ADMINISTRATOR_OR_STEWARD),
    Row(f"POST {AUTHORITY}/wijzigen", *ADMINISTRATOR_OR_STEWARD),
    Row(f"GET {AUTHORITY}/beslissen", *ADMINISTRATOR_OR_STEWARD),
    Row(f"POST {AUTHORITY}/beslissen", *ADMINISTRATOR_OR_STEWARD),
    Row(f"GET {AUTHORITY}/groep", *ADMINISTRATOR_OR_STEWARD),
    Row(f"POST {AUTHORITY}/groep", *ADMINISTRATOR_OR_STEWARD),
    Row(f"POST {AUTHORITY}/groep/<int:tie>", *ADMINISTRATOR_OR_STEWARD),
    Row(f"GET {AUTHORITY}/feestdagen", *ADMINISTRATOR_OR_STEWARD),
    Row(f"POST {AUTHORITY}/feestdagen", *ADMINISTRATOR_OR_STEWARD),
    Row(f"POST {AUTHORITY}/feestdagen/<int:holiday>", *ADMINISTRATOR_OR_STEWARD),
    Row("GET /beheer/plaatsen", ADMINISTRATORS),
    Row("GET /beheer/plaatsen/nieuw", ADMINISTRATORS),
    Row("POST /beheer/plaatsen/nieuw", ADMINISTRATORS),
    Row(f"GET {PLACE}", *ADMINISTRATOR),
    Row(f"GET {PLACE}/wijzigen", *ADMINISTRATOR),
    Row(f"POST {PLACE}/wijzigen", *ADMINISTRATOR),
    Row(f"POST {PLACE}/extra", *ADMINISTRATOR),
    Row(f"POST {PLACE}/extra/<int:slot>", *ADMINISTRATOR),
    Row("GET /beheer/sluitingen", ADMINISTRATORS | DESKS),
    Row("GET /beheer/sluitingen/nieuw", ADMINISTRATORS | DESKS),
    Row("POST /beheer/sluitingen/nieuw", ADMINISTRATORS | DESKS),
    Row("GET /beheer/sluitingen/<int:closure>", *ADMINISTRATOR_OR_DESK),
    Row("POST /beheer/sluitingen/<int:closure>/open", *ADMINISTRATOR_OR_DESK),
    Row("GET /beheer/sluitingen/middel/<int:shut>", *ADMINISTRATOR_OR_DESK),
    Row("POST /beheer/sluitingen/middel/<int:shut>/open", *ADMINISTRATOR_OR_DESK),
    Row("GET /beheer/categorieen", ADMINISTRATORS | {"steward"}),
    Row("GET /fotos/<int:photograph>-<size>.webp", EVERYONE),  # before one of them is taken away
    Row("GET /beheer/middelen", ADMINISTRATORS),
    Row("GET /beheer/middelen/nieuw", ADMINISTRATORS),
    Row("POST /beheer/middelen/nieuw", ADMINISTRATORS),
    Row(f"GET {ASSET}", *ADMINISTRATOR),
    *(
        Row(f"{method} {ASSET}/{screen}", *ADMINISTRATOR)
        for screen in ("wijzigen", "kenmerken", "werk", "onderdelen", "fotos", "verhuizen", "uit-dienst")
        for method in ("GET", "POST")
    ),
    *(Row(f"POST {ASSET}/{deed}", *ADMINISTRATOR) for deed in ("kopie", "in-dienst", "onderdelen/<int:part>")),
    *(Row(f"POST {ASSET}/fotos/<int:photograph>/{deed}", *ADMINISTRATOR) for deed in ("eerst", "beschrijving", "weg")),
    Row("GET /beheer/velden", ADMINISTRATORS),
    Row("GET /beheer/velden/nieuw", ADMINISTRATORS),
    Row("POST /beheer/velden/nieuw", ADMINISTRATORS),
    Row(f"GET {OWN_FIELD}", *ADMINISTRATOR),
    Row(f"GET {OWN_FIELD}/wijzigen", *ADMINISTRATOR),
    Row(f"POST {OWN_FIELD}/wijzigen", *ADMINISTRATOR),
    Row(f"POST {OWN_FIELD}/stoppen", *ADMINISTRATOR),
    Row("GET /beheer/ontleners", DESKS | ADMINISTRATORS),
    Row("GET /beheer/ontleners/nieuw", DESKS | ADMINISTRATORS),
    Row("POST /beheer/ontleners/nieuw", DESKS | ADMINISTRATORS),
    Row("GET /beheer/ontleners/<int:borrower>", *DESK_OR_ADMINISTRATOR),
    Row("GET /beheer/ontleners/<int:borrower>/wijzigen", *DESK_OR_ADMINISTRATOR),
    Row("POST /beheer/ontleners/<int:borrower>/wijzigen", *DESK_OR_ADMINISTRATOR),
    Row("GET /beheer/lidmaatschappen", DESKS | ADMINISTRATORS),
    Row("GET /beheer/lidmaatschappen/<int:membership>", *DESK_OR_ADMINISTRATOR),
    Row("POST /beheer/lidmaatschappen/<int:membership>/bevestigen", *DESK_OR_ADMINISTRATOR),
    Row("POST /beheer/lidmaatschappen/<int:membership>/weigeren", *DESK_OR_ADMINISTRATOR),
    Row("POST /beheer/lidmaatschappen/<int:membership>/beeindigen", *DESK_OR_ADMINISTRATOR),
    Row("GET /beheer/erkenningen", DESKS | ADMINISTRATORS),
    Row("GET /beheer/erkenningen/nieuw", DESKS | ADMINISTRATORS),
    Row("POST /beheer/erkenningen/nieuw", DESKS | ADMINISTRATORS),
    Row("GET /beheer/erkenningen/<int:recognition>", *DESK_OR_ADMINISTRATOR),
    Row("POST /beheer/erkenningen/<int:recognition>/beeindigen", *DESK_OR_ADMINISTRATOR),
    Row("GET /beheer/reservaties", DESKS | ADMINISTRATORS | {"finance"}),
    Row("GET /beheer/logboek", ADMINISTRATORS),
    Row("GET /beheer/invoer", ADMINISTRATORS),
    Row("POST /beheer/invoer", ADMINISTRATORS),
    Row("GET /beheer/invoer/<int:upload>", *ADMINISTRATOR),
    Row("POST /beheer/invoer/<int:upload>/invoeren", *ADMINISTRATOR),
    Row("POST /beheer/invoer/<int:upload>/verwerpen", *ADMINISTRATOR),
    Row("GET /beheer/invoer/sjabloon/<int:authority>", *ADMINISTRATOR),
    Row("GET /beheer/rollen", ADMINISTRATORS),
    Row("GET /beheer/rollen/nieuw", ADMINISTRATORS),
    Row("POST /beheer/rollen/nieuw", ADMINISTRATORS),
    Row("GET /beheer/rollen/<int:role>", *ADMINISTRATOR),
    Row("POST /beheer/rollen/<int:role>/beeindigen", *ADMINISTRATOR),
    Row("GET /api/v1/openapi.json", EVERYONE - {"suspended"}),  # a token that is shown must be good
    Row("GET /api/v1/assets", EVERYONE - {"suspended"}),
    Row("GET /api/v1/availability", EVERYONE - {"suspended"}),
    Row("POST /api/v1/quotes", ASKING),
    Row("POST /api/v1/reservations", ASKING),
    Row(f"GET {API_RESERVATION}", *READ),
    Row(f"POST {API_RESERVATION}/cancel", *BORROWER_ONLY),
    Row(f"PATCH {API_LINE}", *BORROWER_ONLY, sent=A_DAY_LATER),
    Row(f"POST {API_LINE}/approve", *DESK_ONLY),
    Row(f"POST {API_LINE}/refuse", *DESK_ONLY, sent={"reason": "Te druk."}),
    Row(f"POST {API_LINE}/propose", *DESK_ONLY, sent=A_DAY_LATER),
    Row(f"POST {API_LINE}/accept", *BORROWER_ONLY),
    Row(f"POST {API_LINE}/decline", *BORROWER_ONLY),
    Row(f"POST {API_LINE}/confirm", *BORROWER_ONLY),
    Row(f"POST {API_LINE}/cancel", *BORROWER_OR_DESK),
)
