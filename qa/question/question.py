"""One question, made once: what each step that answers it needs to know of its words.

It is read in one language, and what is known of the grammar of that language alone is used. What takes time is done
when it is first looked at, and kept. Left out: how much each word counts, which the documents say (`query`).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property

from qa.question.form import Form, read_form
from qa.question.kinds.answer_type import AnswerType, classify
from qa.question.kinds.narrower import Narrower, narrow_kind
from qa.question.utterances.chat import is_chat
from qa.question.utterances.parts import split_question
from qa.question.utterances.remark import Remark
from qa.question.utterances.requests import Request, read_request
from qa.question.utterances.topics import find_topic, is_topic
from qa.text.detect import DEFAULT_LANGUAGE
from qa.text.grammar import ASKS_DATE
from qa.text.identifiers.codes import Identifier, find_identifiers
from qa.text.stems import is_function_word, term
from qa.text.terms import find_content_words, terms
from qa.types import Span

__all__ = ["Before", "Question"]


@dataclass(frozen=True)
class Before:
    """What was quoted before a question that leans on it.

    last: places of the last answer. places: of all answers that are looked back at. confidence: of the last one.
    texts: of the quotes of all of them, on one line each, for those whose places are not known.
    """

    last: frozenset[Span]
    places: frozenset[Span]
    confidence: float
    texts: frozenset[str] = frozenset()


@dataclass(frozen=True)
class Question:
    """A question as it is asked of the documents.

    text: as it is understood in its conversation. language: the one that it is read in.
    foreign: the language that it is in, where no document is in it; else empty.
    carried: those of its words that are from earlier in the conversation, to what they count for, in (0, 1), beside 1
    for those typed just now. asked: as it was typed; by default its text.
    remark: what it is as a remark on the answer before it. before: what was quoted then, where it leans on that.
    person: the name of whom it points to, where that was put in.

    >>> question = Question("How long was the proposed ceasefire?")
    >>> question.type, question.cue, question.content_words, question.sought_words
    ('duration', 'How long', ('long', 'proposed', 'ceasefire'), ('proposed', 'ceasefire'))
    >>> Question("Was kostet die Eintrittskarte?", "de").type, Question("Was ist das?", "de").type
    ('number', None)
    >>> Question("What is a permit?", "de", foreign="en").content_words
    ('permit',)
    """

    text: str
    language: str = DEFAULT_LANGUAGE
    carried: Mapping[str, float] = field(default_factory=dict)
    asked: str = ""
    foreign: str = ""
    remark: Remark | None = None
    before: Before | None = None
    person: str = ""

    def __post_init__(self) -> None:
        object.__setattr__(self, "asked", self.asked or self.text)

    @property
    def in_english(self) -> bool:
        """Whether it is read in English, the only language in which a question's form is understood."""
        return self.language == DEFAULT_LANGUAGE

    @cached_property
    def _class(self) -> tuple[AnswerType | None, str]:
        return classify(self.text, self.language)

    @property
    def type(self) -> AnswerType | None:
        """The kind of answer that is asked for; None when its words do not say."""
        return self._class[0]

    @cached_property
    def narrower(self) -> Narrower | None:
        """What is asked for more narrowly than its type: a price, or a time of day."""
        return narrow_kind(self.text, self.type, self.language)

    @property
    def cue(self) -> str:
        """The words that only say what kind of answer is asked for; empty when there are none."""
        if self.request and self.request.cue:
            return self.request.cue
        return self.text[: find_topic(self.text)].strip() or self._class[1]

    @cached_property
    def form(self) -> Form | None:
        """How it asks; None in other languages than English, and when no word asks, as in a yes/no question."""
        return read_form(self.text) if self.in_english else None

    @cached_property
    def asks_date(self) -> bool:
        """Whether it asks for a date or a time of day, as far as that is known of its language."""
        pattern = ASKS_DATE.get(self.language)
        return self.type == "date" or (pattern is not None and pattern.search(self.text) is not None)

    @cached_property
    def identifiers(self) -> tuple[Identifier, ...]:
        """Its words that name one thing by their exact letters and figures."""
        return find_identifiers(self.text)

    @cached_property
    def content_words(self) -> tuple[str, ...]:
        """Its words that are no function words, as typed, in order, each once by its term."""
        words = find_content_words(self.text, self.language)
        return tuple(word for word in words if not (self.foreign and is_function_word(word, self.foreign)))

    @cached_property
    def sought_words(self) -> tuple[str, ...]:
        """The content words that are looked for in documents: none of its cue."""
        asking = set(terms(self.cue, self.language))
        return tuple(word for word in self.content_words if term(word, self.language) not in asking)

    @property
    def asks_nothing(self) -> bool:
        """Whether it asks nothing of the documents: chit-chat, or a request for what Quoth does not do."""
        return self.remark == "doubt" or (self.request is not None and self.request.bare) or is_chat(self.asked)

    @cached_property
    def request(self) -> Request | None:
        """What is asked for that Quoth does not do, such as a summary; None where it asks for no such thing."""
        return read_request(self.asked)

    @cached_property
    def is_topic(self) -> bool:
        """Whether it only names what it asks for, as "parental leave" does, and leans on nothing before."""
        return not (self.carried or self.before or self.request) and is_topic(self.text, self.language)

    @cached_property
    def parts(self) -> tuple[Question, ...]:
        """The questions that it consists of, each with words of the others where it has few; empty where it is one."""
        put_in = f" ({' '.join(self.carried)})" if self.carried else ""
        bare = self.text.removesuffix(put_in) if put_in else self.text
        texts = split_question(bare, self.language)
        each = [replace(self, text=text, carried={}) for text in texts]
        return tuple(_complete_part(part, each, self.carried) for part in each)

    @cached_property
    def own_words(self) -> tuple[str, ...]:
        """The sought words that were typed just now, and not put in from earlier in the conversation."""
        return self._list_typed(self.sought_words)

    @property
    def typed_words(self) -> tuple[str, ...]:
        """The content words that were typed just now."""
        return self._list_typed(self.content_words)

    def _list_typed(self, words: tuple[str, ...]) -> tuple[str, ...]:
        if self.asked == self.text:
            return words
        typed = set(terms(self.asked, self.language))
        return tuple(word for word in words if term(word, self.language) in typed)

    @cached_property
    def _content_terms(self) -> dict[str, frozenset[str]]:
        return {}

    def content_terms(self, language: str) -> frozenset[str]:
        """Return the terms of its content words as documents in a language have them."""
        known = self._content_terms
        if language not in known:
            known[language] = frozenset(term(word, language) for word in self.content_words)
        return known[language]


_LENT_WEIGHT = 0.5  # what a word of another part counts for, beside one of its own
_FEWEST_WORDS = 2  # sought words of a part that needs none of the others'


def _complete_part(part: Question, parts: Sequence[Question], carried: Mapping[str, float]) -> Question:
    """Return a part with what was carried to the whole question, and words of the other parts where it needs them."""
    known = set(part.content_terms(part.language))
    lent: dict[str, float] = {}
    needs = len(part.sought_words) < _FEWEST_WORDS
    others = [(word, _LENT_WEIGHT) for other in parts if needs and other is not part for word in other.sought_words]
    for word, counts in [*carried.items(), *others]:
        name = term(word, part.language)
        if name not in known:
            known.add(name)
            lent[word] = counts
    return replace(part, text=f"{part.text} ({' '.join(lent)})", carried=lent) if lent else part
