"""In which language a page speaks: that of its address (`/fr/…`), else of the reader's profile, else Dutch. Never a guess.

The prefix is taken off before routing and becomes the root of the application for this request, so `url_for` keeps it by itself.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

from flask import Flask, g, request

from booking.web.session import reader
from booking.words import LANGUAGES, screens, spoken_language

_SPOKEN = "streekdepot.language"
_NAMES = {"nl": "Nederlands", "en": "English", "fr": "Français"}

Application = Callable[[dict[str, Any], Callable[..., Any]], Iterable[bytes]]


def hang(app: Flask) -> None:
    """Read the language off addresses, and teach the templates `_()` and `{% trans %}`."""
    app.wsgi_app = by_address(app.wsgi_app)  # type: ignore[method-assign]
    app.jinja_env.add_extension("jinja2.ext.i18n")
    app.jinja_env.install_gettext_callables(gettext, ngettext, newstyle=True)  # type: ignore[attr-defined]
    app.jinja_env.policies["ext.i18n.trimmed"] = True
    app.jinja_env.globals.update(language=language, languages=languages)


def by_address(application: Application) -> Application:
    """The application with `/nl`, `/en` and `/fr` before every address."""

    def answer(environ: dict[str, Any], start: Callable[..., Any]) -> Iterable[bytes]:
        first, _slash, rest = environ["PATH_INFO"][1:].partition("/")
        if first in LANGUAGES:
            environ |= {_SPOKEN: first, "SCRIPT_NAME": f"{environ.get('SCRIPT_NAME', '')}/{first}", "PATH_INFO": f"/{rest}"}
        return application(environ, start)

    return answer


def without_language(path: str) -> str:
    """The path as the routes know it."""
    first, _, rest = path[1:].partition("/")
    return f"/{rest}" if first in LANGUAGES else path


def language() -> str:
    """The language of this page: nl, en or fr. Found out once per request, for every text asks."""
    if "language" not in g:
        g.language = request.environ.get(_SPOKEN) or spoken_language(reader().language)
    found: str = g.language
    return found


def languages(*, failed: bool = False) -> list[tuple[str, str, str, bool]]:
    """The same page in each language, as (code, name, address, whether it is this one); the first page when this one failed,

    because an address that failed may be a secret one.
    """
    rule = request.url_rule
    here_again = not failed and rule and "GET" in (rule.methods or ())
    shown = request.path if here_again else "/"
    query = f"?{request.query_string.decode()}" if here_again and request.query_string else ""
    return [(code, name, f"{site_root()}/{code}{shown}{query}", code == language()) for code, name in _NAMES.items()]


def here() -> str:
    """The address of this page as a path of this site, its language and question included."""
    return request.script_root + request.full_path.rstrip("?")


def site_root() -> str:
    """Where the application stands on its host, without the language: usually nothing."""
    spoken = request.environ.get(_SPOKEN)
    return request.script_root.removesuffix(f"/{spoken}") if spoken else request.script_root


def gettext(message: str) -> str:
    """A Dutch text of a page, in the reader's language."""
    return screens.text(message, language())


def ngettext(one: str, more: str, number: int) -> str:
    """One of two Dutch forms, in the reader's language."""
    return screens.plural(one, more, number, language())


class Lazy:
    """A text that is translated when it is shown: for labels of fields, which are made before anybody asks."""

    def __init__(self, message: str) -> None:
        self._message = message

    def __str__(self) -> str:
        return gettext(self._message)

    def __eq__(self, other: object) -> bool:
        return str(self) == str(other)

    def __hash__(self) -> int:
        return hash(self._message)


lazy_gettext = Lazy
