"""All known public sets in one run: which there are, where they lie in a folder, and who takes part.

A set is read where its files lie under the names below, which are those that its authors gave them. Sets that Quoth's
models are trained on are not among them, nor the articles of SQuAD 2.0 that are.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from functools import partial
from importlib.util import find_spec
from pathlib import Path

import click

import qa
from eval.evaluate import evaluate
from eval.measures.results import Results
from eval.records import EvalError, QuestionSet
from eval.sets.clapnq import read_clapnq
from eval.sets.selqa import read_selqa
from eval.sets.squad import read_squad
from eval.systems.baseline import tfidf
from eval.systems.bm25 import bm25
from eval.systems.quoth import SystemFactory, quoth, without_reader

__all__ = ["KNOWN", "LIMIT", "THREE", "Known", "Suite", "run_suite"]

LIMIT = 2_000
"""Questions of a set at the most: all there are, but for PolicyQA."""

TRAINED_ON = 5
"""Articles of SQuAD 2.0's file, the first ones, that are left for training."""

THREE = "three by naive TF-IDF"
"""Name of plain TF-IDF that quotes three sentences."""


def list_variants() -> list[SystemFactory]:
    """Return Quoth, and then Quoth with other options of `qa.Library`."""
    return [quoth(), *without_reader(), quoth("untrained Quoth", trained=False)]


@dataclass(frozen=True, slots=True)
class Known:
    """A public set. files: where it lies in the folder. language: of its documents, in English.

    short: whether an answer is a few words, so that the focus can be measured.
    several: whether answers are of several sentences, so that plain TF-IDF also quotes three.
    """

    name: str
    files: tuple[str, ...]
    read: Callable[..., QuestionSet]
    language: str = "english"
    short: bool = True
    several: bool = False

    def choose_systems(self) -> list[SystemFactory]:
        """Return who takes part, Quoth first; BM25 only where its package is installed."""
        others = [bm25(language=self.language)] if find_spec("bm25s") else []
        three = [tfidf(THREE, quotes=3)] if self.several else []
        return [*list_variants(), *others, tfidf(), *three]


@dataclass(frozen=True, slots=True)
class Suite:
    """The results of all sets that were there, in the order of `KNOWN`, and sentences on what was left out."""

    results: tuple[tuple[Known, Results], ...]
    notes: tuple[str, ...]


KNOWN: tuple[Known, ...] = (
    Known("squad2", ("squad2/dev-10-articles.json",), partial(read_squad, articles=slice(TRAINED_ON, None))),
    Known("clapnq", ("clapnq/answerable.jsonl", "clapnq/unanswerable.jsonl"), read_clapnq, short=False, several=True),
    Known("policyqa", ("policyqa/test.json",), partial(read_squad, apart=True)),
    Known("covid_qa", ("covid_qa/200423_covidQA.json",), read_squad),
    Known("selqa", ("selqa/selqa-ass-test.json",), read_selqa, short=False),
    Known("xquad.es", ("xquad/xquad.es.json",), read_squad, language="spanish"),
    Known("xquad.de", ("xquad/xquad.de.json",), read_squad, language="german"),
    Known("xquad.ru", ("xquad/xquad.ru.json",), read_squad, language="russian"),
    Known("xquad.zh", ("xquad/xquad.zh.json",), read_squad, language="chinese"),
    Known("xquad.ar", ("xquad/xquad.ar.json",), read_squad, language="arabic"),
    Known("xquad.hi", ("xquad/xquad.hi.json",), read_squad, language="hindi"),
)


def run_suite(
    folder: Path,
    *,
    limit: int = LIMIT,
    passage_size: int = qa.DEFAULT_PASSAGE_SIZE,
    known: Sequence[Known] = KNOWN,
) -> Suite:
    """Evaluate every known set that is in `folder`, thoroughly; progress goes to stderr.

    limit: questions of each set at the most, evenly spaced. A set of which a file is missing is left out, and told.
    Raises EvalError when a file cannot be used, or when no set is there.
    """
    notes = []
    if not find_spec("bm25s"):
        notes.append("bm25s did not take part: it is not installed. Get it with: pip install 'quoth[eval]'")
    there = []
    for one in known:
        missing = [name for name in one.files if not (folder / name).is_file()]
        if missing:
            notes.append(f"{one.name} was left out: {folder} has no {' and no '.join(missing)}.")
        else:
            there.append(one)
    if not there:
        names = ", ".join(name for one in known for name in one.files)
        raise EvalError(f"{folder} holds none of the known sets. Put at least one of these there: {names}.")
    results = []
    for position, one in enumerate(there, start=1):
        question_set = replace(one.read(*(folder / name for name in one.files)), name=one.name).thin(limit)
        click.echo(
            f"{one.name}, {position} of {len(there)}: {len(question_set.questions):,} questions", file=sys.stderr
        )
        results.append((one, evaluate(question_set, one.choose_systems(), passage_size=passage_size, thorough=True)))
    return Suite(tuple(results), tuple(notes))
