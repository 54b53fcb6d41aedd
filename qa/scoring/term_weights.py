"""How much each term of a question counts, by where it is found: a trained, log-linear model.

The weight of a term is exp(properties . coefficients), with coefficients of their own for each place: the sentence
itself, another form of the word in it, the question or line that leads to it, the headings above it, the sentence
before, the one after, and elsewhere in the passage or its title. A rare name counts more than a verb; a verb counts
more in the sentence than elsewhere. The coefficients were fitted by maximising the likelihood of the right sentence
among all candidates (a conditional logit, McFadden 1974).
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from qa.arrays import Floats
from qa.question.query import PROPERTIES, Query

__all__ = ["BLOCKS", "TermWeights"]


BLOCKS = ("sentence", "derived", "lead", "headings", "before", "after", "elsewhere")
_LEAST, _MOST = -12.0, 5.0  # bounds of the exponent


@dataclass(frozen=True, slots=True, eq=False)
class TermWeights:
    """coefficients: (len(BLOCKS), len(PROPERTIES)). retrieval: weight of the passage's score beside the best one's."""

    coefficients: Floats
    retrieval: float

    def __post_init__(self) -> None:
        if self.coefficients.shape != (len(BLOCKS), len(PROPERTIES)):
            raise ValueError(
                f"Coefficients of shape {self.coefficients.shape}: {(len(BLOCKS), len(PROPERTIES))} are needed."
            )

    @classmethod
    def equal(cls) -> TermWeights:
        """Return weights of 1 for every term in every place."""
        return cls(np.zeros((len(BLOCKS), len(PROPERTIES))), 1.0)

    def of(self, query: Query) -> Floats:
        """Return the weight of each term in each place: (len(BLOCKS), m), all above 0."""
        exponents = np.clip(self.coefficients @ query.properties.T, _LEAST, _MOST)
        return np.asarray(np.exp(exponents) * query.emphasis)
