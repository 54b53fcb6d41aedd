"""How an English question asks: by which word, for what, about what; so which words of a sentence would answer.

Left out: other languages, and questions that are answered by yes or no.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from qa.text.detect import DEFAULT_LANGUAGE
from qa.text.english import AUXILIARIES
from qa.text.function_words import FUNCTION_WORDS
from qa.text.stems import fold, term
from qa.text.terms import FUNCTION_TERMS
from qa.text.words import find_word_spans

__all__ = ["KINDS", "Form", "alike", "read_form"]

KINDS = (
    "name whose who_do who_is who when where why how_many how_much how_long how_far how_do how what_do what_is "
    "what_is_the what_can what_kind what_noun what_verb what".split()
)
_GRAMMAR = FUNCTION_WORDS[DEFAULT_LANGUAGE]
_SHORTEST = 4  # letters: what is shorter is like nothing but itself
_QUESTION_WORDS = frozenset("what which who whom whose when where why how".split())
_EXTENTS = {"many": "how_many", "much": "how_much", "long": "how_long"} | dict.fromkeys(
    ("old", "far", "often", "big", "large", "tall", "high"), "how_far"
)


@dataclass(frozen=True, slots=True)
class Form:
    """The form of a question; each word of it folded, and empty when there is none.

    kind: what it begins with, of `KINDS`. head: stem of what is asked for ("what year": year).
    opening: the question word and the next. before: the word before it ("in what year": in). last: the last word.
    stems: of all its words. topic: stems after the question word, in order, without function words and the head.
    beginnings: the first letters of the topic's stems.
    """

    kind: str
    head: str
    opening: str
    before: str
    last: str
    stems: frozenset[str]
    topic: tuple[str, ...]
    beginnings: frozenset[str]

    def about(self, stem: str) -> bool:
        """Tell whether a stem is one of the topic's, or begins like one."""
        return stem[:_SHORTEST] in self.beginnings and alike(stem, self.topic)


def read_form(question: str) -> Form | None:
    """Return the form of a question, or None when no English word asks for something in it, as in a yes/no question.

    >>> form = read_form("In what year was the old museum founded?")
    >>> form.kind, form.head, form.before, form.topic
    ('what_noun', 'year', 'in', ('old', 'museum', 'found'))
    """
    words = [
        fold(word) for word in (question[start:end] for start, end in find_word_spans(question)) if word[0].isalnum()
    ]
    at = next((place for place, word in enumerate(words) if word in _QUESTION_WORDS), None)
    if at is None and words[:1] == ["name"]:
        at = 0
    if at is None:
        return None
    kind, head = _find_kind(words[at], words[at + 1 :])
    stems = [term(word) for word in words]
    head = term(head)
    topic = tuple(stem for stem in stems[at + 1 :] if stem not in FUNCTION_TERMS and stem != head)
    return Form(
        kind=kind,
        head=head,
        opening=" ".join(words[at : at + 2]),
        before=words[at - 1] if at else "",
        last=words[-1],
        stems=frozenset(stems),
        topic=topic,
        beginnings=frozenset(stem[:_SHORTEST] for stem in topic),
    )


def _find_kind(asking: str, rest: Sequence[str]) -> tuple[str, str]:
    """Return the kind of question, and the word for what is asked for; empty when there is none."""
    following = rest[0] if rest else ""
    kind, head = asking, ""
    if asking in ("what", "which"):
        kind, head = _find_kind_of_what(following, rest)
    elif asking == "how" and following in _EXTENTS:
        counted = next((word for word in rest[1:4] if word not in _GRAMMAR), "")
        kind, head = _EXTENTS[following], counted if following in ("many", "much") else following
    elif asking == "how":
        kind = "how_do" if following in AUXILIARIES else "how"
    elif asking in ("who", "whom"):
        kind = {"do": "who_do", "does": "who_do", "did": "who_do"}.get(following, "who")
        kind = "who_is" if following in ("is", "are", "was", "were") else kind
    return kind, head


def _find_kind_of_what(following: str, rest: Sequence[str]) -> tuple[str, str]:
    """Return kind and head of a question with what or which; `rest` are the words after it."""
    kind, head = "what", ""
    if following in ("do", "does", "did"):
        kind = "what_do"
    elif following in ("is", "are", "was", "were"):
        nouns = _up_to_function_word(rest[2:]) if rest[1:2] and rest[1] in _BEFORE_NOUN else []
        kind, head = ("what_is_the", nouns[-1]) if nouns else ("what_is", "")
    elif following in AUXILIARIES:
        kind = "what_can"
    elif following in _SORTS and rest[1:2] == ["of"]:
        kind, head = "what_kind", "".join(rest[2:3])
    elif nouns := _up_to_function_word(rest):
        named = len(nouns) < len(rest) and rest[len(nouns)] in AUXILIARIES  # else one of them is the verb
        kind, head = ("what_noun", nouns[-1]) if named else ("what_verb", nouns[0])
    return kind, head


_BEFORE_NOUN = frozenset("the a an one another some".split())
_SORTS = frozenset("kind kinds type types sort sorts form".split())


def _up_to_function_word(words: Sequence[str]) -> list[str]:
    end = next((at for at, word in enumerate(words) if word in _GRAMMAR), len(words))
    return list(words[:end])


def alike(stem: str, others: Collection[str]) -> bool:
    """Tell whether a stem is one of the others, or shares seven tenths of its beginning, at least four letters.

    >>> alike("displac", {"displacement"}), alike("ship", {"sheep"})
    (True, False)
    """
    if stem in others:
        return True
    if len(stem) < _SHORTEST:
        return False
    beginning = stem[: max(_SHORTEST, int(0.7 * len(stem)))]
    return any(other.startswith(beginning) for other in others)
