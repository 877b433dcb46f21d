"""What does it cost: a regulation prices a usage, explains every cent, and proves itself by its worked examples."""

from booking.rules.tariffs.kinds import KINDS, Kind
from booking.rules.tariffs.lints import Lint, lints
from booking.rules.tariffs.objects import (
    ALL,
    Applicant,
    Article,
    Example,
    Group,
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
from booking.rules.tariffs.preparation import Prepared, prepare
from booking.rules.tariffs.proof import ExampleResult, check
from booking.rules.tariffs.quoting import group_of, quote, together

__all__ = [
    "ALL",
    "KINDS",
    "Applicant",
    "Article",
    "Example",
    "ExampleResult",
    "Group",
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
    "to_plain",
    "together",
]
