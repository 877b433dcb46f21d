"""The editor's page: one form that holds the whole draft, computed while it is typed; every button keeps what was typed."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from flask import redirect, render_template, request, url_for
from werkzeug.wrappers import Response

from booking.clock import now
from booking.queries.regulations import Draft, draft_of
from booking.rules.periods import local
from booking.rules.refusals import NotFound, Refused
from booking.rules.tariffs import KINDS
from booking.services import regulations as services
from booking.services.administration.changes import ChangedMeanwhile
from booking.web.access import requires
from booking.web.extensions import db
from booking.web.language import language
from booking.web.regulations.editor import actions
from booking.web.regulations.editor.beginnings import GROUPS
from booking.web.regulations.editor.blueprint import pages
from booking.web.regulations.editor.choices import choices
from booking.web.regulations.editor.differences import differences
from booking.web.regulations.editor.faults import fault
from booking.web.regulations.editor.proof import prove
from booking.web.regulations.editor.reading import Faults, read, unreadable
from booking.web.regulations.editor.scalars import euros
from booking.web.regulations.editor.sheet import laid_out
from booking.web.regulations.editor.showing import shown
from booking.web.regulations.editor.slots import Page
from booking.web.regulations.editor.trees import Tree, at, tree_of
from booking.web.row_ids import read_id
from booking.web.session import current_actor
from booking.words.tariffs.written import KINDS as NAMED
from booking.words.tariffs.written import kind_help, kind_title

Answer = tuple[str, int]


@pages.get("/<int(max=999999999):regulation>/bewerken")
@requires("regulation.write")
def edit(regulation: int) -> Answer:
    """The draft as it was last saved."""
    draft = draft_of(db.session(), current_actor(), regulation)
    return _page(draft, shown(draft.plain), draft.edits, frozenset(request.args.getlist("open")))


@pages.post("/<int(max=999999999):regulation>/bewerken")
@requires("regulation.write")
def change(regulation: int) -> Response | Answer:
    """What a button does to the draft on the screen; only saving changes the one that is kept."""
    try:
        draft = draft_of(db.session(), current_actor(), regulation)
    except NotFound:
        return _gone()
    tree, do = tree_of(request.form.lists()), request.form.get("do", "preview")
    seen, opened = request.form.get("seen", -1, type=int), set(request.form.getlist("open"))
    if do == "save":
        return _save(draft, tree, seen, frozenset(opened))
    place = _act(do, tree, opened)
    return _page(draft, tree, seen, frozenset(opened), place=place)


def _gone() -> Answer:
    """The draft was published or thrown away meanwhile: what was typed can become another. Raises NotFound when nothing was."""
    typed = [(name, value) for name, value in request.form.items(multi=True) if ":" in name]
    if not typed:
        raise NotFound()
    return render_template("regulations/editor/gone.html", typed=typed, authority=request.form.get("authority", "")), 404


def _act(do: str, tree: Tree, opened: set[str]) -> str:
    """Carry a button out; returns the place that it leads to."""
    verb, _, place = do.partition(":")
    if verb in {"open", "close", "kind"}:  # a new kind has other fields: the page shows them
        (opened.discard if verb == "close" else opened.add)(place)
        return place
    if verb == "accept":
        _accept(tree, place)
        return place
    led = actions.act(tree, do, request.form, local(now()).date())
    if verb in {"article", "example"} or (verb == "group" and not request.form.get("new_group")):
        opened.add(led)
    if verb in {"drop", "up", "down"}:
        opened.difference_update({each for each in opened if each.startswith(place.rpartition(":")[0])})
    return led


def _accept(tree: Tree, place: str) -> None:
    """Take what an example computes as what the council expects."""
    plain, faults = read(tree)
    example, row = at(tree, place), read_id(place.rpartition("@")[2])
    outcomes = prove(plain, faults, language()).outcomes
    if isinstance(example, dict) and row is not None and row < len(outcomes) and (quote := outcomes[row].quote):
        kept = at(example, "expect")
        filled = {name for name, typed in kept.items() if typed} if isinstance(kept, dict) else set()
        wanted = {"total", *filled, *(["deposit"] if quote.deposit else [])}
        example["expect"] = {name: euros(getattr(quote, name)) for name in ("net", "vat", "total", "deposit") if name in wanted}


def _save(draft: Draft, tree: Tree, seen: int, opened: frozenset[str]) -> Response | Answer:
    """Keep the draft; when a field cannot be read, or somebody saved it meanwhile, nothing is kept and nothing is lost."""
    plain, faults = read(tree)
    if unreadable(faults):
        return _page(draft, tree, seen, opened, status=422)
    try:
        services.save(db.session(), current_actor(), draft.id, plain, seen, now())
    except ChangedMeanwhile:
        found = draft_of(db.session(), current_actor(), draft.id)
        return _page(found, tree, found.edits, opened, status=409, meanwhile=differences(found.plain, plain, language()))
    except Refused as refused:
        return _page(draft, tree, seen, opened, status=refused.status, refused=refused)
    return redirect(url_for("editor.edit", regulation=draft.id, open=sorted(opened)), 303)


def _page(draft: Draft, tree: Tree, seen: int, opened: frozenset[str], status: int = 200, **more: Any) -> Answer:
    """The page with what was typed, or for htmx only what it computes."""
    plain, faults = read(tree)
    proof = prove(plain, faults, language())
    known = choices(db.session(), draft.authority, plain, local(now()).date(), language())
    sheet = laid_out(tree, plain, proof, Page(known, faults), opened)
    kept, _ = read(shown(draft.plain))
    live = "HX-Request" in request.headers and request.form.get("do") == "live"
    template = "regulations/editor/live.html" if live else "regulations/editor/page.html"
    values = {
        "draft": draft, "seen": seen, "sheet": sheet, "proof": proof, "choices": known, "opened": sorted(opened), "faults": faults,
        "dirty": bool(unreadable(faults)) or plain != kept, "wrong": _wrong(tree, faults),
    }
    return render_template(template, **values, **_offers(), **more), 200 if live else status


def _wrong(tree: Tree, faults: Faults) -> list[tuple[str, str, str]]:
    """What cannot be read: the field, what was typed in it, and how it would be right."""
    typed = {place: at(tree, place) for place in unreadable(faults)}
    return [(place, text if isinstance(text, str) else "", fault(faults[place])) for place, text in typed.items()]


def _offers() -> Mapping[str, Any]:
    """What can be added: kinds of article with their sentence of help, and categories that are often needed."""
    ordered = [*(kind for kind in NAMED if kind in KINDS), *(kind for kind in KINDS if kind not in NAMED)]
    kinds = [(kind, kind_title(kind, language()), kind_help(kind, language())) for kind in ordered]
    return {"kinds": kinds, "presets": [(code, title) for code, (_, title, _who) in GROUPS.items()]}
