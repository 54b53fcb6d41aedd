"""Whether two sentences of different documents contradict each other on the same thing. Rules, not grammar.

They give another figure when all of these hold.

1. They have the same words, negations and conditions, in any order, apart from their figures. Of English, function
   words that change nothing are left out; of other languages, articles alone.
2. They have as many figures, each of the same kind (an amount, a date, a time of day) with the same sign.
3. Exactly one figure differs, by more than rounding or a word such as "about" explains.
4. That one is a date only when the question asks for a date; otherwise it puts the sentences in different times.
5. Neither begins with a pronoun, so that both name what they speak of, and no title or heading has another year.
6. Of the words of the question that they lack, their passages, headings and titles hold the same ones.

They affirm and deny the same when they have the same words and figures but for negations and words of opposite meaning
("allowed" and "no longer allowed", `versions.polarity`), and rules 5 and 6 hold. Left out: contradictions in other
words, which only versions of one document can be seen to have, and sentences in two languages.
"""

from __future__ import annotations

from dataclasses import dataclass

from qa.question.question import Question
from qa.quoting.figures import StatedFigure, are_compatible, find_figures
from qa.quoting.versions.polarity import oppose, strip_polarity
from qa.text.detect import DEFAULT_LANGUAGE
from qa.text.english import DEMONSTRATIVES, LIST_ITEM, POSSESSIVES, SUBJECTS
from qa.text.grammar import ARTICLES, PRONOUNS
from qa.text.lazy_regex import Pattern
from qa.text.stems import function_terms, stemmer, term
from qa.text.terms import FUNCTION_TERMS, terms
from qa.text.words import words
from qa.types import Evidence

__all__ = ["disagree"]

_ITEM = Pattern(rf"\s*{LIST_ITEM}")
# Terms that may be in one of two statements of the same thing and not in the other.
_ASIDE = frozenset(
    map(
        term,
        "about around approximately roughly circa some nearly almost over under estimated more less fewer than at "
        "least most up to accord report reportedly official announce state currently now today just only exactly "
        "total".split(),
    )
)
# Function words that change what is stated.
_TELLING = frozenset(
    map(
        term,
        "not no never nor neither none cannot without before after until above below between during except each every "
        "per from off out down if unless while will would could may might can other was were".split(),
    )
)
_PRONOUNS = SUBJECTS | POSSESSIVES | DEMONSTRATIVES | {"we", "i", "you", "our"}
_FEWEST_WORDS = 2  # content words, for a sentence to say what it speaks of
_YEAR = Pattern(r"(?<!\d)(?:1\d|20)\d\d(?!\d)")


@dataclass(frozen=True, slots=True)
class _Statement:
    """What two sentences must share to speak of the same thing, and their figures, those of one kind in order."""

    words: frozenset[str]
    figures: tuple[StatedFigure, ...]


def disagree(question: Question, a: Evidence, b: Evidence, titles: tuple[str, str]) -> bool:
    """Tell whether two sentences contradict each other, by the rules at the head of this module.

    titles: of the two documents.
    """
    language = a.passage.language
    if a.span.document_id == b.span.document_id or b.passage.language != language:
        return False
    if oppose(a.text, b.text, language):
        return _speak_of_same(question, a, b, titles)
    one, other = _state(a.text, language), _state(b.text, language)
    if one is None or other is None or one.words != other.words:
        return False
    pairs = list(zip(one.figures, other.figures, strict=False))
    if len(one.figures) != len(other.figures) or any((x.kind, x.sign) != (y.kind, y.sign) for x, y in pairs):
        return False
    differing = [(x, y) for x, y in pairs if x.value != y.value]
    if len(differing) != 1 or are_compatible(*differing[0]):
        return False
    other_times = differing[0][0].kind == "date" and not question.asks_date
    return not other_times and _stand_in_same(question, a, b, titles, one.words)


def _speak_of_same(question: Question, a: Evidence, b: Evidence, titles: tuple[str, str]) -> bool:
    """Tell whether two sentences, one of which denies what the other affirms, are the same in all else."""
    language = a.passage.language
    (figures, rest), (others, beside) = (find_figures(strip_polarity(each.text, language), language) for each in (a, b))
    if sorted((f.kind, f.sign, f.value) for f in figures) != sorted((f.kind, f.sign, f.value) for f in others):
        return False
    one, other = (
        _tell(text) if language == DEFAULT_LANGUAGE else _tell_in(language, text)
        for text in (" ".join(rest), " ".join(beside))
    )
    return one is not None and one == other and _stand_in_same(question, a, b, titles, one)


def _stand_in_same(
    question: Question, a: Evidence, b: Evidence, titles: tuple[str, str], words: frozenset[str]
) -> bool:
    """Tell whether what stands around two sentences of some words speaks of the same year and thing."""
    if _find_years(a, titles[0]) != _find_years(b, titles[1]):
        return False
    lacking = question.content_terms(a.passage.language) - words
    return lacking & _list_terms_around(a, titles[0]) == lacking & _list_terms_around(b, titles[1])


def _state(sentence: str, language: str) -> _Statement | None:
    """Return the statement of a sentence; None when it has no figure, or does not name what it speaks of."""
    item = _ITEM.match(sentence)
    figures, rest = find_figures(sentence, language, item.end() if item else 0)
    if not figures:
        return None
    told = _tell(" ".join(rest)) if language == DEFAULT_LANGUAGE else _tell_in(language, " ".join(rest))
    if told is None:
        return None
    return _Statement(told, tuple(sorted(figures, key=lambda figure: (figure.kind, figure.sign))))


def _tell(text: str) -> frozenset[str] | None:
    """Return the terms of an English text that tell something; None when it tells too little, or of a pronoun."""
    every = ["not" if name.endswith("n't") else name for name in terms(text)]
    telling = frozenset(name for name in every if name in _TELLING or name not in FUNCTION_TERMS) - _ASIDE
    return None if len(telling) < _FEWEST_WORDS or every[0] in _PRONOUNS else telling


def _tell_in(language: str, text: str) -> frozenset[str] | None:
    """Return the telling terms of a text in another language, where any function word may change what is said."""
    written = [word.lower() for word in words(text)]
    names, articles = list(map(stemmer(language), written)), ARTICLES.get(language, {})
    content = frozenset(names) - function_terms(language)
    if len(content) < _FEWEST_WORDS or written[0] in PRONOUNS.get(language, frozenset()):
        return None
    return frozenset(name for name, word in zip(names, written, strict=True) if word not in articles)


def _find_years(evidence: Evidence, title: str) -> frozenset[str]:
    return frozenset(_YEAR.findall(f"{title} {evidence.passage.heading or ''}"))


def _list_terms_around(evidence: Evidence, title: str) -> frozenset[str]:
    passage = evidence.passage
    return frozenset(terms(f"{title} {passage.heading or ''} {passage.text}", passage.language))
