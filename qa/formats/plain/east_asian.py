"""Encodings of Chinese, Japanese and Korean, and how plausible the text is that each makes of some bytes.

The standards themselves say which characters are frequent: their first level has those of daily use. The few hundred
that fill half of any text are listed. Wide characters (UTF-16, UTF-32) are told in the same way.
"""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Callable, Mapping
from functools import cache, lru_cache

from qa.formats.plain.code_pages import Plausibility

__all__ = ["ENCODINGS", "rate_characters", "rate_east_asian"]

_SIMPLIFIED = """
的一是不了人我在有他这为之大来以个中上们到说国和地也子时道出而要于就下得可你年生自会那后能对着事其里所去行过家十用发天如然作方成
者多日都三小军二无同么经法当起与好看学进种将还分此心前面又定见只主没公从知使所以本动现部长理起意正想开它样向回其实体新明全月力等
物问很最门机关点外两己加电性应由两位次比或四五六七八九高名第书海文别员合场制收费请内每间被市民工业特何让话条期件安情已再把做
"""
_TRADITIONAL = """
的一是不了人我在有他這為之大來以個中上們到說國和地也子時道出而要於就下得可你年生自會那後能對著事其裡所去行過家十用發天如然作方成
者多日都三小軍二無同麼經法當起與好看學進種將還分此心前面又定見只主沒公從知使本動現部長理意正想開它樣向回實體新明全月力等物問很最
門機關點外兩己加電性應由位次比或四五六七八九高名第書海文別員合場制收費請內每間被市民工業特何讓話條期件安情已再把做
"""
_SYLLABLES = """
이다는에의을고가로하지사한은도인서를기어리대자아들있나니시그라수해정게일보전안만여부면상원주장구성습조세화공동과문제으생비국경무
관년모오분개중실음것용진소교계회내계적물위연신와재학력설금영발방현반심명간입또할각요않같거된월때더
"""
_KANJI = """
日一国人年大十二本中長出三時行見月分後前生五間上東四今金九入学高円子外八六下来気小七山話女北午百書先名川千水半男西電校語
"""
_COMMON, _USUAL, _RARE, _STRANGE, _BROKEN = -4.5, -7.5, -12.5, -18.0, -36.0
_MIXED = -6.0  # for each that stands beside a small Latin letter, and once: few such characters may be none
_BESIDE = re.compile("[a-z][\u1100-\uffff]|[\u1100-\uffff](?=[a-z])")
_PUNCTUATION = frozenset("。，、“”（）：；！？《》「」『』・ー〜～　…—‘’【】〈〉％")

# Each with the language that it is for, and the standard that has the language's characters by level.
ENCODINGS: Mapping[str, tuple[str, str]] = {
    "gb18030": ("zh", "gb2312"),
    "cp932": ("ja", "euc_jp"),
    "euc_jp": ("ja", "euc_jp"),
    "cp949": ("ko", "euc_kr"),
    "cp950": ("zh", "big5"),
    "big5hkscs": ("zh", "big5"),
    "johab": ("ko", "euc_kr"),
}
_SECOND_LEVELS = {"gb2312": 0xD8, "big5": 0xC9, "euc_jp": 0xD0, "euc_kr": 0xC9}  # lead bytes from which on all are rare
_LISTED: Mapping[str, frozenset[str]] = {
    "gb2312": frozenset("".join(_SIMPLIFIED.split())),
    "big5": frozenset("".join(_TRADITIONAL.split())),
    "euc_jp": frozenset("".join(_KANJI.split())),
    "euc_kr": frozenset("".join(_SYLLABLES.split())),
}


def rate_east_asian(sample: bytes) -> list[Plausibility]:
    """Return how plausible each encoding is for `sample`, which begins with a whole character; the best first."""
    rated = []
    for encoding, (language, standard) in ENCODINGS.items():
        text = sample.decode(encoding, "replace")
        if "\ufffd" in text[-2:]:
            text = text[:-2]  # of a character that the sample cuts
        mean = _rate_text(text, standard)
        if mean is not None:
            rated.append(Plausibility(encoding, mean / 2, language))
    return sorted(rated, key=lambda plausibility: -plausibility.mean)


def rate_characters(text: str) -> float:
    """Return how plausible a text is as one in Chinese, Japanese or Korean, as a mean logarithm for each character."""
    return max((mean for standard in _LISTED if (mean := _rate_text(text, standard)) is not None), default=_BROKEN)


def _rate_text(text: str, standard: str) -> float | None:
    """Return the mean of what speaks for the characters of a text beyond ASCII; None when it has none."""
    weights: dict[str, float] = {}
    for (_, character), count in Counter(zip(" " + text, text, strict=False)).items():
        if character > "\x7f":  # the same pair counts less each time that it comes again, as in `code_pages`
            weights[character] = weights.get(character, 0.0) + 1 + math.log(count)
    if not weights:
        return None
    cost = _cost_of(standard)
    mixed = _MIXED * (1 + len(set(_BESIDE.findall(text))))
    return (sum(cost(character) * weight for character, weight in weights.items()) + mixed) / sum(weights.values())


@cache
def _cost_of(standard: str) -> Callable[[str], float]:
    listed, second = _LISTED[standard], _SECOND_LEVELS[standard]
    japanese = standard == "euc_jp"
    blocks = (
        ("\ufffd", "\ufffd", _BROKEN),
        ("\ue000", "\uf8ff", _BROKEN),
        ("\u3041", "\u309f", -3.7 if japanese else _RARE),
        ("\u30a0", "\u30ff", _COMMON if japanese else _RARE),
        ("\uff61", "\uff9f", -13.0),  # narrow kana: one byte each
        ("\uff01", "\uff5e", _USUAL),  # wide Latin
        ("\x80", "\u2e7f", _RARE),
    )

    @lru_cache(maxsize=20_000)
    def cost(character: str) -> float:
        if character in listed or character in _PUNCTUATION:
            return _COMMON
        block = next((weight for first, last, weight in blocks if first <= character <= last), None)
        if block is not None:
            return block
        try:
            encoded = character.encode(standard)
        except UnicodeEncodeError:
            return _STRANGE
        usual = encoded[0] < second and len(encoded) == 2  # below the first level there are signs alone
        return _RARE if not usual else -6.5 if "\uac00" <= character <= "\ud7a3" else _USUAL

    return cost
