"""What programs get. The tests hold every answer against these shapes."""

from __future__ import annotations

from booking.rules.admission import Outcome, Verdict
from booking.rules.charges import Occasion, OwedSort, Stage, Standing
from booking.rules.kinds import Handover, Purpose
from booking.rules.lifecycle import LineState
from booking.web.api.schemas.parts import BOOLEAN, COUNT, ID, PERIOD, STRING, cents, choice, many, moment, or_null, ref, thing

NUMBER = {"type": ["number", "null"]}
AUTHORITY = thing({"id": ID, "name": STRING})
DEPOT = thing({"id": ID, "name": STRING, "address": STRING, "lat": NUMBER, "lon": NUMBER})
STATE = choice(LineState)

_ASSET = {
    "id": ID, "code": STRING, "name": STRING, "category": STRING, "authority": ref("Authority"), "depot": ref("Depot"), "units": COUNT,
    "in_place": {**BOOLEAN, "description": "True for a hall: it is used where it stands"},
    "capacity": or_null(COUNT), "mass_kg": or_null(COUNT),
}  # fmt: skip
ASSET = thing(_ASSET)
ASSETS = thing({"assets": many(ref("Asset"))})
FREE_ASSET = thing(
    {
        **_ASSET,
        "free": {**COUNT, "description": "Units that are free throughout, buffers included"},
        "custody": or_null({**PERIOD, "description": "From hand-over to return; null where the place stays shut"}),
    }
)
AVAILABILITY = thing({"from": moment(), "to": moment(), "assets": many(ref("FreeAsset"))})

NAMED_ASSET = thing({"id": ID, "code": STRING, "name": STRING})
FINDING = thing(
    {
        "code": STRING, "verdict": choice(Verdict), "subject": STRING,
        "evidence": {"type": "object", "additionalProperties": True}, "text": STRING,
        "link": {**STRING, "description": "Where the terms of use that it is about are read"},
        "set_aside": {**STRING, "description": "Why the desk set it aside, where it did"},
    },
    optional=("link", "set_aside"),
)  # fmt: skip
QUOTE_LINE = thing(
    {
        "line": {**or_null(COUNT), "description": "The line's number; null for the whole dossier"}, "article": STRING, "code": STRING,
        "amount": cents("Amount"), "deposit": BOOLEAN, "text": {**STRING, "description": "The sum in words that can be checked by hand"},
        "preferred": {**or_null(STRING), "description": "The agreement, free quota or reciprocity that a preferred tariff rests on"},
    }
)  # fmt: skip
NOTICE = thing({"code": STRING, "line": or_null(COUNT), "text": STRING})
QUOTE = thing(
    {
        "lines": many(ref("QuoteLine")), "net": cents("Without VAT and deposit"), "vat": cents("VAT"), "total": cents("To pay"),
        "deposit": cents("To be given back"), "notices": many(ref("Notice")),
    }
)  # fmt: skip
ALTERNATIVES = thing(
    {
        "dates": many(PERIOD),
        "places": many(thing({"asset": ref("NamedAsset"), "free": COUNT, "km": {**NUMBER, "description": "As the crow flies"}})),
    }
)

_LINE = {
    "number": COUNT, "asset": ref("NamedAsset"), "units": COUNT, "handover": choice(Handover), "use": PERIOD, "custody": PERIOD,
    "findings": many(ref("Finding")), "price": or_null(cents("Sum of this line's own posts, without VAT; null when the desk sets it")),
    "measures": {
        "type": "object", "additionalProperties": STRING, "description": "What the tariff counts with and the services that are taken",
    },
}  # fmt: skip
EXTRA = thing(
    {
        "measure": {**STRING, "description": "Give it among the line's measures to take the service"}, "title": STRING, "article": STRING,
        "counted": {**BOOLEAN, "description": "True when so much of it may be asked; else 1 takes it"},
        "price": cents("What one of it, or what is taken of it, adds, VAT included"),
    }
)  # fmt: skip
OFFERED_LINE = thing(
    {
        **_LINE, "outcome": choice(Outcome, "What would come of it: refused, for the desk, or confirmed at once"),
        "extras": many(ref("Extra")),
    }
)  # fmt: skip
OFFER = thing(
    {
        "dossiers": many(thing({"authority": ref("Authority"), "lines": many(COUNT), "quote": or_null(ref("Quote"))})),
        "lines": many(ref("OfferedLine")),
    }
)

