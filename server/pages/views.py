"""What the chat shows, as frozen records, and how each is made of an answer's JSON, new or kept by a browser.

Words are left to the templates: a record names them by key. Left out: routes, HTML (templates), where a text is
cut (marking) and the document beside an answer (reading).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import qa
from server.bodies.answers import AnswerBody, QuoteBody
from server.bodies.base import link_to_document
from server.pages.conversation import FEW_QUOTES, MAX_EARLIER, AskedQuestion, link_to_conversation, list_fields
from server.pages.document_list import Scope, UploadLimits
from server.pages.marking import Piece, cut_pieces
from server.pages.places.links import Near, PlaceLink, cut_passage, find_state, link_place
from server.pages.reading import ShownDocument
from server.silence import Topic, find_beyond, find_explanation, find_verdict, list_topics

__all__ = ["Chat", "Cited", "Near", "PlaceLink", "QuoteGroup", "TurnView", "view_turn"]

ADVICE: Mapping[str, tuple[str, ...]] = {
    "no_match": ("other_words", "spelling"),
    "low_confidence": ("read_nearest", "one_fact"),
    "not_a_question": ("one_fact",),
    "empty_library": ("add",),
    "empty_question": ("type",),
}
"""What to try when nothing is quoted, by the reason."""
VERDICTS = ((0.9, "very_likely"), (0.7, "likely"), (0.5, "more_likely"), (0.0, "doubtful"))


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
class TurnView:
    """One question and its answer. verdict: key of confidence in words. scope: which documents were asked.

    groups: quotes in the order of reading. fields: those that carry the earlier questions in a form.
    literal, more, suggested, wider: addresses that ask it as it stands, for more quotes, what may be meant in its place
    and all documents; None where that is no use. n_linked: how many questions `link` has; None where it has all.
    no_more: more quotes were asked for, and there are none. topics: documents to ask about where it was no question,
    with their pages. record: what a browser keeps of it.
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
    no_more: bool
    n_linked: int | None
    suggested: str | None
    wider: str | None
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
        return ADVICE.get(self.answer.reason or "", ())

    @property
    def best(self) -> Cited | None:
        """The quote of which confidence speaks."""
        return next((cited for cited in self.quotes if cited.quote.best), None)


@dataclass(frozen=True, slots=True, kw_only=True)
class Chat:
    """The chat after some questions: turns, oldest first, and the source of the last one's best quote.

    asked: the questions that the form carries on. n_before: how many were asked before the turns that are shown;
    n_uncarried: before those that it carries. typed and error: what could not be asked, and why. link: the address of
    this conversation, None when it is too long. scope: which documents the next question is asked of. documents: the
    first ones only. limits: of uploads; None where nothing may be changed. manual: address of its first page;
    None where the library has it not, and within a conversation.
    """

    turns: tuple[TurnView, ...]
    asked: Sequence[AskedQuestion]
    n_before: int
    n_uncarried: int
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
        return [*list_fields(self.asked), *[("before", str(self.n_uncarried))] * bool(self.n_uncarried)]


def view_turn(
    library: qa.Library, asked: Sequence[AskedQuestion], answer: AnswerBody, scope: Scope, *, n_before: int = 0
) -> TurnView:
    """Return one answer as the chat shows it. asked: the conversation up to its question. scope: what was asked.

    n_before: how many questions come before `asked`.
    """
    last = asked[-1]
    followed = last.literal or (len(asked) > 1 and answer.standalone != answer.question)
    topics = list_topics(library, scope.chosen) if answer.reason == "not_a_question" else ()
    full = len(answer.quotes) >= last.max_quotes and not last.more

    def link(question: str = last.question, *, literal: bool = last.literal, more: bool = last.more) -> str | None:
        return link_to_conversation([*asked[:-1], AskedQuestion(question, literal, more)], scope.chosen, n_before)

    words = qa.Question(answer.standalone).content_words if answer.nearest else ()
    return TurnView(
        answer=answer,
        scope=scope,
        verdict=next(words for least, words in VERDICTS if answer.confidence >= least),
        groups=_group_quotes(library, answer),
        runner_up=_cite(library, answer.runner_up) if answer.runner_up else None,
        nearest=tuple(cut_passage(passage, words) for passage in answer.nearest),
        fields=list_fields(asked[:-1][-MAX_EARLIER:]),
        link=link(),
        literal=link(literal=not last.literal) if followed else None,
        more=link(more=True) if full else None,
        no_more=last.more and len(answer.quotes) <= FEW_QUOTES,
        n_linked=MAX_EARLIER + 1 if n_before or len(asked) > MAX_EARLIER + 1 else None,
        wider=link_to_conversation(asked, (), n_before) if scope.chosen and not answer.answered else None,
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
        place=link_place(quote, quote.citation, find_state(library, quote), focus),
        also=tuple(link_place(other, other.citation, find_state(library, other)) for other in quote.also),
        omitted=omitted,
    )
