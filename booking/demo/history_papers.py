"""Terms of use of two owners, each in two versions, and contracts for the stages and toilets of two: agreed before hand-over."""

from __future__ import annotations

from datetime import date, datetime, timedelta

from sqlalchemy import select

from booking.demo.history_trail import Trail, granted
from booking.demo.history_world import World
from booking.queries.contracts import contracts_of
from booking.rules.contracts import Stand
from booking.rules.periods import start_of
from booking.services import contracts
from models import Authority, Category, LendingRule, Line, TermsVersion

TITLE = {
    "nl": "Gebruiksvoorwaarden uitleendienst",
    "en": "Terms of use of the lending desk",
    "fr": "Conditions d'utilisation du service de prêt",
}
BODIES = {
    "nl": (
        "# Zorg\n\nWie iets leent, gebruikt het **met zorg** en volgt de gebruiksaanwijzing.\n\n# Terugbrengen\n\n"
        "- proper en volledig;\n- op het afgesproken uur;\n- met de sleutels en toebehoren.\n\n"
        "# Doorlenen\n\nDoorlenen of verhuren is niet toegestaan.{more}\n\n*Deze tekst is verzonnen voor de demonstratie.*"
    ),
    "en": (
        "# Care\n\nWhoever borrows uses it **with care** and follows the instructions.\n\n# Bringing back\n\n"
        "- clean and complete;\n- at the hour agreed;\n- with keys and accessories.\n\n"
        "# Lending on\n\nLending on or hiring out is not allowed.{more}\n\n*This text was made up for the demonstration.*"
    ),
    "fr": (
        "# Soin\n\nL'emprunteur utilise le matériel **avec soin** et suit le mode d'emploi.\n\n# Restitution\n\n"
        "- propre et complet ;\n- à l'heure convenue ;\n- avec les clés et accessoires.\n\n"
        "# Prêt à des tiers\n\nPrêter ou louer à des tiers n'est pas permis.{more}\n\n*Texte inventé pour la démonstration.*"
    ),
}
MORE = {
    "nl": "\n\n# Schade\n\nSchade meldt u **dezelfde dag** aan de uitleendienst.",
    "en": "\n\n# Damage\n\nDamage is reported to the lending desk **on the same day**.",
    "fr": "\n\n# Dommages\n\nTout dommage est signalé **le jour même** au service de prêt.",
}
# owner: languages, days ago that the first version began, days ago that the second did
OWNERS = {"Ranst": (("nl", "en", "fr"), 1500, 60), "Boechout": (("nl",), 1200, 200)}
CONTRACTS = (("Zandhoven", "mobile_stage"), ("Ranst", "toilet_trailer"))
AT_ONCE = 3
"""Of so many contracts one is agreed only at the gate."""


def write_papers(world: World) -> None:
    """What the owners published and ask, before anything is asked of them."""
    session = world.session
    ids = {name: key for key, name in session.execute(select(Authority.id, Authority.name))}
    for name, (languages, first, second) in OWNERS.items():
        old = _version(world, ids[name], 1, None, first, languages, {})
        session.add(old)
        session.flush()
        session.add(_version(world, ids[name], 2, old.id, second, languages, MORE))
    categories = {code: key for key, code in session.execute(select(Category.id, Category.code))}
    for owner, what in CONTRACTS:
        rule = {"authority_id": ids[owner], "category_id": categories[what], "source": f"Gebruiksreglement {owner} (fictief), art. 15"}
        session.add(LendingRule(needs_contract=True, **rule))
    session.flush()


def _version(
    world: World, owner: int, number: int, succeeds: int | None, ago: int, languages: tuple[str, ...], more: dict[str, str]
) -> TermsVersion:
    texts = {code: {"title": TITLE[code], "body": BODIES[code].format(more=more.get(code, ""))} for code in languages}
    begins: date = world.today - timedelta(days=ago)
    return TermsVersion(
        authority_id=owner, number=number, succeeds_id=succeeds, valid_from=begins, texts=texts, categories=[],
        published_at=start_of(begins - timedelta(days=14)),
    )  # fmt: skip


def sign_soon(trail: Trail, world: World, now: datetime) -> None:
    """Most people accept a contract within days."""
    if trail.line % AT_ONCE:
        world.later(now + timedelta(days=2), lambda world, then: sign(trail, world, then))


def sign(trail: Trail, world: World, now: datetime) -> None:
    """The borrower accepts what waits for it, where its owner makes contracts."""
    dossier = world.session.scalars(select(Line.dossier_id).where(Line.id == trail.line)).one()
    member = world.member(trail.plan.borrower)
    newest = next(iter(contracts_of(world.session, [dossier]).get(dossier, ())), None)
    if newest and newest.stand is Stand.WAITING:
        number = newest.number
        granted(lambda: contracts.accept(world.session, member, trail.reference, trail.owner, number, member.name, now))
