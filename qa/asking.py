"""One question, asked of one state of a library: understood, searched for, scored, and answered or not.

All of it is functions of frozen records and of a `View`; nothing is changed. Left out: which state that is, and what
may be asked (library), and how each step is done (its own module).
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial as bound
from time import perf_counter

from qa.answering.answer import N_NEAREST, answer, silence
from qa.index.protocol import View
from qa.models.known_words import is_known
from qa.question.followup import complete
from qa.question.identified import find_unnamed, keep_identified, name_whole
from qa.question.leaning import is_fragment
from qa.question.mending.mend import mend
from qa.question.missing import find_missing, name_missing
from qa.question.query import analyse
from qa.question.question import Question
from qa.question.utterances.chat import find_question
from qa.quoting.narrowing import limit, narrow
from qa.quoting.versions.settle import settle
from qa.reader import WindowReader, consult
from qa.scoring.calibration import Calibration
from qa.scoring.confidence import ConfidenceModel, compute_confidence_features, load_confidence_model
from qa.scoring.evidence import EvidenceModel, load_evidence_model, select
from qa.scoring.examination import Examination
from qa.scoring.matching.match import Match, match_sentences
from qa.scoring.second import SecondModel, compute_read_confidence, count_windows, load_second_model, put_first
from qa.scoring.topic import describe_topic, load_topic_model
from qa.text.detect import DEFAULT_LANGUAGE, detect, detect_foreign
from qa.text.stems import term
from qa.types import Document, DocumentInfo, Evidence, Hit, Passage, Span, Turn

__all__ = ["N_NEAREST", "Models", "answer", "examine", "load_models", "match", "score", "silence", "understand"]

_FEW_WORDS = 20  # characters of a question that say little of its language
_MOST_LANGUAGES = 5  # that are told, those of the most passages first


@dataclass(frozen=True, slots=True)
class Models:
    """What was trained: sentence scores, and confidence; without the second a score stands for it.

    reader: the small reader that gives a second opinion; None for none. second: what takes that into account.
    """

    evidence: EvidenceModel
    confidence: ConfidenceModel | None
    reader: WindowReader | None = None
    second: SecondModel | None = None


def load_models(reader: WindowReader | None) -> Models:
    """Return the models that are shipped. Raises LibraryError when a file of theirs does not fit this version."""
    second = load_second_model() if reader else None
    return Models(load_evidence_model(), load_confidence_model(), reader, second)


def understand(asked: str, history: Sequence[Turn], view: View) -> Question:
    """Return the question as it is understood after the turns before, oldest first."""
    question = _read(Question(asked[find_question(asked) :], asked=asked), view, history)
    completed = complete(question, history, bound(_find_missing, view=view))
    if completed.carried and is_fragment(question):
        own = question.sought_words
        # What was asked before does not answer a question whose own words no document holds.
        if own and [*own] == _find_missing(own, view, question.text):
            return question
    return completed if completed is question else _read(completed, view, history)


def examine(  # noqa: PLR0917
    asked: str,
    history: Sequence[Turn],
    k: int,
    documents: Collection[str] | None,
    view: View,
    models: Models,
    calibration: Calibration,
    *,
    mending: bool = True,
) -> Examination:
    """Return all that an answer is chosen from.

    history: earlier turns of the conversation, oldest first. k: how many passages are looked at. documents: ids to ask;
    None for all. mending: whether misspelt words are mended, and the question examined as it is meant. Raises what the
    view raises.
    """
    question = understand(asked, history, view)
    examination = _examine(question, k, documents, view, models, calibration)
    if question.asks_nothing:
        return examination
    parts = tuple(_examine(part, k, documents, view, models, calibration) for part in question.parts)
    examination = replace(examination, parts=parts)
    if not mending or question.foreign:
        return examination
    languages = [*dict.fromkeys([question.language, *view.languages])]
    names = [name for info in examination.documents.values() for name in (info.title, info.source)]
    unheld = name_missing(question, _find_missing(question.typed_words, view, question.text), names)
    mended = mend(asked, unheld, languages, view, is_known)
    if mended is None:
        return examination
    again = mended.sure and examine(mended.text, history, k, documents, view, models, calibration, mending=False)
    return replace(examination, suggestion=mended.text, mended=again or None)


def _examine(  # noqa: PLR0917
    question: Question,
    k: int,
    documents: Collection[str] | None,
    view: View,
    models: Models,
    calibration: Calibration,
) -> Examination:
    """Return what an answer to a question is chosen from, without its parts and what else may be meant."""
    started = perf_counter()
    hits = view.search(question.text, k, documents, question.carried)
    retrieved = perf_counter()
    missing = _find_missing(question.own_words, view, question.text)
    infos = _read_infos(hits, view)
    match = _match(question, hits, view, infos, missing)
    titles = {document_id: info.title for document_id, info in infos.items()}
    unnamed = find_unnamed(question.identifiers, hits, titles)
    matching = [] if unnamed else keep_identified(select(match, models.evidence), question.identifiers, titles)
    evidence = narrow(matching, question)
    features: Mapping[str, float] = {}
    if evidence:
        features = compute_confidence_features(evidence, match, models.evidence.term_weights)
    log_odds, confidence = None, evidence[0].score if evidence else 0.0
    read: list[Evidence] = []
    if models.confidence and evidence:
        log_odds = models.confidence.log_odds(features)
        n_windows = count_windows(log_odds) if _is_read(question) else 0
        if models.reader and models.second and n_windows:
            evidence = read = consult(models.reader, question.text, evidence, titles, n_windows)
        if models.second and read and n_windows > 1:
            rescored = models.second.rescore(read)
            features = compute_confidence_features(rescored, match, models.evidence.term_weights)
            log_odds = models.second.log_odds(compute_read_confidence(features, log_odds, read, rescored))
            evidence = put_first(rescored[0].span, read)
        if question.is_topic:
            features = describe_topic(match, evidence, log_odds)
            log_odds = load_topic_model().log_odds(features)
        confidence = calibration.corrected(log_odds)
    confidence = limit(confidence, evidence, question)
    evidence, rivals = settle(
        question,
        evidence,
        hits,
        infos,
        bound(_find_passages, view=view),
        lambda document_id: view.document(document_id).text,
    )
    selected = perf_counter()
    return Examination(
        question=question,
        n_passages=view.n_passages,
        hits=tuple(hits),
        evidence=tuple(evidence),
        documents=infos,
        missing_terms=name_whole(
            name_missing(question, missing, [name for info in infos.values() for name in (info.title, info.source)]),
            question.identifiers,
            unnamed,
        ),
        languages=tuple(view.languages)[:_MOST_LANGUAGES] if question.foreign else (),
        features=features,
        log_odds=log_odds,
        confidence=confidence,
        min_confidence=calibration.threshold,
        left_out=tuple(view.left_out),
        rivals=rivals,
        reader=models.reader.name if models.reader and read else None,
        timing_ms={
            "retrieve": (retrieved - started) * 1e3,
            "select": (selected - retrieved) * 1e3,
            "total": (selected - started) * 1e3,
        },
    )


def _is_read(question: Question) -> bool:
    """Tell whether the reader is asked: it reads English, and a topic or a word of thanks asks it nothing."""
    return question.language == DEFAULT_LANGUAGE and not (
        question.foreign or question.is_topic or question.asks_nothing
    )


def match(asked: str, k: int, documents: Collection[str] | None, view: View) -> Match:
    """Return the words of a question beside the sentences of the passages that are found for it."""
    question = understand(asked, (), view)
    hits = view.search(question.text, k, documents)
    return _match(
        question, hits, view, _read_infos(hits, view), _find_missing(question.sought_words, view, question.text)
    )


def score(asked: str, places: Collection[Span], k: int, view: View, models: Models) -> list[float]:
    """Return how well each place answers a question, in [0, 1] and in their order; 0.0 where they share no word.

    k: how many passages of their documents are looked at. Raises DocumentNotFound, or InvalidSpan for a place outside
    its document.
    """
    documents = {place.document_id: view.document(place.document_id) for place in places}
    for place in places:
        place.cut(documents[place.document_id])
    question = understand(asked, (), view)
    hits = [
        Hit(_give(hit.passage, places, documents[hit.passage.document_id]), hit.score)
        for hit in view.search(question.text, k, documents)
    ]
    evidence = select(_match(question, hits, view, _read_infos(hits, view)), models.evidence)
    scores = {sentence.span: sentence.score for sentence in evidence}
    return [scores.get(place, 0.0) for place in places]


def _give(passage: Passage, places: Collection[Span], document: Document) -> Passage:
    """Return `passage` with the places that begin in it for sentences; it is longer when the last one reaches out."""
    inside = sorted(
        (place.start, place.end)
        for place in places
        if place.document_id == passage.document_id and passage.start <= place.start < passage.end
    )
    end = max([passage.end, *(end for _, end in inside)])
    return replace(passage, end=end, text=document.text[passage.start : end], sentences=tuple(inside))


def _read(question: Question, view: View, history: Sequence[Turn] = ()) -> Question:
    """Return a question as it is read in one of the languages that the library has passages in.

    history: what a question of a few words, which say little of their language, is read beside; else empty.
    """
    among, text = view.languages, question.text
    if history and isinstance(history[-1].question, str) and len(question.asked) <= _FEW_WORDS:
        text = f"{text} {history[-1].question}"
    language = detect(text, among=among) if among else DEFAULT_LANGUAGE
    return replace(question, language=language, foreign=detect_foreign(text, among))


def _match(
    question: Question,
    hits: Sequence[Hit],
    view: View,
    infos: Mapping[str, DocumentInfo],
    missing: Sequence[str] = (),
) -> Match:
    """Return the question as it is matched by the passages that were found for it. infos: of their documents."""
    languages = dict.fromkeys(hit.passage.language for hit in hits)
    query = analyse(question, bound(view.idf, language=question.language), languages)
    lost = sum(query.terms[term(word, question.language)] for word in missing)
    return match_sentences(query, hits, {document_id: info.title for document_id, info in infos.items()}, lost)


def _read_infos(hits: Sequence[Hit], view: View) -> dict[str, DocumentInfo]:
    """Return the entries of the documents of hits, by id."""
    return {document_id: view.info(document_id) for document_id in {hit.passage.document_id: None for hit in hits}}


def _find_passages(text: str, document_id: str, view: View) -> list[Passage]:
    """Return the passages of a document that are most like a text."""
    return [hit.passage for hit in view.search(text, N_NEAREST, [document_id])]


def _find_missing(words: Sequence[str], view: View, text: str = "") -> list[str]:
    """Return those of some words that no passage holds, in order. text: where they are from."""
    return find_missing(words, text, view.languages, view.holds)
