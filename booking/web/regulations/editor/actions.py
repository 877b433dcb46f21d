"""What a button of the editor does to the fields: add, remove, move; nothing that was typed elsewhere changes."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date, timedelta
from typing import Any

from booking.web.regulations.editor.beginnings import GROUPS, PARTS
from booking.web.regulations.editor.trees import Tree, at, rows, said
from booking.web.row_ids import read_id

Act = Callable[[Tree, str], str]


def act(tree: Tree, do: str, chosen: Mapping[str, str], today: date) -> str:
    """Carry out `verb:place` on the tree; returns the place that changed, to be shown, or nothing when it is no verb of ours."""
    verb, _, place = do.partition(":")
    if verb == "group":
        return add_group(tree, chosen.get("new_group", ""))
    if verb == "article":
        return add_article(tree, chosen.get("new_kind", ""))
    if verb == "example":
        return add_example(tree, today)
    return _VERBS[verb](tree, place) if verb in _VERBS and place else ""


def add_group(tree: Tree, preset: str) -> str:
    """A new category, one that is often needed or an empty one, before the one that takes everybody else."""
    groups = tree.setdefault("groups", [])
    code, title, who = GROUPS.get(preset, ("groep", "", {}))
    taken = {said(group, "code") for group in groups}
    number = 2
    while code in taken:
        code, number = f"{code.rstrip('0123456789-')}-{number}", number + 1
    last = next((n for n, group in enumerate(groups) if any(said(way, "anyone") == "yes" for way in rows(group, "who"))), len(groups))
    groups.insert(last, {"code": code, "title": title, "who": [dict(who)]})
    return f"groups:@{last}"


def add_article(tree: Tree, kind: str) -> str:
    """A new article of a kind at the end, with the next number."""
    articles = tree.setdefault("articles", [])
    article = {"number": _next_number(articles), "title": "", "kind": kind or "day"}
    if kind == "day_part":
        article["parts"] = PARTS
    articles.append(article)
    return f"articles:@{len(articles) - 1}"


def add_example(tree: Tree, today: date) -> str:
    """A new example like the last one, to be changed; the first is an afternoon on a Saturday soon, of what the first article is about."""
    examples = tree.setdefault("examples", [])
    if examples:
        last = examples[-1]
        made = {name: _copy(last[name]) for name in ("borrower", "lines") if name in last}
        made["name"] = f"Voorbeeld {len(examples) + 1}"
    else:
        day = today + timedelta(days=(5 - today.weekday()) % 7 + 7)
        use = {"from_day": day.isoformat(), "from_time": "14:00", "to_time": "18:00"}
        about = next((said(article, "for") for article in rows(tree, "articles") if said(article, "for")), "")
        first = about.partition(",")[0]
        made = {
            "name": "Voorbeeld 1", "borrower": {"kind": "association", "relation": "own", "recognised": "culture"},
            "lines": [{"what": f"{first}/" if first else "", "units": "1", "use": use}],
        }  # fmt: skip
    examples.append(made)
    return f"examples:@{len(examples) - 1}"


def _add(tree: Tree, place: str) -> str:
    """An empty row at the end of a list; a new line of an example begins as the one before it."""
    above, _, name = place.rpartition(":")
    holder = at(tree, above)
    if not isinstance(holder, dict):
        return ""
    listed = holder.get(name)
    if not isinstance(listed, list):
        listed = holder[name] = []
    listed.append(_copy(listed[-1]) if name == "lines" and listed else {})
    return f"{place}:@{len(listed) - 1}"


def _drop(tree: Tree, place: str) -> str:
    """Remove a row; a category takes its amounts with it."""
    listed, row = _row(tree, place)
    if listed is None:
        return ""
    gone = listed.pop(row)
    if place.startswith("groups:") and place.count(":") == 1:
        for article in rows(tree, "articles"):
            if isinstance(article.get("prices"), dict):
                article["prices"].pop(said(gone, "code"), None)
    return place.rpartition(":")[0]


def _up(tree: Tree, place: str) -> str:
    return _swap(tree, place, -1)


def _down(tree: Tree, place: str) -> str:
    return _swap(tree, place, 1)


def _swap(tree: Tree, place: str, step: int) -> str:
    listed, row = _row(tree, place)
    if listed is None or not 0 <= row + step < len(listed):
        return ""
    listed[row], listed[row + step] = listed[row + step], listed[row]
    return f"{place.rpartition(':')[0]}:@{row + step}"


def _copy(tree: Any) -> Any:
    if isinstance(tree, dict):
        return {name: _copy(each) for name, each in tree.items()}
    return [_copy(each) for each in tree] if isinstance(tree, list) else tree


def _row(tree: Tree, place: str) -> tuple[list[Any] | None, int]:
    above, _, segment = place.rpartition(":")
    listed = at(tree, above)
    row = int(segment[1:]) if segment.startswith("@") and segment[1:].isdecimal() and len(segment) < 6 else -1
    return (listed, row) if isinstance(listed, list) and 0 <= row < len(listed) else (None, 0)


def _next_number(articles: list[Any]) -> str:
    """One more than the highest number that begins an article's."""
    used = [read_id(said(article, "number").partition(" ")[0].rstrip("abcdefgh")) or 0 for article in articles]
    return str(max(used, default=0) + 1)


_VERBS: Mapping[str, Act] = {"add": _add, "drop": _drop, "up": _up, "down": _down}
