"""Every screen of the product, one line each: what is validated, examined, weighed and photographed. One that is missing fails the build.

A line names a screen as its pictures are called, the route that answers, who looks, and what is asked of it. What stands in an address
comes from the world of the matrix (tests/web/world.py), Ranst's object always.
"""

from __future__ import annotations

import re

from booking.demo import cast
from tests.browser.pages_administration import ADMINISTRATION
from tests.browser.screen import Screen

DATES = "from_day=2027-06-12&from_time=14:00&to_day=2027-06-12&to_time=22:00&units=1&purpose=event"
WRONG = "from_day=2027-06-12&from_time=14:00&to_day=2027-06-11&to_time=22:00&units=0"
PICKS = tuple(f"{code}~20270612T1200Z~20270612T2000Z~1" for code in (cast.HALL_RANST, cast.STAGE_ZANDHOVEN))
PICKED = "&".join(f"line={pick}" for pick in PICKS)
HALFWAY = "halfway"  # gave the right password, and not yet the code of the app
RESERVATION = "/reservaties/<reference>"
TASK = "/taken/<int(max=999999999):task>"
LINE = f"{RESERVATION}/lijnen/<int:number>"
NUMBERED = "<int(max=999999999):asset>"
EDITED = "open=header&open=groups:@3&open=articles:@3&open=articles:@3:rows&open=examples:@3"
REGULATION = "/reglementen/<int(max=999999999):regulation>"
HOLDER, POLICY, PERSON = (f"<int(max=999999999):{part}>" for part in ("holder", "policy", "person"))
SIMULATION = "/tarieven/doorrekenen/<int:simulation>"
COMPARED = (
    "items-0-category=toilet_trailer&items-0-units=1&items-1-category=stage_deck&items-1-units=40&from_day=2027-06-11&from_time=16:00"
    "&to_day=2027-06-14&to_time=09:00&who=association_recognised&who=authority_partner"
)

