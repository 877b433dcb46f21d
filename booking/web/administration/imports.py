"""A catalogue from a spreadsheet on screen: uploaded, shown row by row, confirmed, and followed until it is kept."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import zip_longest
from typing import Any

from flask import Response, redirect, render_template, request, url_for
from werkzeug.wrappers import Response as Answer

from booking.clock import now
from booking.formats.tables import Column as Head
from booking.formats.tables import Sheet as Tab
from booking.queries import importing as known
from booking.queries.administration import imports as queries
from booking.queries.administration.borrowers import own_authorities
from booking.rules.features import CODES
from booking.rules.periods import local
from booking.services import importing
from booking.services.importing.files import table_of
from booking.web.access import requires
from booking.web.administration.blueprint import pages
from booking.web.administration.editing import Page
from booking.web.administration.forms.upload import UploadForm
from booking.web.administration.sheet import Column, Sheet, list_page
from booking.web.attempts import filled, pressed
from booking.web.background import in_background
from booking.web.exports import workbook
from booking.web.extensions import db
from booking.web.forms.base import ButtonForm
from booking.web.forms.fields import told
from booking.web.language import gettext, language
from booking.web.language import lazy_gettext as _
from booking.web.session import current_actor
from booking.words import changes, label

SHEET = Sheet(
    noun="upload",
    title=_("Invoer"),
    purpose=_("Neem al uw middelen in één keer over uit een rekenblad. U ziet elke rij voordat er iets bewaard wordt."),
    icon="upload",
    rows=queries.imports,
    columns=(
        Column("filename", _("Bestand")),
        Column("authority", _("Bestuur")),
        Column("person", _("Wie")),
        Column("created_at", _("Wanneer"), "moment"),
        Column("total", _("Rijen"), "number"),
        Column("state", _("Toestand"), "import_state"),
    ),
    searched=("filename",),
    overview="administration.imports",
    detail="administration.upload",
    sort="",
)


@pages.route("/invoer", endpoint="imports", methods=["GET", "POST"])
@requires("catalogue.import")
def overview() -> Answer | Page | str:
    """What was imported before, and a list to upload."""
    session, actor, made = db.session(), current_actor(), []
    form = UploadForm(own_authorities(session, actor, known.ACT))
    sent = form.table() if form.sent_well() else None
    if sent and filled(form, lambda: made.append(importing.keep(session, actor, form.authority.data, *sent, now())))[0]:
        return redirect(url_for("administration.upload", upload=made[0]), 303)
    page = list_page(SHEET, "administration/imports/list.html", form=form, told=told(form))
    return (page, 422) if request.method == "POST" and isinstance(page, str) else page


@pages.get("/invoer/<int:upload>", endpoint="upload")
@requires("catalogue.import")
def show(upload: int) -> str:
    """Every row and what it would do; while it is carried out, how far it is; afterwards, what it did."""
    session, actor = db.session(), current_actor()
    row = queries.import_page(session, actor, upload)
    shown: dict[str, Any] = {"sheet": SHEET, "row": row, "title": row.filename}
    if row.state in {"read", "failed"}:
        shown["plan"] = importing.plan(session, actor, row.authority_id, table_of(row.content), now())
        return render_template("administration/imports/preview.html", fields={each.name: each for each in importing.FIELDS}, **shown)
    return render_template("administration/imports/progress.html", under_way=row.state in {"waiting", "running"}, **shown)


@pages.post("/invoer/<int:upload>/invoeren", endpoint="confirm_upload")
@requires("catalogue.import")
def confirm(upload: int) -> Answer:
    """Carry it out: all of it or nothing."""
    moment = now()
    if ButtonForm().sent_well():
        importing.confirm(db.session(), current_actor(), upload, moment)
        in_background(lambda session: importing.run(session, upload, moment))
    return redirect(url_for("administration.upload", upload=upload), 303)


@pages.post("/invoer/<int:upload>/verwerpen", endpoint="discard_upload")
@requires("catalogue.import")
def discard(upload: int) -> Answer:
    """Keep nothing of it."""
    if ButtonForm().sent_well():
        pressed(lambda: importing.discard(db.session(), current_actor(), upload), "import_discarded")
    return redirect(url_for("administration.imports"), 303)


@pages.get("/invoer/sjabloon/<int:authority>", endpoint="import_template")
@requires("catalogue.import")
def template(authority: int) -> Response:
    """The list to fill in, with the assets that are there, the names that may be used, and what each column means."""
    session, actor = db.session(), current_actor()
    kept = known.own_assets(session, actor, authority, local(now()).date())
    columns = [field for field in importing.FIELDS if field.name != "authority"]  # the list is of one
    heads = [Head(_head(field), field.kind, label("column_help", field.name, language())) for field in columns]
    rows = [[_cell(asset, field.name) for field in columns] for asset in kept]
    categories, depots = known.choices(session, authority)
    features = [label("feature", code, language()) for code in CODES]
    names = list(zip_longest(categories, depots, features))
    explained = [[_head(field), label("column_help", field.name, language())] for field in columns]
    return workbook(_("Middelen"), [
        Tab(gettext("Middelen"), heads, rows),
        Tab(gettext("Keuzes"), [Head(label("column", name, language())) for name in ("category", "depot", "features")], names),
        Tab(gettext("Uitleg"), [Head(gettext("Kolom")), Head(gettext("Wat u invult"))], explained),
    ])  # fmt: skip


def _cell(asset: Mapping[str, Any], name: str) -> Any:
    return written_features(asset[name], language()) if name == "features" else asset[name]


@pages.app_template_filter("features")
def written_features(found: Mapping[str, float], spoken: str = "") -> str:
    """Filter: features as a list of assets writes them."""
    return changes.features(found, spoken or language())


def _head(field: importing.columns.Field) -> str:
    return label("column", field.name, language()) + (" *" if field.required else "")
