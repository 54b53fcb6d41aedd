"""Templates to pages, in the reader's language, and addresses. Everything that a template writes is escaped.

Left out: what the pages show (views), which there are (the routes) and what the language is (display).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any
from urllib.parse import quote as percent_encode
from urllib.parse import urlencode

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup, escape
from starlette.requests import Request
from starlette.responses import HTMLResponse, Response

import qa
from server.bodies.base import link_to_document, shorten_source
from server.pages.display import THEMES, choose_display
from server.problems import show_value
from server.wording import LANGUAGES, Wording

__all__ = ["compile_templates", "encode_query", "read_number", "read_origin", "render_page"]

_TEMPLATES = Path(__file__).parents[1] / "templates"


def render_page(request: Request, template: str, *, status: int = 200, **context: Any) -> Response:
    """Return the page that `template` makes of `context`. A lone surrogate, as in a file name, becomes `?`.

    Templates also have `display`, `t`, which gives a message of the interface, and the name of the `reader`.
    """
    display = choose_display(request)
    reader = request.app.state.library.reader
    html = _ENVIRONMENT.get_template(template).render(context, display=display, t=display.t, reader=reader)
    return HTMLResponse(html.encode("utf-8", "replace"), status, {"Vary": "Accept-Language, Cookie"})


def compile_templates() -> None:
    """Make every template ready, which the first page would otherwise wait for."""
    for name in _ENVIRONMENT.list_templates():
        _ENVIRONMENT.get_template(name)


def encode_query(fields: Sequence[tuple[str, str]]) -> str:
    """Return the fields as the query of an address, percent-encoded."""
    return urlencode(fields, quote_via=percent_encode)


def read_number(name: str, value: str, error: type[qa.QuothError] = qa.InvalidOption) -> int:
    """Return a whole number of an address or a form, of twelve digits at most. Raises `error`, which names it."""
    if not (value.isascii() and value.isdigit() and len(value) <= 12):
        raise error(f"{name} is {show_value(value)}: give a whole number, 0 or more.")
    return int(value)


def read_origin(request: Request) -> str:
    """Return scheme, name and port under which this server was reached."""
    return str(request.base_url).rstrip("/")


def _keep_characters(value: Any) -> Any:
    """Return text so that a browser's parser changes nothing of it. It would drop NUL, and turn CR into LF."""
    if isinstance(value, str) and not isinstance(value, Markup) and ("\0" in value or "\r" in value):
        return escape(value.replace("\0", "\ufffd")).replace("\r", Markup("&#13;"))
    return value


def _isolate(text: str) -> Markup:
    """Return text that a message holds, kept apart from the direction of what stands around it."""
    return Markup("<bdi>{}</bdi>").format(_keep_characters(text))


def _embolden(text: str) -> Markup:
    """Return a message as the part of another one that stands out."""
    return Markup("<b>{}</b>").format(text)


def _quote(text: str) -> Markup:
    """Return text that a reader gave, as a quotation inside a message."""
    return Markup('<q dir="auto">{}</q>').format(_keep_characters(text))


def _mark_day(moment: str, t: Wording) -> Markup:
    """Return the day of a moment in ISO 8601."""
    return Markup('<time datetime="{}">{}</time>').format(moment, t.day(moment))


def _to_percent(confidence: float) -> int:
    return round(100 * confidence)


def _sort_by_weight(matched: Mapping[str, float]) -> list[tuple[str, float, int]]:
    """Return terms with their weights, also as a percentage of the greatest, the heaviest first."""
    ranked = sorted(matched.items(), key=lambda item: (-item[1], item[0]))
    greatest = ranked[0][1] if ranked else 0.0
    return [(term, weight, round(100 * (weight / greatest)) if greatest > 0 else 0) for term, weight in ranked]


def _round_figure(confidence: float) -> tuple[str, int]:
    """Return a probability as people write it, by key and in per cent; only certainty is called 0% or 100%."""
    percent = _to_percent(confidence)
    if confidence > 0 and percent == 0:
        return "under", 1
    if confidence < 1 and percent == 100:
        return "over", 99
    return "exactly", percent


def _make_environment() -> Environment:
    environment = Environment(
        loader=FileSystemLoader(_TEMPLATES),
        autoescape=True,
        undefined=StrictUndefined,
        finalize=_keep_characters,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.globals.update(
        version=qa.__version__,
        max_question=qa.MAX_QUESTION,
        document_url=link_to_document,
        query=encode_query,
        languages=LANGUAGES,
        themes=THEMES,
        bdi=_isolate,
        bold=_embolden,
        quoted=_quote,
        day=_mark_day,
    )
    environment.filters.update(
        by_weight=_sort_by_weight, percent=_to_percent, figure=_round_figure, below=shorten_source
    )
    return environment


_ENVIRONMENT = _make_environment()
