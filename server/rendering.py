"""Templates to pages. Everything that a template writes is escaped.

Left out: what the pages show (views) and which there are (pages).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any
from urllib.parse import quote as percent_encode
from urllib.parse import urlencode

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup, escape
from starlette.responses import HTMLResponse, Response

import qa
from server.schemas import document_url

__all__ = ["page", "query"]

_TEMPLATES = Path(__file__).with_name("templates")


def page(template: str, *, status: int = 200, **context: Any) -> Response:
    """Return the page that `template` makes of `context`. A lone surrogate, as in a file name, becomes `?`."""
    html = _ENVIRONMENT.get_template(template).render(context)
    return HTMLResponse(html.encode("utf-8", "replace"), status)


def query(fields: Sequence[tuple[str, str]]) -> str:
    """Return the fields as the query of an address, percent-encoded."""
    return urlencode(fields, quote_via=percent_encode)


def _written(value: Any) -> Any:
    """Return text so that a browser's parser changes nothing of it. It would drop NUL, and turn CR into LF."""
    if isinstance(value, str) and not isinstance(value, Markup) and ("\0" in value or "\r" in value):
        return escape(value.replace("\0", "\ufffd")).replace("\r", Markup("&#13;"))
    return value


def _count(number: int, noun: str) -> str:
    return f"{number:,} {noun}{'' if number == 1 else 's'}"


def _by_weight(matched: Mapping[str, float]) -> list[tuple[str, float]]:
    return sorted(matched.items(), key=lambda item: (-item[1], item[0]))


def _share(weight: float, matched: Mapping[str, float]) -> int:
    """Return a weight as a percentage of the greatest."""
    greatest = max(matched.values())
    return round(100 * weight / greatest) if greatest > 0 else 0


def _environment() -> Environment:
    environment = Environment(
        loader=FileSystemLoader(_TEMPLATES),
        autoescape=True,
        undefined=StrictUndefined,
        finalize=_written,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.globals.update(
        version=qa.__version__, max_question=qa.MAX_QUESTION, document_url=document_url, query=query
    )
    environment.filters.update(number="{:,}".format, count=_count, by_weight=_by_weight, share=_share)
    return environment


_ENVIRONMENT = _environment()
