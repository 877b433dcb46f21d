"""The life of a regulation: from a draft that may be unfinished, over its proof and publication, to its successor."""

from booking.rules.regulations.amounts import Paid, paid
from booking.rules.regulations.comparison import paired, same_group, same_number, same_subject
from booking.rules.regulations.decision import Decision, decided
from booking.rules.regulations.doubts import Doubt, contested, doubts, still_meant, unanswered
from booking.rules.regulations.drafts import NEVER, fresh, parts_touched, read
from booking.rules.regulations.proof import Proof, proof_of
from booking.rules.regulations.standing import Standing, in_force_from, standing

__all__ = [
    "NEVER", "Decision", "Doubt", "Paid", "Proof", "Standing", "contested", "decided", "doubts",
    "fresh", "in_force_from", "paid", "paired", "parts_touched", "proof_of", "read", "same_group", "same_number", "same_subject",
    "standing", "still_meant", "unanswered",
]  # fmt: skip
