"""What is published is rewritten by no SQL, on either database."""

from __future__ import annotations

import pytest
from sqlalchemy import create_engine, delete, update
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

from models import RegulationPart, RegulationRow
from models.engine import options_for, prepare

REWRITING = {
    "its title": update(RegulationRow).values(title="Anders"),
    "its first day": update(RegulationRow).values(valid_from=None, state="draft"),
    "itself": delete(RegulationRow),
    "an article": update(RegulationPart).values(code="9"),
    "its articles": delete(RegulationPart),
}


def test_no_sql_rewrites_what_is_published(region: str) -> None:
    engine = prepare(create_engine(region, **options_for(region)))
    for statement in REWRITING.values():
        with Session(engine) as session, pytest.raises(IntegrityError, match="regulation_settled"):
            session.execute(statement)
    engine.dispose()
