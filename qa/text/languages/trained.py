"""The language of a text by a trained model of 139 languages, for what no list of function words decides.

The model is py3langid's: log-probabilities of runs of bytes, read without pickle. It takes most of a second and some
100 MB to load, so that it is loaded where a text needs it and at no other time; after that a text takes a millisecond.
"""

from __future__ import annotations

from functools import cache
from typing import Any

__all__ = ["classify"]

LEAST_PROBABILITY = 0.6  # of names, labels and tables the likeliest language has below .2; of sentences mostly above .9
_SAME = {"bs": "hr", "nn": "no", "zxx": "", "und": ""}  # one code where two are written alike; none for no language


@cache
def _load() -> Any:
    """Return the model, which gives each language its probability."""
    from py3langid import langid  # noqa: PLC0415 - only where it is needed

    return langid.LanguageIdentifier.from_model_file(langid.MODEL_FILE, norm_probs=True)


def classify(text: str) -> str:
    """Return the code of the language that a text is in; empty where that is not sure, or the model cannot be unpacked.

    >>> classify("Pretium sodalitatis est quadraginta nummi in anno."), classify("Stop: Harbour; Mon-Fri: 6:10")
    ('la', '')
    """
    probabilities: dict[str, float] = {}
    try:
        model = _load()
    except OSError:  # it is unpacked into a temporary file
        return ""
    for code, probability in model.rank(text):
        same = _SAME.get(code, code)
        probabilities[same] = probabilities.get(same, 0.0) + probability
    code = max(probabilities, key=lambda code: (probabilities[code], code))
    return code if probabilities[code] >= LEAST_PROBABILITY else ""
