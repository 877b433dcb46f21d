"""After the event, in money: what the real facts add to a price, what a cancellation costs, when it is due and how it is paid."""

from booking.rules.charges.difference import Difference, difference
from booking.rules.charges.kinds import ChargeStep, MarkSort, Occasion, OwedSort, Stage
from booking.rules.charges.ladder import Rung, rungs
from booking.rules.charges.payments import Owed, PaymentTerms, due_on, strictest, structured_communication
from booking.rules.charges.reported import COMPUTED, Report, as_it_was, days_late, lengthened, measured
from booking.rules.charges.standing import UNSETTLED, Due, Standing

__all__ = [
    "COMPUTED", "UNSETTLED", "ChargeStep", "Difference", "Due", "MarkSort", "Occasion", "Owed", "OwedSort", "PaymentTerms", "Report",
    "Rung", "Stage", "Standing", "as_it_was", "days_late", "difference", "due_on", "lengthened", "measured", "rungs", "strictest",
    "structured_communication",
]  # fmt: skip
