"""What has to be in order, on screen: the policies and people of a borrower or a municipality, and the desk that looks at them."""

from booking.web.proofs import people, policies, verdicts
from booking.web.proofs.blueprint import pages

__all__ = ["pages", "people", "policies", "verdicts"]
