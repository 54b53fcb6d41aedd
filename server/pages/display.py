"""How pages are shown to one reader: in which language and in which colours. Two cookies keep what was chosen.

They hold a choice from a list and nothing else; without them the browser's own wishes count. Left out: the text in each
language (wording) and the colours (static).
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Annotated

from fastapi import APIRouter, Form
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from server.wording import LANGUAGES, Wording, choose_language, load_wording

__all__ = ["THEMES", "Display", "choose_display", "keep_own_address", "router"]

THEMES = ("system", "light", "dark", "contrast")
"""Colours that can be chosen; the first leaves it to the system."""

_LANGUAGE = "quoth-language"
_THEME = "quoth-theme"
_KEPT_SECONDS = 365 * 24 * 3600
_LONGEST_ADDRESS = 6_000
_OWN_ADDRESS = re.compile(r"/(?![/\\])[^\\\x00-\x1f\x7f-\x9f]*")

_SHOWN_AGAIN = {"/documents": "/documents"}
"""Pages that a form leads to, by its path, and the address that shows them without what was sent."""

router = APIRouter(include_in_schema=False)


@dataclass(frozen=True, slots=True)
class Display:
    """How a page is shown. address: of the page itself, to come back to after a change."""

    t: Wording
    theme: str
    address: str


def choose_display(request: Request) -> Display:
    """Return how a reader wants pages: as chosen, else as the browser says."""
    language = request.cookies.get(_LANGUAGE)
    theme = request.cookies.get(_THEME)
    path = request.scope.get("raw_path", b"/").decode("ascii", "replace")
    address = f"{path}?{request.url.query}" if request.url.query else path
    return Display(
        t=load_wording(
            language if language in LANGUAGES else choose_language(request.headers.get("accept-language", ""))
        ),
        theme=theme if theme in THEMES else THEMES[0],
        address=keep_own_address(address) if request.method == "GET" else _SHOWN_AGAIN.get(path, "/"),
    )


@router.post("/display")
def choose(
    *,
    language: Annotated[str, Form()] = "",
    theme: Annotated[str, Form()] = "",
    back: Annotated[str, Form()] = "/",
    draft: Annotated[str, Form()] = "",
    earlier: Annotated[list[str] | None, Form()] = None,
) -> Response:
    """Keep what was chosen, and go back to the page; what is no choice is left as it was.

    draft: the form is that of the chat, with its conversation and what is typed there. A browser sends it on to the
    chat, which shows both again.
    """
    if draft:
        response = RedirectResponse("/#latest" if earlier else "/", 307)
    else:
        response = RedirectResponse(keep_own_address(back), 303)
    for name, value, choices in ((_LANGUAGE, language, LANGUAGES), (_THEME, theme, THEMES)):
        if value in choices:
            response.set_cookie(name, value, max_age=_KEPT_SECONDS, httponly=True, samesite="lax")
    return response


def keep_own_address(address: str) -> str:
    """Return an address on this server as it is given, and `/` for any other: a form must not lead elsewhere."""
    return address if len(address) <= _LONGEST_ADDRESS and _OWN_ADDRESS.fullmatch(address) else "/"
