"""Documents as people send them: what they are by their content, whether they are harmless, and a name that is."""

from booking.formats.upload.judging import ACCEPTED, MOST_BYTES, Checked, checked
from booking.formats.upload.names import neutral

__all__ = ["ACCEPTED", "MOST_BYTES", "Checked", "checked", "neutral"]
