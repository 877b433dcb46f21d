"""Every private text of the region is a canary: whatever somebody opens, none sings that is not theirs to hear (TEST_PLAN T-31, T-32)."""

from __future__ import annotations

import io
import re
import zipfile
from collections import Counter
from collections.abc import Iterator

import pytest
from pypdf import PdfReader
from sqlalchemy import text
from werkzeug.test import TestResponse

from booking.web.extensions import db
from tests.web.access import IDENTITIES, ROWS, STRANGER
from tests.web.conftest import newly_opened
from tests.web.world import MOMENT, World

SONG = re.compile(r"qz(\d+)c(\d+)r(\d+)z", re.IGNORECASE)

BY_LINE = """SELECT {table}.id, reservation.borrower_id, dossier.authority_id FROM {table} JOIN line ON line.id = {table}.line_id
JOIN dossier ON dossier.id = line.dossier_id JOIN reservation ON reservation.id = line.reservation_id"""
OF_BORROWER = """SELECT {table}.id, {borrower}, {home} FROM {table} {join} UNION SELECT {table}.id, {borrower}, dossier.authority_id
FROM {table} {join} JOIN reservation ON reservation.borrower_id = {borrower} JOIN dossier ON dossier.reservation_id = reservation.id"""
OF_ASSET = """SELECT {table}.id, NULL, management.authority_id FROM {table} JOIN management ON management.asset_id = {table}.asset_id
UNION SELECT {table}.id, NULL, depot.authority_id FROM {table} JOIN keeping ON keeping.asset_id = {table}.asset_id
JOIN depot ON depot.id = keeping.depot_id UNION SELECT {table}.id, NULL, share.authority_id FROM {table}
JOIN share ON share.asset_id = {table}.asset_id"""


def of_borrower(table: str, borrower: str, join: str = "") -> str:
    """Who may read what is a borrower's: itself, its municipality, and whoever lends to it."""
    home = f"JOIN borrower AS home ON home.id = {borrower}"
    return OF_BORROWER.format(table=table, borrower=borrower, home="home.authority_id", join=f"{join} {home}")


# The private columns of each table, and who may read a row: its id, a borrower, an authority; more rows when more may.
PRIVATE = {
    "reservation": (("event", "place", "note"), """SELECT reservation.id, reservation.borrower_id, dossier.authority_id FROM reservation
        JOIN dossier ON dossier.reservation_id = reservation.id"""),
    "line_move": (("reason",), BY_LINE.format(table="line_move")),
    "decision": (("reason",), BY_LINE.format(table="decision")),
    "amendment": (("reason",), BY_LINE.format(table="amendment")),
    "conflict": (("note",), BY_LINE.format(table="conflict")),
    "return_report": (("note",), BY_LINE.format(table="return_report")),
    "recall": (("reason",), BY_LINE.format(table="recall")),
    "fact": (("note",), OF_ASSET.format(table="fact")),
    "inspection": (("remarks", "reason"), OF_ASSET.format(table="inspection")),
    "work_order": (("note",), OF_ASSET.format(table="work_order")),
    "task": (("title", "place"), """SELECT task.id, task.borrower_id, task.authority_id FROM task
        UNION SELECT task.id, NULL, depot.authority_id FROM task JOIN depot ON depot.id = task.depot_id"""),
    "borrower": (("email", "phone"), of_borrower("borrower", "borrower.id")),
    "policy": (("number",), f"""{of_borrower("policy", "policy.borrower_id")} UNION
        SELECT policy.id, borrower.id, policy.authority_id FROM policy JOIN borrower ON borrower.authority_id = policy.authority_id
        AND borrower.kind = 'authority' UNION SELECT policy.id, NULL, dossier.authority_id FROM policy JOIN borrower
        ON borrower.authority_id = policy.authority_id AND borrower.kind = 'authority' JOIN reservation
        ON reservation.borrower_id = borrower.id JOIN dossier ON dossier.reservation_id = reservation.id"""),
    "qualification": (("number",), of_borrower("qualification", "person_borrower.borrower_id",
        "JOIN person_borrower ON person_borrower.person_id = qualification.person_id")),
    "waiting_entry": (("event", "place", "note"), "SELECT id, borrower_id, NULL FROM waiting_entry"),
    "catalogue_import": (("filename",), "SELECT id, NULL, authority_id FROM catalogue_import"),
    "account": (("phone",), """SELECT membership.account_id, NULL, borrower.authority_id FROM membership
        JOIN borrower ON borrower.id = membership.borrower_id"""),
}  # fmt: skip
TABLES = tuple(PRIVATE)

