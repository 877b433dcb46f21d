"""The closed lists of words that tables, rules and sentences share."""

from __future__ import annotations

from enum import StrEnum


class AuthorityKind(StrEnum):
    MUNICIPALITY = "municipality"
    OCMW = "ocmw"
    AGB = "agb"
    POLICE_ZONE = "police_zone"
    FIRE_ZONE = "fire_zone"
    INTERMUNICIPAL = "intermunicipal"


class BorrowerKind(StrEnum):
    AUTHORITY = "authority"
    ASSOCIATION = "association"
    SCHOOL = "school"
    COMPANY = "company"
    RESIDENT = "resident"
    PUBLIC_BODY = "public_body"


class FreeUnit(StrEnum):
    """What a free quota of an agreement counts."""

    LOANS = "loans"
    DAYS = "days"


class Relation(StrEnum):
    """What a borrower is to an asset, computed for the custody period (DESIGN § 4)."""

    OWN = "own"
    CO_OWNER = "co-owner"
    PARTNER = "partner"
    OTHER = "other"


class Purpose(StrEnum):
    """The kind of use, the second axis of most regulations."""

    EVENT = "event"
    MEETING = "meeting"
    PARTY = "party"
    SPORT = "sport"
    SCHOOL = "school"
    WORKS = "works"
    PRIVATE = "private"
    COMMERCIAL = "commercial"


class RecognitionCategory(StrEnum):
    """As what an authority recognises a borrower; regulations name these."""

    YOUTH = "youth"
    CULTURE = "culture"
    SPORT = "sport"
    SCHOOL = "school"
    WELFARE = "welfare"
    SENIORS = "seniors"
    NEIGHBOURHOOD = "neighbourhood"
    ENVIRONMENT = "environment"


class RoleName(StrEnum):
    """What a person may do for an authority; `administrator` of the installation is a property of the account."""

    DESK = "desk"
    TECHNICIAN = "technician"
    TARIFFS = "tariff_administrator"
    FINANCE = "finance"
    ADMINISTRATOR = "administrator"


class OccupancyKind(StrEnum):
    REQUEST = "request"
    OPTION = "option"
    FIRM = "firm"
    MAINTENANCE = "maintenance"
    CLOSURE = "closure"
    BREAKDOWN = "breakdown"
    OVERDUE = "overdue"
    IMPORTED = "imported"
    LOST = "lost"
    UNINSPECTED = "uninspected"


PROMISES = (OccupancyKind.REQUEST, OccupancyKind.OPTION, OccupancyKind.FIRM, OccupancyKind.MAINTENANCE)
FACTS = tuple(kind for kind in OccupancyKind if kind not in PROMISES)
MAKES_ROOM = (OccupancyKind.BREAKDOWN, OccupancyKind.UNINSPECTED)
"""Facts during which the thing itself is there to be mended or inspected."""


class Handover(StrEnum):
    PICKUP = "pickup"
    DELIVERY = "delivery"


class TaskKind(StrEnum):
    """What the technical service does, in the order in which a loan asks it."""

    PREPARE = "prepare"
    LOAD = "load"
    DELIVER = "deliver"
    HAND_OUT = "hand_out"
    SET_UP = "set_up"
    INSPECT_SETUP = "inspect_setup"
    INSTRUCT = "instruct"
    KEY_OUT = "key_out"
    HEATING = "heating"
    OPEN_HALL = "open_hall"
    HALL_GUARD = "hall_guard"
    CLOSE_HALL = "close_hall"
    KEY_IN = "key_in"
    TAKE_DOWN = "take_down"
    COLLECT = "collect"
    TAKE_BACK = "take_back"
    CHECK = "check"
    EMPTY = "empty"
    CLEAN = "clean"
    REFUEL = "refuel"
    INSPECT = "inspect"
    MAINTAIN = "maintain"
    REPAIR = "repair"
    OTHER = "other"


class TaskState(StrEnum):
    """A task that was begun is still planned; one that is called off stays, so that calendars which showed it learn so."""

    PLANNED = "planned"
    DONE = "done"
    CANCELLED = "cancelled"


class WorkPlace(StrEnum):
    """Where work is done: at the depot, where the event is, or in the hall."""

    DEPOT = "depot"
    SITE = "site"
    HALL = "hall"


class VehicleKind(StrEnum):
    """What a crew drives, by what it is needed for."""

    VAN = "van"
    TOWING = "towing"
    FLATBED = "flatbed"
    TRUCK = "truck"
    CRANE = "crane"
    TRACTOR = "tractor"


class CoverKind(StrEnum):
    """What an insurance policy is for (DOMAIN § 2.4)."""

    LIABILITY = "liability"
    ALL_RISK = "all_risk"
    FIRE_AND_EXPLOSION = "fire_and_explosion"
    TENANT_FIRE = "tenant_fire"
    WAIVER_OF_RECOURSE = "waiver_of_recourse"
    MOTOR = "motor"
    WORK_ACCIDENTS = "work_accidents"
    VOLUNTEERS = "volunteers"


class RequirementKind(StrEnum):
    """What an owner may ask for: every kind of cover, an inspection of the asset, and people who hold what is needed."""

    LIABILITY = "liability"
    ALL_RISK = "all_risk"
    FIRE_AND_EXPLOSION = "fire_and_explosion"
    TENANT_FIRE = "tenant_fire"
    WAIVER_OF_RECOURSE = "waiver_of_recourse"
    MOTOR = "motor"
    WORK_ACCIDENTS = "work_accidents"
    VOLUNTEERS = "volunteers"
    INSPECTION = "inspection"
    OPERATOR = "operator"
    DRIVER = "driver"


class QualificationKind(StrEnum):
    """What a person may hold: an attest to work a platform, or a category of driving licence (KB 23 March 1998)."""

    PLATFORM_OPERATOR = "platform_operator"
    LICENCE_B = "licence_b"
    LICENCE_B96 = "licence_b96"
    LICENCE_BE = "licence_be"
    LICENCE_C1E = "licence_c1e"
    LICENCE_CE = "licence_ce"


class InspectionVerdict(StrEnum):
    """What an inspection body wrote; with remarks it has passed."""

    PASSED = "passed"
    REMARKS = "passed_with_remarks"
    FAILED = "failed"


class Upkeep(StrEnum):
    """Why an asset is looked after: the law asks it, its maker advises it, or something is wrong."""

    INSPECTION = "inspection"
    MAINTENANCE = "maintenance"
    REPAIR = "repair"


class OfferWay(StrEnum):
    """The ways out of a conflict that a borrower may be offered."""

    ASSET = "asset"
    DATE = "date"
    CANCEL = "cancel"
