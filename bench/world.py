"""A region of 500 assets with years of reservations, written by bulk SQL with the guard off and then on again."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from sqlalchemy import Connection, Engine, create_engine, func, insert, select, text
from sqlalchemy.orm import Session

from booking.demo import cast
from booking.demo.region import load_region
from booking.migrate import upgrade
from booking.rules.periods import moment_on, start_of
from booking.services.accounts import create_token
from models import Asset, Category, Keeping, Management, Part
from models.engine import options_for, prepare
from models.guard import install

NOW = moment_on(date(2027, 3, 1), 9 * 60)
ASSETS = 500
A_DAY = 274  # reservations a day: 200,000 in two years
COPIED = "BENCH-"  # how the codes of copies begin
AHEAD = 365  # days of reservations that lie ahead of NOW


@dataclass(frozen=True, slots=True)
class World:
    """A filled database: its address, a bearer token, the borrower it acts for and the halls that can be booked in the evening."""

    url: str
    token: str
    borrower: int
    halls: list[int]
    depot: int
    rows: int


def build(url: str, rows: int) -> World:
    """Migrate, load the demo region, bring it to 500 assets and write `rows` reservations at equal daily density, the last a year ahead."""
    upgrade(url)
    engine = prepare(create_engine(url, **options_for(url)))
    with Session(engine, expire_on_commit=False, autoflush=False) as session:
        load_region(session, NOW.date())
        halls = _assets(session)
        token = create_token(session, cast.ORGANISER, NOW, "bench")
        borrower = cast.borrower_id(session, cast.ASSOCIATION_RANST)
        depot = session.scalars(select(Keeping.depot_id).order_by(Keeping.id)).first() or 1
        session.commit()
    _history(engine, rows, depot)
    engine.dispose()
    return World(url, token, borrower, halls, depot, rows)


def _assets(session: Session) -> list[int]:
    """Copies of the region's meeting rooms and trailers until there are 500 assets; returns the ids of the new halls."""
    models = {
        category: session.scalars(select(Asset).join(Category).where(Category.code == category).order_by(Asset.id)).all()
        for category in ("meeting_room", "toilet_trailer")
    }
    missing = ASSETS - (session.scalar(select(func.count()).select_from(Asset)) or 0)
    halls = []
    for number in range(missing):
        like = models["meeting_room" if number % 2 else "toilet_trailer"]
        original = like[number // 2 % len(like)]
        values = {column.name: getattr(original, column.name) for column in Asset.__table__.columns if column.name not in ("id", "code")}
        key: int = session.execute(insert(Asset).returning(Asset.id), {**values, "code": f"{COPIED}{number:03}"}).scalar_one()
        for relation in (Management, Keeping):
            row = session.scalars(select(relation).where(relation.asset_id == original.id).order_by(relation.id.desc())).first()
            if row is not None:
                columns = [column.name for column in relation.__table__.columns if column.name != "id"]
                session.execute(insert(relation), {**{name: getattr(row, name) for name in columns}, "asset_id": key})
        if number % 2:
            halls.append(key)
    session.commit()
    return halls


_NUMBERS = {
    "sqlite": "WITH RECURSIVE n(k) AS (SELECT 0 UNION ALL SELECT k + 1 FROM n WHERE k < {rows} - 1)",
    "postgresql": "WITH n(k) AS (SELECT generate_series(0, {rows} - 1))",
}
_MOMENT = {
    "sqlite": "({first} + (k / {a_day}) * 86400 + {hour} * 3600)",
    "postgresql": "(to_timestamp({first}) + ((k / {a_day}) * interval '1 day') + interval '{hour} hours')",
}
_WHO = "(SELECT asset_id FROM bench_asset WHERE place = ((k % {a_day}) * 7 + k / {a_day}) % {places})"


def _history(engine: Engine, rows: int, depot: int) -> None:
    days = rows // A_DAY
    first = int(start_of((NOW + timedelta(days=AHEAD - days)).date()).timestamp())
    name = engine.dialect.name
    with engine.connect() as connection:
        _unguard(connection)
        places = _places(connection)
        _limit_table(connection)
        fill = {"first": first, "a_day": A_DAY, "places": places, "rows": rows, "depot": depot}
        numbers = _NUMBERS[name].format(**fill)
        start, end = (_MOMENT[name].format(**fill, hour=hour) for hour in (6, 14))
        yes, no = ("1", "0") if name == "sqlite" else ("true", "false")
        base = {"start": start, "end": end, "who": _WHO.format(**fill), "yes": yes, "no": no, **fill}
        for statement in _STATEMENTS:
            connection.execute(text(statement.format(**base).replace("NUMBERS", numbers)))
        connection.commit()
        _guard_again(connection, rows)


_STATEMENTS = (
    """INSERT INTO reservation (id, borrower_id, account_id, event, purpose, place, note, created_at)
    NUMBERS SELECT k + 1, 1 + k % 30, 1, 'Zomerfeest ' || k, 'event', '', '', {start} FROM n""",
    """INSERT INTO dossier (id, reservation_id, authority_id, created_at)
    NUMBERS SELECT k + 1, k + 1, 1 + k % 10, {start} FROM n""",
    """INSERT INTO line (id, reservation_id, dossier_id, number, asset_id, state, handover, units, version, use_start, use_end,
                         custody_start, custody_end, blocked_start, blocked_end)
    NUMBERS SELECT k + 1, k + 1, k + 1, 1, {who}, 'approved', 'pickup', 1, 1, {start}, {end}, {start}, {end}, {start}, {end} FROM n""",
    """INSERT INTO quote (dossier_id, version, net, vat, total, deposit, created_at)
    NUMBERS SELECT k + 1, 1, 2000, 0, 2000, 0, {start} FROM n""",
    """INSERT INTO occupancy (asset_id, starts_at, ends_at, units, kind, promise, single, holder)
    NUMBERS SELECT {who}, {start}, {end}, 1, 'firm', {yes}, {yes}, 'line:' || (k + 1) FROM n""",
    """INSERT INTO task (line_id, asset_id, depot_id, authority_id, kind, state, window_start, window_end, starts_at, ends_at,
                         minutes, people, place_kind, note, place, title, sequence, created_at, changed_at)
    NUMBERS SELECT k + 1, {who}, {depot}, 1, 'deliver', 'planned', {start}, {end}, {start}, {end}, 480, 1, 'site', '',
                   'Dorpsplein 1, Ranst', 'Zomerfeest ' || k, 0, {start}, {start} FROM n WHERE (k % {a_day}) < 4""",
)


_IN_BULK = ("session_replication_role = replica", "statement_timeout = 0", "maintenance_work_mem = '512MB'", "synchronous_commit = off")


def _unguard(connection: Connection) -> None:
    if connection.dialect.name == "sqlite":
        for (name,) in connection.execute(text("SELECT name FROM sqlite_master WHERE type = 'trigger'")).all():
            connection.execute(text(f"DROP TRIGGER {name}"))
    else:
        connection.execute(text("ALTER TABLE occupancy DROP CONSTRAINT IF EXISTS occupancy_full"))
        for setting in _IN_BULK:
            connection.execute(text(f"SET {setting}"))


def _places(connection: Connection) -> int:
    """The assets that carry occupancy, numbered; returns how many: no multiple of seven, so that steps of seven visit each once a day."""
    connection.execute(text("CREATE TABLE bench_asset (place INTEGER PRIMARY KEY, asset_id INTEGER NOT NULL)"))
    wholes = select(Part.whole_id)
    ids = list(connection.scalars(select(Asset.id).where(Asset.id.not_in(wholes)).order_by(Asset.id)))
    while len(ids) % 7 == 0:
        ids.pop()
    rows = [{"place": place, "asset": key} for place, key in enumerate(ids)]
    connection.execute(text("INSERT INTO bench_asset VALUES (:place, :asset)"), rows)
    return len(ids)


def _limit_table(connection: Connection) -> None:
    """The table of the minimal view (bench/limit.py)."""
    serial, moment = ("", "INTEGER") if connection.dialect.name == "sqlite" else (" GENERATED ALWAYS AS IDENTITY", "TIMESTAMPTZ")
    columns = f"id INTEGER PRIMARY KEY{serial}, asset_id INTEGER NOT NULL, starts_at {moment} NOT NULL, ends_at {moment} NOT NULL"
    connection.execute(text(f"CREATE TABLE bench_slot ({columns})"))
    connection.execute(text("CREATE INDEX ix_bench_slot ON bench_slot (asset_id, starts_at, ends_at)"))


def _guard_again(connection: Connection, rows: int) -> None:
    if connection.dialect.name == "sqlite":
        install(connection)
        connection.execute(text("ANALYZE"))
    else:
        install(connection)
        for table in ("reservation", "dossier", "line"):
            connection.execute(text(f"SELECT setval(pg_get_serial_sequence('{table}', 'id'), {rows + 1})"))
        connection.commit()
        connection.connection.driver_connection.autocommit = True  # type: ignore[union-attr]
        connection.exec_driver_sql("VACUUM ANALYZE")
        connection.connection.driver_connection.autocommit = False  # type: ignore[union-attr]
    connection.commit()
