"""The trained choice of the focus: a softmax over the candidates of a sentence, and the probability of being right.

The score of a candidate is the sum of its features' weights; the softmax over all candidates says how likely each is
to be what a reader would mark. Chosen is not the likeliest one but the one that shares most with all of them, weighed
so: the greatest expected F1 of words (minimum Bayes risk, Kumar and Byrne 2004). It is fitted by
`python -m eval.training.train_focus`; `models/focus.json` and `models/FOCUS.md` say on what, and how good it is.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from functools import cache
from typing import IO

import numpy as np
import numpy.typing as npt

from qa.errors import LibraryError
from qa.focus.cells import find_value
from qa.focus.doubt import is_doubtful
from qa.focus.edges import fit_to_words
from qa.focus.features import LAYOUT, N_FOCUS_WEIGHTS, FocusCandidates, find_focus_candidates
from qa.models.load import open_model, read_arrays
from qa.question.question import Question

__all__ = ["FocusChoice", "FocusModel", "find_focus"]

_FORMAT = 1
N_SIGNS = 4
_N_BEST = 30  # candidates that are compared with all others


@dataclass(frozen=True, slots=True)
class FocusChoice:
    """The candidate that was chosen.

    index: among the candidates. signs: what the probability of being right is made of: its
    expected F1, in [0, 1]; the share of the question's words that the sentence holds; its score; and the logarithm of
    how many candidates there are.
    """

    index: int
    signs: tuple[float, ...]


@dataclass(frozen=True, slots=True)
class FocusModel:
    """Weights of the features, of the signs, and the least probability at which words are marked.

    weights: array of shape (N_FOCUS_WEIGHTS,). intercept, signs: a logistic regression on `FocusChoice.signs`.
    """

    weights: npt.NDArray[np.float32]
    intercept: float = 0.0
    signs: tuple[float, ...] = (0.0,) * N_SIGNS
    threshold: float = 0.0

    def choose(self, candidates: FocusCandidates) -> FocusChoice:
        """Return the candidate with the greatest expected F1; of equal ones the likelier, then the earlier."""
        scores = self.weights[candidates.features].sum(axis=1)
        share = np.exp(scores - scores.max())
        share /= share.sum()
        best = np.argsort(-scores, kind="stable")[:_N_BEST]
        first, last = candidates.tokens.T
        common = np.minimum(last[best, None], last) - np.maximum(first[best, None], first) + 1
        length = last - first + 1
        overlap = 2 * np.maximum(common, 0) / (length[best, None] + length)
        expected = (overlap * share).sum(axis=1)
        at = int(expected.argmax())
        return FocusChoice(
            int(best[at]), (float(expected[at]), candidates.coverage, float(scores[best[at]]), math.log(len(scores)))
        )

    def probability(self, choice: FocusChoice) -> float:
        """Return the probability, in [0, 1], that more than half of the chosen words are right (F1 over .5)."""
        logit = self.intercept + sum(weight * sign for weight, sign in zip(self.signs, choice.signs, strict=True))
        return 0.5 * (1.0 + math.tanh(0.5 * logit))  # the logistic function, which cannot overflow so

    def save(self, file: IO[bytes]) -> None:
        """Write the model: NumPy arrays without pickle."""
        np.savez_compressed(
            file,
            header=np.array([_FORMAT, LAYOUT], dtype=np.int64),
            weights=self.weights.astype(np.float16),
            decision=np.array([self.threshold, self.intercept, *self.signs]),
        )

    @classmethod
    def load(cls, file: IO[bytes]) -> FocusModel:
        """Return the model in a file. Raises LibraryError for another format, other features, or a damaged file."""
        try:
            arrays = read_arrays(file)
            header = arrays["header"].tolist()
            weights = arrays["weights"].astype(np.float32)
            threshold, intercept, *signs = arrays["decision"].tolist()
        except Exception as exc:  # damage shows itself as nearly any error of zipfile, zlib and NumPy
            raise LibraryError(f"The model of the focus cannot be read: {exc}. Install Quoth again.") from None
        if header != [_FORMAT, LAYOUT] or weights.shape != (N_FOCUS_WEIGHTS,) or len(signs) != N_SIGNS:
            raise LibraryError(
                f"The model of the focus is of format and layout {header}, but {[_FORMAT, LAYOUT]} is needed. "
                "Install Quoth again, or train it with `python -m eval.training.train_focus`."
            )
        return cls(weights, intercept, tuple(signs), threshold)


@cache
def _load_shipped() -> FocusModel:
    with open_model("focus.npz") as file:
        return FocusModel.load(file)


def find_focus(question: Question, sentence: str, read: tuple[int, int] | None = None) -> tuple[int, int] | None:
    """Return `(start, end)` in `sentence` of the words that answer, or None when unsure.

    read: the place that the small reader is sure of, which is taken where nothing speaks against it.

    They begin and end at a word's edge, without the marks around them. In a row of names and values they are the value
    that is asked for; else None for a question without an English question word, as one that is answered by yes or no.

    >>> sentence = "A 21-day ceasefire was proposed by France."
    >>> start, end = find_focus(Question("Who proposed the ceasefire?"), sentence)
    >>> sentence[start:end]
    'France'
    """
    value = find_value(question, sentence)
    if value:
        return value
    candidates = find_focus_candidates(question, sentence)
    if candidates is None:
        return None
    if read and (place := fit_to_words(sentence, *read)) and not is_doubtful(question, sentence, *place):
        return place
    model = _load_shipped()
    choice = model.choose(candidates)
    place = candidates.places[choice.index]
    sure = model.probability(choice) >= model.threshold and not is_doubtful(question, sentence, *place)
    return place if sure else None
