"""Two questions in one: where the second begins, and what each asks when it stands alone.

"How much is it and until when?" has two parts, each with a word that asks: the second begins with that word, behind
"and" or a comma, or behind a question mark; "When and where is the fair?" asks twice about the same. Each part is
given the words that the other is about, where it has hardly any of its own. "Or" joins what is one question. Left out:
parts that are only listed ("the price and the date?"), which one sentence often answers, and languages that are not
named here.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import Final

import regex

from qa.text.lazy_regex import Pattern

__all__ = ["split_question"]

_MOST_PARTS = 3
_LONGEST = 300  # characters

# By language: what joins two questions, what may stand before a word that asks, words that ask, and how a question
# without one begins.
_WORDS: Final[Mapping[str, tuple[str, str, str, str]]] = {
    "en": (
        r"and(?: also| then)?|plus|also|as well as",
        r"until|till|since|by|from|for|at|in|on|to|with|about|of|under",
        r"what|when|where|who|whom|whose|why|how|which",
        r"(?:is|are|was|were|do|does|did|can|could|may|must|should|will|would|has|have)(?:n't)?"
        r" (?:there|i|we|you|it|they|he|she|the|an?|my|our|this|that|these|those|any\w*|some\w*|dogs?|children)",
    ),
    "de": (
        r"und(?: auch| dann)?|sowie|außerdem",
        r"bis|ab|seit|an|bei|mit|für|von|zu|auf|in|um|nach|über|aus|unter",
        r"was|wer|wen|wem|wessen|wie|wieviel|wann|wo|wohin|woher|warum|wieso|weshalb|welche[rsnm]?|womit|wofür|wozu"
        r"|worauf|wodurch|worüber",
        r"(?:ist|sind|war|gibt|kann|können|darf|dürfen|muss|müssen|soll|hat|haben|wird|werden|kostet)"
        r" (?:es|ich|man|wir|der|die|das|ein\w*|dort|da|er|sie|mein\w*)",
    ),
    "fr": (
        r"et(?: aussi| puis)?",
        r"jusqu'(?:à|en)|à|de|d'|en|pour|par|avec|chez|depuis|dans|sur|sous|vers|dès|à partir de",
        r"qui|quoi|que|quel(?:le)?s?|quand|où|comment|combien|pourquoi|qu'est-ce|est-ce",
        r"(?:peut-on|puis-je|faut-il|y a-t-il|doit-on|dois-je|est-il|est-elle|a-t-on|qu'est-ce)",
    ),
    "es": (
        r"y(?: también| además)?|e",
        r"hasta|desde|a|de|en|con|por|para|ante|sobre|bajo",
        r"qu[ée]|qui[ée]n(?:es)?|cu[áa]ndo|d[óo]nde|ad[óo]nde|c[óo]mo|cu[áa]nt[oa]s?|cu[áa]l(?:es)?",
        r"(?:se puede|puedo|hay|tengo que|es posible|se permiten?|debo)",
    ),
    "it": (
        r"e(?: anche| poi)?|ed",
        r"fino a|entro|da|a|di|in|con|per|su|dal|dopo|presso",
        r"che|chi|cosa|quando|dove|dov'è|come|quant[oaie]|quali?|perché|qual è",
        r"(?:si può|posso|c'è|ci sono|devo|è possibile|bisogna)",
    ),
    "pt": (
        r"e(?: também| depois)?",
        r"até|desde|a|de|em|com|por|para|sobre|sob",
        r"o que|que|quem|quando|onde|aonde|como|quant[oa]s?|qual|quais|porqu[eê]|por que",
        r"(?:posso|pode-se|há|tenho de|tenho que|é possível|devo|existe)",
    ),
    "nl": (
        r"en(?: ook| dan)?",
        r"tot|vanaf|sinds|bij|aan|met|voor|van|naar|op|in|onder|over|door",
        r"wie|wat|welke?|wanneer|waar|waarom|waarmee|waarvoor|hoe|hoeveel|hoelang",
        r"(?:is|zijn|kan|kunnen|mag|mogen|moet|moeten|heeft|wordt) (?:er|ik|men|je|we|het|de|een|hij|zij|dat)",
    ),
    "pl": (
        r"i(?: też| również)?|oraz|a",
        r"do|od|u|z|ze|za|w|we|na|o|po|przez|przed|dla",
        r"kto|kogo|komu|kim|co|czego|jak|jaki\w{0,2}|jaka|kt[oó]r\w{1,3}|kiedy|kt[oó]rej|gdzie|sk[ąa]d|dok[ąa]d|dlaczego|ile|czy",
        r"(?:czy)",
    ),
    "sv": (
        r"och(?: även| sedan)?",
        r"till|från|med|hos|för|om|i|på|av|hur",
        r"vem|vad|vilke[nt]|vilka|när|var|vart|varför|hur",
        r"(?:är|finns|kan|får|måste) (?:det|jag|man|vi|den)",
    ),
    "da": (
        r"og(?: også)?",
        r"til|fra|med|hos|for|om|i|på|af",
        r"hvem|hvad|hvilke[nt]?|hvornår|hvor|hvorfor|hvordan",
        r"(?:er|findes|kan|må|skal) (?:det|der|jeg|man|vi|den)",
    ),
    "no": (
        r"og(?: også)?",
        r"til|fra|med|hos|for|om|i|på|av",
        r"hvem|hva|hvilke[nt]?|når|hvor|hvorfor|hvordan",
        r"(?:er|finnes|kan|må|skal) (?:det|jeg|man|vi|den)",
    ),
    "cs": (
        r"a(?: také| pak)?",
        r"do|od|u|s|se|za|v|na|o|po|pro|před|z",
        r"kdo|koho|komu|kým|co|čeho|jak|jak[ýáé]|kter[ýáé]|kdy|kde|kam|odkud|proč|kolik",
        r"(?:je|jsou|mohu|můžu|lze|musím)",
    ),
    "ru": (
        r"и(?: также)?|а",
        r"до|от|у|с|со|за|в|на|о|об|по|для|при|к|из",
        r"кто|кого|кому|кем|что|чего|чем|как|как(?:ой|ая|ое|ие|им)|котор\w{2,3}|когда|где|куда|откуда|почему|зачем|сколько|скольки|какого",
        r"(?:можно ли|есть ли|нужно ли)",
    ),
    "tr": (
        r"ve",
        r"(?!)",
        r"kim\w{0,3}|ne|nerede|nereye|nereden|neden|niçin|niye|nasıl|kaç\w{0,2}|hangi|ne zaman\w*|ne kadar\w*",
        r"(?!)",
    ),
}
_UNSPACED: Final[Mapping[str, tuple[str, str]]] = {
    "zh": (
        r"[，,、;；]\s*(?:还有|另外|以及|并且|而且|和)?|(?:还有|另外|以及|并且)",
        r"[什甚]么|什麼|[谁誰]|哪|几|幾|多少|多[久长大高远]|怎|如何|为何|吗|嗎|是否|何时|何处|要不要|能不能|可不可以|有没有",
    ),
    "ja": (
        r"(?<=か)[、,。]\s*|、(?:また|そして|それと)?",
        r"何|いつ|どこ|だれ|誰|どう|どの|どれ|なぜ|いくら|いくつ|ですか|ますか",
    ),
}
_WHETHER = r"(?:is|are|was|were|do|does|did|can|could|may|must|should|will|would|has|have)\b"
_SUBORDINATE = regex.compile(
    r"\W*(?:when|if|where|while|as|once|wenn|falls|sobald|wo|quand|si|lorsque|où|cu[aá]ndo|d[oó]nde|quando|se|dove|onde|als"
    r"|wanneer|waar|gdy|je[sś]li|kiedy|gdzie|когда|если|när|om|når|hvis|kdy[žby]*)\s"
    r"(?!(?:is|are|was|were|do|does|did|can|will|should|must|may|has|have)\b)",
    regex.I,
)
_MARK = regex.compile(r"(?<=[?？؟])\s*(?=\S)")
_ANY_LETTER = regex.compile(r"\p{L}")


def split_question(text: str, language: str) -> tuple[str, ...]:
    """Return the parts of a question that asks for two things, or three; empty for any other.

    >>> split_question("How much is it and until when?", "en")
    ('How much is it', 'until when?')
    >>> split_question("When and where is the fair?", "en")
    ('When is the fair?', 'where is the fair?')
    >>> split_question("Who decides what is bought?", "en"), split_question("Is it free or do I pay?", "en")
    ((), ())
    """
    if len(text) > _LONGEST:
        return ()
    marked = [part for part in _MARK.split(text) if _ANY_LETTER.search(part)]
    if len(marked) > 1:
        asking = [part for part in marked if part.rstrip().endswith(("?", "？", "؟"))]
        return tuple(part.strip() for part in asking[:_MOST_PARTS]) if len(asking) > 1 else ()
    if language in _UNSPACED:
        return _split_unspaced(text, *map(_compile, _UNSPACED[language]))
    if language not in _WORDS:
        return ()
    asks, ends, second, both = _read(language)
    together = both.search(text)
    if together:
        before, after = text[: together.start()], text[together.end() :]
        return tuple(f"{before}{together[name]}{after}" for name in ("first", "second"))
    parts: list[str] = []
    start = 0
    for match in second.finditer(text):
        before = text[start : match.start()]
        leads = not match["joined"] and _SUBORDINATE.match(before)
        if len(parts) < _MOST_PARTS - 1 and not leads and asks.search(before) and not ends.search(before):
            parts.append(text[start : match.start()].strip(" ,;"))
            start = match.start("part")
    return (*parts, text[start:].strip()) if parts else ()


def _split_unspaced(text: str, joined: Pattern, asks: Pattern) -> tuple[str, ...]:
    parts: list[str] = []
    start = 0
    for match in joined.finditer(text):
        if len(parts) < _MOST_PARTS - 1 and asks.search(text, start, match.start()) and asks.search(text, match.end()):
            parts.append(text[start : match.start()])
            start = match.end()
    return (*parts, text[start:]) if parts else ()


@cache
def _compile(pattern: str) -> Pattern:
    return Pattern(pattern)


@cache
def _read(language: str) -> tuple[Pattern, Pattern, Pattern, Pattern]:
    """Return the patterns of what asks, what ends so, where a second question begins, and two words that ask as one."""
    joins, before, asking, whether = _WORDS[language]
    end = r"(?![\p{L}\p{N}'’])"
    ask = rf"(?:(?:{before})\s+)?(?:{asking}){end}"
    opened = rf"(?:{ask}|{whether}{end})"
    both = rf"(?:how (?:much|many|long|often|far|early|late|old)|wie (?:viele?|lange|hoch|teuer|oft)|{ask})"
    return (
        Pattern(rf"(?<![\p{{L}}\p{{N}}]){opened}|^\W*{_WHETHER}", regex.I),
        Pattern(rf"(?<![\p{{L}}\p{{N}}])(?:{asking})\W*$", regex.I),
        Pattern(rf"(?:\s+(?P<joined>{joins})\s+|\s*[,;]\s*(?:(?P<joined>{joins})\s+)?)¿?(?P<part>{opened})", regex.I),
        Pattern(
            rf"(?:(?<=^\W*)|(?<=[,;]\s))(?P<first>{both})\s+(?:{joins})\s+(?P<second>{both})"
            rf"(?=\s+(?!(?:{joins})\s)\p{{L}})",
            regex.I,
        ),
    )
