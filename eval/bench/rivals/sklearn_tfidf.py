"""Cosines by scikit-learn."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path

import numpy as np
import numpy.typing as npt
import scipy.sparse as sp
from sklearn.feature_extraction.text import TfidfVectorizer
from sklearn.metrics.pairwise import linear_kernel

from eval.bench.engines import K, Search, one_by_one
from eval.bench.texts.texts import Text

__all__ = ["Sklearn"]

_OPTIONS = {"sublinear_tf": True, "dtype": np.float32}


class Sklearn:
    """Cosines of TF-IDF vectors."""

    def build(self, texts: Iterable[Text], folder: Path) -> None:
        """Learn the vectors and keep them."""
        vectorizer = TfidfVectorizer(max_df=0.5, **_OPTIONS)
        X = vectorizer.fit_transform(text.text for text in texts)
        sp.save_npz(folder / "vectors.npz", X, compressed=False)
        known = {name: int(column) for name, column in vectorizer.vocabulary_.items()}
        (folder / "vocabulary.json").write_text(json.dumps(known), encoding="utf-8")
        np.save(folder / "idf.npy", vectorizer.idf_)

    def open(self, folder: Path) -> Search:
        """Load the vectors."""
        vectorizer = TfidfVectorizer(
            vocabulary=json.loads((folder / "vocabulary.json").read_text(encoding="utf-8")), **_OPTIONS
        )
        vectorizer.idf_ = np.load(folder / "idf.npy")
        X = sp.load_npz(folder / "vectors.npz")
        return lambda question: _best(linear_kernel(vectorizer.transform([question]), X).ravel())

    def batch(self, folder: Path) -> Callable[[Sequence[str]], None]:
        """Return a function that asks one question after the other: the scores of many would not fit in memory."""
        return one_by_one(self.open(folder))


def _best(scores: npt.NDArray[np.float32]) -> list[int]:
    """Return the places of the `K` best scores, best first."""
    k = min(K, len(scores))
    best = np.argpartition(-scores, k - 1)[:k]
    return [int(place) for place in best[np.argsort(-scores[best], kind="stable")]]
