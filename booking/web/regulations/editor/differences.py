"""What differs between the draft on the screen and the one that somebody else saved meanwhile, part by part and in words."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple

from booking.rules.regulations import parts_touched
from booking.rules.tariffs import ALL, TariffError, example_from_plain, group_from_plain
from booking.web.language import gettext as _
from booking.web.regulations.editor.reading import sentence
from booking.web.regulations.editor.unfinished import UNFINISHED
from booking.words.money import money
from booking.words.tariffs.written import column, conditions, example_told, kind_title, term_title, who_belongs
from booking.words.tariffs.written.conditions import EVERYBODY_ELSE

Plain = Mapping[str, Any]


class Difference(NamedTuple):
    """One part: where it is, what was saved meanwhile, and what stands on the screen; nothing where one of them lacks it."""

    where: str
    theirs: str
    mine: str


def differences(theirs: Plain, mine: Plain, language: str) -> list[Difference]:
    """Every part that differs, in the order of the annex."""
    return list(_differences(theirs, mine, language))


def _differences(theirs: Plain, mine: Plain, language: str) -> Iterator[Difference]:
    touched = parts_touched(theirs, mine)
    titles = {group["code"]: group.get("title", "") for each in (theirs, mine) for group in each["groups"] if group.get("code")}
    for name in touched.get("header", ()):
        if name != "owner":
            yield Difference(term_title("header", "", name, language), str(theirs.get(name, "")), str(mine.get(name, "")))
    for sort, key in (("group", "code"), ("article", "number"), ("example", "name")):
        for code in touched.get(sort, ()):
            old, new = (_found(each[f"{sort}s"], key, code) for each in (theirs, mine))
            said, meant = _told(sort, old, titles, language), _told(sort, new, titles, language)
            yield Difference(_where(sort, code, titles), *(_besides(*each) for each in ((said, meant), (meant, said))))


def _where(sort: str, code: str, titles: Mapping[str, str]) -> str:
    if sort == "group":
        return str(_("Tariefcategorie %(title)s")) % {"title": titles.get(code, code)}
    return str(_("Artikel %(number)s")) % {"number": code} if sort == "article" else str(_("Voorbeeld %(name)s")) % {"name": sentence(code)}


def _found(parts: list[Plain], key: str, code: str) -> Plain | None:
    return next((part for place, part in enumerate(parts, 1) if str(part.get(key) or place) == code), None)


def _besides(told: list[str], other: list[str]) -> str:
    """What only one of the two says; everything where the other says nothing, or they say the same in another order."""
    return "; ".join([each for each in told if each not in other] or (told if not other or set(told) == set(other) else told[:1]))


def _told(sort: str, part: Plain | None, titles: Mapping[str, str], language: str) -> list[str]:
    """What a part says, one thing after the other."""
    if part is None:
        return []
    try:
        return [each for each in _TOLD[sort](part, titles, language) if each]
    except (*UNFINISHED, TariffError):  # unfinished: its title has to do
        return [str(part.get("title") or part.get("name") or "…")]


def _group(part: Plain, titles: Mapping[str, str], language: str) -> Iterator[str]:
    yield str(part.get("title", ""))
    yield who_belongs(group_from_plain(part), language)
    if part.get("of"):
        yield f"{part['percent']} % – {titles.get(part['of'], part['of'])}"


def _article(part: Plain, titles: Mapping[str, str], language: str) -> Iterator[str]:
    yield str(part.get("title", ""))
    yield kind_title(part["kind"], language)
    for code, row in (part.get("prices") or {}).items():
        group = EVERYBODY_ELSE[language] if code == ALL else titles.get(code, code)
        told = [f"{column(part['kind'], name, language)} {money(cents, language)}" for name, cents in row.items() if isinstance(cents, int)]
        yield f"{group}: {', '.join(told) or str(row.get('percent', '')) + ' %'}"
    yield from (f"{each.title}: {each.said}" for each in conditions(part, language, titles))


def _example(part: Plain, _titles: Mapping[str, str], language: str) -> Iterator[str]:
    who, lines = example_told(example_from_plain(part), language)
    yield from (who, *lines)
    yield ", ".join(f"{term_title('example', 'expect', name, language)} {money(cents, language)}" for name, cents in part["expect"].items())


_TOLD = {"group": _group, "article": _article, "example": _example}
