"""The life of a regulation: from a draft that may be unfinished, over its proof and publication, to its successor."""

from booking.rules.regulations.drafts import NEVER, facts_of_decision, fresh, parts_touched, read

__all__ = ["NEVER", "facts_of_decision", "fresh", "parts_touched", "read"]
