"""What is kept: tables, constraints, slim properties. No Flask, no rules, no mail."""

from models.agreements import Agreement, AgreementBeneficiary, AgreementParty, AgreementReminder, AgreementScope, AgreementTerm
from models.asset_details import AssetFeature, CustomField, CustomValue, Photograph, TaskPlan
from models.assets import Asset, Category, Depot, Keeping, Management, OwnersProposal, Part, Share
from models.authorities import Authority, GroupMember
from models.base import Base
from models.basket import Basket, BasketLine, HoldTurn
from models.borrowers import Borrower, Recognition
from models.calendars import CalendarEvent, CalendarRun, CalendarSource
from models.changes import Change
from models.charges import Charge, ChargeDecision, ChargePost, PaymentMark, QuoteBasis, Receivable, ReturnReport
from models.contracts import Contract, ContractMark
from models.documents import Document
from models.door_keys import Invitation, MailedKey, RecoveryCode, SecondFactor
from models.exemptions import Exemption, ExemptionEnd
from models.feeds import Feed
from models.handovers import ChecklistItem, HandoverItem, HandoverRecord
from models.hours import ClosedDays, LocalHoliday, OpeningSlot
from models.imports import CatalogueImport
from models.lending_rules import LendingRule, Requirement
from models.mailing import MailChoice, Reminder
from models.maintenance import MaintenancePlan, WorkOrder
from models.occupancy import LONGEST_PIECE, Conflict, ConflictOffer, Fact, Occupancy, QuotaUse
from models.people import Account, ApiToken, Membership, Role, SignIn, SignInAttempt
from models.proofs import Inspection, Person, PersonBorrower, Policy, ProofVerdict, Qualification
from models.records import Audit, Counter, IdempotencyKey, JobRun, Outbox
from models.regulations import Quote, QuoteLine, RegulationDraft, RegulationPart, RegulationRow
from models.reservations import Amendment, Decision, Dossier, Line, LineMove, Reservation
from models.shares import Contingent, FairUse, Recall
from models.simulations import Simulation
from models.tasks import Crew, Task, Vehicle
from models.terms import TermsAcceptance, TermsDraft, TermsEnd, TermsVersion
from models.waiting import WaitingEntry

__all__ = [
    "LONGEST_PIECE", "Account", "Agreement", "AgreementBeneficiary", "AgreementParty", "AgreementReminder", "AgreementScope",
    "AgreementTerm", "Amendment", "ApiToken", "Asset", "AssetFeature", "Audit", "Authority", "Base", "Basket", "BasketLine", "Borrower",
    "CalendarEvent", "CalendarRun", "CalendarSource", "CatalogueImport", "Category", "Change", "Charge", "ChargeDecision", "ChargePost",
    "ChecklistItem", "ClosedDays", "Conflict", "ConflictOffer", "Contingent", "Contract", "ContractMark", "Counter", "Crew", "CustomField",
    "CustomValue", "Decision", "Depot", "Document", "Dossier", "Exemption", "ExemptionEnd", "Fact", "FairUse", "Feed", "GroupMember",
    "HandoverItem", "HandoverRecord", "HoldTurn", "IdempotencyKey", "Inspection", "Invitation", "JobRun", "Keeping", "LendingRule", "Line",
    "LineMove", "LocalHoliday", "MailChoice", "MailedKey", "MaintenancePlan", "Management", "Membership", "Occupancy", "OpeningSlot",
    "Outbox", "OwnersProposal", "Part", "PaymentMark", "Person", "PersonBorrower", "Photograph", "Policy", "ProofVerdict", "Qualification",
    "QuotaUse", "Quote", "QuoteBasis", "QuoteLine", "Recall", "Receivable", "Recognition", "RecoveryCode", "RegulationDraft",
    "RegulationPart", "RegulationRow", "Reminder", "Requirement", "Reservation", "ReturnReport", "Role", "SecondFactor", "Share", "SignIn",
    "SignInAttempt", "Simulation", "Task", "TaskPlan", "TermsAcceptance", "TermsDraft", "TermsEnd", "TermsVersion", "Vehicle",
    "WaitingEntry", "WorkOrder",
]  # fmt: skip
