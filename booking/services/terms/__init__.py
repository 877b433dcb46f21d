"""Terms of use: written as a draft, published as a version that stands, accepted by who borrows."""

from booking.services.terms.accepting import accept, accept_with_request
from booking.services.terms.publishing import end, publish
from booking.services.terms.writing import TermsSettings, begin, discard, save, succeed

__all__ = ["TermsSettings", "accept", "accept_with_request", "begin", "discard", "end", "publish", "save", "succeed"]
