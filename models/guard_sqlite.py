"""The guard as SQLite triggers. Writers hold BEGIN IMMEDIATE, so what a trigger reads cannot change before it commits."""

from __future__ import annotations

from models.regulations import SETTLED

WEEK = 7 * 86400  # LONGEST_PIECE in seconds

# Units taken by other holders at NEW's fullest instant, which is its start or a start within it. A holder counts with its maximum.
_PEAK = f"""
    SELECT coalesce(max(taken), 0) FROM (
        SELECT (
            SELECT coalesce(sum(most), 0) FROM (
                SELECT max(o.units) AS most FROM occupancy o
                WHERE o.asset_id = NEW.asset_id AND o.holder <> NEW.holder
                  AND o.starts_at <= p.instant AND o.starts_at > p.instant - {WEEK} AND o.ends_at > p.instant
                GROUP BY o.holder)
        ) AS taken
        FROM (
            SELECT NEW.starts_at AS instant
            UNION SELECT s.starts_at FROM occupancy s
            WHERE s.asset_id = NEW.asset_id AND s.holder <> NEW.holder AND s.starts_at > NEW.starts_at AND s.starts_at < NEW.ends_at
        ) AS p
    )
"""

_CHECKS = f"""
    SELECT RAISE(ABORT, 'occupancy_too_long') WHERE NEW.ends_at - NEW.starts_at > {WEEK} OR typeof(NEW.starts_at) <> 'integer';
    SELECT RAISE(ABORT, 'occupancy_not_a_leaf') WHERE EXISTS (SELECT 1 FROM part WHERE whole_id = NEW.asset_id);
    SELECT RAISE(ABORT, 'occupancy_full')
    WHERE NEW.promise AND NEW.units + ({_PEAK}) > (SELECT units FROM asset WHERE id = NEW.asset_id);
"""

# Taking less than before never takes too much: a loan that a breakdown hit can still be shortened when it comes back.
_MORE = """
    NEW.asset_id <> OLD.asset_id OR NEW.holder <> OLD.holder OR NEW.promise > OLD.promise OR NEW.units > OLD.units
    OR NEW.starts_at < OLD.starts_at OR NEW.ends_at > OLD.ends_at OR typeof(NEW.starts_at) <> 'integer'
"""

# What has priced something is never rewritten: a regulation is settled from its publication on, but for its end and its successor.
_SETTLED = "state NOT IN ('draft', 'proven')"
_REWRITTEN = " OR ".join(f"NEW.{column} IS NOT OLD.{column}" for column in SETTLED)


def _of_settled(act: str, row: str) -> str:
    return f"""
    CREATE TRIGGER regulation_part_settled_{act.lower()} BEFORE {act} ON regulation_part BEGIN
        SELECT RAISE(ABORT, 'regulation_settled')
        WHERE EXISTS (SELECT 1 FROM regulation WHERE id = {row}.regulation_id AND {_SETTLED});
    END
    """


SQLITE = (
    "DROP TRIGGER IF EXISTS occupancy_guard_insert",
    f"CREATE TRIGGER occupancy_guard_insert BEFORE INSERT ON occupancy BEGIN {_CHECKS} END",
    "DROP TRIGGER IF EXISTS occupancy_guard_update",
    f"""
    CREATE TRIGGER occupancy_guard_update BEFORE UPDATE OF asset_id, starts_at, ends_at, units, promise, holder ON occupancy
    WHEN {_MORE} BEGIN {_CHECKS} END
    """,
    "DROP TRIGGER IF EXISTS asset_units_guard",
    """
    CREATE TRIGGER asset_units_guard BEFORE UPDATE OF units ON asset WHEN NEW.units < OLD.units BEGIN
        SELECT RAISE(ABORT, 'asset_units_promised') WHERE EXISTS (
            SELECT 1 FROM occupancy s
            WHERE s.asset_id = NEW.id AND s.promise AND NEW.units < (
                SELECT sum(most) FROM (
                    SELECT max(o.units) AS most FROM occupancy o
                    WHERE o.asset_id = NEW.id AND o.promise AND o.starts_at <= s.starts_at AND o.ends_at > s.starts_at GROUP BY o.holder)));
    END
    """,
    "DROP TRIGGER IF EXISTS part_guard",
    """
    CREATE TRIGGER part_guard BEFORE INSERT ON part BEGIN
        SELECT RAISE(ABORT, 'occupancy_not_a_leaf') WHERE EXISTS (SELECT 1 FROM occupancy WHERE asset_id = NEW.whole_id);
    END
    """,
    "DROP TRIGGER IF EXISTS part_guard_update",
    """
    CREATE TRIGGER part_guard_update BEFORE UPDATE OF whole_id ON part BEGIN
        SELECT RAISE(ABORT, 'occupancy_not_a_leaf') WHERE EXISTS (SELECT 1 FROM occupancy WHERE asset_id = NEW.whole_id);
    END
    """,
    "DROP TRIGGER IF EXISTS regulation_settled_update",
    f"""
    CREATE TRIGGER regulation_settled_update BEFORE UPDATE ON regulation
    WHEN OLD.{_SETTLED} AND (NEW.state IN ('draft', 'proven') OR {_REWRITTEN}) BEGIN
        SELECT RAISE(ABORT, 'regulation_settled');
    END
    """,
    "DROP TRIGGER IF EXISTS regulation_settled_delete",
    f"""
    CREATE TRIGGER regulation_settled_delete BEFORE DELETE ON regulation WHEN OLD.{_SETTLED} BEGIN
        SELECT RAISE(ABORT, 'regulation_settled');
    END
    """,
    "DROP TRIGGER IF EXISTS regulation_part_settled_insert",
    _of_settled("INSERT", "NEW"),
    "DROP TRIGGER IF EXISTS regulation_part_settled_update",
    _of_settled("UPDATE", "OLD"),
    "DROP TRIGGER IF EXISTS regulation_part_settled_delete",
    _of_settled("DELETE", "OLD"),
)
