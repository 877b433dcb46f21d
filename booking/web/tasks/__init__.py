"""The technical service's work: what comes, and what happened to an asset. Hand-over and return are in `booking/web/handovers`."""

from booking.web.tasks import coming, making, one, reporting
from booking.web.tasks.blueprint import pages

__all__ = ["coming", "making", "one", "pages", "reporting"]
