"""What programs send. Field names are those of the contract (DESIGN § 14); whatever is not named here is refused."""

from __future__ import annotations

from booking.rules.admission import OVERRIDABLE, PAID_BEFORE_CONFIRMATION
from booking.rules.asking import LONGEST_NAME, LONGEST_NOTE, MOST_LINES
from booking.rules.kinds import Handover, Purpose
from booking.web.api.schemas.parts import BOOLEAN, LARGEST_ID, choice, many, moment, number, or_null, text, thing

MOST_UNITS = 1_000_000

ASSET = number(1, LARGEST_ID, "The asset's id")
UNITS = number(1, MOST_UNITS, "How many units")
HANDOVER = choice(Handover, "Fetched at the depot, or delivered")
OPERATOR = or_null(number(1, LARGEST_ID, "The id of the person who operates it"))
DRIVER = or_null(number(1, LARGEST_ID, "The id of the person who drives it"))
FROM, TO = moment("Start of the use"), moment("End of the use")

MEASURES = {
    "type": "object",
    "description": "Quantities that the regulation prices, by name: km, hours …",
    "propertyNames": {"pattern": "^[a-z][a-z0-9_]{0,39}$"},
    "additionalProperties": number(0, 1_000_000, "Kept to the thousandth", kind="number"),
    "maxProperties": 20,
}

EVENT = thing(
    {
        "name": text(LONGEST_NAME, "What the event is called"),
        "purpose": choice(Purpose, "What it is for; an event when not given"),
        "place": text(LONGEST_NAME, "Where it takes place"),
        "place_authority": or_null(number(1, LARGEST_ID, "The municipality in which that is, when not the borrower's own")),
        "attendance": or_null(number(0, 10_000_000, "How many people are expected")),
    },
    optional=("name", "purpose", "place", "place_authority", "attendance"),
)

LINE = thing(
    {
        "asset": ASSET, "from": FROM, "to": TO, "units": {**UNITS, "default": 1}, "handover": {**HANDOVER, "default": "pickup"},
        "operator": OPERATOR, "driver": DRIVER, "measures": MEASURES,
    },
    optional=("units", "handover", "operator", "driver", "measures"),
)  # fmt: skip

BENEFICIARY = thing(
    {
        "id": or_null(number(1, LARGEST_ID, "The id of a borrower of the same municipality")),
        "name": text(LONGEST_NAME, "Its name, where the id is not known; that of a single such borrower is recognised", shortest=1),
    },
    optional=("id", "name"),
    minProperties=1,
    description="For whom the borrower asks it, where it will not use it itself: the owners judge whether they let it be passed on",
)

REQUEST = thing(
    {
        "borrower": number(1, LARGEST_ID, "The borrower that asks and answers for it"),
        "beneficiary": or_null(BENEFICIARY),
        "event": EVENT,
        "note": text(LONGEST_NOTE, "A remark for the lending desks"),
        "option_until": or_null(moment(
            "Ask for an option that holds until then, at most as long as each owner lets one stand: a week, unless its rule says otherwise"
        )),
        "terms": {
            **many(number(1, LARGEST_ID, "The id of a version"), minItems=0, maxItems=MOST_LINES * 4),
            "description": "The versions of the owners' terms of use that the borrower accepts: their ids stand in the finding "
            "`terms_not_accepted`, their texts on the page to which it links",
        },
        "accept_terms": {
            **BOOLEAN, "description": "The borrower accepts all terms of use that the owners ask for; without this or `terms` the finding "
            "`terms_not_accepted` waits for it",
        },
        "lines": many(LINE, minItems=1, maxItems=MOST_LINES),
    },
    optional=("beneficiary", "event", "note", "option_until", "terms", "accept_terms"),
)

REASON = text(LONGEST_NOTE, "Why; kept and sent to the other side")
NOTHING = thing({})
WITH_REASON = thing({"reason": REASON}, optional=("reason",))
REFUSAL = thing({"reason": {**REASON, "minLength": 1}})
_ASIDE = sorted(OVERRIDABLE | PAID_BEFORE_CONFIRMATION)
APPROVAL = thing(
    {
        "reason": REASON,
        "override": {**BOOLEAN, "description": "Set aside all that the desk may set aside, for the one `reason`"},
        "reasons": {
            **thing({code: {**REASON, "minLength": 1} for code in _ASIDE}, optional=_ASIDE),
            "description": "Set aside each of these findings, by its code, for a reason of its own",
        },
    },
    optional=("reason", "override", "reasons"),
)
PROPOSAL = thing({"from": FROM, "to": TO, "asset": ASSET, "reason": REASON}, optional=("from", "to", "asset", "reason"))
CHANGE = thing(
    {
        "asset": ASSET, "from": FROM, "to": TO, "units": UNITS, "handover": HANDOVER, "operator": OPERATOR, "driver": DRIVER,
        "measures": {**MEASURES, "description": "Quantities that the regulation prices, by name; what is not given stays as it is"},
        "reason": REASON,
    },
    optional=("asset", "from", "to", "units", "handover", "operator", "driver", "measures", "reason"),
    minProperties=1,
)  # fmt: skip

ASSETS_QUERY = thing(
    {
        "category": text(40, "The code of a category"),
        "authority": number(1, LARGEST_ID, "The id of the authority that lends"),
        "q": text(LONGEST_NAME, "Words in the name, code, category, owner or place"),
    },
    optional=("category", "authority", "q"),
)
AVAILABILITY_QUERY = thing(
    {"from": FROM, "to": TO, **ASSETS_QUERY["properties"], "units": number(1, MOST_UNITS, "Only what has this many units free")},
    optional=("category", "authority", "q", "units"),
)
