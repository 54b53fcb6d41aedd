"""The library: documents in, answers out. Documents are the matter of `holdings`, questions that of `asking`.

`ask` is a chain of calls on frozen records and mutates nothing: it may run in many threads at once.
"""

from __future__ import annotations

import logging
from collections.abc import Collection, Mapping, Sequence
from pathlib import Path
from typing import Any, Self

from qa import asking
from qa.asking import Models, load_models
from qa.errors import InvalidOption, LibraryError, QuestionTooLong
from qa.holdings import CALIBRATION, Holdings
from qa.index import open_index
from qa.index.protocol import View
from qa.preparing.parallel import Preparer
from qa.preparing.passages import DEFAULT_PASSAGE_SIZE
from qa.question.question import Question
from qa.reader import ReaderChoice, choose_reader
from qa.scoring.calibration import DEFAULT_THRESHOLD, Calibration
from qa.scoring.evidence import make_plain_model
from qa.scoring.examination import Examination
from qa.scoring.matching.match import Match
from qa.text.unicode import without_surrogates
from qa.types import (
    MAX_QUESTION,
    Answer,
    Found,
    Hit,
    Span,
    Turn,
    Verification,
)
from qa.verify import verify_answer
from qa.warming import warm

__all__ = ["DEFAULT_MIN_CONFIDENCE", "MAX_K", "MAX_QUESTION", "MAX_QUOTES", "Library"]

_log = logging.getLogger(__name__)
_NAMED = 10  # documents that were not read again
MAX_QUOTES = 20
MAX_K = 1_000
DEFAULT_MIN_CONFIDENCE = DEFAULT_THRESHOLD


