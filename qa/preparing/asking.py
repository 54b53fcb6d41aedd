"""Whether a sentence of a document asks: by its mark, by its label, or by how it begins.

What asks is matched with what is asked, and never answers. Left out: questions without a mark in running prose, and
languages that are not named here, where only the mark tells.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

import regex

from qa.text.detect import DEFAULT_LANGUAGE
from qa.text.lazy_regex import Pattern

__all__ = ["ANSWER_LABEL", "QUESTION_LABEL", "asks", "opens_question", "skip_mark"]

_ASKING: Final[Mapping[str, str]] = {
    "en": "who whom whose what which when where why how",
    "de": "wer wen wem wessen was welche welcher welches welchen wann wo wohin woher warum wieso weshalb wie wieviel",
    "fr": "qui que quoi quel quelle quels quelles quand où pourquoi comment combien est-ce peut-on puis-je "
    "dois-je faut-il",
    "es": "quién quiénes qué cuál cuáles cuándo dónde adónde cómo cuánto cuánta cuántos cuántas",
    "it": "chi che cosa cos'è quale quali quando dove perché come quanto quanta quanti quante",
    "pt": "quem que qual quais quando onde como quanto quanta quantos quantas",
    "nl": "wie wat welke wanneer waar waarom hoe hoeveel",
    "pl": "kto co jaki jaka jakie który która które kiedy gdzie dlaczego jak ile czy",
    "tr": "kim ne hangi nerede neden nasıl kaç",
    "sv": "vem vad vilken vilket vilka när var varför hur",
    "da": "hvem hvad hvilken hvilket hvilke hvornår hvor hvorfor hvordan",
    "no": "hvem hva hvilken hvilket hvilke når hvor hvorfor hvordan",
    "ru": "кто что какой какая какое какие когда где куда почему зачем как сколько можно ли",
    "cs": "kdo co jaký jaká jaké který která které kdy kde proč jak kolik",
    "hu": "ki mi mit melyik mikor hol miért hogyan mennyi hány",
}
"""The words that a question may begin with, by language, in lower case."""

_MARK = Pattern(r"[?？؟⁇⁈‽][\p{Pe}\p{Pf}\"'*_»\s]*$|(?<=[\p{Greek}\s]);$")
_OPENS_QUOTE = Pattern(r"[\"“„«‚‘(\[]")
_QUOTED_MARK = Pattern(r"[?？؟][\"”“»’)\]]+[.,]?$")
_ENDS = Pattern(r"[.!…。！:：;；][\p{Pe}\p{Pf}\"'*_]*$")
_WORD = Pattern(r"[\p{L}\p{M}’'-]+")
_SPOKEN = Pattern(
    r"(?:[\[(]?[\d.:/\s-]{4,20}(?:[ap]m)?[\])]?\s*[-–]?\s*)?(?:[\p{L}\p{M}\p{N} .'’_-]{1,40}|<[^<>\n]{1,40}>)[:：]\s+"
)
"""The time and the name before a line of a chat."""

_ASKS_WHETHER = Pattern(
    r"(?:is|are|was|were|do|does|did|can|could|has|have|will|would|should|may|any(?:one|body))\s"
    r"(?:i|you|we|they|he|she|it|there|the|this|that|your|our|my|any\w*|some\w*)\b",
    regex.I,
)
_FEWEST_WORDS = 3

_QUESTIONS = (
    r"(?:Q(?:uestion)?|F(?:rage)?|P(?:regunta|ergunta|ytanie)?|D(?:omanda)?|V(?:raag)?|S(?:oru)?|Fråga|Spørgsmål"
    r"|Spørsmål|В(?:опрос)?|Kérdés|Otázka|问(?:题)?|問|質問)"
)
_ANSWERS = (
    r"(?:A(?:nswer|ntwort|ntwoord)?|R(?:espuesta|isposta|éponse|esposta)?|O(?:dpowiedź|твет|dpověď)?|C(?:evap)?|Svar|S"
    r"|О(?:твет)?|Válasz|答(?:案)?|回答)"
)
QUESTION_LABEL = Pattern(rf"{_QUESTIONS}\s?\d{{0,3}}\s?[.:)：]\s*(?=\S)")
"""What stands before a question, such as `Q:`; it is a label only where answers of the document have theirs."""
ANSWER_LABEL = Pattern(rf"{_ANSWERS}\s?\d{{0,3}}\s?[.:)：]\s*(?=\S)")
_BULLET = Pattern(r"(?:[-*+•‣◦▪–—·]|[☐☑✓✔]\ufe0f?)\s+(?=\S)")


def asks(sentence: str) -> bool:
    """Tell whether a sentence asks something; one that tells of a question in quotation marks does not.

    >>> asks("Can I bring my dog?"), asks("He asked: “Can I?”"), asks("多少钱？")
    (True, False, True)
    """
    if not _MARK.search(sentence):
        return False
    return not _QUOTED_MARK.search(sentence) or _OPENS_QUOTE.match(sentence) is not None


def opens_question(line: str, language: str) -> bool:
    """Tell whether a line without a mark at its end, spoken in a chat or standing alone, begins as a question does.

    >>> opens_question("Nadia: who do I ask for access", "en"), opens_question("Who we are", "de")
    (True, False)
    """
    spoken = _SPOKEN.match(line)
    said = line[spoken.end() :] if spoken else line
    if _ENDS.search(said) or len(said.split()) < _FEWEST_WORDS or skip_mark(line):
        return False
    if spoken and language == DEFAULT_LANGUAGE and _ASKS_WHETHER.match(said):
        return True
    first = _WORD.match(said)
    return first is not None and first.group().casefold().replace("’", "'") in _ASKING_WORDS.get(language, frozenset())


def skip_mark(sentence: str) -> int:
    """Return where the words of a sentence begin, behind the bullet of a list item; 0 where it has none.

    >>> skip_mark("- Bring a towel."), skip_mark("1. Open the tap.")
    (2, 0)
    """
    bullet = _BULLET.match(sentence)
    return bullet.end() if bullet else 0


_ASKING_WORDS = {language: frozenset(words.split()) for language, words in _ASKING.items()}
