"""The library: documents in, answers out. What it does is done by `adding`, `asking` and the index.

`ask` is a chain of calls on frozen records and mutates nothing: it may run in many threads at once.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from contextlib import closing
from pathlib import Path
from typing import Any, Self

from qa import asking
from qa.adding import Adder
from qa.asking import Models
from qa.errors import InvalidOption, InvalidSpan, QuestionTooLong, ReadError
from qa.exchange import open_archive, write_archive
from qa.feedback import Excerpt, Feedback
from qa.formats import bytes_of, is_as_read
from qa.index import open_index
from qa.index.protocol import View
from qa.preparing.parallel import Preparer
from qa.preparing.passages import DEFAULT_PASSAGE_SIZE
from qa.question.question import Question
from qa.scoring.calibration import DEFAULT_THRESHOLD, Calibration
from qa.scoring.confidence import load_confidence_model
from qa.scoring.evidence import load_evidence_model, make_plain_model
from qa.scoring.examination import Examination
from qa.scoring.match import Match
from qa.text.unicode import without_surrogates
from qa.types import (
    MAX_QUESTION,
    Answer,
    Document,
    DocumentInfo,
    FileOutcome,
    Found,
    Hit,
    Listing,
    Span,
    Turn,
    Verification,
)
from qa.verify import verify_answer
from qa.warming import warm

__all__ = ["DEFAULT_MIN_CONFIDENCE", "MAX_K", "MAX_QUESTION", "MAX_QUOTES", "Library"]

MAX_QUOTES = 20
MAX_K = 1_000
DEFAULT_MIN_CONFIDENCE = DEFAULT_THRESHOLD
_LISTED_AT_ONCE = 1_000  # documents to export
_CALIBRATION = "calibration"  # its name among the settings of the index


class Library:
    """A set of documents that answers questions with sentences quoted from them.

    location: None keeps all in memory; the path of a folder keeps it there, and opens what it holds;
    clickhouse://USER@HOST:PORT/DATABASE opens what `make_library` made there.
    passage_size: how long passages are that are cut from now on, in characters.
    create: whether a library that is not there yet is made; without it that is a LibraryError.
    trained: whether sentences are scored by the trained model; without it by weights set by hand, for comparison.

    >>> library = Library()
    >>> ids = library.add(Document(id="museum", text="The museum opens at nine. A ticket costs 14 euros."))
    >>> library.ask("What does a ticket cost?").text
    '“A ticket costs 14 euros.” [1]'
    """

    def __init__(
        self,
        location: str | Path | None = None,
        *,
        passage_size: int = DEFAULT_PASSAGE_SIZE,
        create: bool = True,
        trained: bool = True,
    ) -> None:
        if passage_size < 1:
            raise InvalidOption(f"The passage size is {passage_size}: give at least 1 character.")
        self._models = (
            Models(load_evidence_model(), load_confidence_model()) if trained else Models(make_plain_model(), None)
        )
        self._index = open_index(location, create=create)
        self._adder = Adder(self._index, Preparer(passage_size))
        self._remote = isinstance(location, str) and "://" in location
        self._folder = None if location is None or self._remote else Path(location).absolute()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *exc: object) -> None:
        self.close()

    def close(self) -> None:
        """Let go of files. The library cannot be used afterwards."""
        self._index.close()

    def warm(self) -> None:
        """Do now what the first question would wait for: import, compile, read models, open the index files.

        After it, no question opens a file or imports a module. A question that was asked does nearly as well, but with
        Numba (`quoth[fast]`) ranking is compiled here only: some seconds the first time on a machine, then one.
        """
        warm(self._index, in_memory=self._folder is None and not self._remote)

    @property
    def folder(self) -> Path | None:
        """The folder that keeps the library, as an absolute path; None for one in memory or on a server."""
        return self._folder

    @property
    def remote(self) -> bool:
        """Whether it is kept on a server, so that other machines may have it open as well."""
        return self._remote

    # -- documents ----------------------------------------------------------------------------------------------------

    def add(self, *documents: Document, originals: Mapping[str, bytes] | None = None) -> list[str]:
        """Add documents and return their ids, in the order given. All of them are added, or on error none.

        One with the same id is replaced; one that is there unchanged is skipped.
        originals: by id of the document, the bytes of the file that it was read from, for `original` to give back.
        """
        self._adder.put(documents, originals=originals)
        return [document.id for document in documents]

    def add_many(self, documents: Iterable[Document], progress: Callable[[int], None] | None = None) -> int:
        """Add any number of documents in little memory; return how many were given.

        They are kept in batches of at most some 8 million characters, each as a whole and as `add` would. What
        `documents` raises passes: the batches before it stay, and what was taken since is not added.
        progress: called after each batch with the number of documents that are in the library.
        """
        return self._adder.put_many(documents, progress)

    def add_files(
        self, *paths: str | Path, language: str = "", progress: Callable[[FileOutcome], None] | None = None
    ) -> list[str]:
        """Read files and add them; return the ids of their documents, in the order of the files.

        paths: files, folders (with all below them, hidden files left out) and globs. In a folder or glob, files of
        other formats are passed over. A folder is synchronised: what was added from a file below it that is gone is
        removed.
        language: BCP 47 tag of the language that all are in; by default what each file says, else detected.
        progress: called for each file once its document is in the library, or it gave none. Without it, the first
        error is raised once all good files are in.

        A bad file never stops the others; a document that it gave before it broke is kept. A file that has not changed
        since it was added is not read again; one that has replaces its document.
        """
        return self._adder.put_files(paths, language, progress)

    def compact(self) -> None:
        """Put the index in fewer files, once much was added: questions are quicker then. Nothing else changes.

        Without it that happens little by little, while more is added. Takes some 25 ms for each 1,000 passages that it
        moves, and nothing when there is nothing to gain. Raises LibraryError.
        """
        self._index.compact()

    def remove(self, document_id: str) -> None:
        """Remove a document; from then on nothing of it is found. Raises DocumentNotFound."""
        self._index.remove(document_id)

    @property
    def n_documents(self) -> int:
        """How many documents there are."""
        with self._index.view() as view:
            return view.n_documents

    @property
    def n_passages(self) -> int:
        """How many passages there are."""
        with self._index.view() as view:
            return view.n_passages

    def documents(self, after: str = "", limit: int | None = None) -> list[DocumentInfo]:
        """Return what is known of each document, by id.

        after: only those whose id comes after this one. limit: at most so many, 0 or more; None for all.
        Raises InvalidOption.
        """
        if limit is not None and limit < 0:
            raise InvalidOption(f"The limit is {limit}: give 0 or more, or None for all documents.")
        with self._index.view() as view:
            return view.documents(after, limit)

    def listed(self, text: str = "", *, skip: int = 0, limit: int | None = None) -> Listing:
        """Return documents in the order of titles, whatever the case and with numbers by size, then by id.

        text: only those that have it in their title or source, whatever the case. skip: how many at the beginning are
        left out, 0 or more. limit: at most so many, 0 or more; None for all. Raises InvalidOption.
        """
        for name, value in (("skip", skip), ("limit", limit)):
            if value is not None and value < 0:
                raise InvalidOption(f"{name} is {value}: give 0 or more.")
        with self._index.view() as view:
            return view.listed(text, skip, limit)

    def known(self, document_ids: Collection[str]) -> set[str]:
        """Return those of some ids of which there is a document."""
        with self._index.view() as view:
            return {*view.sha256s(document_ids)}

    def info(self, document_id: str) -> DocumentInfo:
        """Return what is known of a document, without its text. Raises DocumentNotFound."""
        with self._index.view() as view:
            return view.info(document_id)

    def document(self, document_id: str) -> Document:
        """Return a document with its text. Raises DocumentNotFound."""
        with self._index.view() as view:
            return view.document(document_id)

    def original(self, document_id: str) -> bytes | None:
        """Return the file that a document was read from: as it was kept, or from its path while it is unchanged there.

        None where there is no such file any more. Raises DocumentNotFound.
        """
        with self._index.view() as view:
            view.info(document_id)
            kept, read_from = view.original(document_id), view.file_of(document_id)
        if kept is not None or read_from is None:
            return kept
        path, known = read_from
        try:
            data = bytes_of(path)
        except ReadError:
            return None
        return data if is_as_read(data, known.fingerprint) else None

    def check(self) -> list[str]:
        """Return what is wrong with the library, in sentences; empty when all is well.

        It reads everything: the database, the text and the spans of each document, and all index files. Those that are
        damaged are made again, if they can be written. Documents are not: those named are to be added once more.
        """
        return self._index.check()

    def export_to(self, path: str | Path, progress: Callable[[int, int], None] | None = None) -> int:
        """Write all documents, the calibration and the feedback to one file; return how many documents there are.

        progress: called with the number of documents written, and of all. A file that is there is replaced once the new
        one is whole. Raises LibraryError when it cannot be written.
        """
        with self._index.view() as view:
            n_documents = view.n_documents
            settings = {name: kept for name in (_CALIBRATION,) if (kept := view.setting(name)) is not None}

            def documents() -> Iterator[Document]:
                after, done = "", 0
                while some := view.documents(after, _LISTED_AT_ONCE):
                    after = some[-1].id
                    for info in some:
                        yield view.document(info.id)
                        done += 1
                        if progress:
                            progress(done, n_documents)

            write_archive(Path(path), documents(), n_documents=n_documents, settings=settings, feedback=view.feedback())
        return n_documents

    def import_from(self, path: str | Path, progress: Callable[[int, int], None] | None = None) -> list[str]:
        """Add the documents of a file that `export_to` wrote; return their ids, sorted.

        The file is checked from end to end before anything is added. A document or a feedback with the same id is
        replaced; the calibration is taken over where the library has none of its own.
        progress: called with the number of documents that are in the library, and of all.
        Raises LibraryError for a file that is no export or is damaged, UnsupportedVersion for one of a newer Quoth.
        """
        archive = open_archive(Path(path))
        ids: list[str] = []

        def noted(documents: Iterable[Document]) -> Iterator[Document]:
            for document in documents:
                ids.append(document.id)
                yield document

        def tell(done: int) -> None:
            if progress:
                progress(done, archive.n_documents)

        with closing(archive.documents()) as documents:
            self._adder.put_many(noted(documents), tell)
        if archive.feedback:
            self._index.put_feedback(*archive.feedback)
        kept = archive.settings.get(_CALIBRATION)
        with self._index.view() as view:
            own = view.setting(_CALIBRATION)
        if kept is not None and own is None:
            self.calibrate(Calibration.of_text(kept))
        return ids

    # -- feedback -----------------------------------------------------------------------------------------------------

    def give_feedback(self, feedback: Feedback) -> str:
        """Keep what a reader says of an answer, in place of an earlier one with the same id; return the id.

        Raises DocumentNotFound, or InvalidSpan when its quote or passage is not what the document, as it is now, has
        at that place; InvalidOption when as many are kept as can be.
        """
        with self._index.view() as view:
            for place in filter(None, (feedback.quote, feedback.passage)):
                _check_excerpt(place, view.document(place.document_id))
        self._index.put_feedback(feedback)
        return feedback.id

    def feedback(self) -> list[Feedback]:
        """Return what readers have said, by time; of one instant, the later kept comes later.

        Raises LibraryError when a record is damaged.
        """
        with self._index.view() as view:
            return view.feedback()

    def withdraw_feedback(self, feedback_id: str) -> None:
        """Forget what a reader has said. Raises FeedbackNotFound."""
        self._index.remove_feedback(feedback_id)

    # -- confidence ---------------------------------------------------------------------------------------------------

    def calibrate(self, calibration: Calibration | None) -> None:
        """Correct the confidence of every answer from now on, and set the threshold; None goes back to what is shipped.

        It is kept with the documents. An untrained library takes no notice of it.
        """
        self._index.set_setting(_CALIBRATION, calibration.as_text() if calibration else None)

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
        kept = view.setting(_CALIBRATION) if self._models.confidence else None
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
        """Return what `search` does, and which servers were left out; raises the same."""
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
        """Return what became of each quote of an answer, given as the record or as its JSON.

        Raises InvalidOption when `answer` has not the shape of one.
        """
        with self._index.view() as view:
            return verify_answer(answer, view)


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


def _check_excerpt(place: Excerpt, document: Document) -> None:
    """Raise InvalidSpan unless the words stand where they are said to, in the document as it is now."""
    if place.sha256 != document.sha256:
        raise InvalidSpan(
            f"The document {document.id[:100]!r} has changed since its words were quoted, so nothing can be said of "
            "them now. Ask again."
        )
    if place.span.cut(document) != place.text:
        raise InvalidSpan(
            f"The document {document.id[:100]!r} has other words at [{place.start}, {place.end}) than those given. "
            "Give the place and the words as they were quoted or marked."
        )
