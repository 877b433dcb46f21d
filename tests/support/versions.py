"""What numbers the versions of a database get when its content is put back."""

from __future__ import annotations

from collections.abc import Mapping


def renewed(standing: Mapping[str, int], used: Mapping[str, int]) -> dict[str, int]:
    """The versions that stood, raised where they were `used` meanwhile: one that stood for other content is never given again, for a
    process keeps what it read under it (booking/queries/catalogue/kept.py).
    """
    return {name: value if used.get(name) == value else max(value, used.get(name, 0)) + 1 for name, value in standing.items()}
