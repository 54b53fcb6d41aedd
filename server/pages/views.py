"""What the chat shows, as frozen records, and how each is made of an answer's JSON, new or kept by a browser.

Words are left to the templates: a record names them by key. Left out: routes, HTML (templates), where a text is
cut (marking) and the document beside an answer (reading).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Literal

import qa
from server.bodies.answers import AnswerBody, CitationBody, PassageBody, PlaceBody, QuoteBody
from server.bodies.base import link_to_document
from server.pages.conversation import MAX_EARLIER, AskedQuestion, link_to_conversation, list_fields
from server.pages.document_list import Scope, UploadLimits
from server.pages.marking import Piece, cut_pieces
from server.pages.reading import AROUND, ShownDocument
from server.silence import Topic, find_beyond, find_explanation, find_verdict, list_topics

__all__ = ["Chat", "Cited", "Near", "PlaceLink", "QuoteGroup", "TurnView", "view_turn"]

LONGEST_NEAR = 320
"""Characters shown of a nearest passage."""

ADVICE: Mapping[str, tuple[str, ...]] = {
    "no_match": ("other_words", "spelling"),
    "low_confidence": ("read_nearest", "one_fact"),
    "not_a_question": ("one_fact",),
    "empty_library": ("add",),
    "empty_question": ("type",),
}
"""What to try when nothing is quoted, by the reason."""
VERDICTS = ((0.9, "very_likely"), (0.7, "likely"), (0.5, "more_likely"), (0.0, "doubtful"))

State = Literal["", "changed", "gone"]


@dataclass(frozen=True, slots=True, kw_only=True)
class PlaceLink:
    """A link to a place in a document. url: its page. panel: address of the same beside the answer.

    state: what became of the document since it was quoted. recognised: whether its page is a picture of its words.
    """

    title: str
    heading: str | None
    page: int | None
    line: int
    url: str
    panel: str
    state: State = ""
    recognised: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Cited:
    """A quote as it is shown. pieces: its text, the focus marked. also: the other places of its fact.

    omitted: whether […] stands between the quote shown before it and this one.
    """

    quote: QuoteBody
    pieces: tuple[Piece, ...]
    place: PlaceLink
    also: tuple[PlaceLink, ...]
    omitted: bool = False


@dataclass(frozen=True, slots=True)
class QuoteGroup:
    """Quotes that are shown together: those that disagree side by side, all others one below the other."""

    quotes: tuple[Cited, ...]
    disagree: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Near:
    """A passage near a question. text: its first sentences; cut: whether there are more."""

    text: str
    cut: bool
    place: PlaceLink


@dataclass(frozen=True, slots=True, kw_only=True)
class TurnView:
    """One question and its answer. verdict: key of confidence in words. scope: which documents were asked.

    groups: quotes in the order of reading. fields: those that carry the earlier questions in a form.
    literal, more, suggested: addresses that ask it as it stands, for more quotes, and what may be meant in its place;
    None where that is no use. topics: documents to ask about where it was no question, with their pages.
    record: what a browser keeps of it.
    """

    answer: AnswerBody
    scope: Scope
    verdict: str
    groups: tuple[QuoteGroup, ...]
    runner_up: Cited | None
    nearest: tuple[Near, ...]
    fields: Sequence[tuple[str, str]]
    link: str | None
    literal: str | None
    more: str | None
    suggested: str | None
    topics: tuple[tuple[Topic, str], ...]
    record: dict[str, Any]

    @property
    def quotes(self) -> tuple[Cited, ...]:
        """All quotes, as they are shown."""
        return tuple(cited for group in self.groups for cited in group.quotes)

    @property
    def silence(self) -> str:
        """Key of what is said where nothing is quoted."""
        return find_verdict(self.answer)

    @property
    def beyond(self) -> str | None:
        """Key of what is said of a request for more than quotes; None where there is no such."""
        return find_beyond(self.answer)

    @property
    def explanation(self) -> str | None:
        """Key of what explains that nothing is quoted; None where there is no more to say."""
        return find_explanation(self.answer)

    @property
    def advice(self) -> tuple[str, ...]:
        """Keys of what to try when nothing is quoted."""
        wider = ("ask_all",) if self.scope.chosen else ()
        return (*ADVICE.get(self.answer.reason or "", ()), *wider)

    @property
    def best(self) -> Cited | None:
        """The quote of which confidence speaks."""
        return next((cited for cited in self.quotes if cited.quote.best), None)


@dataclass(frozen=True, slots=True, kw_only=True)
class Chat:
    """The chat after some questions: turns, oldest first, and the source of the last one's best quote.

    asked: the questions that the form carries on. typed and error: what could not be asked, and why. link: the address
    of this conversation, None when it is too long. scope: which documents the next question is asked of. documents: the
    first ones only. limits: of uploads; None where nothing may be changed. manual: address of its first page;
    None where the library has it not, and within a conversation.
    """

    turns: tuple[TurnView, ...]
    asked: Sequence[AskedQuestion]
    source: ShownDocument | None
    typed: str
    error: str | None
    link: str | None
    scope: Scope
    documents: Sequence[qa.DocumentInfo]
    limits: UploadLimits | None
    examples: Sequence[str]
    manual: str | None
    origin: str

    @property
    def fields(self) -> list[tuple[str, str]]:
        """The fields of the form that carry the questions so far."""
        return list_fields(self.asked)


def view_turn(library: qa.Library, asked: Sequence[AskedQuestion], answer: AnswerBody, scope: Scope) -> TurnView:
    """Return one answer as the chat shows it. asked: the conversation up to its question. scope: what was asked."""
    last = asked[-1]
    followed = last.literal or (len(asked) > 1 and answer.standalone != answer.question)
    topics = list_topics(library, scope.chosen) if answer.reason == "not_a_question" else ()
    full = len(answer.quotes) >= last.max_quotes and not last.more

    def link(question: str = last.question, *, literal: bool = last.literal, more: bool = last.more) -> str | None:
        return link_to_conversation([*asked[:-1], AskedQuestion(question, literal, more)], scope.chosen)

    return TurnView(
        answer=answer,
        scope=scope,
        verdict=next(words for least, words in VERDICTS if answer.confidence >= least),
        groups=_group_quotes(library, answer),
        runner_up=_cite(library, answer.runner_up) if answer.runner_up else None,
        nearest=tuple(_cut_passage(passage) for passage in answer.nearest),
        fields=list_fields(asked[:-1][-MAX_EARLIER:]),
        link=link(),
        literal=link(literal=not last.literal) if followed else None,
        more=link(more=True) if full else None,
        suggested=link(answer.suggestion) if answer.suggestion else None,
        topics=tuple((topic, link_to_document(topic.document_id)) for topic in topics),
        record={
            "question": answer.question,
            "literal": last.literal,
            "more": last.more,
            "documents": list(scope.chosen),
            "total": scope.total,
            "answer": answer.model_dump(mode="json", exclude={"timing_ms"}),
        },
    )


def _group_quotes(library: qa.Library, answer: AnswerBody) -> tuple[QuoteGroup, ...]:
    """Return the quotes in the order of reading; those that disagree as one group where they follow each other."""
    by_number = {quote.number: quote for quote in answer.quotes}
    waiting = [by_number[number] for number in dict.fromkeys(answer.reading_order) if number in by_number]
    before = dict(zip((quote.number for quote in waiting[1:]), waiting, strict=False))
    groups: list[QuoteGroup] = []
    shown: QuoteBody | None = None
    while waiting:
        first = waiting[0]
        against = [quote for quote in waiting if quote.number in first.disagrees_with and quote is not first]
        if against and waiting[1 : 1 + len(against)] == against:
            sides = [first, *against]
            groups.append(QuoteGroup(tuple(_cite(library, quote) for quote in sides), disagree=True))
            shown = None
        else:
            sides = [first]
            near = shown is not None and shown.document_id == first.document_id
            follows = first.continues and shown is not None and before.get(first.number) is shown
            cited = _cite(library, first, omitted=near and not follows)
            joined = groups.pop().quotes if groups and not groups[-1].disagree else ()
            groups.append(QuoteGroup((*joined, cited), disagree=False))
            shown = first
        taken = {quote.number for quote in sides}
        waiting = [quote for quote in waiting if quote.number not in taken]
    return tuple(groups)


def _cite(library: qa.Library, quote: QuoteBody, *, omitted: bool = False) -> Cited:
    focus = qa.Span(quote.document_id, quote.focus.start, quote.focus.end) if quote.focus else None
    return Cited(
        quote=quote,
        pieces=cut_pieces(quote.text, quote.start, quote=focus),
        place=_link_place(quote, quote.citation, _find_state(library, quote), focus),
        also=tuple(_link_place(other, other.citation, _find_state(library, other)) for other in quote.also),
        omitted=omitted,
    )


def _link_place(
    place: PlaceBody | QuoteBody, citation: CitationBody, state: State, focus: qa.Span | None = None
) -> PlaceLink:
    url = link_to_document(place.document_id, place.start, place.end, citation.sha256)
    marked = f"&focus_start={focus.start}&focus_end={focus.end}" if focus else ""
    return PlaceLink(
        title=citation.title,
        heading=citation.heading,
        page=citation.page,
        line=citation.line,
        recognised=citation.recognised,
        url=f"{url}#quote",
        panel=f"{url}{marked}&around={AROUND}",
        state=state,
    )


def _find_state(library: qa.Library, place: PlaceBody | QuoteBody) -> State:
    """Return the state of a quoted document, by the digest of its text."""
    try:
        info = library.info(place.document_id)
    except qa.DocumentNotFound:
        return "gone"
    return "" if info.sha256 == place.citation.sha256 else "changed"


def _cut_passage(passage: PassageBody) -> Near:
    """Cut a passage after the last sentence that fits; a first sentence too long for that, after a word."""
    text = passage.text
    heading = (passage.heading or "").rpartition(" › ")[2]  # the nearest of those above, which is cited anyway
    skipped = len(heading) if text.startswith(heading) else 0
    ends = [end - passage.start for _, end in passage.sentences if skipped < end - passage.start <= LONGEST_NEAR]
    if ends:
        text = text[: ends[-1]]
    elif len(text) > LONGEST_NEAR:
        text = "".join(text[: LONGEST_NEAR + 1].rsplit(maxsplit=1)[:1])
    text = text[skipped:].strip()
    url = link_to_document(passage.document_id, passage.start, passage.end)
    return Near(
        text=text,
        cut=not passage.text.rstrip().endswith(text),
        place=PlaceLink(
            title=passage.title,
            heading=passage.heading,
            page=passage.page,
            line=passage.line,
            url=f"{url}#quote",
            panel=f"{url}&around={AROUND}",
        ),
    )
