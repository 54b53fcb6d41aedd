"""Answers, lists and re-checks as lines for a terminal.

A document is hostile input: a control character in it could drive the terminal, so each is shown as �, and in JSON as
an escape. Left out: colour and width; a terminal wraps by itself.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from typing import TYPE_CHECKING

import qa
from server.silence import Topic, find_beyond, find_explanation, find_verdict

if TYPE_CHECKING:  # an answer is shown without them, and sooner
    from pydantic import BaseModel

    from server.bodies.documents import DocumentsBody
    from server.bodies.verification import VerifiedBody
    from server.commands.saved import VerifiedConversationBody

__all__ = ["format_answer", "format_documents", "format_json", "format_verified", "join_lines", "shorten"]

_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")
_RAW_CONTROL = re.compile(r"[\x7f-\x9f\u202a-\u202e\u2066-\u2069]")
_MAX_SHOWN = 240

_SILENCE = {
    "no_match": "Not in these documents.",
    "low_confidence": "No sentence found that clearly answers this.",
    "not_a_question": "Quoth answers questions about documents.",
    "empty_library": "There are no documents to ask. Add some with: quoth add PATH --library DIR",
    "empty_question": "The question is empty.",
}
_REASONS = {
    "no_match": "No passage matches the words of the question.",
    "no_sentence": "Passages share words with the question, but no sentence that answers it was found in them.",
    "low_confidence": "Passages share words with the question, but no sentence is likely enough to be the answer.",
    "not_a_question": "It quotes their sentences word for word and writes no text of its own: no small talk, no "
    "summaries, no counts or sums. Ask for something that the documents say.",
}

_BEYOND = {
    "summary": "Quoth does not summarise. These are sentences on the subject, word for word.",
    "list": "Quoth does not make complete lists. There may be more in the documents.",
    "sum": "Quoth does not count or add up. It quotes what the documents say.",
}
_OTHER_LANGUAGE = "The question is in another language than the documents. Language of the documents:"


def format_json(body: BaseModel) -> str:
    """Return a body as indented JSON that holds no raw control character."""
    return _RAW_CONTROL.sub(lambda match: f"\\u{ord(match[0]):04x}", body.model_dump_json(indent=2))


def join_lines(text: str) -> str:
    """Return text on one line, each run of white space as one space and each control character as �."""
    return _CONTROL.sub("�", " ".join(text.split()))


def shorten(text: str) -> str:
    """Return text on one line as `join_lines` does, cut to 240 characters."""
    line = join_lines(text)
    return line if len(line) <= _MAX_SHOWN else f"{line[: _MAX_SHOWN - 1]}…"


def format_answer(
    answer: qa.Answer, title_of: Callable[[str], str], topics: Callable[[], Sequence[Topic]] = tuple
) -> Iterator[str]:
    """Yield the quotes by number, each with its citations; or why there are none, and what to read.

    […] on a line of its own stands for what is left out between two quotes of one document. title_of: gives the title
    of a document by its id, for passages to read. topics: gives the documents to ask about, for what is no question. An
    answer that is partial says so first, and what may be meant comes before all else that is found or not.
    """
    if answer.left_out:
        yield f"Partial answer: {', '.join(answer.left_out)} did not respond, so the documents there were not searched."
    if answer.suggestion:
        yield f"Did you mean: {join_lines(answer.suggestion)}"
    beyond = find_beyond(answer)
    if beyond:
        yield _BEYOND[beyond]
    if answer.answered:
        before: qa.Quote | None = None
        for quote in answer.reading:
            confidence = answer.confidence if quote.best else None
            if before and before.document_id == quote.document_id and not quote.continues:
                yield "[…]"
            yield f"“{_CONTROL.sub('�', quote.text)}” [{quote.number}]"
            yield f"    {_format_citation(quote, confidence)}"
            yield from (f"    also in {_format_citation(place)}" for place in quote.also)
            if quote.disagrees_with:
                verb = "says" if len(quote.disagrees_with) == 1 else "say"
                yield f"    these sources disagree: {_format_numbers(quote.disagrees_with)} {verb} otherwise"
            before = quote
        return
    explanation = find_explanation(answer)
    yield f"{_SILENCE[find_verdict(answer)]} {_REASONS[explanation] if explanation else ''}".rstrip()
    if answer.reason == "not_a_question":
        yield from (f"  - {_format_topic(topic)}" for topic in topics())
    if answer.languages:
        yield f"{_OTHER_LANGUAGE} {', '.join(map(name_language, answer.languages))}."
    if answer.missing_terms and not answer.left_out:
        yield f"No document contains: {', '.join(map(join_lines, answer.missing_terms))}"
    if answer.nearest:
        yield "Nearest passages:"
        yield from (f"  - {_format_passage(passage, title_of(passage.document_id))}" for passage in answer.nearest)


def name_language(code: str) -> str:
    """Return the English name of a language; its code where it has none.

    >>> name_language("de"), name_language("und")
    ('German', 'und')
    """
    from babel import Locale  # the names are many: only where one is shown

    return Locale("en").languages.get(code, code) if code != "und" else code


def format_documents(documents: DocumentsBody, *, verbose: bool = False) -> Iterator[str]:
    """Yield one line for each document: id, passages, characters, language, day, title and source.

    It says whether there are notes on how a document was read; verbose: then which, a line each.
    """
    if not documents.documents:
        yield "There are no documents."
    for info in documents.documents:
        about = join_lines(info.title if info.title == info.source else f"{info.title} ({info.source})")
        size = f"{info.n_passages:,} passages, {info.n_characters:,} characters"
        added = f", added {info.added[:10]}" if info.added else ""
        mark = ", with notes" if info.notices else ""
        yield f"{join_lines(info.id)}  {size}, {info.language}{added}{mark}  {about}"
        if verbose:
            yield from (f"    {join_lines(notice)}" for notice in info.notices)
    if not verbose and any(info.notices for info in documents.documents):
        yield "List the notes on how documents were read with --verbose."


def format_verified(verified: VerifiedBody | VerifiedConversationBody) -> Iterator[str]:
    """Yield the status of each quote by number, with what it means; in a conversation below turn and question."""
    from server.commands.saved import VerifiedConversationBody

    if isinstance(verified, VerifiedConversationBody):
        if not verified.turns:
            yield "The conversation has no answers: there is nothing to check."
        for turn in verified.turns:
            yield f"Turn {turn.turn}: {shorten(turn.question)}"
            yield from (f"    {line}" for line in format_verified(turn))
        return
    if not verified.quotes:
        yield "The answer has no quotes: there is nothing to check."
    for quote in sorted(verified.quotes, key=lambda quote: quote.number):
        yield f"[{quote.number}] {quote.status}: {join_lines(quote.detail)}"


def _format_numbers(numbers: Sequence[int]) -> str:
    return ", ".join(f"[{number}]" for number in numbers)


def _format_citation(citation: qa.Citation, confidence: float | None = None) -> str:
    parts = [
        join_lines(citation.title),
        f"page {citation.page}" if citation.page else "",
        f"line {citation.line}",
        "recognised text" if citation.recognised else "",
        f"under “{join_lines(citation.heading)}”" if citation.heading else "",
        f"confidence {confidence:.0%}" if confidence is not None else "",
    ]
    return ", ".join(part for part in parts if part)


def _format_topic(topic: Topic) -> str:
    title, headings = join_lines(topic.title), ", ".join(map(join_lines, topic.headings))
    return f"{title}: {headings}" if headings else title


def _format_passage(passage: qa.Passage, title: str) -> str:
    heading = f", under “{join_lines(passage.heading)}”" if passage.heading else ""
    return f"{join_lines(title)}{heading}: {shorten(passage.text)}"
