"""Who gets through the doors of the administration: a line per route of `/beheer`, and the photographs that it keeps."""

from __future__ import annotations

from tests.web.admitted import (
    ADMINISTRATOR,
    ADMINISTRATOR_OR_DESK,
    ADMINISTRATOR_OR_STEWARD,
    ADMINISTRATORS,
    DESK,
    DESK_OR_ADMINISTRATOR,
    DESKS,
    EVERYONE,
    PRICING,
    STAFF,
    Row,
)  # fmt: skip

AUTHORITY = "/beheer/besturen/<int:authority>"
PLACE = "/beheer/plaatsen/<int:depot>"
ASSET = "/beheer/middelen/<int:asset>"
JOINT = "/beheer/mede-eigendom/<int:joint>"
DRAFTED = "/beheer/overeenkomsten/<int:proposal>"
STEPS = ("basis", "partijen", "waarover", "voorwaarden")
CALENDAR = "/beheer/agendas/<int(max=999999999):calendar>"
OWN_FIELD = "/beheer/velden/<int:custom_field>"

# Who works for a party of an agreement.
PARTY = frozenset({"desk", "technician", "tariffs", "finance", "administrator"})
PARTY_ELSEWHERE = frozenset({"desk_elsewhere", "technician_elsewhere", "tariffs_elsewhere"})

