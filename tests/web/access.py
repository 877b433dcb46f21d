"""Who gets through which door: every route of the product, one line each (TEST_PLAN T-30). A route that is not here fails the build.

A line says who is admitted to an object of Ranst (asked by De Lindekapel) and who to one of Zandhoven (asked by the school of Zoersel).
Everyone else must get 403 or 404, a stranger the sign-in page or 401, what does not exist is found by nobody, and nobody ever gets a 5xx.
"""

from __future__ import annotations

from tests.web.access_comparison import COMPARISON_ROWS
from tests.web.access_handovers import HANDOVER_ROWS
from tests.web.access_papers import PAPER_ROWS
from tests.web.access_printed import PRINTED_ROWS
from tests.web.access_proofs import PROOF_ROWS
from tests.web.access_regulations import REGULATION_ROWS
from tests.web.access_settings import SETTING_ROWS
from tests.web.access_upkeep import UPKEEP_ROWS
from tests.web.access_work import WORK_ROWS
from tests.web.admitted import (
    ADMINISTRATOR,
    ADMINISTRATOR_OR_STEWARD,
    ADMINISTRATORS,
    ASKING,
    BORROWER_ONLY,
    BORROWER_OR_DESK,
    BORROWING,
    DEPOT,
    DEPOT_ONLY,
    DESK_ONLY,
    DESK_OR_ADMINISTRATOR,
    DESK_OR_FINANCE,
    DESKS,
    EVERYONE,
    IDENTITIES,
    OBJECTS,
    READ,
    SIGNED_IN,
    STAFF,
    STRANGER,
    Row,
)  # fmt: skip

__all__ = ["EVERYONE", "IDENTITIES", "OBJECTS", "ROWS", "STRANGER", "Row"]

# One's own account: what opens for everyone, what a mailed key opens, and what is for whoever is signed in.
OPEN_DOORS = ("/account-maken", "/wachtwoord-vergeten")
MAILED = (
    "/account-maken/bevestigen/<handle>", "/account-maken/link/<key>", "/wachtwoord-vergeten/<key>", "/account/e-mail/nieuw/<key>",
    "/account/e-mail/behouden/<key>", "/uitnodiging/<key>", "/berichten/<key>",
)  # fmt: skip
OWN_ACCOUNT = (
    "profiel", "e-mail", "berichten", "organisaties", "sluiten", "tweede-stap", "tweede-stap/herstelcodes", "tweede-stap/uit",
)  # fmt: skip
INVITING = (BORROWING - {"claiming"}) | ADMINISTRATORS | {"steward"}

RESERVATION = "/reservaties/<reference>"
LINE = f"{RESERVATION}/lijnen/<int:number>"
COUNTER = "/taken/<reference>/lijnen/<int:number>"
DOSSIER = "/werklijst/<reference>"
OWED = "/ontvangsten/<int(max=999999999):receivable>"
CHARGE = "/ontvangsten/posten/<int(max=999999999):charge>"
API_RESERVATION = "/api/v1/reservations/<reference>"
API_LINE = f"{API_RESERVATION}/lines/<int(min=1, max=999):number>"
A_DAY_LATER = {"from": "2027-06-17T10:00:00+02:00", "to": "2027-06-17T14:00:00+02:00"}

