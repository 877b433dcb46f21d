"""The guard of the register of reciprocity: of one lender, borrower and category no two exemptions hold on one day."""

from __future__ import annotations

OVERLAPS = "exemption_overlaps"
PAIR_LOCKS = 7103  # the first key of the advisory lock on a pair; the second is made of both ids
FAR = "'9999-12-31'"

# What never held (it ended the day before it began) stands in nobody's way.
_OTHER = f"""
    SELECT 1 FROM exemption e LEFT JOIN exemption_end f ON f.exemption_id = e.id
    WHERE e.lender_id = NEW.lender_id AND e.borrower_id = NEW.borrower_id AND coalesce(e.category_id, 0) = coalesce(NEW.category_id, 0)
      AND NEW.valid_from <= coalesce(f.last, e.valid_until, {FAR}) AND e.valid_from <= coalesce(NEW.valid_until, {FAR})
      AND e.valid_from <= coalesce(f.last, e.valid_from)
"""

SQLITE = (
    "DROP TRIGGER IF EXISTS exemption_guard",
    f"""
    CREATE TRIGGER exemption_guard BEFORE INSERT ON exemption BEGIN
        SELECT RAISE(ABORT, '{OVERLAPS}') WHERE EXISTS ({_OTHER});
    END
    """,
)

POSTGRESQL = (
    f"""
CREATE OR REPLACE FUNCTION exemption_guard() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    PERFORM pg_advisory_xact_lock({PAIR_LOCKS}, hashint8(NEW.lender_id * 1000003 + NEW.borrower_id));
    IF EXISTS ({_OTHER}) THEN
        RAISE EXCEPTION '{OVERLAPS}' USING ERRCODE = 'exclusion_violation';
    END IF;
    RETURN NEW;
END $$
""",
    "CREATE OR REPLACE TRIGGER exemption_guard BEFORE INSERT ON exemption FOR EACH ROW EXECUTE FUNCTION exemption_guard()",
)
