"""Every screen of the product, one line each: what is validated, examined, weighed and photographed. One that is missing fails the build.

A line names a screen as its pictures are called, the route that answers, who looks, and what is asked of it. What stands in an address
comes from the world of the matrix (tests/web/world.py), Ranst's object always.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from booking.demo import cast
from tests.web.access import OBJECTS, STRANGER

DATES = "from_day=2027-06-12&from_time=14:00&to_day=2027-06-12&to_time=22:00&units=1&purpose=event"
WRONG = "from_day=2027-06-12&from_time=14:00&to_day=2027-06-11&to_time=22:00&units=0"
PICKS = tuple(f"{code}~20270612T1200Z~20270612T2000Z~1" for code in (cast.HALL_RANST, cast.STAGE_ZANDHOVEN))
PICKED = "&".join(f"line={pick}" for pick in PICKS)
HALFWAY = "halfway"  # gave the right password, and not yet the code of the app
PART = re.compile(r"<(?:[^<>]*:)?(\w+)>")


@dataclass(frozen=True)
class Screen:
    """A page as somebody sees it: `status` is what it answers, `pictured` whether `make pictures` takes it.

    `key` is what stands in an address that came by mail (tests/browser/keys.py), `typed` what is filled in before the page that counts,
    and `expired` is the page that a form answers when it was open for too long.
    """

    name: str
    rule: str
    who: str = STRANGER
    query: str = ""
    status: int = 200
    pictured: bool = True
    expired: bool = False
    key: str = ""
    typed: tuple[tuple[str, str], ...] = ()

    def address(self, object_of: Callable[[str], str]) -> str:
        """Where it is, when `object_of` tells what stands for each kind of object."""
        path = PART.sub(lambda part: object_of(self.key or OBJECTS[part[1]]), self.rule)
        return f"{path}?{self.query}" if self.query else path


RESERVATION = "/reservaties/<reference>"
AUTHORITY = "/beheer/besturen/<int:authority>"
PROPOSAL = "/beheer/overeenkomsten/<int:proposal>/opstellen"
ASSET = "/beheer/middelen/<int:asset>"
TASK = "/taken/<int(max=999999999):task>"
CALENDAR = "/beheer/agendas/<int(max=999999999):calendar>"
JOINT = "/beheer/mede-eigendom/<int:joint>"
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
    Screen("task-report", "/taken/melden", "technician", f"middel={cast.HALL_RANST}"),
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
    Screen("administration", "/beheer", "administrator"),
    Screen("authorities", "/beheer/besturen", "steward"),
    Screen("authority", AUTHORITY, "administrator"),
    Screen("authority-new", "/beheer/besturen/nieuw", "steward", pictured=False),
    Screen("authority-edit", f"{AUTHORITY}/wijzigen", "administrator", pictured=False),
    Screen("authority-group", f"{AUTHORITY}/groep", "administrator", pictured=False),
    Screen("authority-holidays", f"{AUTHORITY}/feestdagen", "administrator", pictured=False),
    Screen("depots", "/beheer/plaatsen", "administrator"),
    Screen("depot", "/beheer/plaatsen/<int:depot>", "administrator"),
    Screen("depot-new", "/beheer/plaatsen/nieuw", "administrator", pictured=False),
    Screen("depot-edit", "/beheer/plaatsen/<int:depot>/wijzigen", "administrator"),
    Screen("joint-assets", "/beheer/mede-eigendom", "administrator", pictured=False),
    Screen("joint-asset", JOINT, "administrator"),
    Screen("joint-asset-days", f"{JOINT}/dagen", "administrator", pictured=False),
    Screen("contingent-new", f"{JOINT}/waarborgen", "administrator", pictured=False),
    Screen("contingent-end", f"{JOINT}/waarborgen/<int:contingent>", "administrator", pictured=False),
    Screen("calendars", "/beheer/agendas", "administrator"),
    Screen("calendar-new", "/beheer/agendas/nieuw", "administrator"),
    Screen("calendar-preview", CALENDAR, "administrator", key="calendar to confirm"),
    Screen("calendar", CALENDAR, "administrator"),
    Screen("closures", "/beheer/sluitingen", "administrator"),
    Screen("closing", "/beheer/sluitingen/nieuw", "administrator", pictured=False),
    Screen("closure", "/beheer/sluitingen/<int:closure>", "administrator", pictured=False),
    Screen("closed-asset", "/beheer/sluitingen/middel/<int:shut>", "administrator", pictured=False),
    Screen("assets", "/beheer/middelen", "administrator"),
    Screen("asset-labels", "/beheer/middelen/etiketten", "administrator"),
    Screen("asset-owners", f"{ASSET}/eigendom", "administrator"),
    Screen("asset-new", "/beheer/middelen/nieuw", "administrator", pictured=False),
    Screen("administered-asset", ASSET, "administrator"),
    Screen("asset-edit", f"{ASSET}/wijzigen", "administrator", pictured=False),
    Screen("asset-features", f"{ASSET}/kenmerken", "administrator"),
    Screen("asset-photographs", f"{ASSET}/fotos", "administrator"),
    Screen("asset-work", f"{ASSET}/werk", "administrator", pictured=False),
    Screen("asset-parts", f"{ASSET}/onderdelen", "administrator", pictured=False),
    Screen("asset-move", f"{ASSET}/verhuizen", "administrator", pictured=False),
    Screen("asset-retire", f"{ASSET}/uit-dienst", "administrator", pictured=False),
    Screen("own-fields", "/beheer/velden", "administrator", pictured=False),
    Screen("own-field", "/beheer/velden/<int:custom_field>", "administrator", pictured=False),
    Screen("own-field-new", "/beheer/velden/nieuw", "administrator", pictured=False),
    Screen("own-field-edit", "/beheer/velden/<int:custom_field>/wijzigen", "administrator", pictured=False),
    Screen("categories", "/beheer/categorieen", "administrator", pictured=False),
    Screen("category", "/beheer/categorieen/<int:category>", "administrator", pictured=False),
    Screen("category-edit", "/beheer/categorieen/<int:category>/wijzigen", "steward", pictured=False),
    Screen("borrowers", "/beheer/ontleners", "desk"),
    Screen("borrower", "/beheer/ontleners/<int:borrower>", "desk"),
    Screen("borrower-new", "/beheer/ontleners/nieuw", "desk", pictured=False),
    Screen("borrower-edit", "/beheer/ontleners/<int:borrower>/wijzigen", "desk", pictured=False),
    Screen("memberships", "/beheer/lidmaatschappen", "desk"),
    Screen("membership", "/beheer/lidmaatschappen/<int:membership>", "desk"),
    Screen("recognitions", "/beheer/erkenningen", "desk"),
    Screen("recognition", "/beheer/erkenningen/<int:recognition>", "desk", pictured=False),
    Screen("recognition-new", "/beheer/erkenningen/nieuw", "desk", pictured=False),
    Screen("agreements", "/beheer/overeenkomsten", "tariffs", pictured=False),
    Screen("agreement", "/beheer/overeenkomsten/<int:agreement>", "tariffs"),
    Screen("agreement-new", "/beheer/overeenkomsten/nieuw", "administrator", pictured=False),
    Screen("agreement-basics", f"{PROPOSAL}/basis", "administrator", pictured=False),
    Screen("agreement-parties", f"{PROPOSAL}/partijen", "administrator", pictured=False),
    Screen("agreement-scope", f"{PROPOSAL}/waarover", "administrator"),
    Screen("agreement-conditions", f"{PROPOSAL}/voorwaarden", "administrator", pictured=False),
    Screen("agreement-approving", "/beheer/overeenkomsten/<int:awaiting>/goedkeuren", "administrator", pictured=False),
    Screen("agreement-leaving", "/beheer/overeenkomsten/<int:agreement>/opzeggen", "administrator", pictured=False),
    Screen("agreement-inviting", "/beheer/overeenkomsten/<int:agreement>/uitnodigen", "administrator", pictured=False),
    Screen("agreement-version", "/beheer/overeenkomsten/<int:agreement>/nieuwe-versie", "administrator", pictured=False),
    Screen("agreement-compared", "/beheer/overeenkomsten/<int:agreement>/vergelijken", "administrator", pictured=False),
    Screen("agreement-loans", "/beheer/overeenkomsten/<int:agreement>/uitleningen", "desk", pictured=False),
    Screen("agreement-term", "/beheer/overeenkomsten/<int:agreement>/voorkeurtarief", "tariffs"),
    Screen("rules", "/beheer/regels", "administrator"),
    Screen("rule", "/beheer/regels/<int:rule>", "administrator", pictured=False),
    Screen("rule-new", "/beheer/regels/nieuw", "administrator"),
    Screen("rule-edit", "/beheer/regels/<int:rule>/wijzigen", "administrator", pictured=False),
    Screen("in-order", "/beheer/in-orde", "administrator"),
    Screen("in-order-year", "/beheer/in-orde", "desk", query="dagen=365", pictured=False),
    Screen("terms", "/voorwaarden/<int(max=999999999):authority>"),
    Screen("terms-version", "/voorwaarden/<int(max=999999999):authority>/<int(max=999999999):terms>", pictured=False),
    Screen("terms-list", "/beheer/voorwaarden", "administrator"),
    Screen("terms-new", "/beheer/voorwaarden/nieuw", "administrator", pictured=False),
    Screen("terms-draft", "/beheer/voorwaarden/ontwerp/<int(max=999999999):terms_draft>", "administrator"),
    Screen("terms-edit", "/beheer/voorwaarden/ontwerp/<int(max=999999999):terms_draft>/wijzigen", "administrator"),
    Screen("terms-published", "/beheer/voorwaarden/<int(max=999999999):terms>", "administrator", pictured=False),
    Screen("contract", f"{RESERVATION}/overeenkomst/<int(max=999999999):authority>/<int(max=9999):contract>", "organiser"),
    Screen("contract-desk", f"{RESERVATION}/overeenkomst/<int(max=999999999):authority>/<int(max=9999):contract>", "desk", pictured=False),
    Screen("reciprocity", "/beheer/wederkerigheid", "tariffs"),
    Screen("exemption", "/beheer/wederkerigheid/<int:exemption>", "tariffs", pictured=False),
    Screen("exemption-new", "/beheer/wederkerigheid/nieuw", "tariffs", pictured=False),
    Screen("register", "/beheer/reservaties", "desk"),
    Screen("logbook", "/beheer/logboek", "administrator"),
    Screen("machinery", "/beheer/achtergrondwerk", "steward"),
    Screen("imports", "/beheer/invoer", "administrator"),
    Screen("import-preview", "/beheer/invoer/<int:upload>", "administrator"),
    Screen("import-under-way", "/beheer/invoer/<int:upload>", "administrator", key="import under way"),
    Screen("roles", "/beheer/rollen", "administrator"),
    Screen("role", "/beheer/rollen/<int:role>", "administrator", pictured=False),
    Screen("role-new", "/beheer/rollen/nieuw", "administrator", pictured=False),
)

# What answers GET and is no page: bytes for other programs.
NO_SCREENS = re.compile(
    r"/(fotos/|documenten/<|beheer/invoer/sjabloon|healthz|readyz|static/|feeds/|api/|reservaties/.*(\.ics|/pdf)$|reglementen/.*(bestand|\.pdf)$"
    r"|reservaties/.*/leveringsbon/|vandaag/weekblad/|beheer/middelen/etiketten/pdf)"
)