class Library(Holdings):
    """A set of documents that answers questions with sentences quoted from them.

    location: None keeps all in memory; the path of a folder keeps it there, and opens what it holds;
    clickhouse://USER@HOST:PORT/DATABASE opens what `make_library` made there.
    passage_size: how long passages are that are cut from now on, in characters.
    create: whether a library that is not there yet is made; without it that is a LibraryError.
    update: whether what an earlier version of Quoth added to a folder is brought up to date now, which the log tells
    of; without it, and for a library on a server, `update` does that.
    trained: whether sentences are scored by the trained model; without it by weights set by hand, for comparison.
    reader: whether the small reader gives a second opinion: "auto", where its packages are installed; "on", which is an
    error without them; "off".

    >>> import qa
    >>> library = qa.Library()
    >>> ids = library.add(qa.Document(id="museum", text="The museum opens at nine. A ticket costs 14 euros."))
    >>> library.ask("What does a ticket cost?").text
    '“A ticket costs 14 euros.” [1]'
    """

    def __init__(
        self,
        location: str | Path | None = None,
        *,
        passage_size: int = DEFAULT_PASSAGE_SIZE,
        create: bool = True,
        update: bool = True,
        trained: bool = True,
        reader: ReaderChoice = "auto",
    ) -> None:
        if passage_size < 1:
            raise InvalidOption(f"The passage size is {passage_size}: give at least 1 character.")
        self._models = load_models(choose_reader(reader)) if trained else Models(make_plain_model(), None)
        super().__init__(open_index(location, create=create), Preparer(passage_size))
        self._remote = isinstance(location, str) and "://" in location
        self._folder = None if location is None or self._remote else Path(location).absolute()
        if update and self._folder is not None:
            self._update()

    def _update(self) -> None:
        """Bring the library up to date, and tell the log; one that cannot be written to, or read, stays as it is."""
        try:
            if n_outdated := self.n_outdated:
                _log.warning("Bringing %d documents of an earlier version of Quoth up to date.", n_outdated)
                done = self.update()
                _log.warning(
                    "Brought %d documents up to date in %.1f s: %d were read again from their files.",
                    done.n_read + done.n_prepared,
                    done.seconds,
                    done.n_read,
                )
                if done.left:
                    names = ", ".join(done.left[:_NAMED]) + (", …" if len(done.left) > _NAMED else "")
                    told = "The text of %d stays as it was, since its file is gone or has changed: %s"
                    _log.warning(told, len(done.left), names)
        except LibraryError as exc:  # whoever reads or writes is told as well
            _log.warning("The library %s was not brought up to date: %s", self._folder, exc)
        except BaseException:
            self.close()
            raise

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *exc: object) -> None:
        self.close()

    def close(self) -> None:
        """Close all files. The library cannot be used afterwards."""
        self._index.close()

    def warm(self) -> None:
        """Do now what the first question would wait for: import, compile, read models, open the index files.

        After it, no question opens a file or imports a module. A question that was asked does nearly as well, but with
        Numba (`quoth[fast]`) ranking is compiled here only: some seconds the first time on a machine, then one.
        """
        warm(self._index, reader=self._models.reader is not None, in_memory=self._folder is None and not self._remote)

    @property
    def reader(self) -> str | None:
        """Name of the small reader that gives a second opinion; None without one."""
        return self._models.reader.name if self._models.reader else None

    @property
    def folder(self) -> Path | None:
        """The folder that keeps the library, as an absolute path; None for one in memory or on a server."""
        return self._folder

    @property
    def remote(self) -> bool:
        """Whether it is kept on a server, so that other machines may have it open as well."""
        return self._remote

    # -- confidence ---------------------------------------------------------------------------------------------------

    def calibrate(self, calibration: Calibration | None) -> None:
        """Correct the confidence of every answer from now on, and set the threshold; None goes back to what is shipped.

        It is kept with the documents. An untrained library takes no notice of it.
        """
        self._index.set_setting(CALIBRATION, calibration.as_text() if calibration else None)

    @property
    def calibration(self) -> Calibration:
        """The calibration in force. Raises LibraryError when the one that is kept is damaged."""
        with self._index.view() as view:
            return self._calibration(view)

    @property
    def min_confidence(self) -> float:
        """The threshold in force: the library's own or `DEFAULT_MIN_CONFIDENCE`. Raises what `calibration` raises."""
        return self.calibration.threshold

    def _calibration(self, view: View) -> Calibration:
        kept = view.setting(CALIBRATION) if self._models.confidence else None
        return Calibration.of_text(kept) if kept is not None else Calibration()

    # -- questions ----------------------------------------------------------------------------------------------------

    def search(
        self,
        question: str,
        k: int = 10,
        documents: Collection[str] | None = None,
        *,
        history: Sequence[Turn] = (),
        partial: bool = False,
    ) -> list[Hit]:
        """Return at most `k` passages that share a word with `question`, best first; ties by document id and place.

        documents: ids to search in; None for all. history: earlier turns of the conversation, oldest first.
        partial: whether to go on without servers of the library that do not answer; `find` tells which those are.
        Raises QuestionTooLong, InvalidOption, or DocumentNotFound for an unknown id.
        """
        return [*self.find(question, k, documents, history=history, partial=partial).hits]

    def find(
        self,
        question: str,
        k: int = 10,
        documents: Collection[str] | None = None,
        *,
        history: Sequence[Turn] = (),
        partial: bool = False,
    ) -> Found:
        """Return the hits that `search` returns, and which servers were left out; raises the same."""
        _validate(question, k=(k, 1, MAX_K))
        with self._index.view(partial=partial) as view:
            meant = asking.understand(question, history, view)
            hits = view.search(meant.text, k, documents, meant.carried)
            return Found(tuple(hits), tuple(view.left_out))

    def ask(  # noqa: PLR0917  # the order is part of the public shape
        self,
        question: str,
        history: Sequence[Turn] = (),
        k: int = 10,
        max_quotes: int = 3,
        min_confidence: float | None = None,
        documents: Collection[str] | None = None,
        partial: bool = False,
    ) -> Answer:
        """Return the sentences that answer `question`, or the reason why there are none.

        history: earlier turns of the conversation, oldest first.
        k: how many passages are looked at. max_quotes: how many sentences are quoted at the most.
        min_confidence: probability, in [0, 1], below which nothing is quoted; None for the library's own threshold,
        0.0 always quotes the best sentence there is.
        documents: ids to ask; None for all.
        partial: whether to answer from what the others have when a server of the library does not answer; `left_out`
        of the answer then names it.

        Raises QuestionTooLong, InvalidOption, or DocumentNotFound for an unknown id; any other question is answered.
        """
        _validate(question, k=(k, 1, MAX_K), max_quotes=(max_quotes, 1, MAX_QUOTES))
        if min_confidence is not None:
            _validate(question, min_confidence=(min_confidence, 0.0, 1.0))
        question = without_surrogates(question)
        if not question.strip():
            return asking.silence(Question(question), "empty_question")
        examination = self.examine(question, k, documents, history=history, partial=partial)
        return asking.answer(examination, max_quotes, min_confidence)

    def examine(
        self,
        question: str,
        k: int = 10,
        documents: Collection[str] | None = None,
        *,
        history: Sequence[Turn] = (),
        partial: bool = False,
    ) -> Examination:
        """Return all that `ask` would choose from: passages, scored sentences, and what confidence is made of.

        history: earlier turns of the conversation, oldest first; the question is then as it is understood after them.
        partial: whether to go on without servers of the library that do not answer.
        Raises what `search` and `calibration` raise.
        """
        _validate(question, k=(k, 1, MAX_K))
        with self._index.view(partial=partial) as view:
            return asking.examine(question, history, k, documents, view, self._models, self._calibration(view))

    def match(self, question: str, k: int = 10, documents: Collection[str] | None = None) -> Match:
        """Return the words of `question` beside the sentences of the passages that are found for it, for training.

        Raises what `search` raises.
        """
        _validate(question, k=(k, 1, MAX_K))
        with self._index.view() as view:
            return asking.match(question, k, documents, view)

    def score(self, question: str, places: Collection[Span]) -> list[float]:
        """Return how well each place answers `question`, in [0, 1] and in their order, as `ask` scores sentences.

        places: sentences, or what is to be taken for one, in documents of this library; they do not overlap. One that
        shares no word with the question has 0.0. None in, none out.
        Raises QuestionTooLong, DocumentNotFound, or InvalidSpan for a place outside its document.
        """
        _validate(question)
        with self._index.view() as view:
            return asking.score(question, places, MAX_K, view, self._models)

    def verify(self, answer: Answer | Mapping[str, Any]) -> list[Verification]:
        """Return a verdict on each quote of an answer, given as the record or as its JSON.

        Raises InvalidOption when `answer` has not the shape of one.
        """
        return verify_answer(answer, self._index.view)


def _validate(question: str, **options: tuple[float, float, float]) -> None:
    """Check the question's length, and each option as `(value, least, most)`."""
    if len(question) > MAX_QUESTION:
        raise QuestionTooLong(
            f"The question has {len(question):,} characters; the limit is {MAX_QUESTION:,}. Ask a shorter one."
        )
    for name, (value, least, most) in options.items():
        whole = isinstance(least, int)
        if not least <= value <= most or (whole and not isinstance(value, int)):
            kind = "a whole number" if whole else "a number"
            raise InvalidOption(f"{name} is {value}: it must be {kind} from {least} to {most}.")
