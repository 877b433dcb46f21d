"""What must be in order before the keys change hands: agreement, cover, inspection, operator and driver (DESIGN § 8).

A proof that can still be renewed gives `needs_document` with the moment it is due; only a failed inspection refuses.
"""

from booking.rules.admission.proofs.agreement import agreed_territory, agreed_use, agreement
from booking.rules.admission.proofs.cover import cover
from booking.rules.admission.proofs.inspection import inspection
from booking.rules.admission.proofs.people import driver, operator

__all__ = ["agreed_territory", "agreed_use", "agreement", "cover", "driver", "inspection", "operator"]