FEW = ("desk", "organiser", "company")  # in every run; everybody before a release
EXPORTS = ("", "als=csv", "als=xlsx")


class Aviary:
    """The world with a canary in every private text, and who may hear which."""

    def __init__(self, world: World) -> None:
        self.world, self.hears = world, dict[tuple[int, int], set[tuple[str, int | None]]]()
        self.visitors = {name: world.visitor(name) for name in IDENTITIES}
        with world.app.app_context():
            for row in ROWS:
                for kind in row.objects.values():
                    world.pair(kind)
        with world.app.app_context():
            guards = text("SELECT name FROM sqlite_master WHERE type = 'trigger' AND name LIKE '%append_only%'")
            for (name,) in db.session.execute(guards).all():
                db.session.execute(text(f"DROP TRIGGER {name}"))
            for number, (table, (columns, readers)) in enumerate(PRIVATE.items()):
                for place, column in enumerate(columns):
                    song = f"'qz{number}c{place}r' || id || 'z'" + (" || '@canary.example'" if column == "email" else "")
                    db.session.execute(text(f"UPDATE {table} SET {column} = {song}"))
                for key, borrower, authority in db.session.execute(text(readers)):
                    self.hears.setdefault((number, key), set()).update({("borrower", borrower), ("authority", authority)})
            db.session.commit()

    def is_meant_for(self, email: str | None, number: int, key: int) -> bool:
        """True when somebody may hear a canary."""
        if email is None:
            return False
        with self.world.app.app_context():
            actor = self.world.actor(email)
        mine = {("borrower", each) for each in actor.borrowers | actor.claims} | {("authority", each) for each in actor.authorities()}
        return bool(mine & self.hears.get((number, key), set())) or (TABLES[number] == "account" and key == actor.account_id)


@pytest.fixture
def aviary(new_database, at) -> Iterator[Aviary]:
    at(MOMENT)
    with newly_opened(new_database("sqlite"), DEMO=True) as app:
        yield Aviary(World(app))


@pytest.mark.parametrize(
    "names", [FEW, pytest.param(tuple(name for name in IDENTITIES if name not in {"suspended", "steward"}), marks=pytest.mark.release)],
    ids=["a few", "everybody"],
)  # fmt: skip
def test_no_page_file_or_feed_tells_what_is_anothers(aviary: Aviary, names: tuple[str, ...]) -> None:
    answers, heard, wrong = 0, Counter[str](), set()
    for name in names:
        for address in sorted(set(_addresses(aviary.world))):
            answer = _ask(aviary, name, address)
            answers += 1
            for number, place, key in {tuple(map(int, song)) for song in SONG.findall(_told(answer))}:
                heard[TABLES[number]] += 1
                if not aviary.is_meant_for(IDENTITIES[name], number, key):
                    wrong.add((name, address, TABLES[number], PRIVATE[TABLES[number]][0][place], key))
    assert not wrong
    assert answers >= (2_000 if len(names) > len(FEW) else 400)
    assert {"reservation", "borrower", "policy", "line_move"} <= heard.keys(), heard  # the canaries do sing to those who may hear


def _addresses(world: World) -> Iterator[str]:
    """Every page of the product about our object and about theirs, as a page and as files."""
    for row in ROWS:
        if row.method == "GET":
            for side in (0, 1):
                address = row.rule
                for part, kind in row.objects.items():
                    address = address.replace(part, world.pair(kind)[side])
                yield from (f"{address}?{export}" if export else address for export in (EXPORTS if not row.objects else EXPORTS[:1]))


def _ask(aviary: Aviary, name: str, address: str) -> TestResponse:
    is_program = address.startswith("/api/")
    visitor = aviary.visitors[STRANGER if is_program else name]
    headers = {"Authorization": f"Bearer {aviary.world.tokens[name]}"} if is_program and name != STRANGER else {}
    return visitor.get(address, headers=headers)


def _told(answer: TestResponse) -> str:
    """All text of an answer: its headers, and what a page, a table, a workbook or a paper says."""
    content, kind = answer.get_data(), answer.mimetype
    said = str(answer.headers)
    if kind == "application/pdf":
        return said + "".join(page.extract_text() for page in PdfReader(io.BytesIO(content)).pages)
    if "spreadsheet" in kind:
        with zipfile.ZipFile(io.BytesIO(content)) as book:
            return said + "".join(book.read(name).decode(errors="replace") for name in book.namelist())
    return said + content.decode(errors="replace")
