"""The option that commands share: to write their figures into a page."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

import click

__all__ = ["record_option"]

Command = TypeVar("Command", bound=Callable[..., object])


def record_option(what: str = "the figures", block: str = "their block") -> Callable[[Command], Command]:
    """Return the option `--record FILE`, which comes as `page`. what: is written there. block: in words, where."""
    return click.option(
        "--record",
        "page",
        metavar="FILE",
        type=click.Path(path_type=Path, exists=True, dir_okay=False),
        help=f"Also write {what}, with day, version and machine, into {block} of this Markdown page.",
    )