SETTING_ROWS = (
    Row("GET /beheer", ADMINISTRATORS | DESKS | {"tariffs", "finance", "steward"}),
    Row("GET /beheer/besturen", ADMINISTRATORS | {"steward"}),
    Row("GET /beheer/besturen/nieuw", frozenset({"steward"})),
    Row("POST /beheer/besturen/nieuw", frozenset({"steward"})),
    Row(f"GET {AUTHORITY}", *ADMINISTRATOR_OR_STEWARD),
    Row(f"GET {AUTHORITY}/wijzigen", *ADMINISTRATOR_OR_STEWARD),
    Row(f"POST {AUTHORITY}/wijzigen", *ADMINISTRATOR_OR_STEWARD),
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
    Row("GET /beheer/mede-eigendom", ADMINISTRATORS | DESKS),
    Row(f"GET {JOINT}", *DESK_OR_ADMINISTRATOR),
    Row(f"GET {JOINT}/dagen", *ADMINISTRATOR),
    Row(f"POST {JOINT}/dagen", *ADMINISTRATOR),
    Row(f"GET {JOINT}/waarborgen", *ADMINISTRATOR),
    Row(f"POST {JOINT}/waarborgen", *ADMINISTRATOR),
    Row(f"GET {JOINT}/waarborgen/<int:contingent>", *ADMINISTRATOR),
    Row(f"POST {JOINT}/waarborgen/<int:contingent>", *ADMINISTRATOR),
    Row("GET /beheer/agendas", ADMINISTRATORS),
    Row("GET /beheer/agendas/nieuw", ADMINISTRATORS),
    Row("POST /beheer/agendas/nieuw", ADMINISTRATORS),
    Row(f"GET {CALENDAR}", *ADMINISTRATOR),
    Row(f"GET {CALENDAR}/wijzigen", *ADMINISTRATOR),
    Row(f"POST {CALENDAR}/wijzigen", *ADMINISTRATOR),
    *(Row(f"POST {CALENDAR}/{act}", *ADMINISTRATOR) for act in "volgen verwerpen vernieuwen pauzeren hervatten verwijderen".split()),
    Row("GET /beheer/sluitingen", ADMINISTRATORS | DESKS),
    Row("GET /beheer/sluitingen/nieuw", ADMINISTRATORS | DESKS),
    Row("POST /beheer/sluitingen/nieuw", ADMINISTRATORS | DESKS),
    Row("GET /beheer/sluitingen/<int:closure>", *ADMINISTRATOR_OR_DESK),
    Row("POST /beheer/sluitingen/<int:closure>/open", *ADMINISTRATOR_OR_DESK),
    Row("GET /beheer/sluitingen/middel/<int:shut>", *ADMINISTRATOR_OR_DESK),
    Row("POST /beheer/sluitingen/middel/<int:shut>/open", *ADMINISTRATOR_OR_DESK),
    Row("GET /beheer/categorieen", ADMINISTRATORS | {"steward"}),
    Row("POST /beheer/categorieen", frozenset({"steward"})),
    Row("GET /beheer/categorieen/<int:category>", ADMINISTRATORS | {"steward"}),
    Row("GET /beheer/categorieen/<int:category>/wijzigen", frozenset({"steward"})),
    Row("POST /beheer/categorieen/<int:category>/wijzigen", frozenset({"steward"})),
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
    Row(f"GET {ASSET}/eigendom", *ADMINISTRATOR),
    Row(f"POST {ASSET}/eigendom", *ADMINISTRATOR),
    Row(f"POST {ASSET}/eigendom/instemmen", *ADMINISTRATOR),
    Row(f"POST {ASSET}/eigendom/intrekken", *ADMINISTRATOR),
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
    Row("GET /beheer/overeenkomsten", STAFF),
    Row("GET /beheer/overeenkomsten/nieuw", ADMINISTRATORS),
    Row("POST /beheer/overeenkomsten/nieuw", ADMINISTRATORS),
    Row("GET /beheer/overeenkomsten/<int:agreement>", PARTY, PARTY_ELSEWHERE),
    Row("GET /beheer/overeenkomsten/<int:agreement>/vergelijken", PARTY, PARTY_ELSEWHERE),
    Row("GET /beheer/overeenkomsten/<int:agreement>/uitleningen", PARTY, PARTY_ELSEWHERE),
    Row("POST /beheer/overeenkomsten/<int:agreement>/uitleningen", DESK, frozenset({"desk_elsewhere"})),
    *(
        Row(f"{method} /beheer/overeenkomsten/<int:agreement>/{deed}", *ADMINISTRATOR)
        for deed in ("opzeggen", "uitnodigen", "nieuwe-versie") for method in ("GET", "POST")
    ),
    *(Row(f"{method} /beheer/overeenkomsten/<int:awaiting>/goedkeuren", *ADMINISTRATOR) for method in ("GET", "POST")),
    *(Row(f"{method} {DRAFTED}/opstellen/{step}", *ADMINISTRATOR) for step in STEPS for method in ("GET", "POST")),
    *(Row(f"POST {DRAFTED}/{deed}", *ADMINISTRATOR) for deed in ("voorleggen", "intrekken")),
    Row("GET /beheer/overeenkomsten/<int:agreement>/voorkeurtarief", *PRICING),
    Row("POST /beheer/overeenkomsten/<int:agreement>/voorkeurtarief", *PRICING),
    Row("POST /beheer/voorkeurtarieven/<int:term>/beeindigen", *PRICING),
    Row("GET /beheer/wederkerigheid", STAFF | {"steward"}),
    Row("GET /beheer/wederkerigheid/<int:exemption>", STAFF | {"steward"}),
    Row("GET /beheer/wederkerigheid/nieuw", PRICING[0] | PRICING[1] | DESK),  # the desk of Ranst administers its OCMW
    Row("POST /beheer/wederkerigheid/nieuw", PRICING[0] | PRICING[1] | DESK),
    Row("POST /beheer/wederkerigheid/<int:exemption>/beeindigen", *PRICING),
    Row("GET /beheer/regels", STAFF),
    Row("GET /beheer/regels/<int:rule>", PARTY, PARTY_ELSEWHERE),
    Row("GET /beheer/regels/nieuw", ADMINISTRATORS),
    Row("POST /beheer/regels/nieuw", ADMINISTRATORS),
    Row("GET /beheer/regels/<int:rule>/wijzigen", *ADMINISTRATOR),
    Row("POST /beheer/regels/<int:rule>/wijzigen", *ADMINISTRATOR),
    Row("POST /beheer/regels/<int:rule>/beeindigen", *ADMINISTRATOR),
    Row("GET /beheer/reservaties", DESKS | ADMINISTRATORS | {"finance"}),
    Row("GET /beheer/logboek", ADMINISTRATORS),
    Row("GET /beheer/achtergrondwerk", frozenset({"steward"})),
    Row("POST /beheer/achtergrondwerk/mails", frozenset({"steward"})),
    Row("GET /beheer/invoer", ADMINISTRATORS),
    Row("POST /beheer/invoer", ADMINISTRATORS),
    Row("GET /beheer/invoer/<int:upload>", *ADMINISTRATOR),
    Row("POST /beheer/invoer/<int:upload>/invoeren", *ADMINISTRATOR),
    Row("POST /beheer/invoer/<int:upload>/verwerpen", *ADMINISTRATOR),
    Row("GET /beheer/invoer/sjabloon/<int:authority>", *ADMINISTRATOR),
)
