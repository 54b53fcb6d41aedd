"""Whether something is a word of a language, whatever the documents hold: a list of common words, shipped as bits.

The list is of folded words, each at a few places of a row of bits that its hash gives (a Bloom filter): what was listed
is known, and of what was not, one in some two hundred is taken for known. Left out: languages without a list.
"""

from __future__ import annotations

from collections.abc import Iterable
from hashlib import blake2b

import numpy as np
import numpy.typing as npt

from qa.models.load import load_arrays
from qa.text.stems import fold, is_function_word

__all__ = ["is_known", "make_bits"]

PLACES = 8
BITS_EACH = 12


def _find_places(word: str, n_bits: int) -> list[int]:
    """Return the places of a word in a row of `n_bits`."""
    digest = blake2b(word.encode(), digest_size=4 * PLACES).digest()
    return [int.from_bytes(digest[at : at + 4], "big") % n_bits for at in range(0, 4 * PLACES, 4)]


def make_bits(words: Iterable[str]) -> npt.NDArray[np.uint8]:
    """Return the bits of a list of words, eight a byte."""
    listed = {*words}
    n_bits = 8 * -(-BITS_EACH * max(1, len(listed)) // 8)
    bits = np.zeros(n_bits, dtype=np.bool_)
    for word in listed:
        bits[_find_places(word, n_bits)] = True
    return np.packbits(bits)


def is_known(word: str, language: str) -> bool | None:
    """Tell whether something is a word of a language; None where there is no list of its words.

    >>> is_known("directors", "en"), is_known("libary", "en"), is_known("libary", "fi")
    (True, False, None)
    """
    if is_function_word(word, language):
        return True
    packed = load_arrays("known_words").get(language)
    if packed is None:
        return None
    folded = fold(word, language)
    n_bits = 8 * len(packed)
    return any(
        all(packed[place >> 3] & (128 >> (place & 7)) for place in _find_places(form, n_bits))
        for form in dict.fromkeys([folded, folded.removesuffix("s")])
    )
