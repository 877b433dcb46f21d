"""Load the demo region: one transaction, and nothing at all when it is there already."""

from __future__ import annotations

from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from booking.demo.agreements import write_agreements
from booking.demo.assets import write_assets
from booking.demo.authorities import write_authorities
from booking.demo.borrowers import write_borrowers
from booking.demo.cast import PASSWORD, STEWARD
from booking.demo.categories import write_categories
from booking.demo.checklists import write_checklists
from booking.demo.crews import write_crews
from booking.demo.depots import write_depots
from booking.demo.features import write_features
from booking.demo.frame import Region
from booking.demo.lending_rules import write_lending_rules
from booking.demo.owners_rules import write_owners_rules
from booking.demo.proofs import write_proofs
from booking.demo.reciprocity import write_register
from booking.demo.requirements import write_requirements
from booking.demo.sharing import write_sharing
from booking.demo.staff import write_staff
from booking.demo.tariffs import write_tariffs
from booking.services.passwords import hashed
from booking.services.transaction import transaction
from models import Account


def load_region(session: Session, today: date) -> None:
    """Write the ten municipalities with all they own, decided and agreed, as seen on `today`. A second load changes nothing."""
    with transaction(session):
        if is_loaded(session):
            return
        region = Region(session, today)
        password_hash = hashed(PASSWORD)  # once: it is made to be slow
        write_authorities(region)
        write_depots(region)
        write_categories(region)
        write_assets(region)
        write_features(region)
        write_crews(region)
        write_staff(region, password_hash)
        write_borrowers(region, password_hash)
        write_agreements(region)
        write_sharing(region)
        write_register(region)
        write_lending_rules(region)
        write_owners_rules(region)
        write_requirements(region)
        write_checklists(region)
        write_proofs(region)
        write_tariffs(region)


def is_loaded(session: Session) -> bool:
    """True when the demo's steward is known."""
    return session.scalars(select(Account.id).where(Account.email == STEWARD)).first() is not None
