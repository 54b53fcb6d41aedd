"""Terms of a text: what the index holds of its words, folded and stemmed as its language asks for (`stems`).

Every function takes the text's language, English by default.
"""

from __future__ import annotations

from qa.text.detect import DEFAULT_LANGUAGE
from qa.text.stems import TONAL, function_terms, is_function_word, stemmer, term
from qa.text.words import places, words

__all__ = ["FUNCTION_TERMS", "find_content_words", "find_light_terms", "terms", "tokens"]

FUNCTION_TERMS = function_terms(DEFAULT_LANGUAGE)


def terms(text: str, language: str = DEFAULT_LANGUAGE) -> list[str]:
    """Return the terms of `text` in order; empty when it has no word.

    >>> terms("The U.S. gave $1,400."), terms("Die Häuser", "de")
    (['the', 'us', 'gave', '1400'], ['die', 'haus'])
    """
    return list(map(stemmer(language), words(text)))


def tokens(text: str, language: str = DEFAULT_LANGUAGE) -> list[tuple[str, int, int]]:
    """Return `(term, start, end)` of each word of `text`, in order.

    >>> tokens("two Delegates")
    [('two', 0, 3), ('deleg', 4, 13)]
    """
    written = words(text)
    stems = map(stemmer(language), written)
    return [(stem, *place) for stem, place in zip(stems, places(text, written), strict=True)]


def find_content_words(text: str, language: str = DEFAULT_LANGUAGE) -> list[str]:
    """Return the words of `text` that are no function words, as typed, in order, each once by its term.

    >>> find_content_words("How many people were displaced, people?"), find_content_words("Wer ist die Königin?", "de")
    (['people', 'displaced'], ['Königin'])
    """
    seen: dict[str, str] = {}
    for word in words(text):
        if not is_function_word(word, language):
            seen.setdefault(term(word, language), word)
    return list(seen.values())


def find_light_terms(question: str, language: str, asked_in: str) -> frozenset[str]:
    """Return the terms, as passages in `language` have them, of words that carry only the grammar of a question.

    They are function words there, or in the language that the question is asked in: the German "war" is not about war.

    >>> sorted(find_light_terms("Wo war das?", "en", "de") - FUNCTION_TERMS)
    ['das', 'war', 'wo']
    """
    if asked_in == language and language not in TONAL:
        return function_terms(language)
    asked = [word for word in words(question) if is_function_word(word, asked_in)]
    return function_terms(language).union(map(stemmer(language), asked))
