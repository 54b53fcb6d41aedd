"""Re-check the quotes of an answer against documents, without trusting the answer."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache, partial
from typing import Any

from qa.errors import DocumentNotFound, InvalidOption
from qa.index.protocol import View
from qa.types import Answer, Citation, Document, Status, Verification

__all__ = ["verify_answer"]


@dataclass(frozen=True, slots=True)
class _Claim:
    """What a quote says of itself, as far as it can be checked."""

    number: int
    document_id: str
    start: int
    end: int
    text: str
    sha256: str


def verify_answer(answer: Answer | Mapping[str, Any], view: View) -> list[Verification]:
    """Return what became of each quote, in the answer's order; empty when it quotes nothing.

    After a quote come the other places that are cited for the same fact, each under the quote's number.

    answer: the record, or the JSON that the endpoint and the command line give. A document that is not there by id is
    looked up by the digest of its text, so that an answer can be checked where the files lie elsewhere.

    Raises InvalidOption when `answer` has not the shape of one.
    """
    find = cache(partial(_find, view=view))  # quotes of one answer are often of one document
    if isinstance(answer, Answer):
        return [
            _check(_of_record(quote.number, place), find) for quote in answer.quotes for place in (quote, *quote.also)
        ]
    quotes = answer.get("quotes") if isinstance(answer, Mapping) else None
    if not isinstance(quotes, list):
        raise InvalidOption("This is not an answer: it has no list of quotes. Give the JSON that Quoth answered with.")
    claims = (claim for position, item in enumerate(quotes, 1) for claim in _of_json(item, position))
    return [_check(claim, find) for claim in claims]


def _of_record(number: int, place: Citation) -> _Claim:
    return _Claim(number, place.document_id, place.start, place.end, place.text, place.sha256)


def _of_json(item: object, position: int) -> Iterator[_Claim]:
    """Yield the claim of a quote, then those of the other places that it cites. `also` may be left out."""
    claim = _claim(item, position)
    yield claim
    also = item.get("also", []) if isinstance(item, Mapping) else []
    if not isinstance(also, list):
        raise _wrong(position, "also", also, "a list")
    for place in also:
        numbered = {**place, "number": claim.number} if isinstance(place, Mapping) else place
        yield _claim(numbered, position)


def _claim(item: object, position: int) -> _Claim:
    citation = item.get("citation") if isinstance(item, Mapping) else None
    if not isinstance(item, Mapping) or not isinstance(citation, Mapping):
        raise InvalidOption(f"Quote {position} of the answer has no citation. Give the JSON that Quoth answered with.")

    def whole(name: str) -> int:
        value = item.get(name)
        if type(value) is not int:
            raise _wrong(position, name, value, "a whole number")
        return value

    def text(name: str, of: Mapping[str, object]) -> str:
        value = of.get(name)
        if not isinstance(value, str):
            raise _wrong(position, name, value, "text")
        return value

    return _Claim(
        number=whole("number"),
        document_id=text("document_id", item),
        start=whole("start"),
        end=whole("end"),
        text=text("text", item),
        sha256=text("sha256", citation),
    )


def _wrong(position: int, name: str, value: object, kind: str) -> InvalidOption:
    return InvalidOption(
        f"Quote {position} of the answer has {name} {str(value)[:40]!r}, which is not {kind}. "
        "Give the JSON that Quoth answered with."
    )


def _check(claim: _Claim, find: Callable[[str, str], Document | None]) -> Verification:
    document = find(claim.document_id, claim.sha256)
    if document is None:
        return _verdict(claim, "missing", f"No document {claim.document_id[:100]!r} and none with its text is here.")
    holds = document.text[max(0, claim.start) : max(0, claim.end)] == claim.text
    if document.sha256 != claim.sha256:
        still = "still" if holds else "no longer"
        detail = f"The document has changed since it was quoted; these words are {still} at this place."
        return _verdict(claim, "stale", detail)
    if not holds or claim.start < 0:
        return _verdict(claim, "altered", "The document is the one that was cited, and has other words at this place.")
    return _verdict(claim, "verified", "The document holds these words at this place.")


def _find(document_id: str, sha256: str, *, view: View) -> Document | None:
    try:
        return view.document(document_id)
    except DocumentNotFound:
        same = view.with_sha256(sha256)
        return view.document(same) if same else None


def _verdict(claim: _Claim, status: Status, detail: str) -> Verification:
    return Verification(claim.number, claim.document_id, status, detail)
