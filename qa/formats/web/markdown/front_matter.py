"""What stands before the text of a Markdown file: its title and the like, in YAML (`---`) or TOML (`+++`)."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from typing import Any

import regex
import yaml

__all__ = ["cut_front_matter"]

_MAX_FRONT_MATTER = 10_000  # characters
_MATTER = regex.compile(
    r"(?P<fence>-{3,}|\+{3,})[ \t]*\n(?P<inside>(?:(?!(?P=fence)[ \t]*(?:\n|$)).*\n)*+)(?P=fence)[ \t]*(?=\n|$)"
)


def cut_front_matter(source: str) -> tuple[str, Mapping[str, str]]:
    """Return the source with empty lines for the front matter, and the matter's plain values by lower-case key."""
    match = _MATTER.match(source)
    if match is None:
        return source, {}
    parse = _parse_toml if match["fence"].startswith("+") else _parse_yaml
    blank = "\n" * match.group().count("\n")
    return blank + source[match.end() :], parse(match["inside"][:_MAX_FRONT_MATTER])


def _parse_yaml(block: str) -> dict[str, str]:
    """Return the values as they are written; none when it is not valid YAML."""
    try:  # the base loader makes text of every value: no number, date, tag or merge that could fail or grow
        values = yaml.load(block, Loader=yaml.BaseLoader)  # noqa: S506
    except (yaml.YAMLError, ValueError, OverflowError, RecursionError):
        return {}
    return _keep_texts(values)


def _parse_toml(block: str) -> dict[str, str]:
    try:
        return _keep_texts(tomllib.loads(block))
    except (ValueError, RecursionError):
        return {}


def _keep_texts(values: Any) -> dict[str, str]:
    if not isinstance(values, dict):
        return {}
    return {str(key).lower(): value for key, value in values.items() if isinstance(value, str)}
