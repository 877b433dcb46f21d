"""Who borrows in the demo region: municipal services as they are called everywhere, and invented associations, schools and companies."""

from __future__ import annotations

from collections.abc import Iterator

from booking.demo.authorities import MUNICIPALITIES
from booking.demo.frame import Region
from booking.demo.staff import account, address, desk_of
from booking.rules.kinds import BorrowerKind
from models import Borrower, Membership, Recognition

SERVICE, ASSOCIATION, SCHOOL, COMPANY, RESIDENT, PUBLIC_BODY = BorrowerKind

# code, name, home, members (first names of its staff)
SERVICES = (
    *((f"TD-{code}", f"Technische dienst {name}", code) for code, name, *_ in MUNICIPALITIES),
    ("JD-RAN", "Jeugddienst Ranst", "RAN"),
    ("CD-ZAN", "Cultuurdienst Zandhoven", "ZAN"),
    ("SD-WOM", "Sportdienst Wommelgem", "WOM"),
    ("WZ-OCMW", "Ouderenwerking OCMW Ranst (fictief)", "OCMW-RAN"),
)

# code, kind, name, home, recognised as (None: not recognised there)
OTHERS = (
    ("LINDE", ASSOCIATION, "Harmonie De Lindekapel (fictief)", "RAN", "culture"),
    ("CHIRO", ASSOCIATION, "Chiro De Verzonnen Vlieger (fictief)", "RAN", "youth"),
    ("TURN", ASSOCIATION, "Turnkring Bokspoot Ranst (fictief)", "RAN", "sport"),
    ("TONEEL", ASSOCIATION, "Toneelkring De Souffleur (fictief)", "ZAN", "culture"),
    ("SCOUTS", ASSOCIATION, "Scouts Papieren Bootje (fictief)", "ZAN", "youth"),
    ("FANFARE", ASSOCIATION, "Fanfare De Valse Noot (fictief)", "ZOE", "culture"),
    ("KAART", ASSOCIATION, "Kaartersclub Zonder Troef (fictief)", "ZOE", None),
    ("WIELER", ASSOCIATION, "Wielerclub De Platte Band (fictief)", "SCH", "sport"),
    ("TENNIS", ASSOCIATION, "Padelclub Net Niet (fictief)", "WIJ", "sport"),
    ("VOLLEY", ASSOCIATION, "Volleybalclub Buiten Spel Wommelgem (fictief)", "WOM", "sport"),
    ("JUDO", ASSOCIATION, "Judoclub Zachte Landing (fictief)", "SCH", "sport"),
    ("CARNAVAL", ASSOCIATION, "Carnavalsraad De Confetti (fictief)", "BRE", "culture"),
    ("BASKET", ASSOCIATION, "Basketbalclub Ver Ernaast Malle (fictief)", "MAL", "sport"),
    ("KOOR", ASSOCIATION, "Koor Halve Toon (fictief)", "NIJ", "culture"),
    ("BUURT", ASSOCIATION, "Buurtcomité De Stille Straat (fictief)", "NIJ", None),
    ("FESTIVAL", ASSOCIATION, "Festival Modderlaarzen Boechout (fictief)", "BOE", "culture"),
    ("SCHOOL-RAN", SCHOOL, "Basisschool Het Inktpotje (fictief)", "RAN", "school"),
    ("SCHOOL-ZOE", SCHOOL, "De Verzonnen School (fictief)", "ZOE", "school"),
    ("SCHOOL-WOM", SCHOOL, "Basisschool De Krijtlijn (fictief)", "WOM", "school"),
    ("SCHOOL-BRE", SCHOOL, "Middenschool De Passerdoos (fictief)", "BRE", "school"),
    ("TIJGER", COMPANY, "Papieren Tijger Events bv (fictief)", "WIJ", None),
    ("BOUW", COMPANY, "Bouwbedrijf Luchtkasteel nv (fictief)", "SCH", None),
    ("CATERING", COMPANY, "Traiteur De Lege Schotel bv (fictief)", "BOE", None),
    ("ELS", RESIDENT, "Els Bewoner (fictief)", "NIJ", None),
    ("YUSUF", RESIDENT, "Yusuf Buurman (fictief)", "RAN", None),
    ("MARIE", RESIDENT, "Marie Straatfeest (fictief)", "MAL", None),
    ("POLITIE", PUBLIC_BODY, "Politiezone De Denkbeeldige Grens (fictief)", "ZAN", None),
)

