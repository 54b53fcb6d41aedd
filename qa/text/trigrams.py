"""Runs of three characters of a text, as codes: forms and spellings that terms miss."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from qa.arrays import Int64s, Ints, distinct

__all__ = ["trigrams", "trigrams_of"]

_MOST_PACKED = 1 << 15  # texts


def trigrams(text: str) -> Int64s:
    """Return a code for each different run of three characters of `text` in lower case, ascending.

    Two spaces stand before and after it, so that a text of one character has trigrams too; an empty one has a single.

    >>> len(trigrams("Banana"))  # "  b", " ba", "ban", "ana", "nan", "na ", "a  "
    7
    """
    codes = np.frombuffer(f"  {text.lower()}  ".encode("utf-32-le"), dtype=np.uint32).astype(np.int64)
    return distinct((codes[:-2] << 42) | (codes[1:-1] << 21) | codes[2:])


def trigrams_of(texts: Sequence[str]) -> tuple[Int64s, Ints]:
    """Return the trigrams of each text, each once, and the number of their text; by code, then by text."""
    padded = [f"  {text.lower()}  " for text in texts]
    units = "".join(padded).encode("utf-16-le")
    owner = np.repeat(np.arange(len(texts)), [len(text) for text in padded])
    if len(units) > 2 * len(owner) or len(texts) > _MOST_PACKED:  # with an emoji, say
        each = [trigrams(text) for text in texts]
        codes, owner = np.concatenate(each), np.repeat(np.arange(len(each)), [len(own) for own in each])
        order = np.lexsort((owner, codes))
        return codes[order], owner[order]
    # Three characters of 16 bits and the number of the text make one number, which sorts much quicker than two do.
    read = np.frombuffer(units, dtype=np.uint16).astype(np.int64)
    packed = ((read[:-2] << 16 | read[1:-1]) << 16 | read[2:]) << 15 | owner[2:]
    packed = distinct(packed[owner[:-2] == owner[2:]])
    codes = packed >> 15
    codes = (codes & 0xFFFF << 32) << 10 | (codes & 0xFFFF << 16) << 5 | codes & 0xFFFF
    return codes, packed & _MOST_PACKED - 1