SCREENS = (
    Screen("search", "/"),
    Screen("search-found", "/", query=DATES),
    Screen("search-basket", "/", "organiser", DATES),
    Screen("search-calendar", "/", "organiser", f"{DATES}&view=strip"),
    Screen("search-map", "/", query=f"{DATES}&view=map&place=Ranst"),
    Screen("search-nothing", "/", query=f"{DATES}&category=sports_hall&persons=5000", pictured=False),
    Screen("search-faults", "/", query=WRONG, status=422, pictured=False),
    Screen("asset", "/middelen/<code>", query=DATES),
    Screen("asset-undated", "/middelen/<code>", "organiser", pictured=False),
    Screen("planning", "/planning", query="vanaf=2027-06-14"),
    Screen("planning-desk", "/planning", "desk", query="vanaf=2027-06-14&weken=4"),
    Screen("planning-paper", "/planning", "desk", query="vanaf=2027-06-14&papier=a4"),
    Screen("planning-depots", "/planning", "technician", query="rijen=loodsen&vanaf=2027-06-14"),
    Screen("planning-crews", "/planning", "technician", query="rijen=ploegen&weken=1&vanaf=2027-06-14"),
    Screen("planning-give", f"/planning{TASK}/toewijzen", "technician"),
    Screen("planning-hours", "/planning", "organiser", query="vanaf=2027-06-16&schaal=uur"),
    Screen("planning-nothing", "/planning", query="q=zeppelin", pictured=False),
    Screen("planning-faults", "/planning", query="vanaf=9999-01-01&gemeente=0", status=422, pictured=False),
    Screen("sign-in", "/aanmelden"),
    Screen("form-expired", "/aanmelden", status=400, pictured=False, expired=True),
    Screen("not-found", "/nergens", status=404),
    Screen("second-step", "/aanmelden/tweede-stap", HALFWAY),
    Screen("sign-up", "/account-maken"),
    Screen("sign-up-code", "/account-maken/bevestigen/<handle>", key="sign-up handle"),
    Screen("sign-up-link", "/account-maken/link/<key>", key="sign-up key", pictured=False),
    Screen("link-dead", "/account-maken/link/<key>", key="guessed key", status=404),
    Screen("forgotten", "/wachtwoord-vergeten", pictured=False),
    Screen("forgotten-sent", "/wachtwoord-vergeten/verstuurd", pictured=False),
    Screen("reset", "/wachtwoord-vergeten/<key>", key="reset key", pictured=False),
    Screen("invitation", "/uitnodiging/<key>", key="invitation key"),
    Screen("invitation-known", "/uitnodiging/<key>", "teacher", key="invitation key", pictured=False),
    Screen("account", "/account", "organiser"),
    Screen("profile", "/account/profiel", "organiser"),
    Screen("password", "/account/wachtwoord", "organiser"),
    Screen("email", "/account/e-mail", "organiser", pictured=False),
    Screen("email-confirm", "/account/e-mail/nieuw/<key>", key="new address key", pictured=False),
    Screen("email-keep", "/account/e-mail/behouden/<key>", key="kept address key", pictured=False),
    Screen("mails", "/account/berichten", "desk"),
    Screen("mails-stop", "/berichten/<key>", key="mail choice key", pictured=False),
    Screen("organisations", "/account/organisaties", "organiser"),
    Screen("account-close", "/account/sluiten", "organiser", pictured=False),
    Screen("second-factor", "/account/tweede-stap", "organiser"),
    Screen("second-factor-off", "/account/tweede-stap/uit", "organiser", pictured=False),
    Screen("paper-ask", "/account/tweede-stap/herstelcodes", "organiser", pictured=False),
    Screen("paper", "/account/tweede-stap/herstelcodes", "organiser", typed=(("password", cast.PASSWORD),)),
    Screen("colleagues", "/collegas", "administrator"),
    Screen("basket", "/mand", "organiser"),
    Screen("basket-empty", "/mand", pictured=False),
    Screen("reservations", "/reservaties", "organiser"),
    Screen("reservation-new", "/reservaties/nieuw", "organiser", PICKED),
    Screen("reservation", RESERVATION, "organiser"),
    Screen("reservation-by-desk", RESERVATION, "desk", pictured=False),
    Screen("reservation-new-desk", "/reservaties/nieuw", "desk", "who=linde", pictured=False),
    Screen("waiting-list", "/wachtlijst", "organiser"),
    Screen("waiting-list-empty", "/wachtlijst", "company", pictured=False),
    Screen("reservations-past", "/reservaties", "organiser", "tab=past", pictured=False),
    Screen("reservation-sheet", f"{RESERVATION}/blad", "organiser"),
    Screen("reservation-change", f"{LINE}/wijzigen", "organiser"),
    Screen("reservation-cancel-line", f"{LINE}/annuleren", "organiser"),
    Screen("reservation-cancel", f"{RESERVATION}/annuleren", "organiser"),
    Screen("worklist", "/werklijst", "desk"),
    Screen("worklist-documents", "/werklijst", "desk", "tab=documents&q=zaal", pictured=False),
    Screen("decision", "/werklijst/<reference>", "desk"),
    Screen("move", "/werklijst/<reference>/lijnen/<int:number>/verplaatsen", "desk"),
    Screen("recall", "/werklijst/<loan>/lijnen/<int:number>/terugroepen", "desk"),
    Screen("proofs-waiting", "/papieren/na-te-kijken", "desk"),
    Screen("proofs-waiting-nothing", "/papieren/na-te-kijken", "desk_unrelated", pictured=False),
    Screen("proofs", "/papieren", "organiser"),
    Screen("proofs-of-club", f"/papieren/ontleners/{HOLDER}", "organiser"),
    Screen("proofs-of-house", "/papieren/besturen/<int(max=999999999):authority>", "administrator"),
    Screen("policy", f"/papieren/polissen/{POLICY}", "organiser"),
    Screen("policy-by-desk", f"/papieren/polissen/{POLICY}", "desk"),
    Screen("policy-new", f"/papieren/ontleners/{HOLDER}/polissen/nieuw", "organiser"),
    Screen("policy-new-of-house", "/papieren/besturen/<int(max=999999999):authority>/polissen/nieuw", "administrator", pictured=False),
    Screen("policy-correct", f"/papieren/polissen/{POLICY}/wijzigen", "organiser", pictured=False),
    Screen("policy-renew", f"/papieren/polissen/{POLICY}/hernieuwen", "organiser", pictured=False),
    Screen("person", f"/papieren/mensen/{PERSON}", "organiser"),
    Screen("person-by-desk", f"/papieren/mensen/{PERSON}", "desk", pictured=False),
    Screen("qualification-new", f"/papieren/mensen/{PERSON}/bewijzen/nieuw", "organiser"),
    Screen(
        "qualification-correct", "/papieren/mensen/bewijzen/<int(max=999999999):qualification>/wijzigen", "organiser", pictured=False
    ),
    Screen("requirements", "/beheer/bewijzen", "administrator"),
    Screen("requirement", "/beheer/bewijzen/<int:requirement>", "administrator"),
    Screen("requirement-new", "/beheer/bewijzen/nieuw", "administrator"),
    Screen("money", "/ontvangsten", "desk"),
    Screen("money-open", "/ontvangsten", "desk", "tab=open"),
    Screen("money-nothing", "/ontvangsten", "desk", "tab=back&q=zeppelin", pictured=False),
    Screen("due-amount", "/ontvangsten/<int(max=999999999):receivable>", "desk", pictured=False),
    Screen("charge", "/ontvangsten/posten/<int(max=999999999):charge>", "desk"),
    Screen("conflicts", "/werklijst/conflicten", "desk"),
    Screen("conflict", "/werklijst/conflicten/<int:conflict>", "desk"),
    Screen("today", "/vandaag", "technician"),
    Screen("today-busy", "/vandaag", "technician", "dag=2027-06-12"),
    Screen("tasks", "/taken", "technician"),
    Screen("tasks-all", "/taken", "technician", "dag=all"),
    Screen("task-counter", "/taken/<reference>/lijnen/<int:number>", "technician"),
    Screen("scan", "/scannen", "technician"),
    Screen("scan-unknown", "/scannen", "technician", "code=NIETS-99", 422, pictured=False),
    Screen("scan-asset", "/m/<code>", "technician", "kies=1"),
    Screen("task-report", "/taken/melden", "technician", f"middel={cast.HALL_RANST}"),
    Screen("task", TASK, "technician"),
    Screen("task-new", "/taken/nieuw", "technician"),
    Screen("task-edit", f"{TASK}/wijzigen", "technician", pictured=False),
    Screen("upkeep", "/keuringen", "technician_elsewhere"),
    Screen("upkeep-all", "/keuringen", "technician_elsewhere", "alles=1"),
    Screen("upkeep-asset", f"/keuringen/{NUMBERED}", "technician"),
    Screen("upkeep-plan", f"/keuringen/{NUMBERED}/plannen", "technician"),
    Screen("upkeep-outcome", f"/keuringen/{NUMBERED}/uitslag", "technician"),
    Screen("upkeep-set", f"/keuringen/{NUMBERED}/plan/<kind>", "technician"),
    Screen("upkeep-order", "/keuringen/opdrachten/<int(max=999999999):order>", "technician"),
    Screen("conflict-choice", f"{LINE}/keuze", "organiser"),
    Screen("feeds", "/agendas", "technician"),
    Screen("feed-steps", "/agendas/uitleg"),
    Screen("feed-settings", "/agendas/<int:feed>", "desk"),
    Screen("feed-hall", "/middelen/<hall>/agenda"),
    Screen("comparison", "/tarieven/vergelijken", pictured=False),
    Screen("comparison-priced", "/tarieven/vergelijken", query=COMPARED),
    Screen("comparison-faults", "/tarieven/vergelijken", query=COMPARED.replace("06-14", "06-10"), status=422, pictured=False),
    Screen("simulations", "/tarieven/doorrekenen", "tariffs"),
    Screen("simulation", SIMULATION, "tariffs", key="simulation done"),
    Screen("simulation-under-way", SIMULATION, "tariffs", key="simulation under way", pictured=False),
    Screen("simulation-failed", SIMULATION, "tariffs", key="simulation failed", pictured=False),
    Screen("regulations", "/reglementen", "tariffs"),
    Screen("regulations-stranger", "/reglementen", pictured=False),
    Screen("regulation", REGULATION, key="published regulation"),
    Screen("regulation-draft", REGULATION, "tariffs"),
    Screen("regulation-new", "/reglementen/nieuw", "tariffs"),
    Screen("regulation-editor", f"{REGULATION}/bewerken", "tariffs"),
    Screen("regulation-editor-open", f"{REGULATION}/bewerken", "tariffs", EDITED, pictured=False),
    Screen("regulation-beside", f"{REGULATION}/naast", "tariffs"),
    Screen("regulation-publish", f"{REGULATION}/bekendmaken", "tariffs"),
    Screen("regulation-end", "/reglementen/<int(max=999999999):law>/beeindigen", "tariffs", pictured=False),
    Screen("regulation-file", "/reglementen/inlezen", "tariffs", pictured=False),
    Screen("accessibility", "/toegankelijkheid"),
    Screen("unreachable", "/zonder-verbinding"),
    Screen("styleguide", "/styleguide"),
    Screen("first-steps", "/start", "steward"),
    Screen("first-municipality", "/start/gemeente", "steward"),
    Screen("first-regulation", "/start/reglement", "tariffs"),
    *ADMINISTRATION,
)

# What answers GET and is no page: bytes for other programs.
NO_SCREENS = re.compile(
    r"/(fotos/|uitgiftes/fotos/|worker\.js|documenten/<|beheer/invoer/sjabloon|healthz|readyz|static/|feeds/|api/|reservaties/.*(\.ics|/pdf)$|reglementen/.*(bestand|\.pdf)$"
    r"|reservaties/.*/leveringsbon/|vandaag/weekblad/|beheer/middelen/etiketten/pdf)"
)
