"""What is done with a regulation: drafted, proven, published, ended; and a file of one read in a single go."""

from booking.services.regulations.drafts import discard, save, start
from booking.services.regulations.importing import Imported, draft_from_text, import_text, read_in
from booking.services.regulations.life import end, prove, publish

__all__ = ["Imported", "discard", "draft_from_text", "end", "import_text", "prove", "publish", "read_in", "save", "start"]
