"""What co-owners agreed about using what they own together: guaranteed contingents, fair use of their shares, and recalls."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from sqlalchemy import CheckConstraint, Index, String
from sqlalchemy.orm import Mapped, mapped_column

from booking.rules.contingents import Measure, Span
from booking.rules.kinds import BorrowerKind, Relation
from booking.rules.shares import Counted, OverShare
from models.base import Base, Code, Dated, Json, Key, Moment, Name, Prose, UtcDateTime, one_of, points_to


class Contingent(Dated, Base):
    """What is guaranteed of an asset: `amount` units at any moment, or so many days or weekends in each `span`.

    It is for the services and residents of `authority`, for borrowers that stand in a `relation` to the asset, or for one `borrower_kind`;
    what is named together narrows. What is not used `release_weeks` before its day is there for everybody. `source` is the place in the
    agreement that says so. What has bound somebody is never changed: it ends, and another `succeeds` it.
    """

    __tablename__ = "contingent"
    __table_args__ = (
        one_of("measure", Measure),
        one_of("span", Span),
        one_of("relation", Relation),
        one_of("borrower_kind", BorrowerKind),
        CheckConstraint("amount > 0", name="amount_positive"),
        CheckConstraint("release_weeks BETWEEN 0 AND 104", name="release_possible"),
        CheckConstraint("(measure = 'units') = (span IS NULL)", name="span_whole"),
        CheckConstraint("authority_id IS NOT NULL OR relation IS NOT NULL OR borrower_kind IS NOT NULL", name="for_somebody"),
        CheckConstraint("valid_until IS NULL OR valid_from <= valid_until", name="period_ordered"),
    )

    id: Mapped[Key]
    asset_id: Mapped[int] = points_to("asset")
    authority_id: Mapped[int | None] = points_to("authority", indexed=False)
    relation: Mapped[str | None] = mapped_column(String(40))
    borrower_kind: Mapped[str | None] = mapped_column(String(40))
    measure: Mapped[Code]
    amount: Mapped[int]
    span: Mapped[str | None] = mapped_column(String(40))
    release_weeks: Mapped[int] = mapped_column(default=4)
    source: Mapped[Name] = mapped_column(default="")
    succeeds_id: Mapped[int | None] = points_to("contingent", indexed=False)


class FairUse(Dated, Base):
    """How the co-owners of an asset count its days: a weekday is one, a day of a weekend `weekend_percent` hundredths of one, in summer
    (from `summer_first` up to and including `summer_last`, months) `summer_percent` hundredths.

    `counted` says whose use weighs on a share; `beyond` what becomes of a request over it, until `release_weeks` before its day.
    """

    __tablename__ = "fair_use"
    __table_args__ = (
        one_of("counted", Counted),
        one_of("beyond", OverShare),
        CheckConstraint("weekend_percent BETWEEN 100 AND 1000 AND summer_percent BETWEEN 100 AND 1000", name="weights_possible"),
        CheckConstraint("summer_first BETWEEN 1 AND 12 AND summer_last BETWEEN summer_first AND 12", name="summer_ordered"),
        CheckConstraint("release_weeks BETWEEN 0 AND 104", name="release_possible"),
        CheckConstraint("valid_until IS NULL OR valid_from <= valid_until", name="period_ordered"),
    )

    id: Mapped[Key]
    asset_id: Mapped[int] = points_to("asset")
    weekend_percent: Mapped[int] = mapped_column(default=150)
    summer_percent: Mapped[int] = mapped_column(default=200)
    summer_first: Mapped[int] = mapped_column(default=7)
    summer_last: Mapped[int] = mapped_column(default=8)
    counted: Mapped[Code] = mapped_column(default=Counted.TOWN)
    beyond: Mapped[Code] = mapped_column(default=OverShare.NOTICE)
    release_weeks: Mapped[int] = mapped_column(default=8)


class Recall(Base):
    """An owner took back for an emergency of its own what it had promised, or lent: `line` gave way to `own_line`.

    What was lent must be back at `back_by`; `minimum_hours` is the notice that `agreement` asks for. `offered` are the assets (ids) that
    the borrower may choose instead; `answer` what it chose, and `taken_line` the line that came of it.
    """

    __tablename__ = "recall"
    __table_args__ = (
        CheckConstraint("answer IN ('taken', 'declined')", name="answer_known"),
        CheckConstraint("(answer IS NULL) = (answered_at IS NULL)", name="answer_whole"),
        CheckConstraint("taken_line_id IS NULL OR answer = 'taken'", name="taken_whole"),
        Index("uq_recall_own_line_id", "own_line_id", unique=True),
    )

    id: Mapped[Key]
    line_id: Mapped[int] = points_to("line")
    own_line_id: Mapped[int] = points_to("line", indexed=False)
    account_id: Mapped[int] = points_to("account", indexed=False)
    recalled_at: Mapped[Moment]
    reason: Mapped[Prose]
    was_until: Mapped[Moment]
    back_by: Mapped[datetime | None] = mapped_column(UtcDateTime)
    agreement_id: Mapped[int | None] = points_to("agreement", indexed=False)
    minimum_hours: Mapped[int | None]
    offered: Mapped[list[Any]] = mapped_column(Json)
    answer: Mapped[str | None] = mapped_column(String(40))
    answered_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    answered_by_id: Mapped[int | None] = points_to("account", indexed=False)
    taken_line_id: Mapped[int | None] = points_to("line", indexed=False)
