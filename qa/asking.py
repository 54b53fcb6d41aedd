"""One question, asked of one state of a library: understood, found, scored, and answered or not.

All of it is functions of frozen records and of a `View`; nothing is changed. Left out: which state that is, and what
may be asked (library), and how each step is done (its own module).
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial as bound
from time import perf_counter
from typing import Any

from qa.focus import find_focus
from qa.index.protocol import View
from qa.question.answer_type import words_of_matter
from qa.question.followup import Understood, understand
from qa.question.query import analyse
from qa.quoting.compose import compose
from qa.ranking.formulas import NOTHING_CARRIED
from qa.scoring.confidence import Calibration, ConfidenceModel, confidence_features
from qa.scoring.evidence import EvidenceModel, select
from qa.scoring.match import Match, match
from qa.text.detect import DEFAULT_LANGUAGE, detect
from qa.text.stems import term
from qa.types import Answer, Document, DocumentInfo, Examination, Hit, Passage, Reason, Span, Turn

__all__ = ["N_NEAREST", "Models", "answered", "examined", "matched", "scored", "silence", "understood"]

N_NEAREST = 3  # passages to read when there is no answer


@dataclass(frozen=True, slots=True)
class Models:
    """What was trained: sentence scores, and confidence; without the second a score stands for it."""

    evidence: EvidenceModel
    confidence: ConfidenceModel | None


def understood(question: str, history: Sequence[Turn], view: View) -> Understood:
    """Return the question as it is understood after the turns before, oldest first."""
    if not history:
        return Understood(question)
    asked_in = _language_of(question, view)
    meant = understand(question, history, asked_in)
    if meant.carried:
        own = words_of_matter(question, asked_in)
        # What was asked before does not answer a question whose own words no document holds.
        if own and own == _missing(own, view):
            return Understood(question)
    return meant


def examined(  # noqa: PLR0917
    question: str,
    history: Sequence[Turn],
    k: int,
    documents: Collection[str] | None,
    view: View,
    models: Models,
    calibration: Calibration,
) -> Examination:
    """Return all that an answer is chosen from.

    history: earlier turns of the conversation, oldest first. k: how many passages are looked at. documents: ids to ask;
    None for all. Raises what the view raises.
    """
    started = perf_counter()
    meant = understood(question, history, view)
    question = meant.question
    hits = view.search(question, k, documents, meant.carried)
    retrieved = perf_counter()
    asked_in = _language_of(question, view)
    missing = _missing(words_of_matter(question, asked_in), view)
    infos = _infos(hits, view)
    found = _match(question, hits, view, asked_in, infos, missing, meant.carried)
    evidence = select(found, models.evidence)
    features = confidence_features(evidence, found, models.evidence.term_weights) if evidence else {}
    log_odds, confidence = None, evidence[0].score if evidence else 0.0
    if models.confidence and evidence:
        log_odds = models.confidence.log_odds(features)
        confidence = calibration.corrected(log_odds)
    selected = perf_counter()
    return Examination(
        question=question,
        n_passages=view.n_passages,
        hits=tuple(hits),
        evidence=tuple(evidence),
        documents=infos,
        missing_terms=tuple(missing),
        features=features,
        log_odds=log_odds,
        confidence=confidence,
        min_confidence=calibration.threshold,
        language=asked_in,
        left_out=tuple(view.left_out),
        timing_ms={
            "retrieve": (retrieved - started) * 1e3,
            "select": (selected - retrieved) * 1e3,
            "total": (selected - started) * 1e3,
        },
    )


def answered(question: str, found: Examination, max_quotes: int, min_confidence: float | None) -> Answer:
    """Return the sentences that answer a question, or the reason why there are none.

    question: as it was asked. max_quotes: how many sentences are quoted at the most. min_confidence: probability, in
    [0, 1], below which nothing is quoted; None for the library's threshold.
    """
    quiet = bound(
        silence,
        question,
        found.question,
        missing_terms=found.missing_terms,
        nearest=tuple(hit.passage for hit in found.hits[:N_NEAREST]),
        left_out=found.left_out,
        timing_ms=found.timing_ms,
    )
    if not found.n_passages:
        return silence(question, found.question, "empty_library")
    if not found.evidence:
        return quiet("no_match")
    if found.confidence < (found.min_confidence if min_confidence is None else min_confidence):
        return quiet("low_confidence", confidence=found.confidence)
    started = perf_counter()
    # What a question asks for is known in English only.
    focus = bound(find_focus, found.question) if found.language == DEFAULT_LANGUAGE else None
    quotes, runner_up = compose(found.question, found.evidence, found.documents, max_quotes, focus)
    composed = (perf_counter() - started) * 1e3
    return Answer(
        question=question,
        standalone=found.question,
        answered=True,
        confidence=found.confidence,
        reason=None,
        quotes=quotes,
        runner_up=runner_up,
        missing_terms=found.missing_terms,
        left_out=found.left_out,
        timing_ms={**found.timing_ms, "compose": composed, "total": found.timing_ms["total"] + composed},
    )


def silence(question: str, meant: str, reason: Reason, *, confidence: float = 0.0, **details: Any) -> Answer:
    """Return the answer that quotes nothing. meant: the question as understood."""
    return Answer(question=question, standalone=meant, answered=False, confidence=confidence, reason=reason, **details)


def matched(question: str, k: int, documents: Collection[str] | None, view: View) -> Match:
    """Return the words of a question beside the sentences of the passages that are found for it."""
    asked_in = _language_of(question, view)
    hits = view.search(question, k, documents)
    missing = _missing(words_of_matter(question, asked_in), view)
    return _match(question, hits, view, asked_in, _infos(hits, view), missing)


def scored(question: str, places: Collection[Span], k: int, view: View, models: Models) -> list[float]:
    """Return how well each place answers a question, in [0, 1] and in their order; 0.0 where they share no word.

    k: how many passages of their documents are looked at. Raises DocumentNotFound, or InvalidSpan for a place outside
    its document.
    """
    documents = {place.document_id: view.document(place.document_id) for place in places}
    for place in places:
        place.cut(documents[place.document_id])
    hits = [
        Hit(_given(hit.passage, places, documents[hit.passage.document_id]), hit.score)
        for hit in view.search(question, k, documents)
    ]
    found = _match(question, hits, view, _language_of(question, view), _infos(hits, view))
    scores = {sentence.span: sentence.score for sentence in select(found, models.evidence)}
    return [scores.get(place, 0.0) for place in places]


def _given(passage: Passage, places: Collection[Span], document: Document) -> Passage:
    """Return `passage` with the places that begin in it for sentences; it is longer when the last one reaches out."""
    inside = sorted(
        (place.start, place.end)
        for place in places
        if place.document_id == passage.document_id and passage.start <= place.start < passage.end
    )
    end = max([passage.end, *(end for _, end in inside)])
    return replace(passage, end=end, text=document.text[passage.start : end], sentences=tuple(inside))


def _language_of(question: str, view: View) -> str:
    """Return the language that `question` is asked in, of those that the library has passages in."""
    return detect(question, among=view.languages) if view.languages else DEFAULT_LANGUAGE


def _match(  # noqa: PLR0917
    question: str,
    hits: Sequence[Hit],
    view: View,
    asked_in: str,
    infos: Mapping[str, DocumentInfo],
    missing: Sequence[str] = (),
    carried: Mapping[str, float] = NOTHING_CARRIED,
) -> Match:
    """Return the question as it is matched by the passages that were found for it. infos: of their documents."""
    languages = dict.fromkeys(hit.passage.language for hit in hits)
    idf = bound(view.idf, language=asked_in)
    query = analyse(question, idf, carried=carried, asked_in=asked_in, languages=languages)
    lost = sum(query.terms[term(word, asked_in)] for word in missing)
    return match(query, hits, {document_id: info.title for document_id, info in infos.items()}, lost)


def _infos(hits: Sequence[Hit], view: View) -> dict[str, DocumentInfo]:
    """Return what is known of the documents of hits, by id."""
    return {document_id: view.info(document_id) for document_id in {hit.passage.document_id: None for hit in hits}}


def _missing(words: Sequence[str], view: View) -> list[str]:
    """Return those of some words that no passage holds, in order."""
    held = [view.holds([term(word, language) for word in words], language) for language in view.languages]
    return [word for word, *anywhere in zip(words, *held, strict=True) if not any(anywhere)]
