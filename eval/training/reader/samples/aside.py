"""Keep questions aside to measure the reader by: no passage of theirs, nor one much like it, is learnt from.

A passage is kept aside or learnt from by a hash of its text, whatever set it is in; what is learnt from is then freed
of passages that share a tenth of their runs of ten words with one that is kept aside, such as the same page with a
section left out.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Sequence

from eval.training.reader.samples.records import Example
from eval.training.reader.samples.sources import BOTH_KINDS

__all__ = ["N_ASIDE", "digest", "keep_aside"]

N_ASIDE = 2_000
_SHARE_ASIDE = 0.11  # of passages: enough for so many questions
_RUN = 10  # words
_MOST_SHARED = 0.1
_WORD = re.compile(r"\w+")


def digest(text: str) -> int:
    """Return 64 bits that stand for a text, whatever its case and white space."""
    plain = " ".join(text.casefold().split())
    return int.from_bytes(hashlib.sha256(plain.encode("utf-8", "surrogatepass")).digest()[:8], "big")


def keep_aside(examples: Sequence[Example], n: int = N_ASIDE) -> tuple[list[Example], list[Example]]:
    """Return the examples kept aside, `n` at most, and those to learn from."""
    shut = {example.text for example in examples if digest(example.text) % 1_000 < _SHARE_ASIDE * 1_000}
    aside = [example for example in examples if example.text in shut and example.source in BOTH_KINDS]
    aside = sorted(aside, key=lambda each: (digest(f"{each.question}\n{each.text}"), each.source))[:n]
    runs = {run for text in {example.text for example in aside} for run in _runs(text, 1)}
    like = {
        text for text in {example.text for example in examples} - shut if _share(_runs(text, 3), runs) > _MOST_SHARED
    }
    return aside, [example for example in examples if example.text not in shut and example.text not in like]


def _runs(text: str, step: int) -> list[int]:
    """Return what stands for the runs of ten words of a text, every `step`th."""
    words = _WORD.findall(text.casefold())
    return [hash(tuple(words[at : at + _RUN])) for at in range(0, max(1, len(words) - _RUN + 1), step)]


def _share(runs: Iterable[int], among: set[int]) -> float:
    known = [run in among for run in runs]
    return sum(known) / len(known)
