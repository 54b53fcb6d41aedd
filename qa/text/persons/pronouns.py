"""The pronouns of the third person that a sentence has for its subject or begins with, by language and gender.

Words in lower case, as they are written. Possessives count where the sentence begins with them ("Her office is …").
Left out: plurals, and objects, which do not say what a sentence is about.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cached_property
from typing import Final, Literal, NamedTuple

import regex

from qa.text.lazy_regex import Pattern

__all__ = ["DROPPED", "PRONOUNS", "Gender", "Pronouns"]

Gender = Literal["he", "she"]


class _Words(NamedTuple):
    """Pronouns of one language. he, she: subjects. his, her: possessives of each. either: what tells no gender.

    things: whether they stand for things as well. verb_second: whether the subject may follow the verb.
    dropped: patterns of verbs that a sentence begins with whose subject is left out, of no gender, of men, of women.
    """

    he: str
    she: str
    his: str = ""
    her: str = ""
    either: str = ""
    things: bool = False
    verb_second: bool = False
    dropped: tuple[str, str, str] = ("", "", "")


_WORDS: Final[Mapping[str, _Words]] = {
    "ar": _Words("و?هو", "و?هي", things=True),
    "cs": _Words(
        "on", "ona", "jeho", "její", things=True, dropped=("", r"\p{L}{2,}l (?:se|si)", r"\p{L}{2,}la (?:se|si)")
    ),
    "da": _Words("han", "hun", "hans", "hendes", verb_second=True),
    "de": _Words(
        "er",
        r"sie(?!\s+(?:\p{Ll}+en|sind)\b)",
        r"sein(?:e[mnrs]?)?",
        r"ihr(?:e[mnrs]?)?",
        things=True,
        verb_second=True,
    ),
    "el": _Words("αυτός|ο ίδιος", "αυτή|η ίδια", things=True),
    "en": _Words("he", "she", "his", "her"),
    "es": _Words(
        "él",
        "ella",
        either="su|sus",
        dropped=(
            "nació|murió|falleció|estudió|trabaj[aó]|vive|vivió|tiene|tuvo|dirige|dirigió|fundó|escribió|obtuvo|recibió"
            "|ingresó|llegó|ocupa|ocupó|habla|atiende",
            "(?:es|fue|está|estaba|estuvo) (?:nombrado|elegido|reelegido|casado|nacido|jubilado|hijo|padre)",
            "(?:es|fue|está|estaba|estuvo) (?:nombrada|elegida|reelegida|casada|nacida|jubilada|hija|madre)",
        ),
    ),
    "fa": _Words("", "", either="او|وی|ایشان"),
    "fi": _Words("", "", either="hän|hänen"),
    "fr": _Words(
        r"il(?!\s+(?:y a|y avait|faut|fallait|pleut|s['’]agit|convient|n['’]y a|est\s+(?:interdit|possible|nécessaire"
        r"|obligatoire|recommandé|conseillé|important|impossible))\b)",
        "elle",
        either="son|sa|ses",
        things=True,
    ),
    "he": _Words("ו?הוא", "ו?היא", things=True),
    "hi": _Words("", "", either="वह|उन्होंने|उसने|उनका|उनकी|उनके|उसका|उसकी|उसके"),
    "hu": _Words("", "", either="ő"),
    "id": _Words("", "", either="ia|dia|beliau"),
    "it": _Words(
        "lui|egli",
        "lei|ella",
        either="(?:(?:il|la|i|le) )?(?:suo|sua|suoi|sue)",
        dropped=(
            "nacque|morì|studiò|lavora|lavorò|vive|visse|ha (?:studiato|lavorato|fondato|scritto|due|tre|un|una)|dirige"
            "|fondò|scrisse|insegna",
            "(?:è|fu|è stato) (?:nato|morto|eletto|nominato|rieletto|sposato)",
            "(?:è|fu|è stata) (?:nata|morta|eletta|nominata|rieletta|sposata)",
        ),
    ),
    "ja": _Words(r"彼(?![女ら])", "彼女(?!ら)"),
    "ko": _Words("그[는의가](?=\\s)", "그녀[는의가]", either="그분[은의이]"),
    "nl": _Words("hij", r"zij(?!\s+\p{Ll}+en\b)|ze(?!\s+\p{Ll}+en\b)", "zijn", "haar", things=True, verb_second=True),
    "no": _Words("han", "hun|ho", "hans", "hennes", verb_second=True),
    "pl": _Words(
        "on", "ona", "jego", "jej", things=True, dropped=("", r"\p{L}{2,}ł(?: się)?", r"\p{L}{2,}ła(?: się)?")
    ),
    "pt": _Words(
        "ele",
        "ela",
        either="(?:[oa]s? )?(?:seus?|suas?)",
        things=True,
        dropped=(
            "nasceu|morreu|faleceu|estudou|trabalh[ao]u?|vive|viveu|fundou|dirige|escreveu|recebeu",
            "(?:é|foi) (?:nomeado|eleito|reeleito|casado|filho|pai)",
            "(?:é|foi) (?:nomeada|eleita|reeleita|casada|filha|mãe)",
        ),
    ),
    "ro": _Words("el", "ea", things=True),
    "ru": _Words("он", "она", "его", "её|ее", things=True, dropped=("", r"\p{L}{3,}лся|умер", r"\p{L}{3,}лась|умерла")),
    "sv": _Words("han", "hon", "hans", "hennes", verb_second=True),
    "th": _Words("", "", either="เขา|เธอ|ท่าน"),
    "tr": _Words("", "", either="o|onun", things=True),
    "uk": _Words(
        "він", "вона", "його", "її", things=True, dropped=("", r"\p{L}{3,}вся|помер", r"\p{L}{3,}лася|померла")
    ),
    "vi": _Words(
        r"(?:ông|anh)(?: (?:ấy|ta)| (?!\p{Lu}))",
        r"(?:bà|cô|chị)(?: (?:ấy|ta)| (?!\p{Lu}))",
    ),
    "zh": _Words(r"他(?![们們])", r"她(?![们們])"),
}
_LEADS = (  # what may stand before, of the languages that put a subject first
    r"(?:and|but|then|later|afterwards?|today|now|since then|also|so|et|puis|ensuite|mais|aujourd['’]hui|y|pero|luego"
    r"|después|también|hoy|e|ma|poi|oggi|também|depois|mas|hoje|и|а|но|потом|затем|сейчас|сегодня|та|але|потім|a|i|ale"
    r"|potem|pak|potom|dan|dia|maka|sonra|ve|sitten|myöhemmin|и тогда|hiện nay|sau đó)[\s,]+"
)
_BEFORE = r"(?:[^\s,;:.!?()«»“”\"]+\s+){1,7}?"  # words before the verb, and it, where the subject comes after
_PHRASE = r"(?:[^\s,;:.!?()«»“”\"]+\s+){0,6}?[^\s,;:.!?()«»“”\"]+,?\s+"  # "In 1931 she", "As a student, he"
_MOST_BEFORE = 8  # words that are looked at before a subject
_FARTHEST = 80  # characters, likewise
_PLAIN = regex.compile(r"(?<=^|\|)\p{L}+(?=$|\||\(\?!)")
_JOINED = "'’“\"„«(—–,.;:!?"  # what a word may be joined to
_UNSPACED = frozenset({"ja", "th", "zh"})


class Pronouns:
    """The pronouns of one language.

    things: whether they stand for things as well. verb_second: whether the subject may follow the verb.
    """

    def __init__(self, words: _Words, language: str) -> None:
        self.things, self.verb_second = words.things, words.verb_second
        self._words, self._language = words, language

    @cached_property
    def _opening(self) -> regex.Pattern[str]:
        words = self._words
        end = "" if self._language in _UNSPACED else r"(?![\p{L}\p{M}\p{N}'’])"
        leads = "" if self._language in _UNSPACED else rf"(?:{_LEADS}){{0,2}}"
        groups = [
            rf"(?P<{name}>{'|'.join(filter(None, parts))}){end}"
            for name, parts in (
                ("he", (words.he, words.his, words.dropped[1])),
                ("she", (words.she, words.her, words.dropped[2])),
                ("either", (words.either, words.dropped[0])),
            )
            if any(parts)
        ]
        return regex.compile(rf"[\W_]*{leads}(?:{'|'.join(groups)})", regex.I | regex.V1)

    @cached_property
    def _subjects(self) -> frozenset[str]:
        """The subjects that are one plain word; none in scripts without spaces."""
        if self._language in _UNSPACED:
            return frozenset()
        return frozenset(_PLAIN.findall(f"{self._words.he}|{self._words.she}"))

    @cached_property
    def _all(self) -> frozenset[str]:
        """All of them, where each is one plain word; empty where one is not."""
        words = self._words
        texts = [text for text in (words.he, words.she, words.his, words.her, words.either, *words.dropped) if text]
        parts = [part for text in texts for part in text.split("|")]
        return frozenset(parts) if all(part.isalpha() for part in parts) and self._subjects else frozenset()

    def may_stand_in(self, sentences: Sequence[str]) -> bool:
        """Tell whether one of them may stand in some sentences: a quick look spares most passages a closer one."""
        if not self._all:
            return True
        text = " ".join(sentences).lower()
        for mark in _JOINED:
            text = text.replace(mark, " ")
        return not self._all.isdisjoint(text.split())

    @cached_property
    def _inside(self) -> regex.Pattern[str] | None:
        words = self._words
        if not self._subjects:
            return None
        before = _BEFORE if words.verb_second else _PHRASE
        end = r"(?![\p{L}\p{M}\p{N}'’])"
        return regex.compile(
            rf"[\W_]*(?P<before>{before})(?:(?P<he>{words.he}){end}|(?P<she>{words.she}){end})", regex.I
        )

    def find(self, sentence: str) -> tuple[Gender | None, int, int] | None:
        """Return the gender of the pronoun that `sentence` begins with, and its place; None where it begins otherwise.

        The gender is None where the pronoun does not tell it.
        """
        match = self._opening.match(sentence)
        if match is None:
            return None
        kind = match.lastgroup
        return ("he" if kind == "he" else "she" if kind == "she" else None), match.start(kind or 0), match.end()

    def find_inside(self, sentence: str) -> tuple[Gender, int, int] | None:
        """Return the same of the subject that stands behind some words ("In 1931 she …"); those are not looked at."""
        if self._subjects.isdisjoint(sentence[:_FARTHEST].lower().split(None, _MOST_BEFORE)) or not self._inside:
            return None
        match = self._inside.match(sentence)
        if match is None:
            return None
        kind: Gender = "he" if match["he"] else "she"
        return kind, match.start(kind), match.end(kind)


def _compile_verb(words: str) -> Pattern:
    return Pattern(rf"(?<!\p{{L}})(?:{words})(?!\p{{L}})" if words else r"(?!)", regex.I)


PRONOUNS: Final[Mapping[str, Pronouns]] = {code: Pronouns(words, code) for code, words in _WORDS.items()}
"""The pronouns of each language that has any here."""

DROPPED: Final[Mapping[str, tuple[Pattern, Pattern, Pattern]]] = {
    code: (_compile_verb(either), _compile_verb(of_man), _compile_verb(of_woman))
    for code, words in _WORDS.items()
    if any(words.dropped)
    for either, of_man, of_woman in (words.dropped,)
}
"""Patterns of verbs whose subject may be left out, by language: of either gender, of men, of women."""
