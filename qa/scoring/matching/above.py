"""What stands above a sentence, beside the words of a question: the question or line that leads to it, the headings.

A passage says what leads to each of its sentences (`qa.preparing.leads`) and which headings stand above them. Terms
that they hold count for the sentence too, as those of a section's heading do for a reader.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from typing import NamedTuple

import numpy as np

from qa.arrays import Bools, Floats, Ints
from qa.scoring.matching.passage_words import Surface

__all__ = ["Above", "place_above"]

Hold = Callable[[Collection[str], str], Floats]


class Above(NamedTuple):
    """Of n sentences of p passages, beside m terms.

    lead: (n, m) in [0, 1], how far what leads to the sentence holds the term; headings: (n, m) likewise of them.
    nearest: (n, m) of the nearest one alone. asking: (n,) whether what leads to it asks. distance: (n,) how many
    sentences it is behind its lead, from 0; -1 without. size: (n,) content words of what leads to it; 0 without.
    together: (n,) whether the sentence before in the passage has the same lead.
    """

    lead: Floats
    headings: Floats
    nearest: Floats
    asking: Bools
    distance: Ints
    size: Ints
    together: Bools


def place_above(surfaces: Sequence[Surface], languages: Sequence[str], m: int, hold: Hold) -> Above:
    """Return what stands above the sentences of passages.

    languages: of the passages. m: how many terms there are. hold: how far words in a language hold each of them.
    """
    parts = [_place(each, language, m, hold) for each, language in zip(surfaces, languages, strict=True)]
    if not parts:
        none = np.zeros((0, m))
        no, never = np.empty(0, dtype=np.bool_), np.empty(0, dtype=np.intp)
        return Above(none, none, none, no, never, never, no)
    return Above(*(np.concatenate(columns) for columns in zip(*parts, strict=True)))


def _place(surface: Surface, language: str, m: int, hold: Hold) -> Above:
    s = len(surface.pointing)
    of = surface.lead_of
    led = of >= 0
    lead = np.zeros((s, m))
    size = np.zeros(s, dtype=np.intp)
    asking = np.zeros(s, dtype=np.bool_)
    if led.any():
        held = np.array([hold(own, language) for own in surface.lead_terms])
        lead[led] = held[of[led]]
        size[led] = np.array(surface.lead_sizes)[of[led]]
        asking[led] = np.array(surface.lead_asks)[of[led]]
    numbers = np.arange(s)
    together, alike = np.zeros(s, dtype=np.bool_), np.zeros(s, dtype=np.bool_)
    alike[1:] = of[1:] == of[:-1]
    parting = np.array([*surface.lead_parts, False])[of]  # the last for those without
    together[1:] = alike[1:] | ~(parting[1:] | parting[:-1])
    first = np.maximum.accumulate(np.where(alike, 0, numbers)) if s else numbers
    headings, nearest = (np.tile(hold(own, language), (s, 1)) for own in (surface.path_terms, surface.heading_terms))
    return Above(lead, headings, nearest, asking, np.where(led, numbers - first, -1), size, together)
