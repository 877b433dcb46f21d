"""Every command of the application, in one list."""

from __future__ import annotations

from click import Command
from flask import Flask

from booking.cli import catalogue, demo, feed, init, jobs, regulation, token, user, verify

COMMANDS: tuple[Command, ...] = (
    init.init,
    demo.demo,
    user.user,
    token.token,
    feed.feed,
    regulation.regulation,
    catalogue.catalogue,
    verify.verify,
    jobs.jobs,
)


def register(app: Flask) -> None:
    """Hang every command on the application."""
    for command in COMMANDS:
        app.cli.add_command(command)
