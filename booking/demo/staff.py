"""The people who work for the ten municipalities; all of them invented, and so are their surnames."""

from __future__ import annotations

from booking.demo.authorities import MUNICIPALITIES
from booking.demo.cast import STEWARD
from booking.demo.frame import Region
from booking.rules.kinds import RoleName
from models import Account, Role

DESK, TECHNICIAN, TARIFFS, FINANCE, ADMINISTRATOR = RoleName

# first name (with the municipality it is the address), surname, authority, roles
STAFF = (
    ("an", "Voorbeeld", "RAN", (DESK,)),
    ("jan", "Verzinsel", "RAN", (TECHNICIAN,)),
    ("piet", "Denkbeeld", "RAN", (TARIFFS,)),
    ("rita", "Fabels", "RAN", (FINANCE,)),
    ("dirk", "Zogezegd", "RAN", (ADMINISTRATOR,)),
    ("mia", "Schijnbaar", "ZAN", (DESK,)),
    ("bert", "Papier", "ZAN", (TECHNICIAN,)),
    ("koen", "Quasi", "ZAN", (TARIFFS, ADMINISTRATOR)),
    ("ilse", "Proefdruk", "ZAN", (FINANCE,)),
    ("lies", "Luchtkasteel", "ZOE", (DESK, ADMINISTRATOR)),
    ("marc", "Modeldorp", "ZOE", (TECHNICIAN,)),
    ("veerle", "Verhaal", "ZOE", (TARIFFS, FINANCE)),
    ("greet", "Voorbeeldig", "SCH", (DESK,)),
    ("stijn", "Sprookjes", "SCH", (TECHNICIAN,)),
    ("paul", "Proefbalans", "SCH", (TARIFFS, FINANCE, ADMINISTRATOR)),
    ("kim", "Kladwerk", "WIJ", (DESK, TARIFFS)),
    ("rik", "Rolmodel", "WIJ", (TECHNICIAN,)),
    ("nadia", "Nepnaam", "WIJ", (FINANCE, ADMINISTRATOR)),
    ("nele", "Naamloos", "WOM", (DESK,)),
    ("karel", "Proefrit", "WOM", (TECHNICIAN,)),
    ("hugo", "Hypothese", "WOM", (TARIFFS, ADMINISTRATOR)),
    ("els", "Evenbeeld", "WOM", (FINANCE,)),
    ("hilde", "Hersenspinsel", "BRE", (DESK,)),
    ("wim", "Wensbeeld", "BRE", (TECHNICIAN,)),
    ("inge", "Illusie", "BRE", (TARIFFS, FINANCE, ADMINISTRATOR)),
    ("tine", "Tekening", "MAL", (DESK, ADMINISTRATOR)),
    ("luc", "Legende", "MAL", (TECHNICIAN,)),
    ("sara", "Schets", "MAL", (TARIFFS, FINANCE)),
    ("lut", "Luchtspiegel", "NIJ", (DESK,)),
    ("geert", "Gedachte", "NIJ", (TECHNICIAN,)),
    ("nora", "Novelle", "NIJ", (TARIFFS, ADMINISTRATOR)),
    ("frank", "Fictie", "NIJ", (FINANCE,)),
    ("bieke", "Bedenksel", "BOE", (DESK, FINANCE)),
    ("johan", "Jokkebrok", "BOE", (TECHNICIAN,)),
    ("dora", "Droombeeld", "BOE", (TARIFFS, ADMINISTRATOR)),
)

# Who also works for a member of the group: first name, municipality, member, roles.
ALSO = (
    ("an", "RAN", "OCMW-RAN", (DESK, ADMINISTRATOR)),
    ("tine", "MAL", "AGB-MAL", (DESK, ADMINISTRATOR)),
    ("luc", "MAL", "AGB-MAL", (TECHNICIAN,)),
    ("sara", "MAL", "AGB-MAL", (TARIFFS, FINANCE)),
)
MUNICIPALITY = {row[0]: row[1].lower() for row in MUNICIPALITIES}


def address(first_name: str, authority: str) -> str:
    """The e-mail address of someone who works for a municipality, in a domain that can never exist."""
    return f"{first_name}@{MUNICIPALITY[authority]}.example"


def desk_of(region: Region, authority: str) -> int:
    """The account of the person at an authority's desk, who verifies what others claim."""
    return next(region.accounts[address(first, at)] for first, _, at, roles in STAFF if at == authority and DESK in roles)


def write_staff(region: Region, password_hash: str) -> None:
    """The steward of the installation, and for every municipality the people who hold its five roles."""
    region.keep(region.accounts, {STEWARD: account(region, STEWARD, "Roos Rekenvoorbeeld", password_hash, steward=True)})
    region.keep(
        region.accounts,
        {
            address(first, at): account(region, address(first, at), f"{first.title()} {surname}", password_hash)
            for first, surname, at, _ in STAFF
        },
    )
    region.write(
        Role(
            account_id=region.accounts[address(first, at)],
            authority_id=region.authorities[authority],
            name=role,
            valid_from=region.began,
        )
        for first, at, authority, roles in (*((first, at, at, roles) for first, _, at, roles in STAFF), *ALSO)
        for role in roles
    )


def account(region: Region, email: str, name: str, password_hash: str, *, steward: bool = False) -> Account:
    """A demo account: it signs in with the password that everybody knows, and a production start refuses it."""
    return Account(email=email, name=name, password_hash=password_hash, steward=steward, demo=True, created_at=region.began_at)
