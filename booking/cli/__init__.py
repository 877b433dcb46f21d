"""Commands of `flask --app app`: one file per noun; `commands.py` lists them."""

from booking.cli.commands import register

__all__ = ["register"]
