"""How a command says that it cannot go on: one class for all commands, so that each ends in the same way."""

from __future__ import annotations

import click

__all__ = ["Failure"]


class Failure(click.ClickException):
    """An error that the user can do something about: wrong use, or a file or library that cannot be used."""

    exit_code = 2
