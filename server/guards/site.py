"""What other sites may make a browser send: nothing, but to open a page of this server in a tab of its own.

Even an answer that a page cannot read tells it something: how long it took says whether the documents hold a word. So
what another site sends is refused before any work. Left out: who asks; a program sends none of these headers, and
passes.
"""

from __future__ import annotations

from collections.abc import Callable, Collection

from starlette.requests import Request

from server.problems import CROSS_SITE, ProblemError, show_value

__all__ = ["is_from_elsewhere", "make_site_check"]

_OWN = frozenset({"same-origin", "none"})  # none: typed, or from a bookmark


def is_from_elsewhere(request: Request) -> bool:
    """Tell whether another site sent a request.

    A browser names the sender in Sec-Fetch-Site; an old one only in Origin. Another port of this machine is another
    site.
    """
    site = request.headers.get("sec-fetch-site")
    if site is not None:
        return site not in _OWN
    origin = request.headers.get("origin")
    return origin is not None and _cut_authority(origin) != request.headers.get("host", "").lower()


def make_site_check(allowed_origins: Collection[str]) -> Callable[[Request], ProblemError | None]:
    """Return a check that refuses what another site sends, unless its origin is allowed or a page is to be opened."""
    origins = frozenset(allowed_origins)

    def check(request: Request) -> ProblemError | None:
        origin = request.headers.get("origin")
        if not is_from_elsewhere(request) or origin in origins or _opens_page(request):
            return None
        site = request.headers.get("sec-fetch-site")
        return ProblemError(
            CROSS_SITE,
            f"{request.method} was sent by another site ({show_value(origin or site)}). Use the chat of this server, "
            "send the request from a program, or add that site to QUOTH_ALLOWED_ORIGINS.",
        )

    return check


def _opens_page(request: Request) -> bool:
    """Tell whether a browser follows a link, and shows what it is given in a tab."""
    return (
        request.method == "GET"
        and request.headers.get("sec-fetch-mode") == "navigate"
        and request.headers.get("sec-fetch-dest") == "document"
    )


def _cut_authority(origin: str) -> str:
    return origin.partition("://")[2].lower()
