"""The guard on PostgreSQL: an exclusion constraint for numbered assets, a counting trigger for all, both under the asset's lock.

The trigger takes the same advisory lock as `booking/services/ledger.py` does first, so raw SQL waits for its turn too: an exclusion
constraint alone deadlocks under contention (PITFALLS M1).
"""

from __future__ import annotations

from models.regulations import SETTLED

ASSET_LOCKS = 7101  # the first key of every advisory lock on an asset; the second is its id

_PEAK = """
    SELECT coalesce(max(taken), 0) FROM (
        SELECT (
            SELECT coalesce(sum(most), 0) FROM (
                SELECT max(o.units) AS most FROM occupancy o
                WHERE o.asset_id = NEW.asset_id AND o.holder <> NEW.holder
                  AND o.starts_at <= p.instant AND o.starts_at > p.instant - interval '7 days' AND o.ends_at > p.instant
                GROUP BY o.holder) AS holders
        ) AS taken
        FROM (
            SELECT NEW.starts_at AS instant
            UNION SELECT s.starts_at FROM occupancy s
            WHERE s.asset_id = NEW.asset_id AND s.holder <> NEW.holder AND s.starts_at > NEW.starts_at AND s.starts_at < NEW.ends_at
        ) AS p
    ) AS instants
"""

# Taking less than before never takes too much: a loan that a breakdown hit can still be shortened when it comes back.
_LESS = """
    TG_OP = 'UPDATE' AND NEW.asset_id = OLD.asset_id AND NEW.holder = OLD.holder AND NEW.units <= OLD.units
    AND OLD.promise AND NEW.starts_at >= OLD.starts_at AND NEW.ends_at <= OLD.ends_at
"""

_GUARD = f"""
CREATE OR REPLACE FUNCTION occupancy_guard() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    capacity integer;
    divided boolean;
    taken bigint;
BEGIN
    PERFORM pg_advisory_xact_lock({ASSET_LOCKS}, NEW.asset_id::integer);
    SELECT units, EXISTS (SELECT 1 FROM part WHERE whole_id = NEW.asset_id) INTO capacity, divided FROM asset WHERE id = NEW.asset_id;
    NEW.single := (capacity = 1);
    IF divided THEN
        RAISE EXCEPTION 'occupancy_not_a_leaf' USING ERRCODE = 'integrity_constraint_violation';
    END IF;
    IF NEW.promise AND NOT ({_LESS}) THEN
        {_PEAK.replace("SELECT coalesce(max(taken), 0) FROM", "SELECT coalesce(max(instants.taken), 0) INTO taken FROM", 1)};
        IF NEW.units + taken > capacity THEN
            RAISE EXCEPTION 'occupancy_full' USING ERRCODE = 'exclusion_violation';
        END IF;
    END IF;
    RETURN NEW;
END $$
"""

_UNITS = f"""
CREATE OR REPLACE FUNCTION asset_units_guard() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    PERFORM pg_advisory_xact_lock({ASSET_LOCKS}, NEW.id::integer);
    IF NEW.units < OLD.units AND EXISTS (
        SELECT 1 FROM occupancy s
        WHERE s.asset_id = NEW.id AND s.promise AND NEW.units < (
            SELECT sum(most) FROM (
                SELECT max(o.units) AS most FROM occupancy o
                WHERE o.asset_id = NEW.id AND o.promise AND o.starts_at <= s.starts_at AND o.ends_at > s.starts_at
                GROUP BY o.holder) AS holders)) THEN
        RAISE EXCEPTION 'asset_units_promised' USING ERRCODE = 'integrity_constraint_violation';
    END IF;
    RETURN NEW;
END $$
"""

_SINGLE = """
CREATE OR REPLACE FUNCTION asset_units_changed() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    UPDATE occupancy SET single = (NEW.units = 1) WHERE asset_id = NEW.id AND single <> (NEW.units = 1);
    RETURN NULL;
END $$
"""

_PART = f"""
CREATE OR REPLACE FUNCTION part_guard() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    PERFORM pg_advisory_xact_lock({ASSET_LOCKS}, NEW.whole_id::integer);
    IF EXISTS (SELECT 1 FROM occupancy WHERE asset_id = NEW.whole_id) THEN
        RAISE EXCEPTION 'occupancy_not_a_leaf' USING ERRCODE = 'integrity_constraint_violation';
    END IF;
    RETURN NEW;
END $$
"""

# Of the column that a trigger names, the words may be emptied; nothing else of the row.
_APPEND_ONLY = """
CREATE OR REPLACE FUNCTION refuse_rewriting() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF TG_OP = 'UPDATE' AND TG_NARGS = 1 AND to_jsonb(NEW) = to_jsonb(OLD) || jsonb_build_object(TG_ARGV[0], '') THEN
        RETURN NEW;
    END IF;
    RAISE EXCEPTION 'append_only' USING ERRCODE = 'integrity_constraint_violation';
END $$
"""

