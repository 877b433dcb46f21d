"""Tables whose rows can go while a page still names them: their ids are never given to another row."""

from __future__ import annotations

GIVEN_ONCE = frozenset({
    "api_token", "basket", "basket_line", "catalogue_import", "closed_days", "feed", "local_holiday", "mailed_key", "management",
    "membership", "opening_slot", "part", "photograph", "regulation", "role", "share", "sign_in", "simulation", "terms_draft",
})  # fmt: skip
"""PostgreSQL's sequences never go back; SQLite gives the id of the last row again once that is gone, unless the table is told not to
(AUTOINCREMENT), and then a button on a page of yesterday would act on somebody else's row. A table belongs here when the product deletes
its rows and shows, mails or compares their ids."""