CHANGE = thing(
    {
        "asset": ref("NamedAsset"), "units": COUNT, "use": PERIOD, "custody": PERIOD, "asked_by": choice(("borrower", "desk")),
        "reason": STRING, "holds_until": or_null(moment()),
    }
)  # fmt: skip
LINE = thing({**_LINE, "state": STATE, "holds_until": or_null(moment()), "change": or_null(ref("Change"))})
DOSSIER = thing(
    {
        "authority": ref("Authority"), "state": STATE, "decide_by": or_null(moment("Until when the owner decides")), "lines": many(COUNT),
        "quote": or_null(ref("Quote")),
    }
)  # fmt: skip
RESERVATION = thing(
    {
        "reference": STRING, "state": STATE, "borrower": thing({"id": ID, "name": STRING}),
        "beneficiary": or_null(thing({"id": or_null(ID), "name": STRING}, description="For whom the borrower asked it; null for itself")),
        "event": thing({"name": STRING, "purpose": choice(Purpose), "place": STRING, "attendance": or_null(COUNT)}),
        "note": STRING, "created_at": moment(), "dossiers": many(ref("Dossier")), "lines": many(ref("Line")),
    }
)  # fmt: skip

DAY = {"type": ["string", "null"], "format": "date"}
OWED = thing(
    {
        "sort": choice(OwedSort), "occasion": or_null(choice(Occasion, "Why, of a charge")), "amount": cents("What is due"),
        "due_on": {"type": "string", "format": "date"}, "before": or_null(choice(Stage, "Before what the owner wants it")),
        "received": cents("What came in"), "received_on": DAY, "returned": cents("What went back"), "returned_on": DAY,
        "kept": cents("What the owner keeps of a deposit"), "state": choice(Standing),
    }
)  # fmt: skip
PAYMENTS = thing(
    {
        "dossiers": many(
            thing(
                {
                    "authority": thing({"id": ID, "name": STRING}), "iban": or_null(STRING), "open": cents("Still to be paid"),
                    "communication": {**STRING, "description": "The structured communication of a transfer"}, "amounts": many(ref("Owed")),
                }
            )
        )
    }
)  # fmt: skip

REFUSED_LINE = thing(
    {
        "number": COUNT, "asset": ref("NamedAsset"), "outcome": choice(Outcome), "findings": many(ref("Finding")),
        "alternatives": or_null(ref("Alternatives")),
    }
)  # fmt: skip
PROBLEM = {
    "type": "object",
    "description": "RFC 9457. `detail` is a sentence in the language of the person; `code` never changes.",
    "properties": {
        "type": {"type": "string", "format": "uri-reference"}, "title": STRING, "status": COUNT, "code": STRING, "detail": STRING,
        "instance": STRING, "field": {**STRING, "description": "The field at fault"}, "line": {**COUNT, "description": "The line, from 1"},
        "pointer": {**STRING, "description": "Its place in what was sent (RFC 6901)"}, "limit": {"description": "The limit that it breaks"},
        "lines": many(ref("RefusedLine")), "findings": many(ref("Finding")),
    },
    "required": ["type", "title", "status", "code", "detail", "instance"],
}  # fmt: skip

COMPONENTS = {
    "Authority": AUTHORITY, "Depot": DEPOT, "Asset": ASSET, "Assets": ASSETS, "FreeAsset": FREE_ASSET, "Availability": AVAILABILITY,
    "NamedAsset": NAMED_ASSET, "Finding": FINDING, "QuoteLine": QUOTE_LINE, "Notice": NOTICE, "Quote": QUOTE, "Alternatives": ALTERNATIVES,
    "OfferedLine": OFFERED_LINE, "Offer": OFFER, "Change": CHANGE, "Line": LINE, "Dossier": DOSSIER, "Reservation": RESERVATION,
    "Extra": EXTRA, "Owed": OWED, "Payments": PAYMENTS, "RefusedLine": REFUSED_LINE, "Problem": PROBLEM,
}  # fmt: skip
