"""What is measured: the seam that all systems share, Quoth behind it, and who takes part.

Nothing of a rival is imported here, so that names and notes can be shown without it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path
from typing import Any, Protocol, cast, runtime_checkable

from eval.bench.texts.texts import Text

__all__ = ["CONTESTANTS", "Contestant", "Engine", "K", "Search", "Telling", "contestant", "make_engine", "one_by_one"]

K = 10
"""How many passages each system is asked for."""

Search = Callable[[str], Sequence[int]]
"""From a question to the numbers of the best texts, at most `K`, best first."""


@runtime_checkable
class Telling(Protocol):
    """A search that can tell all of its last result, to be compared."""

    def digest(self) -> str:
        """Return a digest, which is the same for the very same answer only."""
        ...


class Engine(Protocol):
    """A system. What it needs is imported when it is made."""

    def build(self, texts: Iterable[Text], folder: Path) -> None:
        """Index texts, and keep in an empty folder what `open` needs."""
        ...

    def open(self, folder: Path) -> Search:
        """Return the search over what `build` kept."""
        ...

    def batch(self, folder: Path) -> Callable[[Sequence[str]], None]:
        """Return a function that answers many questions in a row, in the quickest way that the system advises."""
        ...


@dataclass(frozen=True, slots=True)
class Contestant:
    """A system by name. packages: what it needs beside Quoth, as they are imported. how: the way it is used, in words.

    engine: module and class. built_as: the name of the one whose index it shares, itself by default.
    index: the part of its folder that is the index; empty for all of it, None when it keeps none.
    shards: how many servers have the texts, 0 when they are in its folder. compared_with: the name of the one that must
    give the very same answers.
    """

    name: str
    packages: tuple[str, ...]
    engine: str
    how: str
    built_as: str = ""
    index: str | None = ""
    shards: int = 0
    compared_with: str = ""

    @property
    def missing(self) -> tuple[str, ...]:
        """The packages that are not installed."""
        return tuple(package for package in self.packages if find_spec(package) is None)

    @property
    def kept_as(self) -> str:
        """The name of the folder that its index is in."""
        return self.built_as or self.name

    def job(self, folder: Path, library: str = "") -> dict[str, Any]:
        """Return the job of a process of `eval.bench.child`; the phase is to be added.

        folder: of texts, questions and indexes. library: its location, for one that is in none of these.
        """
        job = {"engine": self.engine, "kept_as": self.kept_as, "index": self.index}
        return {**job, "folder": str(folder), "library": library}


CONTESTANTS: tuple[Contestant, ...] = (
    Contestant(
        "Quoth search",
        (),
        "eval.bench.quoth:QuothSearch",
        "qa.Library in a folder, 1,000 documents added at a time, and Library.search. Its index is the folder "
        "segments, with each passage's words in order; the texts are in the database beside it, and not counted.",
        index="segments",
    ),
    Contestant(
        "Quoth ask",
        (),
        "eval.bench.quoth:QuothAsk",
        "Library.ask over the same library: search, sentences scored, confidence, quotes.",
        built_as="Quoth search",
        index="segments",
    ),
    Contestant(
        "scikit-learn",
        (),
        "eval.bench.rivals.sklearn_tfidf:Sklearn",
        "TfidfVectorizer(sublinear_tf=True, max_df=0.5, dtype=float32) and linear_kernel, then the best by "
        "argpartition. It has no format on disk: scipy.sparse.save_npz for the matrix, JSON for vocabulary and idf.",
    ),
    Contestant(
        "rank_bm25",
        ("rank_bm25",),
        "eval.bench.rivals.rank_bm25_okapi:RankBm25",
        "BM25Okapi with get_top_n, over words of two letters and more in lower case, without the stop words of bm25s, "
        "stemmed by Snowball. It has no format on disk: it is built again from the texts whenever it is opened.",
        index=None,
    ),
    Contestant(
        "bm25s",
        ("bm25s", "numba"),
        "eval.bench.rivals.bm25s_numba:Bm25s",
        "BM25(method='lucene', backend='numba') with the English stop words and the Snowball stemmer of its guide; "
        "saved, and loaded with mmap=True. One question at a time for latency, all at once for throughput.",
    ),
    Contestant(
        "tantivy",
        ("tantivy",),
        "eval.bench.rivals.tantivy_index:Tantivy",
        "A text field with en_stem, 512 MB for its writer, which has as many threads as it likes, one commit, segments "
        "merged by its own policy; the question read by parse_query_lenient, any word may match, count=False.",
    ),
)


def contestant(name: str) -> Contestant:
    """Return the contestant of a name that is in `CONTESTANTS`."""
    return next(each for each in CONTESTANTS if each.name == name)


def make_engine(engine: str, library: str = "") -> Engine:
    """Import a system, given as module and class, and return it.

    library: the location that it uses in place of its folder, for one that can.
    """
    module, _, name = engine.partition(":")
    make = getattr(import_module(module), name)
    return cast(Engine, make(library) if library else make())


def one_by_one(search: Search) -> Callable[[Sequence[str]], None]:
    """Return a function that answers many questions by a search for each."""

    def answer(questions: Sequence[str]) -> None:
        for question in questions:
            search(question)

    return answer
