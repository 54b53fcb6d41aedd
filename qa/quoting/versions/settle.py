"""Which version of a document answers: the newer one's sentence before the older one's, though it scored less.

Looked at is what stands in the place of the best sentence in other documents of its name, or in near-duplicates. Where
another document is newer, its sentence takes the place and the score of the best one. A question that asks how it was,
or for the version of a year, is answered as it stands. Left out: other sentences than the best one.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from functools import cmp_to_key, lru_cache

from qa.question.question import Question
from qa.quoting.fact import fact
from qa.quoting.versions.age import VersionMarks, are_marked_apart, compare_ages, read_marks
from qa.quoting.versions.contradiction import contradict
from qa.quoting.versions.counterparts import Counterpart, SentencePlace, find_counterpart
from qa.quoting.versions.marks import ASKS_FORMER
from qa.quoting.versions.names import are_near_names, have_one_name, read_file_name
from qa.quoting.versions.polarity import says_change
from qa.text.stems import function_terms
from qa.text.terms import terms
from qa.types import DocumentInfo, Evidence, Hit, Passage, Span

__all__ = ["settle"]

Rivals = tuple[tuple[Evidence, bool], ...]

_MOST = 4  # other versions that are looked at
# Share of the terms of two passages that must be the same where names are, and where one is only longer; terms of each.
_ALIKE, _DUPLICATE, _FEWEST = 0.5, 0.75, 12


def settle(  # noqa: PLR0917
    question: Question,
    evidence: Sequence[Evidence],
    hits: Sequence[Hit],
    documents: Mapping[str, DocumentInfo],
    find: Callable[[str, str], list[Passage]],
    read: Callable[[str], str],
) -> tuple[list[Evidence], Rivals]:
    """Return the evidence with the newest version's sentence first, and what others say and whether it contradicts.

    evidence: best first. hits, documents: that were looked at, and their documents by id.
    find: returns passages of a document that are like a text. read: returns the text of a document. Both are called
    only where two documents may be versions of one.
    """
    others = _list_versions(evidence[0], hits, documents) if evidence else []
    if not others:
        return list(evidence), ()
    best = evidence[0]
    own = [hit.passage for hit in hits if hit.passage.document_id == best.span.document_id]
    sentence = SentencePlace(best.passage, best.passage.sentences.index((best.span.start, best.span.end)))
    named = documents[best.span.document_id]
    asked = question.content_terms(best.passage.language)
    stands = {best.span.document_id: Counterpart(sentence, anchored=True)}
    for document_id in others:
        info = documents[document_id]
        if not (have_one_name(named, info) and are_marked_apart(named, info)) and not compare_ages(named, info, read):
            continue  # nothing but like words says that they are versions
        passages = {hit.passage.start: hit.passage for hit in hits if hit.passage.document_id == document_id}
        passages |= {passage.start: passage for passage in find(f"{best.text} {question.text}", document_id)}
        ordered = [passages[start] for start in sorted(passages)]
        if counterpart := find_counterpart(sentence, own, ordered, asked):
            stands[document_id] = counterpart
    return _arrange(question, evidence, stands, documents, read)


def _arrange(
    question: Question,
    evidence: Sequence[Evidence],
    stands: Mapping[str, Counterpart],
    documents: Mapping[str, DocumentInfo],
    read: Callable[[str], str],
) -> tuple[list[Evidence], Rivals]:
    """Return the evidence in the order of the versions of its best sentence. stands: what each of them says."""
    best = evidence[0]

    def compare(a: str, b: str) -> int:
        wanted = _is_wanted(question, documents[b]) - _is_wanted(question, documents[a])
        return wanted or compare_ages(documents[b], documents[a], read) or _compare_words(stands[b], stands[a])

    ids = [best.span.document_id, *sorted(set(stands) - {best.span.document_id})]
    if not ASKS_FORMER.search(question.text):
        ids.sort(key=cmp_to_key(compare))
    known = {sentence.span: sentence for sentence in evidence}
    said = {document_id: _give_evidence(stands[document_id], best, known) for document_id in ids}
    newest = said[ids[0]]
    anchored = {document_id: stands[document_id].anchored and stands[ids[0]].anchored for document_id in ids}
    language = best.passage.language
    if _is_wanted(question, documents[ids[0]]):  # other versions are not asked for
        rivals: Rivals = ()
    else:
        rivals = tuple(
            (said[n], contradict(newest.text, said[n].text, language, anchored=anchored[n])) for n in ids[1:]
        )
    if newest.span == best.span:
        return list(evidence), rivals
    gone = {newest.span}
    stated = fact(newest.text, language)
    if not any(contradicts and rival.span == best.span for rival, contradicts in rivals):
        gone |= {best.span} if fact(best.text, language) != stated else set()
    rest = [sentence for sentence in evidence if sentence.span not in gone]
    return [replace(newest, score=best.score), *rest], rivals


def _give_evidence(counterpart: Counterpart, best: Evidence, known: Mapping[Span, Evidence]) -> Evidence:
    """Return the evidence of a sentence; one that shares no word with the question has the features of the best."""
    passage = counterpart.place.passage
    span = Span(passage.document_id, *passage.sentences[counterpart.place.number])
    if span in known:
        return known[span]
    held = set(terms(counterpart.place.text, passage.language))
    return Evidence(
        span, passage, 0.0, {name: share for name, share in best.matched.items() if name in held}, best.features
    )


def _list_versions(best: Evidence, hits: Sequence[Hit], documents: Mapping[str, DocumentInfo]) -> list[str]:
    """Return the ids of the documents that are versions of that of the best sentence, in the order of their hits."""
    own = documents[best.span.document_id]
    versions = []
    for document_id, info in documents.items():
        if document_id == own.id:
            continue
        if have_one_name(own, info):
            is_version = are_marked_apart(own, info) or _are_duplicates(best, info, hits, _ALIKE, 0)
        else:
            is_version = are_near_names(own, info) and _are_duplicates(best, info, hits, _DUPLICATE, _FEWEST)
        if is_version:
            versions.append(document_id)
    return versions[:_MOST]


def _are_duplicates(best: Evidence, other: DocumentInfo, hits: Sequence[Hit], least: float, fewest: int) -> bool:
    """Tell whether a passage of another document has at `least` such a share of its terms and of the best one's."""
    words = _list_content(best.passage.text, best.passage.language)
    for hit in hits:
        if hit.passage.document_id == other.id and hit.passage.language == best.passage.language:
            others = _list_content(hit.passage.text, hit.passage.language)
            if min(len(words), len(others)) >= fewest and (
                2 * len(words & others) >= least * (len(words) + len(others))
            ):
                return True
    return False


@lru_cache(maxsize=1024)
def _list_content(text: str, language: str) -> frozenset[str]:
    """Return the terms of a text but function words."""
    return frozenset(terms(text, language)) - function_terms(language)


def _is_wanted(question: Question, info: DocumentInfo) -> bool:
    """Tell whether a question names the version or year that a document is marked with."""
    asked = read_marks(question.text)
    return any(
        bool(asked.version and asked.version == own.version)
        or bool(asked.date[0] and all(not x or x == y for x, y in zip(asked.date, own.date, strict=True)))
        for own in _list_marks(info)
    )


def _list_marks(info: DocumentInfo) -> tuple[VersionMarks, VersionMarks]:
    return read_marks(info.title), read_marks(read_file_name(info.source))


def _compare_words(a: Counterpart, b: Counterpart) -> int:
    """Return 1 when only the first sentence says that something is other than it was, -1 when only the second does."""
    changes = [says_change(each.place.text, each.place.passage.language) for each in (a, b)]
    return changes[0] - changes[1]
