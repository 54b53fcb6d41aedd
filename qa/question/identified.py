"""The identifiers of a question beside what was found for it: what is said of another thing is no answer.

An identifier that is in none of the passages found, their headings and titles, is missing, and nothing answers. Where
one of them holds it, a sentence is left out that is about another thing of nearly the same name: the nearest place that
names either decides, which is the sentence itself, its heading, its passage, its document's title. A question without
an identifier, as nearly every one, is left as it is.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from qa.text.identifiers.codes import Identifier
from qa.text.words import words
from qa.types import Evidence, Hit

__all__ = ["find_unnamed", "keep_identified", "name_whole"]


def find_unnamed(identifiers: Sequence[Identifier], hits: Sequence[Hit], titles: Mapping[str, str]) -> list[Identifier]:
    """Return the identifiers that no hit holds, in order. titles: of the documents, by id.

    One whose form is not certain is missing only where something else has nearly its name.
    """
    if not identifiers:
        return []
    texts = [
        text
        for hit in hits
        for text in (hit.passage.text, hit.passage.heading or "", titles.get(hit.passage.document_id, ""))
    ]
    return [
        each
        for each in identifiers
        if not any(map(each.is_in, texts)) and (each.certain or any(map(each.is_missed_in, texts)))
    ]


def keep_identified(
    evidence: Sequence[Evidence], identifiers: Sequence[Identifier], titles: Mapping[str, str]
) -> list[Evidence]:
    """Return the sentences that are about nothing else than the identifiers name, in their order."""
    return [
        sentence
        for sentence in evidence
        if not any(_is_of_another(sentence, each, titles.get(sentence.span.document_id, "")) for each in identifiers)
    ]


def _is_of_another(sentence: Evidence, identifier: Identifier, title: str) -> bool:
    passage = sentence.passage
    if identifier.is_number:  # a figure of a sentence is no number of a clause
        places = [passage.heading or ""]
        if identifier.is_in(sentence.text):
            return False
    else:
        places = [sentence.text, passage.heading or "", passage.text, title]
    for place in places:
        if identifier.is_in(place):
            return False
        if identifier.is_missed_in(place):
            return True
    return False


def name_whole(
    missing: Sequence[str], identifiers: Sequence[Identifier], unnamed: Sequence[Identifier]
) -> tuple[str, ...]:
    """Return the words to name as missing: an identifier whole or not at all, in no case a part of one.

    missing: words that no document holds. identifiers: those of the question. unnamed: the ones that are missing.
    """
    lost = {*missing}
    parts = {each.text: {*words(each.text)} for each in identifiers}
    whole = [each.text for each in identifiers if each in unnamed or (parts[each.text] and parts[each.text] <= lost)]
    return (*(word for word in missing if not any(word in own for own in parts.values())), *whole)
