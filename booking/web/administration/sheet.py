"""A noun of the administration as a list: what it is for, what its rows show, what they are searched and filtered by."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from flask import Response, current_app, render_template, request, url_for
from sqlalchemy import RowMapping, Select
from sqlalchemy.orm import Session

from booking.clock import now
from booking.formats.tables import Kind
from booking.queries.administration.listing import Question, all_listed, counted, listed
from booking.rules.periods import local
from booking.rules.permissions import Actor, could
from booking.web.access import act_of
from booking.web.exports import Written, exported
from booking.web.extensions import db
from booking.web.language import Lazy, gettext, language
from booking.web.language import lazy_gettext as _
from booking.web.session import current_actor
from booking.words import label

Rows = Callable[[Actor, date, Mapping[str, str]], Select[Any]]
"""The rows that an actor administers today, as the filters are set; each column labelled, `id` among them."""

Choices = Sequence[tuple[str, str]]


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a list: `name` is its label in the query. `show` says how a value is written: text, number, money, day, moment, yes
    or, for a code of a closed list, the noun of that list ("authority_kind"). The first column of a sheet leads to the row's page.
    """

    name: str
    title: Lazy
    show: str = "text"
    sorted: bool = True


_ALL = _("Alle")


@dataclass(frozen=True, slots=True)
class Filter:
    """A choice that narrows a list, kept in the address under `name`; `all_` is what the list shows when nothing is chosen."""

    name: str
    title: Lazy
    choices: Callable[[Session, Actor], Choices]
    all_: Lazy = _ALL


@dataclass(frozen=True, slots=True)
class Sheet:
    """A noun. Its screens are endpoints: `overview` lists, `detail` shows one (its argument is called `noun`), `create` makes one.

    Who may see the list and its rows is the act of `overview`; `purpose` is what an empty list says it is for. What a
    database cannot say of a row, such as its reference, `finish` adds; its `id` is then what stands in the address.
    A file has `more` columns than the page.
    """

    noun: str
    title: Lazy
    purpose: Lazy
    icon: str
    rows: Rows
    columns: tuple[Column, ...]
    searched: tuple[str, ...]
    overview: str
    detail: str = ""
    create: str = ""
    create_text: Lazy | str = ""
    filters: tuple[Filter, ...] = ()
    sort: str = "name"
    more: tuple[Column, ...] = ()
    finish: Callable[[RowMapping], Mapping[str, Any]] | None = None

    def for_(self, actor: Actor) -> bool:
        """True for whoever could see something in this list."""
        return could(actor, act_of(current_app, self.overview) or "")

    def count(self, session: Session, actor: Actor) -> int:
        """How many rows the actor administers."""
        return counted(session, self.rows(actor, local(now()).date(), {}))

    def told(self, row: RowMapping) -> Mapping[str, Any]:
        """A row as it is shown."""
        return self.finish(row) if self.finish else row

    def address_of(self, row: Mapping[str, Any]) -> str | None:
        """The address of a row's own page, where there is one."""
        return url_for(self.detail, **{self.noun: row["id"]}) if self.detail else None

    def creates(self, actor: Actor) -> bool:
        """True for whoever could make a new one."""
        return bool(self.create) and could(actor, act_of(current_app, self.create) or "")


def list_page(sheet: Sheet, template: str = "administration/list.html", **more: Any) -> Response | str:
    """The list of a sheet as the address asks for it: a page of it, or all of it as a file."""
    session, actor, question = db.session(), current_actor(), asked(sheet)
    rows = sheet.rows(actor, local(now()).date(), question.filters)
    every = map(sheet.told, all_listed(session, rows, question, sheet.searched))
    if file := exported(sheet.title, [_written(column) for column in (*sheet.columns, *sheet.more)], every):
        return file
    found = listed(session, rows, question, sheet.searched)
    choices = [(each, each.choices(session, actor)) for each in sheet.filters]
    return render_template(template, sheet=sheet, found=found, question=question, choices=choices, address=address, actor=actor, **more)


_KINDS = {"number": Kind.NUMBER, "money": Kind.MONEY, "day": Kind.DAY, "moment": Kind.MOMENT}


def _written(column: Column) -> Written:
    """A column of the list as a column of a file."""

    def value(row: RowMapping) -> Any:
        found = row[column.name]
        if column.show == "day" and isinstance(found, datetime):
            return local(found).date()
        if found is None or column.show == "text" or column.show in _KINDS:
            return found
        if column.show == "yes":
            return gettext("ja") if found else gettext("nee")
        return label(column.show, found, language())

    return Written(column.title, value, _KINDS.get(column.show, Kind.TEXT))


def asked(sheet: Sheet) -> Question:
    """What the address asks of this list; what it does not know is left out, for an address can be cut or mistyped."""
    wanted = request.args.get("sort", sheet.sort)
    page = request.args.get("page", "1")
    return Question(
        words=request.args.get("q", "")[:200],
        sort=wanted.removeprefix("-"),
        descending=wanted.startswith("-"),
        page=int(page) if page.isascii() and page.isdecimal() and len(page) < 7 else 1,
        filters={each.name: value[:80] for each in sheet.filters if (value := request.args.get(each.name, ""))},
    )


def address(**changes: Any) -> str:
    """The address of this list with these parts of its question changed; what becomes empty falls away."""
    kept = {**request.args.to_dict(), **(request.view_args or {}), **changes}
    return url_for(request.endpoint or "", **{name: value for name, value in kept.items() if value not in ("", None)})
