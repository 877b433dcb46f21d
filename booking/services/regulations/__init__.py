"""What is done with a regulation: drafted, proven, published, ended; and a file of one read in a single go."""

from booking.services.regulations.drafts import discard, save, start
from booking.services.regulations.importing import import_text

__all__ = ["discard", "import_text", "save", "start"]
