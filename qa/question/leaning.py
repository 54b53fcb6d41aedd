"""Whether a question leans on the one before: it opens like a continuation, or points back to what it does not name.

English has patterns of its own, since much is known of its questions. Other languages have their pronouns, and words
that open a continuation or point back. Left out: grammar, and languages that are not named here, in which a question
leans when it has no word of its own.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import Final

import regex

from qa.question.question import Question
from qa.text.english import DEMONSTRATIVES, OBJECTS, POSSESSIVES, SUBJECTS, any_of
from qa.text.lazy_regex import Pattern
from qa.text.persons.pronouns import DROPPED, Gender

__all__ = ["cut_continuation", "is_fragment", "leans", "point_to_person"]

_MOST_FRAGMENT = 4  # content words: more of them say themselves what they are about
_MOST_POINTING = 4  # content words: a pronoun in a longer question mostly refers within it
_MOST_DROPPED = 2  # content words of a question whose subject is left out

_OPENS = Pattern(r"^\W*(?:and|but|or|so|also|then|what about|how about|what else|anything else|else)\b", regex.I)
_PRONOUNS = SUBJECTS | OBJECTS | POSSESSIVES | DEMONSTRATIVES | {"hers", "theirs", "there"}
_POINTS = Pattern(
    rf"\b(?:{any_of(_PRONOUNS)}|the (?:latter|former)\b|the same(?=\W*$))\b",
    regex.I,
)
_ASKS = Pattern(
    r"\b(?:who|whom|whose|what|which|when|where|why|how|is|are|was|were|am|do|does|did|can|could|has|have|had|will|would"
    r"|should|shall|may|might|must)\b|^\W*(?:name|list|define|describe|explain|compare)\b",
    regex.I,
)
_EXPLAINED = Pattern(
    r"\b(?:that|there)\s+(?:is|are|was|were|the|an?)\b|\b(?:is|are|was|were) there\b|\bof (?:that|those)\b"
    r"|\b(?:is|was|be) it (?:\p{L}+ ){1,2}(?:to|that|if|for)\b|\bit (?:is|was|be) (?:\p{L}+ ){1,2}(?:to|that|if)\b"
    r"|\b(?:does|did|will|would|can) it (?:take|cost|hurt|help|matter)\b(?= .*\b(?:to|if|for)\b)",
    regex.I,
)
_PERSON = Pattern(r"\b(?:he|she|him|his|hers?)\b", regex.I)
_NAMED = Pattern(r"(?<=\p{L}\W+)\p{Lu}\p{Ll}+")  # behind the first word

_EN_CONTINUES = "(?:and|but|or|so) (?:what|how) about|(?:what|how) about|and|but|or"
_CONTINUES: Final[Mapping[str, str]] = {
    "ar": r"و|وماذا عن",
    "cs": "a|ale|co",
    "da": r"og|men|hvad med",
    "de": r"und|aber|oder|auch|was ist mit|wie (?:ist|steht) es mit",
    "el": "και",
    "es": r"y|e|pero|o|también|qué hay de|qué tal",
    "fi": "ja|entä|mutta",
    "fr": r"et|mais|ou|qu['’]en est-il",
    "he": "ו|ומה עם",
    "hi": "और",
    "hu": "és|de",
    "id": "dan|bagaimana dengan",
    "it": "e|ed|ma|anche|invece",
    "ja": "では|じゃあ|それでは|そして|それと",
    "ko": "그리고|그럼|그러면",
    "nl": r"en|maar|ook|hoe zit het met",
    "no": r"og|men|hva med",
    "pl": "a|i|ale|co z",
    "pt": "e|mas|também",
    "ro": "și|dar",
    "ru": "и|а|но",
    "sv": "och|men",
    "th": "แล้ว|และ",
    "tr": "ve|peki|ya",
    "uk": "і|й|та|а|але",
    "vi": "và|còn|thế",
    "zh": "那[么麼]?(?![里裡个個些位])|[还還]有|然后",
}
# What points to a person, by the gender that it tells: (of a man, of a woman, of either); then what points to a thing.
_POINTING: Final[Mapping[str, tuple[str, str, str, str]]] = {
    "ar": ("هو|له|لديه|عنده", "هي|لها|لديها|عندها", "", "هذا|هذه|ذلك|تلك|هناك"),
    "cs": ("on|jeho|jemu|něho|něj|ním", "ona|její|jí|ní", "", "to|tam|tohle"),
    "da": ("han|hans|ham", "hun|hendes|hende", "", r"de[nt](?=\W*$)|dette|denne|der(?=\W*$)"),
    "de": (
        "er|ihn|ihm|sein(?:e[mnrs]?)?",
        r"sie|ihr(?:e[mnrs]?)?",
        "",
        r"das(?=\W*$)|(?<!gibt )es(?! gibt)|dies(?:e[mnrs]?)?(?!\s+\p{Lu})|da(?:von|für|mit|rüber|zu|bei|nach|rin)"
        r"|daran|dort|denen|ihnen|dessen",
    ),
    "el": ("αυτός|αυτόν", "αυτή|αυτήν", "", "αυτό|εκεί"),
    "es": ("él", "ella", "su|sus", "eso|esto|ello|ellos|ellas|allí|ahí"),
    "fa": ("", "", "او|وی", "این|آن|آنجا"),
    "fi": ("", "", "hän|hänen|hänet|hänellä|häneltä", "se|sen|siellä|sitä"),
    "fr": (
        r"(?<!y a-t-)(?<!est-)(?<!faut-)(?<!peut-)il(?!\s+(?:y a|est possible|faut))|lui",
        "elle",
        "son|sa|ses",
        "ils|elles|leurs?|cela|ça|celui-ci|celle-ci",
    ),
    "he": ("הוא|שלו|אותו", "היא|שלה|אותה", "", "זה|זאת|שם"),
    "hi": ("", "", "वह|वे|उसका|उसकी|उसके|उनका|उनकी|उनके|उन्होंने|उसने", "यह|इसका|इसकी|वहाँ|वहां"),
    "hu": ("", "", "ő|neki|őt", "az|ez|ott"),
    "id": ("", "", "ia|dia|beliau|nya|(?:\\p{L}{3,})nya", "itu|ini|sana"),
    "it": ("lui|egli|gli(?=\\s+\\p{Ll})", "lei|ella", "suo|sua|suoi|sue", "questo|quello|ciò|lì|là|esso|essa"),
    "ja": ("彼(?![女ら])", "彼女(?!ら)", "", "それ|その|これ|そこ|あれ"),
    "ko": ("그[는의가](?=\\s)|그 사람|그를", "그녀", "그분", "그것|거기|이것"),
    "nl": ("hij|hem|zijn(?=\\s+\\p{Ll}+\\W*$)", "zij|ze|haar", "", r"(?:dat|dit|het)(?=\W*$)|daar|ervan|ervoor"),
    "no": ("han|hans|ham", "hun|hennes|henne|ho", "", r"de[nt](?=\W*$)|dette|denne|der(?=\W*$)"),
    "pl": ("on|jego|jemu|niego|nim", "ona|jej|niej|nią", "", "to|tam|tego"),
    "pt": ("ele|dele", "ela|dela", "seus?|suas?", "isso|isto|lá|aí"),
    "ro": ("el|lui", "ea|ei", "", "asta|acesta|aceasta|acolo"),
    "ru": ("он|его|ему|него|нему|н[её]м|им", "она|её|ее|ей|ней|неё|нее", "", "это|этого|там|они|их"),
    "sv": ("han|hans|honom", "hon|hennes|henne", "", r"de[nt](?=\W*$)|detta|denna|där"),
    "th": ("", "", "เขา|เธอ|ท่าน", "นี้|นั้น|ที่นั่น"),
    "tr": ("", "", "o|onun|ona|onu|kendisi", "bu|bunun|orada|burada"),
    "uk": ("він|його|йому|нього|ньому", "вона|її|їй|ній|неї", "", "це|цього|там|вони|їх"),
    "vi": ("ông ấy|anh ấy|ông ta|anh ta", "bà ấy|cô ấy|chị ấy|bà ta|cô ta", "", "nó|đó|đấy"),
    "zh": ("(?<!其)他(?![们們])", "她(?![们們])", "", "它|其(?![他它余中实])|[这這那](?![里裡边邊])|此"),
}
_UNSPACED = frozenset({"ja", "th", "zh"})
_CHARACTERS = 3  # of those scripts for a word
_END = r"(?![\p{L}\p{M}\p{N}])"
_NOUN: Final = {  # what stands before a noun: a question that has one names what it is about
    "es": r"(?:el|la|los|las|un|una|unos|unas|del|al)",
    "it": r"(?:il|lo|la|i|gli|le|un|uno|una|del|della|al|alla|l['’]\p{L}+)",
    "pt": r"(?:o|a|os|as|um|uma|do|da|dos|das|ao|no|na)",
}


@cache
def _compile(language: str) -> regex.Pattern[str]:
    *persons, thing = _POINTING[language]
    left, right = ("", "") if language in _UNSPACED else (r"(?<![\p{L}\p{M}\p{N}])", _END)
    groups = [
        rf"(?P<{name}>{pattern})" for name, pattern in zip(("he", "she", "either"), persons, strict=True) if pattern
    ]
    # German writes the polite "you" with a capital letter, and so is a word at the beginning of a question.
    return regex.compile(rf"{left}(?:{'|'.join(groups)}|(?P<thing>{thing})){right}", regex.V1)


def leans(question: Question) -> bool:
    """Tell whether a question needs those before it."""
    if not question.sought_words:
        return True
    own = len(question.content_words)
    text = question.text
    if not question.in_english:
        if own > _MOST_POINTING * (_CHARACTERS if question.language in _UNSPACED else 1):
            return False
        return _continues(question) or _point(question) is not None or _drops_subject(question)
    person = _PERSON.search(text)
    if person and not _NAMED.search(text[: person.start()]):
        return True  # no name in it says who that is
    if person:
        text = _PERSON.sub(" ", text)
    points = own <= _MOST_POINTING and _POINTS.search(_EXPLAINED.sub(" ", text))
    asks = own > _MOST_FRAGMENT or _ASKS.search(text)
    return bool(points) or not asks or _OPENS.search(text) is not None


@cache
def _compile_opening(words: str, language: str) -> regex.Pattern[str]:
    return regex.compile(rf"\W*(?:{words}){'' if language in _UNSPACED else _END}", regex.I | regex.V1)


def _continues(question: Question) -> bool:
    """Tell whether a question in another language than English opens like a continuation."""
    words = _CONTINUES.get(question.language)
    return words is not None and _compile_opening(words, question.language).match(question.text) is not None


def is_fragment(question: Question) -> bool:
    """Tell whether a question that leans only names something: but for "and", it asks nothing and does not point."""
    if not question.sought_words:
        return False
    if not question.in_english:
        return _point(question) is None
    text = cut_continuation(question) or question.text
    return not (_ASKS.search(text) or _POINTS.search(text) or _PERSON.search(text))


def cut_continuation(question: Question) -> str:
    """Return a question that opens like a continuation without that opening; empty when it opens otherwise."""
    words = _EN_CONTINUES if question.in_english else _CONTINUES.get(question.language)
    match = _compile_opening(words, question.language).match(question.text) if words else None
    return question.text[match.end() :].strip(" ,?¿!.？、，") if match else ""


def point_to_person(question: Question) -> tuple[Gender | None] | None:
    """Return the gender of the person that a question in another language than English points to, in a tuple.

    The gender is None where the words do not tell it; the whole is None where they point to no person.
    """
    match = _point(question)
    if match is not None and match.lastgroup != "thing":
        return ("he" if match.lastgroup == "he" else "she" if match.lastgroup == "she" else None,)
    if not _drops_subject(question):
        return None
    he, she = (pattern.search(question.text) for pattern in DROPPED[question.language][1:])
    return ("he" if he and not she else "she" if she and not he else None,)


def _point(question: Question) -> regex.Match[str] | None:
    """Return the first word that points back."""
    text = question.text
    if question.language not in _POINTING:
        return None
    matches = list(_compile(question.language).finditer(text[:1].lower() + text[1:]))
    return next((match for match in matches if match.lastgroup != "thing"), matches[0] if matches else None)


def _drops_subject(question: Question) -> bool:
    """Tell whether a short question has a verb of the third person, and neither a name nor a noun with an article."""
    language, text = question.language, question.text
    if language not in DROPPED or len(question.content_words) > _MOST_DROPPED:
        return False
    if regex.search(r"(?<=\p{L}\W+)\p{Lu}", text):
        return False
    if language in _NOUN and regex.search(rf"\b{_NOUN[language]}\s+\p{{L}}", text, regex.I):
        return False
    return any(pattern.search(text) for pattern in DROPPED[language])
