"""Words of saying behind what is quoted: `"Why?" Ann asked.` is one sentence, however the quotation ends."""

from __future__ import annotations

import re

from qa.text.lazy_regex import Pattern

__all__ = ["goes_on_in_japanese", "is_said"]

_JAPANESE = re.compile(r"(?:と|って|が|を|の|は(?!い)|など|に(?![ほっわん]))")
_CHINESE = re.compile(
    r"[^。！？，,.!?\n“「]{0,8}?(?:说|說|(?<!知)道|问|問|答|喊|叫|想|笑)(?:道|着|著)?(?:[。，：,！]|$)"
)
_NAME = r"\s*\p{Lu}[\w’'-]*(?: \p{Lu}[\w’'-]*){0,2} "
_LOOKED_AT = 80
_SAID = {
    "en": Pattern(
        rf"{_NAME}(?:said|says|asked|asks|replied|answered|wrote|added|cried|shouted|whispered|wondered|called|snapped)\b"
    ),
    "hi": Pattern(r"\s*(?:[^\s।?!]+ ){1,3}?(?:पूछा|कहा|बोला|बोली|बोले|चिल्लाया|चिल्लाई)(?:[।,]|$)"),
    "ar": Pattern(r"\s*(?:قال|قالت|سأل|سألت|أجاب|أجابت|صاح|صاحت)\s"),
    "he": Pattern(r"\s*(?:אמר|אמרה|שאל|שאלה|ענה|ענתה)\s"),
    "ko": Pattern(r"\s*(?:[^\s.!?]+ ){0,2}?(?:물었다|말했다|대답했다|외쳤다)"),
    "tr": Pattern(rf"{_NAME}(?:sordu|dedi|bağırdı|yanıtladı)\b"),
    "hu": Pattern(rf"{_NAME}(?:kérdezte|mondta|kiáltotta|felelte)\b"),
}


def is_said(text: str, end: int, language: str, *, is_quoted: bool) -> bool:
    """Tell whether what follows a quotation that ends at `end` says who said it.

    is_quoted: whether the sentence begins with the quotation.
    """
    if language == "zh":
        return is_quoted and _CHINESE.match(text, end) is not None
    pattern = _SAID.get(language)
    return pattern is not None and pattern.match(text[end : end + _LOOKED_AT]) is not None


def goes_on_in_japanese(text: str, end: int) -> bool:
    """Tell whether a particle follows a quotation, so that the sentence goes on: `「行く。」と言った`."""
    return _JAPANESE.match(text, end) is not None
