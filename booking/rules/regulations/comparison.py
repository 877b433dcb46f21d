"""Two versions of a regulation laid side by side: which group, article and example of the one is which of the other."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Sequence
from typing import TypeVar

from booking.rules.tariffs import Article, Group

Part = TypeVar("Part")
Key = Callable[[Part], Hashable]


def same_group(group: Group) -> Hashable:
    """Groups are the same by their code."""
    return group.code


def same_number(article: Article) -> Hashable:
    """Articles are the same by their number and kind,"""
    return article.number, article.kind


def same_subject(article: Article) -> Hashable:
    """or when they were renumbered, by what they are about."""
    return article.title, article.kind, article.targets


def paired(old: Sequence[Part], new: Sequence[Part], *keys: Key[Part]) -> list[tuple[Part | None, Part | None]]:
    """Each part of the new version with the old one it was, in the new order; what is gone stands where it stood.

    The first key that makes a match counts; each part is matched once.
    """
    match: dict[int, int] = {}
    for key in keys:
        free = {key(part): place for place, part in reversed(list(enumerate(old))) if place not in match.values()}
        for place, part in enumerate(new):
            if place not in match and key(part) in free:
                match[place] = free.pop(key(part))
    found: list[tuple[Part | None, Part | None]] = []
    gone = [place for place in range(len(old)) if place not in match.values()]
    for place, part in enumerate(new):
        was = match.get(place)
        while was is not None and gone and gone[0] < was:
            found.append((old[gone.pop(0)], None))
        found.append((old[was] if was is not None else None, part))
    return [*found, *((old[place], None) for place in gone)]