# e-mail, name, borrower, verified by a desk
MEMBERS = (
    ("sofie@lindekapel.example", "Sofie Maatstreep", "LINDE", True),
    ("wout@lindekapel.example", "Wout Beweert", "LINDE", False),  # only says that he acts for the harmony
    ("sofie@lindekapel.example", "Sofie Maatstreep", "TURN", True),  # one person, two associations
    ("jonas@vlieger.example", "Jonas Wimpel", "CHIRO", True),
    ("lotte@souffleur.example", "Lotte Gordijn", "TONEEL", True),
    ("arne@bootje.example", "Arne Vouwlijn", "SCOUTS", True),
    ("guido@valsenoot.example", "Guido Bombardon", "FANFARE", True),
    ("jef@zondertroef.example", "Jef Schoppen", "KAART", True),
    ("eddy@plateband.example", "Eddy Ventiel", "WIELER", True),
    ("kato@netniet.example", "Kato Opslag", "TENNIS", True),
    ("febe@buitenspel.example", "Febe Smash", "VOLLEY", True),
    ("yuna@zachtelanding.example", "Yuna Tatami", "JUDO", True),
    ("ludo@confetti.example", "Ludo Prins", "CARNAVAL", True),
    ("robbe@verernaast.example", "Robbe Dribbel", "BASKET", True),
    ("magda@halvetoon.example", "Magda Mineur", "KOOR", True),
    ("staf@stillestraat.example", "Staf Stoep", "BUURT", True),
    ("flor@modderlaarzen.example", "Flor Regen", "FESTIVAL", True),
    ("katrien@inktpotje.example", "Katrien Kroontjespen", "SCHOOL-RAN", True),
    ("griet@deverzonnenschool.example", "Griet Gom", "SCHOOL-ZOE", True),
    ("sven@krijtlijn.example", "Sven Bordveger", "SCHOOL-WOM", True),
    ("amina@passerdoos.example", "Amina Passer", "SCHOOL-BRE", True),
    ("tom@papierentijger.example", "Tom Tijger", "TIJGER", True),
    ("ivo@luchtkasteel.example", "Ivo Steiger", "BOUW", True),
    ("cis@legeschotel.example", "Cis Schotel", "CATERING", True),
    ("els@bewoner.example", "Els Bewoner", "ELS", True),
    ("yusuf@buurman.example", "Yusuf Buurman", "YUSUF", True),
    ("marie@straatfeest.example", "Marie Straatfeest", "MARIE", True),
    ("agnes@denkbeeldigegrens.example", "Agnes Agent", "POLITIE", True),
)

# Technicians and others who act for a service of their municipality: first name, authority they work for, borrower.
STAFF_MEMBERS = (
    ("jan", "RAN", "TD-RAN"), ("bert", "ZAN", "TD-ZAN"), ("marc", "ZOE", "TD-ZOE"), ("stijn", "SCH", "TD-SCH"), ("rik", "WIJ", "TD-WIJ"),
    ("karel", "WOM", "TD-WOM"), ("wim", "BRE", "TD-BRE"), ("luc", "MAL", "TD-MAL"), ("geert", "NIJ", "TD-NIJ"), ("johan", "BOE", "TD-BOE"),
    ("dirk", "RAN", "JD-RAN"), ("koen", "ZAN", "CD-ZAN"), ("hugo", "WOM", "SD-WOM"), ("dirk", "RAN", "WZ-OCMW"),
)  # fmt: skip


def write_borrowers(region: Region, password_hash: str) -> None:
    """Borrowers, the accounts that act for them, their memberships and recognitions."""
    rows = {code: (BorrowerKind.AUTHORITY, name, home) for code, name, home in SERVICES}
    rows |= {code: (kind, name, home) for code, kind, name, home, _ in OTHERS}
    region.keep(
        region.borrowers,
        {
            code: Borrower(kind=kind, name=name, authority_id=region.authorities[home], email=_contact(code), created_at=region.began_at)
            for code, (kind, name, home) in rows.items()
        },
    )
    people = {email: account(region, email, name, password_hash) for email, name, *_ in MEMBERS}
    region.keep(region.accounts, people)
    region.write(_memberships(region, {code: home for code, (_, _, home) in rows.items()}))
    region.write(_recognitions(region))


def _contact(code: str) -> str | None:
    members = [email for email, _, borrower, _ in MEMBERS if borrower == code]
    staff = [address(first, authority) for first, authority, borrower in STAFF_MEMBERS if borrower == code]
    return next(iter(members + staff), None)


def _memberships(region: Region, homes: dict[str, str]) -> Iterator[Membership]:
    claimed = [(email, code, verified) for email, _, code, verified in MEMBERS]
    claimed += [(address(first, authority), code, True) for first, authority, code in STAFF_MEMBERS]
    for email, code, verified in claimed:
        yield Membership(
            account_id=region.accounts[email],
            borrower_id=region.borrowers[code],
            valid_from=region.began,
            verified_at=region.began_at if verified else None,
            verified_by_id=desk_of(region, homes[code][-3:]) if verified else None,
        )


def _recognitions(region: Region) -> Iterator[Recognition]:
    for number, (code, _, _, home, category) in enumerate(OTHERS, start=1):
        if category:
            yield Recognition(
                borrower_id=region.borrowers[code],
                authority_id=region.authorities[home],
                category=category,
                decision=f"Collegebeslissing {region.began.year}/{number:03} (fictief)",
                valid_from=region.began,
            )
