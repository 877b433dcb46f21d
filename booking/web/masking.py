"""The logs of web servers name every address that is asked for; of one that holds a key they learn all but the key."""

from __future__ import annotations

import logging
import re

SERVERS = ("werkzeug", "gunicorn.access")
_KEY = re.compile(r"(?<=/)[A-Za-z0-9_-]{43,}")  # as services/keys.new_key makes them, for calendars and in mails; the vault's are longer


class Masked(logging.Filter):
    """Lets every line through, without keys."""

    def filter(self, record: logging.LogRecord) -> bool:
        """True always."""
        said = record.getMessage()
        if _KEY.search(said):
            record.msg, record.args = _KEY.sub("***", said), ()
        return True


_MASKED = Masked()


def hang() -> None:
    """Put it before the logs of the servers that we are run with; safe to repeat."""
    for name in SERVERS:
        logging.getLogger(name).addFilter(_MASKED)
