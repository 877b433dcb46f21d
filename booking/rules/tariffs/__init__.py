"""What does it cost: a regulation prices a usage, explains every cent, and proves itself by its worked examples."""

from booking.rules.tariffs.indexation import Version, versions
from booking.rules.tariffs.kinds import KINDS, Kind
from booking.rules.tariffs.lints import Lint, lints, unanswered
from booking.rules.tariffs.objects import (
    ALL,
    Answer,
    Applicant,
    Article,
    Example,
    Group,
    Indexation,
    Json,
    LineUsage,
    Notice,
    Preferred,
    Quote,
    QuoteLine,
    Regulation,
    TariffError,
    Usage,
    Who,
)
from booking.rules.tariffs.payers import group_of
from booking.rules.tariffs.plain import (
    article_from_plain,
    article_to_plain,
    example_from_plain,
    example_to_plain,
    from_plain,
    group_from_plain,
    group_to_plain,
    to_plain,
)
from booking.rules.tariffs.preparation import prepare
from booking.rules.tariffs.prepared import Era, Prepared
from booking.rules.tariffs.proof import ExampleResult, check
from booking.rules.tariffs.quoting import NEEDS_DESK, quote, together, unpriced
from booking.rules.tariffs.succession import quote_across

__all__ = [
    "ALL",
    "KINDS",
    "NEEDS_DESK",
    "Answer",
    "Applicant",
    "Article",
    "Era",
    "Example",
    "ExampleResult",
    "Group",
    "Indexation",
    "Json",
    "Kind",
    "LineUsage",
    "Lint",
    "Notice",
    "Preferred",
    "Prepared",
    "Quote",
    "QuoteLine",
    "Regulation",
    "TariffError",
    "Usage",
    "Version",
    "Who",
    "article_from_plain",
    "article_to_plain",
    "check",
    "example_from_plain",
    "example_to_plain",
    "from_plain",
    "group_from_plain",
    "group_of",
    "group_to_plain",
    "lints",
    "prepare",
    "quote",
    "quote_across",
    "to_plain",
    "together",
    "unanswered",
    "unpriced",
    "versions",
]
