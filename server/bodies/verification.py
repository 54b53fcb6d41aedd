"""The JSON of re-checks: what is read of an answer that was given earlier, and what became of each of its quotes.

Left out: the check itself, which is the library's.
"""

from __future__ import annotations

from typing import Annotated, Literal, Self

from pydantic import Field, model_validator

from server.bodies.answers import MOST_ALSO, MOST_QUOTES
from server.bodies.base import AtMost, GivenBody, Name, ResponseBody, Text

__all__ = ["GivenAnswer", "VerificationBody", "VerifiedBody"]

MAX_PLACES = 1_000
"""Places that are checked in one request; each may be in a document of its own, which is read."""
Status = Literal["verified", "stale", "altered", "missing"]


class GivenCitation(GivenBody):
    """What a re-check reads of a citation."""

    sha256: Text


class GivenPlace(GivenBody):
    """What a re-check reads of a further place of a fact."""

    text: Text
    document_id: Text
    start: int
    end: int
    citation: GivenCitation


class GivenQuote(GivenPlace):
    """What a re-check reads of a quote."""

    number: int
    also: Annotated[list[GivenPlace], AtMost(MOST_ALSO)] = Field(default=[])


class GivenAnswer(GivenBody):
    """An answer that was given earlier, to be checked again. Fields that a re-check does not read may be left out."""

    quotes: Annotated[list[GivenQuote], AtMost(MOST_QUOTES)]

    @model_validator(mode="after")
    def _count_places(self) -> Self:
        """Refuse more places than a request may make the library look up."""
        n_places = sum(1 + len(quote.also) for quote in self.quotes)
        if n_places > MAX_PLACES:
            raise ValueError(f"cites {n_places:,} places: send {MAX_PLACES:,} at the most at a time")
        return self


class VerificationBody(ResponseBody):
    """What a re-check of one quote found."""

    number: int
    document_id: Name
    status: Status
    detail: Name


class VerifiedBody(ResponseBody):
    """What a re-check found. verified: every quote is."""

    verified: bool
    quotes: list[VerificationBody]
