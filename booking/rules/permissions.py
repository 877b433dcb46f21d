"""Who may: one table of acts, read against what a person is to the subject."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, field
from enum import StrEnum

from booking.rules.kinds import RoleName


class Standing(StrEnum):
    """What a person is to a subject: the five roles count for the subject's authority only.

    A borrower is a verified member. Who only claims to be one is a claimant: may ask, and is the asker of what was asked that way, no more.
    """

    ANYONE = "anyone"
    SIGNED_IN = "signed_in"
    BORROWER = "borrower"
    CLAIMANT = "claimant"
    ASKER = "asker"
    DESK = "desk"
    TECHNICIAN = "technician"
    TARIFFS = "tariff_administrator"
    FINANCE = "finance"
    ADMINISTRATOR = "administrator"
    STEWARD = "steward"


_W = Standing

ALLOWED: dict[str, frozenset[Standing]] = {
    "door.open": frozenset({_W.ANYONE}),
    "feed.fetch": frozenset({_W.ANYONE}),  # the secret address is the key; what it shows is what its owner may see at that moment
    "catalogue.read": frozenset({_W.ANYONE}),
    "availability.read": frozenset({_W.ANYONE}),
    "basket.keep": frozenset({_W.ANYONE}),  # a browser has one, with or without an account
    "account.own": frozenset({_W.SIGNED_IN}),
    "document.read": frozenset({_W.SIGNED_IN}),  # what it is of decides: booking/queries/documents.READERS
    "reservation.preview": frozenset({_W.BORROWER, _W.CLAIMANT, _W.DESK}),  # a desk: for the borrowers of its own municipality
    "reservation.request": frozenset({_W.BORROWER, _W.CLAIMANT, _W.DESK}),
    "reservation.read": frozenset({_W.BORROWER, _W.ASKER, _W.DESK, _W.TECHNICIAN, _W.FINANCE, _W.ADMINISTRATOR}),
    "reservation.cancel": frozenset({_W.BORROWER, _W.ASKER}),
    "line.amend": frozenset({_W.BORROWER, _W.ASKER}),
    "line.answer": frozenset({_W.BORROWER, _W.ASKER}),
    "quote.accept": frozenset({_W.BORROWER, _W.ASKER}),
    "line.cancel": frozenset({_W.BORROWER, _W.ASKER, _W.DESK}),
    "waiting.answer": frozenset({_W.BORROWER, _W.ASKER}),
    "line.decide": frozenset({_W.DESK}),
    "line.hand_over": frozenset({_W.TECHNICIAN, _W.DESK}),
    "worklist.read": frozenset({_W.DESK}),
    "receivable.read": frozenset({_W.DESK, _W.FINANCE}),
    "receivable.mark": frozenset({_W.DESK, _W.FINANCE}),
    "charge.decide": frozenset({_W.DESK}),
    "tasks.read": frozenset({_W.TECHNICIAN, _W.DESK, _W.ADMINISTRATOR}),
    "task.do": frozenset({_W.TECHNICIAN, _W.DESK, _W.ADMINISTRATOR}),
    "task.plan": frozenset({_W.TECHNICIAN, _W.DESK, _W.ADMINISTRATOR}),
    "crew.administer": frozenset({_W.DESK, _W.ADMINISTRATOR}),
    "fact.record": frozenset({_W.TECHNICIAN, _W.DESK, _W.ADMINISTRATOR}),
    "upkeep.read": frozenset({_W.TECHNICIAN, _W.DESK, _W.ADMINISTRATOR}),
    "upkeep.plan": frozenset({_W.TECHNICIAN, _W.DESK, _W.ADMINISTRATOR}),
    "upkeep.set": frozenset({_W.TECHNICIAN, _W.ADMINISTRATOR}),
    "inspection.record": frozenset({_W.TECHNICIAN, _W.DESK, _W.ADMINISTRATOR}),
    "conflict.resolve": frozenset({_W.DESK}),
    "line.recall": frozenset({_W.DESK, _W.ADMINISTRATOR}),
    "shares.read": frozenset({_W.DESK, _W.ADMINISTRATOR}),
    "proof.declare": frozenset({_W.BORROWER, _W.ADMINISTRATOR}),  # of a borrower its members, of an authority for its services
    "proof.read": frozenset({_W.BORROWER, _W.DESK, _W.ADMINISTRATOR}),
    "proof.verify": frozenset({_W.DESK, _W.ADMINISTRATOR}),
    "requirement.read": frozenset({_W.DESK, _W.ADMINISTRATOR}),
    "requirement.manage": frozenset({_W.ADMINISTRATOR}),
    "feed.depot": frozenset({_W.TECHNICIAN, _W.DESK, _W.ADMINISTRATOR}),
    "feed.crew": frozenset({_W.TECHNICIAN, _W.DESK, _W.ADMINISTRATOR}),
    "feed.vehicle": frozenset({_W.TECHNICIAN, _W.DESK, _W.ADMINISTRATOR}),
    "feed.asset": frozenset({_W.TECHNICIAN, _W.DESK, _W.ADMINISTRATOR}),
    "feed.category": frozenset({_W.TECHNICIAN, _W.DESK, _W.ADMINISTRATOR}),
    "feed.region": frozenset({_W.DESK}),  # a category everywhere: of others' loans a desk sees that there is one
    "feed.expiries": frozenset({_W.DESK, _W.ADMINISTRATOR}),
    "feed.occupancy": frozenset({_W.ANYONE}),  # when a hall is taken stands on its page; a calendar of it tells nobody's name
    "feed.authority": frozenset({_W.TECHNICIAN, _W.DESK, _W.ADMINISTRATOR}),
    "feed.borrower": frozenset({_W.BORROWER}),
    "terms.read": frozenset({_W.ANYONE}),
    "terms.write": frozenset({_W.ADMINISTRATOR}),
    "terms.accept": frozenset({_W.BORROWER, _W.ASKER}),
    "contract.read": frozenset({_W.BORROWER, _W.ASKER, _W.DESK, _W.TECHNICIAN, _W.FINANCE, _W.ADMINISTRATOR}),
    "contract.agree": frozenset({_W.BORROWER}),  # a verified member puts a name to it, nobody who only says to be one
    "contract.sign": frozenset({_W.BORROWER, _W.DESK}),  # a desk hands in the copy that it got on paper
    "contract.make": frozenset({_W.DESK}),
    "order.read": frozenset({_W.DESK, _W.ADMINISTRATOR}),
    "regulation.read": frozenset({_W.ANYONE}),
    "regulation.write": frozenset({_W.TARIFFS}),
    "regulation.simulate": frozenset({_W.TARIFFS}),
    "agreement.read": frozenset({_W.DESK, _W.TECHNICIAN, _W.TARIFFS, _W.FINANCE, _W.ADMINISTRATOR}),
    "agreement.price": frozenset({_W.TARIFFS, _W.ADMINISTRATOR}),
    "agreement.draft": frozenset({_W.ADMINISTRATOR}),
    "agreement.decide": frozenset({_W.ADMINISTRATOR}),  # its own party only: nobody approves or leaves for another
    "exemption.read": frozenset({_W.DESK, _W.TECHNICIAN, _W.TARIFFS, _W.FINANCE, _W.ADMINISTRATOR, _W.STEWARD}),
    "exemption.record": frozenset({_W.TARIFFS, _W.ADMINISTRATOR}),
    "rule.read": frozenset({_W.DESK, _W.TECHNICIAN, _W.TARIFFS, _W.FINANCE, _W.ADMINISTRATOR}),
    "rule.administer": frozenset({_W.ADMINISTRATOR}),
    "administration.read": frozenset({_W.ADMINISTRATOR, _W.DESK, _W.TARIFFS, _W.FINANCE, _W.STEWARD}),
    "authority.administer": frozenset({_W.ADMINISTRATOR, _W.STEWARD}),
    "authority.create": frozenset({_W.STEWARD}),
    "depot.administer": frozenset({_W.ADMINISTRATOR}),
    "place.close": frozenset({_W.ADMINISTRATOR, _W.DESK}),
    "category.read": frozenset({_W.ADMINISTRATOR, _W.STEWARD}),
    "category.administer": frozenset({_W.STEWARD}),
    "asset.administer": frozenset({_W.ADMINISTRATOR}),
    "calendar.administer": frozenset({_W.ADMINISTRATOR}),  # of the asset that a calendar of others takes
    "register.read": frozenset({_W.DESK, _W.FINANCE, _W.ADMINISTRATOR}),
    "borrower.manage": frozenset({_W.DESK, _W.ADMINISTRATOR}),
    "membership.verify": frozenset({_W.DESK, _W.ADMINISTRATOR}),
    "recognition.manage": frozenset({_W.DESK, _W.ADMINISTRATOR}),
    "role.manage": frozenset({_W.ADMINISTRATOR}),
    "catalogue.import": frozenset({_W.ADMINISTRATOR}),
    "audit.read": frozenset({_W.ADMINISTRATOR}),
    "invitation.read": frozenset({_W.BORROWER, _W.ADMINISTRATOR, _W.STEWARD}),
    "colleague.invite": frozenset({_W.ADMINISTRATOR, _W.STEWARD}),
    "member.invite": frozenset({_W.BORROWER}),
    "colleague.reset_factor": frozenset({_W.ADMINISTRATOR, _W.STEWARD}),
    "installation.steward": frozenset({_W.STEWARD}),
}


@dataclass(frozen=True, slots=True)
class Actor:
    """Someone who acts: the roles held today as (authority, role) pairs, and the borrowers acted for, verified or only claimed."""

    account_id: int | None = None
    name: str = ""
    language: str = "nl"
    roles: frozenset[tuple[int, RoleName]] = frozenset()
    borrowers: frozenset[int] = frozenset()
    claims: frozenset[int] = frozenset()
    steward: bool = False
    standing: frozenset[Standing] = field(init=False, default=frozenset())

    def __post_init__(self) -> None:
        known = {_W.ANYONE} | ({_W.SIGNED_IN} if self.account_id else set()) | ({_W.STEWARD} if self.steward else set())
        object.__setattr__(self, "standing", frozenset(known))

    def authorities(self, *names: RoleName) -> frozenset[int]:
        """The authorities for which one of these roles (any role when none is named) is held."""
        return frozenset(authority for authority, name in self.roles if not names or name in names)

    def acts_for(self, borrower_id: int) -> bool:
        """True for a verified member and for someone whose membership still has to be verified: what each may do is in ALLOWED."""
        return borrower_id in self.borrowers or borrower_id in self.claims

    def stands_to(self, borrower_id: int | None, asked_by: int | None = None, home: int | None = None) -> frozenset[Standing]:
        """What the actor is to a borrower of `home`, and to what account `asked_by` asked for it: as a member, or at a desk of its home."""
        if borrower_id in self.borrowers:
            return frozenset({_W.BORROWER})
        own = asked_by is not None and asked_by == self.account_id
        if own and (home, RoleName.DESK) in self.roles:
            return frozenset({_W.ASKER})
        if borrower_id not in self.claims:
            return frozenset()
        return frozenset({_W.CLAIMANT, _W.ASKER} if own else {_W.CLAIMANT})


NOBODY = Actor()

DECIDING = frozenset({RoleName.DESK, RoleName.TARIFFS, RoleName.FINANCE, RoleName.ADMINISTRATOR})
"""The roles that bind a municipality: its promises, its tariffs, its money, its people."""


def needs_second_factor(actor: Actor) -> bool:
    """True for who decides for a municipality or administers the installation: a password alone is too thin a door for that."""
    return actor.steward or any(name in DECIDING for _, name in actor.roles)


def may(
    actor: Actor,
    act: str,
    *,
    authorities: Collection[int] = (),
    borrower: int | None = None,
    asked_by: int | None = None,
    home: int | None = None,
) -> bool:
    """May the actor do `act` to a subject that these authorities decide and that account `asked_by` asked for this borrower of `home`?

    Raises KeyError for an unknown act.
    """
    allowed = ALLOWED[act]
    if allowed & (actor.standing | actor.stands_to(borrower, asked_by, home)):
        return True
    return any(authority in authorities and Standing(name) in allowed for authority, name in actor.roles)


def could(actor: Actor, act: str) -> bool:
    """May the actor do `act` to anything at all? A first sieve; `may` judges the subject. Raises KeyError for an unknown act."""
    allowed = ALLOWED[act]
    if allowed & actor.standing:
        return True
    if (_W.BORROWER in allowed and actor.borrowers) or (allowed & {_W.CLAIMANT, _W.ASKER} and actor.claims):
        return True
    return any(Standing(name) in allowed for _, name in actor.roles)


def authorities_for(actor: Actor, act: str) -> frozenset[int]:
    """The authorities for which the actor's roles allow `act`; lists are scoped to them."""
    allowed = ALLOWED[act]
    return frozenset(authority for authority, name in actor.roles if Standing(name) in allowed)
