"""The joint catalogue as values: what a rule may know about assets, places, owners and agreements, frozen at one version."""

from booking.rules.catalogue.bonds import Bound, Choice, bound_for
from booking.rules.catalogue.book import Catalogue
from booking.rules.catalogue.cards import AssetCard, AuthorityCard, DepotCard, InspectionCard, PlanCard
from booking.rules.catalogue.contending import contending
from booking.rules.catalogue.relations import Ruling, agreement_for, relation, ruling, ruling_of, term_for
from booking.rules.catalogue.spells import Spell, on
from booking.rules.catalogue.terms import AgreementCard, ExemptionCard, Gap, RegulationCard, RequirementCard, RuleCard, TermCard
from booking.rules.catalogue.terms_of_use import TermsCard, is_own_service, terms_for

__all__ = [
    "AgreementCard", "AssetCard", "AuthorityCard", "Bound", "Catalogue", "Choice", "DepotCard", "ExemptionCard", "Gap", "InspectionCard",
    "PlanCard", "RegulationCard", "RequirementCard", "RuleCard", "Ruling", "Spell", "TermCard", "TermsCard", "agreement_for", "bound_for",
    "contending", "is_own_service", "on", "relation", "ruling", "ruling_of", "term_for", "terms_for",
]  # fmt: skip
