"""Several photographs at once, each judged by its content; what was good stays when something else has to be put right."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from contextlib import suppress
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from secrets import token_hex

from flask import current_app, request
from itsdangerous import BadData, URLSafeSerializer
from wtforms import FileField

from booking.clock import now
from booking.formats.photograph import ACCEPTED, MOST_BYTES, Encoded, encoded
from booking.rules.refusals import Refused
from booking.web.forms.base import Said
from booking.web.language import Lazy

LONGEST_KEPT = 3 * 86_400  # seconds that a photograph waits for the form it came with to be put right
MOST_AT_ONCE = 12


class PhotosField(FileField):
    """Photographs from a camera or a gallery. Of a form that was judged, `made` are those that are good, in their order."""

    def __init__(self, label: Lazy | str, **options: object) -> None:
        kinds = ",".join(f"image/{kind.lower()}" for kind in ACCEPTED)
        super().__init__(label, render_kw={"accept": kinds, "multiple": True}, **options)
        self.made: list[Encoded] = []

    def process_formdata(self, _values: Sequence[object]) -> None:
        """Files are not among the values of a form."""

    def pre_validate(self, _form: object) -> None:
        """Judge each by its content, once, when the form is judged. What is wrong with one is told; the others are good."""
        faults: list[Refused] = []
        for sent in request.files.getlist(self.name)[: MOST_AT_ONCE + 1]:
            if not sent.filename:
                continue
            with sent.stream:
                data = sent.read(MOST_BYTES + 1)
            try:
                self.made.append(encoded(data))
            except Refused as refused:
                faults.append(refused)
        if faults:
            raise Said(faults[0].code, **{name: value for name, value in faults[0].details.items() if name != "field"})


@dataclass(frozen=True, slots=True)
class Waiting:
    """Photographs that wait, in a folder of their own, for the form that they came with; `subject` is whose form it is and of what."""

    subject: str

    def keep(self, pictures: Iterable[tuple[int, Encoded]]) -> str:
        """What the form carries, so that nobody has to take these again: signed, and of no use in any other form."""
        place = _folder()
        place.mkdir(parents=True, exist_ok=True)
        _tidy(place)
        named = []
        for at, made in pictures:
            name = sha256(made.large).hexdigest()
            _write(place / name, made.large)
            named.append([at, name])
        return self._signer().dumps(named) if named else ""

    def found(self, token: str) -> list[tuple[int, Encoded]]:
        """The photographs that a form carries, with their places; none for what we did not sign, or what waited too long."""
        try:
            named = self._signer().loads(token) if token else []
        except BadData:
            return []
        paths = [(at, _folder() / name) for at, name in named]
        return [(at, encoded(data)) for at, path in paths if (data := _read(path)) is not None]

    def _signer(self) -> URLSafeSerializer:
        return URLSafeSerializer(current_app.config["SECRET_KEY"], salt=f"photographs of {self.subject}")


def _folder() -> Path:
    return Path(current_app.config["INSTANCE"]) / "waiting"


def _tidy(folder: Path) -> None:
    """Nobody comes for what is older. Another form may tidy at the same moment: what is gone already is gone."""
    for path in folder.iterdir():
        with suppress(FileNotFoundError):
            if path.stat().st_mtime < now().timestamp() - LONGEST_KEPT:
                path.unlink()


def _read(path: Path) -> bytes | None:
    """What waits there; None once it was tidied away."""
    try:
        return path.read_bytes()
    except FileNotFoundError:
        return None


def _write(path: Path, data: bytes) -> None:
    """Whole or not at all: the same photograph may be read for another form meanwhile."""
    part = path.with_name(f"{path.name}.{token_hex(8)}")
    part.write_bytes(data)
    part.replace(path)
