"""A calendar of what is taken is known by a counter of each asset that it shows, `ledger:<asset>`: whatever writes in the ledger raises it.

Only of what somebody follows there is such a counter; of everything else the trigger finds none and changes nothing.
"""

from __future__ import annotations

_ACTS = {"insert": "NEW", "update": "NEW", "delete": "OLD"}

SQLITE = tuple(
    statement
    for act, row in _ACTS.items()
    for statement in (
        f"DROP TRIGGER IF EXISTS occupancy_raises_counter_{act}",
        f"""
    CREATE TRIGGER occupancy_raises_counter_{act} AFTER {act.upper()} ON occupancy BEGIN
        UPDATE counter SET value = value + 1 WHERE name = 'ledger:' || {row}.asset_id;
    END
    """,
    )
)

POSTGRESQL = (
    """
CREATE OR REPLACE FUNCTION raise_counter_of_asset() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF TG_OP = 'DELETE' THEN
        UPDATE counter SET value = value + 1 WHERE name = 'ledger:' || OLD.asset_id;
    ELSE
        UPDATE counter SET value = value + 1 WHERE name = 'ledger:' || NEW.asset_id;
    END IF;
    RETURN NULL;
END $$
""",
    """
CREATE OR REPLACE TRIGGER occupancy_raises_counter AFTER INSERT OR UPDATE OR DELETE ON occupancy
    FOR EACH ROW EXECUTE FUNCTION raise_counter_of_asset()
""",
)
