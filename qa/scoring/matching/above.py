"""What stands above a sentence, beside the words of a question: the question or line that leads to it, the headings.

A passage says what leads to each of its sentences (`qa.preparing.leads`) and which headings stand above them. Terms
that they hold count for the sentence too, as those of a section's heading do for a reader.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import NamedTuple

import numpy as np

from qa.arrays import Bools, Floats, Ints
from qa.scoring.matching.passage_words import Surface

__all__ = ["Above", "place_above"]

Hold = Callable[[tuple[str, ...], str], Floats]


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
    sizes = np.array([len(each.pointing) for each in surfaces], dtype=np.intp)
    n = int(sizes.sum())
    headings, nearest = (
        np.repeat(np.array(held).reshape(len(surfaces), m), sizes, axis=0)
        for held in (
            [hold(each.path_terms, language) for each, language in zip(surfaces, languages, strict=True)],
            [hold(each.heading_terms, language) for each, language in zip(surfaces, languages, strict=True)],
        )
    )
    starts = np.cumsum(sizes) - sizes
    together = np.ones(n, dtype=np.bool_)
    together[starts[sizes > 0]] = False
    above = Above(
        lead=np.zeros((n, m)),
        headings=headings,
        nearest=nearest,
        asking=np.zeros(n, dtype=np.bool_),
        distance=np.full(n, -1, dtype=np.intp),
        size=np.zeros(n, dtype=np.intp),
        together=together,
    )
    for each, language, start in zip(surfaces, languages, starts.tolist(), strict=True):
        if each.lead_terms:
            _lead(each, [hold(own, language) for own in each.lead_terms], start, above)
    return above


def _lead(surface: Surface, held: Sequence[Floats], start: int, above: Above) -> None:
    """Set what leads to the sentences of a passage.

    held: how far each of its leads holds the terms. start: the row of its first sentence.
    """
    of = surface.lead_of
    led = np.flatnonzero(of >= 0)
    above.lead[start + led] = np.array(held)[of[led]]
    above.size[start + led] = np.array(surface.lead_sizes)[of[led]]
    above.asking[start + led] = np.array(surface.lead_asks)[of[led]]
    alike = np.append(False, of[1:] == of[:-1])
    numbers = np.arange(len(of))
    first = np.maximum.accumulate(np.where(alike, 0, numbers))
    above.distance[start + led] = (numbers - first)[led]
    parting = np.array([*surface.lead_parts, False])[of]  # the last for those without
    above.together[start + 1 : start + len(of)] = alike[1:] | ~(parting[1:] | parting[:-1])
