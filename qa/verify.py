"""Re-check the quotes of an answer against documents, without trusting the answer."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager, suppress
from dataclasses import dataclass
from typing import Any

from qa.errors import DocumentNotFound, InvalidOption
from qa.index.protocol import View
from qa.types import Answer, Citation, Document, Status, Verification

__all__ = ["verify_answer"]

_SHA256 = re.compile("[0-9a-f]{64}")


@dataclass(frozen=True, slots=True)
class _Claim:
    """What a quote says of itself, as far as it can be checked."""

    number: int
    document_id: str
    start: int
    end: int
    text: str
    sha256: str


def verify_answer(
    answer: Answer | Mapping[str, Any], open_view: Callable[[], AbstractContextManager[View]]
) -> list[Verification]:
    """Return what became of each quote, in the answer's order; empty when it quotes nothing.

    After a quote come the other places that are cited for the same fact, each under the quote's number.

    answer: the record, or the JSON that the endpoint and the command line give. A document that is not there by id is
    looked up by the digest of its text, so that an answer can be checked where the files lie elsewhere. open_view: is
    called once for each document, of which one at a time is kept, so that others get in between.

    Raises InvalidOption when `answer` has not the shape of one.
    """
    claims = list(_read_claims(answer))
    with open_view() as view:
        targets = _find_documents(claims, view)
    verdicts: dict[int, Verification] = {}
    for document_id, places in targets.items():
        document = None
        if document_id is not None:
            with open_view() as view, suppress(DocumentNotFound):  # removed since
                document = view.document(document_id)
        verdicts.update((place, _check(claims[place], document)) for place in places)
    return [verdicts[place] for place in range(len(claims))]


def _read_claims(answer: Answer | Mapping[str, Any]) -> Iterator[_Claim]:
    if isinstance(answer, Answer):
        for quote in answer.quotes:
            yield from (_of_record(quote.number, place) for place in (quote, *quote.also))
        return
    quotes = answer.get("quotes") if isinstance(answer, Mapping) else None
    if not isinstance(quotes, list):
        raise InvalidOption("This is not an answer: it has no list of quotes. Give the JSON that Quoth answered with.")
    for position, item in enumerate(quotes, 1):
        yield from _of_json(item, position)


def _find_documents(claims: Sequence[_Claim], view: View) -> dict[str | None, list[int]]:
    """Return which claims are to be checked with which document, by its id; None for those of which none is there."""
    known = view.sha256s({claim.document_id for claim in claims})
    elsewhere = {claim.sha256 for claim in claims if claim.document_id not in known}
    with_text = {sha256: view.with_sha256(sha256) for sha256 in elsewhere if _SHA256.fullmatch(sha256)}
    targets: dict[str | None, list[int]] = {}
    for place, claim in enumerate(claims):
        target = claim.document_id if claim.document_id in known else with_text.get(claim.sha256)
        targets.setdefault(target, []).append(place)
    return targets


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


def _check(claim: _Claim, document: Document | None) -> Verification:
    if document is None:
        return _verdict(claim, "missing", f"No document {claim.document_id[:100]!r} and none with its text is here.")
    holds = claim.end - max(0, claim.start) == len(claim.text) and document.text.startswith(
        claim.text, max(0, claim.start)
    )
    if document.sha256 != claim.sha256:
        still = "still" if holds else "no longer"
        detail = f"The document has changed since it was quoted; these words are {still} at this place."
        return _verdict(claim, "stale", detail)
    if not holds or claim.start < 0:
        return _verdict(claim, "altered", "The document is the one that was cited, and has other words at this place.")
    return _verdict(claim, "verified", "The document holds these words at this place.")


def _verdict(claim: _Claim, status: Status, detail: str) -> Verification:
    return Verification(claim.number, claim.document_id, status, detail)