# What has priced something is never rewritten: a regulation is settled from its publication on, but for its end and its successor.
_REWRITTEN = " OR ".join(f"NEW.{column} IS DISTINCT FROM OLD.{column}" for column in SETTLED)
_REGULATION = f"""
CREATE OR REPLACE FUNCTION regulation_settled() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF OLD.state NOT IN ('draft', 'proven') THEN
        IF TG_OP = 'DELETE' THEN
            RAISE EXCEPTION 'regulation_settled' USING ERRCODE = 'integrity_constraint_violation';
        ELSIF NEW.state IN ('draft', 'proven') OR {_REWRITTEN} THEN
            RAISE EXCEPTION 'regulation_settled' USING ERRCODE = 'integrity_constraint_violation';
        END IF;
    END IF;
    RETURN CASE WHEN TG_OP = 'DELETE' THEN OLD ELSE NEW END;
END $$
"""

_REGULATION_PART = """
CREATE OR REPLACE FUNCTION regulation_part_settled() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    part regulation_part := CASE WHEN TG_OP = 'INSERT' THEN NEW ELSE OLD END;
BEGIN
    IF EXISTS (SELECT 1 FROM regulation WHERE id = part.regulation_id AND state NOT IN ('draft', 'proven')) THEN
        RAISE EXCEPTION 'regulation_settled' USING ERRCODE = 'integrity_constraint_violation';
    END IF;
    RETURN CASE WHEN TG_OP = 'DELETE' THEN OLD ELSE NEW END;
END $$
"""

_VERSION = """
CREATE OR REPLACE FUNCTION raise_version() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    UPDATE counter SET value = value + 1 WHERE name = TG_ARGV[0];
    RETURN NULL;
END $$
"""

# The time stands before the holder, by which nothing can be found: in the other order each row is held against all that its asset ever had.
_EXCLUSION = """
DO $$ BEGIN
    IF EXISTS (
        SELECT 1 FROM pg_constraint WHERE conname = 'occupancy_full' AND strpos(pg_get_constraintdef(oid), 'holder WITH <>,') > 0
    ) THEN
        ALTER TABLE occupancy DROP CONSTRAINT occupancy_full;
    END IF;
    IF NOT EXISTS (SELECT 1 FROM pg_constraint WHERE conname = 'occupancy_full') THEN
        ALTER TABLE occupancy ADD CONSTRAINT occupancy_full EXCLUDE USING gist
            (asset_id WITH =, tstzrange(starts_at, ends_at) WITH &&, holder WITH <>) WHERE (single AND promise);
    END IF;
END $$
"""

POSTGRESQL = (
    "CREATE EXTENSION IF NOT EXISTS btree_gist",
    "ALTER TABLE occupancy DROP CONSTRAINT IF EXISTS occupancy_too_long",
    "ALTER TABLE occupancy ADD CONSTRAINT occupancy_too_long CHECK (ends_at - starts_at <= interval '7 days')",
    _EXCLUSION,
    _GUARD,
    _UNITS,
    _SINGLE,
    _PART,
    _APPEND_ONLY,
    _REGULATION,
    _REGULATION_PART,
    _VERSION,
    """
    CREATE OR REPLACE TRIGGER occupancy_guard
    BEFORE INSERT OR UPDATE OF asset_id, starts_at, ends_at, units, promise, holder ON occupancy
    FOR EACH ROW EXECUTE FUNCTION occupancy_guard()
    """,
    "CREATE OR REPLACE TRIGGER asset_units_guard BEFORE UPDATE OF units ON asset FOR EACH ROW EXECUTE FUNCTION asset_units_guard()",
    "CREATE OR REPLACE TRIGGER asset_units_changed AFTER UPDATE OF units ON asset FOR EACH ROW EXECUTE FUNCTION asset_units_changed()",
    "CREATE OR REPLACE TRIGGER part_guard BEFORE INSERT OR UPDATE OF whole_id ON part FOR EACH ROW EXECUTE FUNCTION part_guard()",
    """
    CREATE OR REPLACE TRIGGER regulation_settled BEFORE UPDATE OR DELETE ON regulation
    FOR EACH ROW EXECUTE FUNCTION regulation_settled()
    """,
    """
    CREATE OR REPLACE TRIGGER regulation_part_settled BEFORE INSERT OR UPDATE OR DELETE ON regulation_part
    FOR EACH ROW EXECUTE FUNCTION regulation_part_settled()
    """,
)