ROWS = (
    Row("GET /healthz", EVERYONE),
    Row("GET /readyz", EVERYONE),
    Row("GET /aanmelden", EVERYONE),
    Row("POST /aanmelden", EVERYONE),
    Row("POST /afmelden", EVERYONE),
    Row("GET /toegankelijkheid", EVERYONE),
    Row("GET /styleguide", EVERYONE),
    Row("GET /worker.js", EVERYONE),
    Row("GET /zonder-verbinding", EVERYONE),
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
    Row(f"POST {LINE}/wijziging-intrekken", *BORROWER_ONLY),
    Row(f"POST {LINE}/aanvaarden", *BORROWER_ONLY),
    Row(f"POST {LINE}/afslaan", *BORROWER_ONLY),
    Row(f"POST {LINE}/bevestigen", *BORROWER_ONLY),
    Row(f"POST {RESERVATION}/besturen/<int(max=999999999):authority>/prijs/<int:version>/aanvaarden", *BORROWER_ONLY),
    Row(f"GET {LINE}/annuleren", *BORROWER_OR_DESK),
    Row(f"POST {LINE}/annuleren", *BORROWER_OR_DESK),
    Row(f"GET {RESERVATION}/annuleren", *BORROWER_ONLY),
    Row(f"POST {RESERVATION}/annuleren", *BORROWER_ONLY),
    Row("GET /wachtlijst", SIGNED_IN),
    Row("POST /wachtlijst/<int(max=999999999):entry>/aanvragen", *BORROWER_ONLY),
    Row("POST /wachtlijst/<int(max=999999999):entry>/verlaten", *BORROWER_ONLY),
    Row("GET /werklijst", DESKS),
    Row("POST /werklijst/beslissen", DESKS),
    Row(f"GET {DOSSIER}", *DESK_ONLY),
    Row(f"POST {DOSSIER}/lijnen/<int:number>/goedkeuren", *DESK_ONLY),
    Row(f"POST {DOSSIER}/lijnen/<int:number>/weigeren", *DESK_ONLY),
    Row(f"POST {DOSSIER}/lijnen/<int:number>/afsluiten", *DESK_ONLY),
    Row("GET /werklijst/<loan>/lijnen/<int:number>/terugroepen", *DESK_OR_ADMINISTRATOR),
    Row("POST /werklijst/<loan>/lijnen/<int:number>/terugroepen", *DESK_OR_ADMINISTRATOR),
    Row(f"POST {LINE}/terugroeping", *BORROWER_ONLY),
    Row(f"POST {DOSSIER}/lijnen/<int:number>/diensten", *DESK_ONLY),
    Row("GET /ontvangsten", DESKS | {"finance"}),
    Row(f"GET {OWED}", *DESK_OR_FINANCE),
    Row(f"POST {OWED}/ontvangen", *DESK_OR_FINANCE),
    Row(f"POST {OWED}/teruggeven", *DESK_OR_FINANCE),
    Row(f"POST {OWED}/markeringen/<int(max=999999999):mark>/ongedaan", *DESK_OR_FINANCE),
    Row(f"GET {CHARGE}", *DESK_OR_FINANCE),
    Row(f"POST {CHARGE}/aanrekenen", *DESK_ONLY),
    Row(f"POST {CHARGE}/kwijtschelden", *DESK_ONLY),
    *(Row(f"{method} /werklijst/<reference>/lijnen/<int:number>/verplaatsen", *DESK_ONLY) for method in ("GET", "POST")),
    Row("POST /werklijst/<reference>/lijnen/<int:number>/voorstel-intrekken", *DESK_ONLY),
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
    Row("GET /agendas/uitleg", EVERYONE),
    Row("GET /middelen/<hall>/agenda", EVERYONE),
    Row("POST /middelen/<hall>/agenda", EVERYONE),
    Row("GET /agendas/<int:feed>", *DESK_ONLY),
    Row("POST /agendas/<int:feed>", *DESK_ONLY),
    Row("POST /agendas/<int:feed>/verlengen", *DESK_ONLY),
    Row("POST /agendas/<int:feed>/vernieuwen", *DESK_ONLY),  # a subscription is its maker's alone
    Row("POST /agendas/<int:feed>/stoppen", *DESK_ONLY),
    *UPKEEP_ROWS,
    *WORK_ROWS,
    *HANDOVER_ROWS,
    *SETTING_ROWS,
    *COMPARISON_ROWS,
    *PAPER_ROWS,
    *PRINTED_ROWS,
    *PROOF_ROWS,
    *REGULATION_ROWS,
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
    Row(f"GET {API_RESERVATION}/payments", *READ),
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
