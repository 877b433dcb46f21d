"""Calendars of others, and a server of them on this machine."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread
from typing import Any


def event(uid: str, starts: str, ends: str, title: str = "Turnles", **lines: str) -> str:
    """A VEVENT in Brussels time, `2027-06-12 14:00`; `RRULE="…"` and the like are added as they are."""
    more = "".join(f"{name.replace('_', '-')}:{value}\r\n" for name, value in lines.items())
    start, end = (text.replace("-", "").replace(" ", "T").replace(":", "") + "00" for text in (starts, ends))
    return (
        f"BEGIN:VEVENT\r\nUID:{uid}\r\nSUMMARY:{title}\r\nDTSTART;TZID=Europe/Brussels:{start}\r\nDTEND;TZID=Europe/Brussels:{end}\r\n"
        f"{more}END:VEVENT\r\n"
    )


def calendar(*events: str) -> bytes:
    """A VCALENDAR of these."""
    return f"BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//school//nl\r\n{''.join(events)}END:VCALENDAR\r\n".encode()


@dataclass
class Served:
    """What a server answers, and what it was asked: `status`, `body` and `headers` may be changed at any time."""

    url: str = ""
    status: int = 200
    body: bytes = b""
    headers: dict[str, str] = field(default_factory=dict)
    asked: list[dict[str, str]] = field(default_factory=list)


@contextmanager
def serving(body: bytes = b"", status: int = 200, **headers: str) -> Iterator[Served]:
    """A web server on this machine that gives one answer to everything, or 304 to who has its ETag."""
    served = Served(status=status, body=body, headers={name.replace("_", "-"): value for name, value in headers.items()})

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            served.asked.append({**dict(self.headers), "path": self.path})
            tag = served.headers.get("ETag")
            same = tag is not None and self.headers.get("If-None-Match") == tag
            self.send_response(304 if same else served.status)
            for name, value in served.headers.items():
                self.send_header(name, value)
            if not same and "Content-Length" not in served.headers:
                self.send_header("Content-Length", str(len(served.body)))
            self.end_headers()
            if not same:
                self.wfile.write(served.body)

        def log_message(self, *_: Any) -> None:
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    served.url = f"http://127.0.0.1:{server.server_port}/rooster.ics"
    Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True).start()
    try:
        yield served
    finally:
        server.shutdown()
        server.server_close()
