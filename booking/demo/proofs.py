"""Policies, inspections and qualifications, with the weaknesses that a desk meets: unverified, too small, lapsed, failed."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from booking.demo.authorities import MUNICIPALITIES
from booking.demo.frame import Region
from booking.demo.staff import desk_of
from models import Inspection, Person, PersonBorrower, Policy, ProofVerdict, Qualification

NEXT_YEARS = 500  # days from today: beyond everything that can be reserved
INSURER, INSPECTOR = "Verzekeringen Papieren Paraplu (fictief)", "Keuringsdienst De Denkbeeldige Bout (fictief)"

# borrower, cover in euro, ends so many days from today, verified by the desk of (None: nobody looked at it yet)
POLICIES = (
    ("LINDE", 2_500_000, NEXT_YEARS, "RAN"),
    ("CHIRO", 2_500_000, NEXT_YEARS, None),
    ("TURN", 1_250_000, NEXT_YEARS, "RAN"),
    ("TONEEL", 5_000, NEXT_YEARS, "ZAN"),  # too small for anything
    ("SCOUTS", 2_500_000, 20, "ZAN"),  # ends soon
    ("FANFARE", 1_250_000, NEXT_YEARS, "ZOE"),
    ("WIELER", 1_250_000, NEXT_YEARS, "SCH"),
    ("VOLLEY", 1_250_000, NEXT_YEARS, "WOM"),
    ("CARNAVAL", 2_500_000, NEXT_YEARS, "BRE"),
    ("BASKET", 1_250_000, NEXT_YEARS, "MAL"),
    ("KOOR", 1_250_000, -30, "NIJ"),  # not renewed
    ("FESTIVAL", 5_000_000, NEXT_YEARS, "BOE"),
    ("SCHOOL-RAN", 2_500_000, NEXT_YEARS, "RAN"),
    ("SCHOOL-ZOE", 2_500_000, NEXT_YEARS, "ZOE"),
    ("SCHOOL-WOM", 2_500_000, NEXT_YEARS, "WOM"),
    ("TIJGER", 5_000_000, NEXT_YEARS, "WIJ"),
)
AUTHORITY_COVER = 10_000_000

# What the desk named above found of it instead, with its reason.
REJECTED = {"TONEEL": "Het verzekerde bedrag volstaat voor geen enkel middel. Vraag uw verzekeraar een hogere waarborg (fictief)."}

# platform, its last good inspection ends so many days from today, days since a failed one
INSPECTIONS = (("ZAN-HW-01", 80, None), ("JOINT-HW-01", 12, None), ("BRE-HW-01", 45, None), ("BOE-HW-01", 20, 6))
QUARTER, QUARTERS = 91, 14

# name, borrower, their account, what they hold: kind, ends so many days from today, verified
PERSONS = (
    ("Karel Proefrit", "TD-WOM", "karel@wommelgem.example", (("platform_operator", NEXT_YEARS, True), ("licence_be", NEXT_YEARS, True))),
    ("Jos Zandzak", "TD-WOM", None, (("licence_b96", NEXT_YEARS, True),)),
    ("Jan Verzinsel", "TD-RAN", "jan@ranst.example", (("platform_operator", NEXT_YEARS, True), ("licence_be", NEXT_YEARS, True))),
    ("Fons Ladder", "TD-RAN", None, (("platform_operator", -30, True),)),  # training not repeated
    ("Bert Papier", "TD-ZAN", "bert@zandhoven.example", (("platform_operator", NEXT_YEARS, True), ("licence_be", NEXT_YEARS, True))),
    ("Marc Modeldorp", "TD-ZOE", "marc@zoersel.example", (("platform_operator", NEXT_YEARS, False), ("licence_be", NEXT_YEARS, True))),
    ("Stijn Sprookjes", "TD-SCH", "stijn@schilde.example", (("platform_operator", NEXT_YEARS, True), ("licence_be", NEXT_YEARS, True))),
    ("Rik Rolmodel", "TD-WIJ", "rik@wijnegem.example", (("platform_operator", 40, True), ("licence_be", NEXT_YEARS, True))),
    ("Wim Wensbeeld", "TD-BRE", "wim@brecht.example", (("platform_operator", NEXT_YEARS, True), ("licence_be", NEXT_YEARS, True))),
    ("Luc Legende", "TD-MAL", "luc@malle.example", (("licence_be", NEXT_YEARS, True),)),
    ("Geert Gedachte", "TD-NIJ", "geert@nijlen.example", (("platform_operator", NEXT_YEARS, True), ("licence_be", NEXT_YEARS, True))),
    ("Johan Jokkebrok", "TD-BOE", "johan@boechout.example", (("platform_operator", NEXT_YEARS, True), ("licence_be", NEXT_YEARS, True))),
    ("Leo Trekhaak", "LINDE", None, (("licence_be", NEXT_YEARS, True),)),
    ("Jonas Wimpel", "CHIRO", "jonas@vlieger.example", (("licence_b", NEXT_YEARS, True), ("licence_b96", NEXT_YEARS, False))),
    ("Arne Vouwlijn", "SCOUTS", "arne@bootje.example", (("licence_be", NEXT_YEARS, True),)),
    ("Ludo Prins", "CARNAVAL", "ludo@confetti.example", (("licence_be", NEXT_YEARS, True),)),
    ("Flor Regen", "FESTIVAL", "flor@modderlaarzen.example", (("licence_be", NEXT_YEARS, True),)),
    ("Guido Bombardon", "FANFARE", "guido@valsenoot.example", (("licence_be", NEXT_YEARS, True),)),
    ("Tom Tijger", "TIJGER", "tom@papierentijger.example", (("platform_operator", NEXT_YEARS, True), ("licence_be", NEXT_YEARS, True))),
)

ALSO_NAMED_BY = (("Leo Trekhaak", "TURN"),)  # who helps another association

WAIVES = "BRE"
"""The municipality whose fire insurer waives recourse against who rents its halls."""


def write_proofs(region: Region) -> None:
    """Policies, inspections, persons and what they hold."""
    codes = [code for code, *_ in MUNICIPALITIES]
    neighbours = [*codes[1:], codes[0]]  # nobody judges what is its own
    desks = [(desk, "") for desk in neighbours] + [(desk, REJECTED.get(code, "")) for code, *_, desk in POLICIES]
    ids: dict[str, int] = {}
    region.keep(ids, {str(place): row for place, row in enumerate(_policies(region))})
    region.write(_found(region, desk, reason, policy_id=ids[str(place)]) for place, (desk, reason) in enumerate(desks) if desk)
    waiver = {**_terms(f"AV-{WAIVES}", AUTHORITY_COVER), "kind": "waiver_of_recourse"}
    spell = {"valid_from": region.began, "valid_until": region.day(NEXT_YEARS), "declared_at": region.began_at}
    region.write([Policy(authority_id=region.authorities[WAIVES], **waiver, **spell)])
    region.write(_inspections(region))
    _write_persons(region)


def _policies(region: Region) -> Iterator[Policy]:
    for code, *_ in MUNICIPALITIES:
        last = region.day(24 if code == "BRE" else NEXT_YEARS)  # Brecht has to renew next month
        yield Policy(
            authority_id=region.authorities[code], **_terms(f"BA-{code}", AUTHORITY_COVER), valid_from=region.began, valid_until=last,
            declared_at=region.began_at,
        )  # fmt: skip
    for code, euros, days, _ in POLICIES:
        yield Policy(
            borrower_id=region.borrowers[code], **_terms(f"BA-{code}", euros), valid_from=region.began, valid_until=region.day(days),
            declared_at=region.began_at,
        )  # fmt: skip


def _found(region: Region, desk: str, reason: str = "", **proof: int) -> ProofVerdict:
    """What a desk found of it when the story began: in order, but for a reason."""
    return ProofVerdict(
        **proof, revision=1, authority_id=region.authorities[desk], accepted=not reason, reason=reason, at=region.began_at,
        account_id=desk_of(region, desk),
    )  # fmt: skip


def _terms(number: str, euros: int) -> dict[str, str | int]:
    return {
        "kind": "liability",
        "insurer": INSURER,
        "number": f"{number} (fictief)",
        "amount_cents": euros * 100,
        "excess_cents": 25_000,
    }


def _inspections(region: Region) -> Iterator[Inspection]:
    """A visit on the last day that the one before it covers, so that the past has no gap."""
    for code, days, failed in INSPECTIONS:
        for quarter in range(QUARTERS):
            until = region.day(days - QUARTER * quarter)
            yield _inspection(region, code, until - timedelta(days=QUARTER), until, "passed")
        if failed is not None:
            visit = region.day(-failed)
            yield _inspection(region, code, visit, visit, "failed", "Noodafdaling werkt niet (fictief)")


def _inspection(region: Region, code: str, visit: date, until: date, verdict: str, remarks: str = "") -> Inspection:
    return Inspection(asset_id=region.assets[code], body=INSPECTOR, inspected_on=visit, valid_until=until, verdict=verdict, remarks=remarks)


def _write_persons(region: Region) -> None:
    ids: dict[str, int] = {}
    region.keep(
        ids,
        {
            name: Person(name=name, account_id=region.accounts[email] if email else None)
            for name, _, email, _ in PERSONS
        },
    )
    naming = [*((name, code) for name, code, *_ in PERSONS), *ALSO_NAMED_BY]
    region.write(PersonBorrower(person_id=ids[name], borrower_id=region.borrowers[code], valid_from=region.began) for name, code in naming)
    homes = {code: code[-3:] if code.startswith("TD-") else "RAN" for _, code, _, _ in PERSONS}
    held = [(name, homes[code], kind, days, verified) for name, code, _, held in PERSONS for kind, days, verified in held]
    keys: dict[str, int] = {}
    region.keep(
        keys,
        {
            str(place): Qualification(
                person_id=ids[name], kind=kind, valid_from=region.began, valid_until=region.day(days),
                number=f"{ids[name]:03}-{place:03} (fictief)", declared_at=region.began_at,
            )
            for place, (name, _, kind, days, _) in enumerate(held)
        },
    )  # fmt: skip
    region.write(
        _found(region, home, qualification_id=keys[str(place)]) for place, (_, home, _, _, verified) in enumerate(held) if verified
    )
