"""What stands before the text of a Markdown file: its title and the like, in YAML (`---`) or TOML (`+++`).

The lines that say of when a document is, and which version of it, stay in its text: the date of a policy may be asked
for, and tells which of two is the newer one.
"""

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
_DATED = regex.compile(
    r"(?:date|(?:last[ _-]?)?(?:updated|modified|reviewed|changed)|lastmod|published|effective|valid|version|revision"
    r"|status|datum|stand|fecha|data|versión|versione|wersja|versie)(?:[ _-](?:date|from|on))?"
    r"[ \t]*[:=][ \t]*[^\s&*!|>{\[#].{0,99}",
    regex.IGNORECASE,
)


def cut_front_matter(source: str) -> tuple[str, Mapping[str, str]]:
    """Return the source and the plain values of its front matter by lower-case key.

    The source has empty lines for those of the matter, but for the lines that say when and which version.
    """
    match = _MATTER.match(source)
    if match is None:
        return source, {}
    parse = _parse_toml if match["fence"].startswith("+") else _parse_yaml
    inside = match["inside"][:_MAX_FRONT_MATTER]
    ends = "  "  # so that Markdown ends the line there
    kept = {n: line.rstrip() + ends for n, line in enumerate(inside.split("\n"), 1) if _DATED.fullmatch(line.rstrip())}
    lines = [kept.get(number, "") for number in range(match.group().count("\n") + 1)]
    return "\n".join(lines) + source[match.end() :], parse(inside)


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
