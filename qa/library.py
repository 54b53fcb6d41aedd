"""The library: documents in, answers out. The only file that knows all parts.

`ask` is a chain of calls on frozen records and mutates nothing: it may run in many threads at once.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Generator, Iterable, Iterator, Mapping, Sequence
from contextlib import closing
from dataclasses import replace
from functools import cache
from functools import partial as bound
from pathlib import Path
from time import perf_counter
from typing import Any, Self, TypeVar

from qa.answer_type import words_of_matter
from qa.chunking import DEFAULT_PASSAGE_SIZE
from qa.compose import compose
from qa.confidence import DEFAULT_THRESHOLD, Calibration, confidence_features, confidence_model
from qa.errors import InvalidOption, InvalidSpan, QuestionTooLong, QuothError, ReadError
from qa.evidence import select, trained_model, untrained_model
from qa.exchange import open_archive, write_archive
from qa.features import Match, match
from qa.feedback import Excerpt, Feedback
from qa.focus import find_focus
from qa.followup import Understood, understand
from qa.index import open_index
from qa.index.protocol import View
from qa.language import DEFAULT_LANGUAGE, detect
from qa.preparers import Preparer
from qa.preparing import Prepared
from qa.query import analyse
from qa.ranking import NOTHING_CARRIED
from qa.readers import SUFFIXES, Reading, bytes_of, find_files, is_as_read, readings, vanished
from qa.text import function_terms, term, without_surrogates
from qa.types import (
    MAX_QUESTION,
    Answer,
    Change,
    Document,
    DocumentInfo,
    Examination,
    FileOutcome,
    Found,
    Hit,
    KnownFile,
    Passage,
    Reason,
    Span,
    Turn,
    Verification,
)
from qa.verify import verify_answer

__all__ = ["DEFAULT_MIN_CONFIDENCE", "MAX_K", "MAX_QUESTION", "MAX_QUOTES", "Library"]

MAX_QUOTES = 20
MAX_K = 1_000
N_NEAREST = 3  # passages to read when there is no answer
_BATCH_CHARACTERS = 1_000_000  # how much text is gathered before it is written
_BATCH_ITEMS = 1_000  # how many documents or files are, however small
_BATCH_GROWTH = 8  # times as much at the most: each batch is twice as large as the one before, to be merged less often
_BATCH_ITEMS_GROWTH = 32  # times as many, so that a batch of passages alone is as much text as one of long documents
DEFAULT_MIN_CONFIDENCE = DEFAULT_THRESHOLD
T = TypeVar("T")
_REHEARSED = "The museum was founded by Ada Smith in the nineteenth century. It has 14 rooms.\n\nIt is free.\n"
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
        self._preparer = Preparer(passage_size)
        self._model = trained_model() if trained else untrained_model()
        self._confidence = confidence_model() if trained else None
        self._index = open_index(location, create=create)
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
        self._index.warm()
        _rehearse()
        with self._index.view() as view:
            for language in view.languages:
                function_terms(language)
            view.search("What?", 1)

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
        self._put(documents, originals=originals)
        return [document.id for document in documents]

    def add_many(self, documents: Iterable[Document], progress: Callable[[int], None] | None = None) -> int:
        """Add any number of documents in little memory; return how many were given.

        They are kept in batches of at most some 8 million characters, each as a whole and as `add` would. What
        `documents` raises passes: the batches before it stay, and what was taken since is not added.
        progress: called after each batch with the number of documents that are in the library.
        """
        done = 0
        with closing(self._in_batches(documents, lambda document: document)) as batches:
            for batch in batches:
                self._put([document for document, _ in batch], prepared=[made for _, made in batch if made])
                done += len(batch)
                if progress:
                    progress(done)
        return done

    def _in_batches(
        self, items: Iterable[T], document_of: Callable[[T], Document | None]
    ) -> Generator[list[tuple[T, Prepared | None]], None, None]:
        """Yield items in order, in lists to be kept in one go, with what is known of the document of each by then.

        When it is closed, what is being prepared is given up.
        """

        def n_characters(item: tuple[T, Prepared | None]) -> int:
            document = document_of(item[0])
            return len(document.text) if document else 0

        with closing(self._preparer.ahead(items, document_of)) as ready:
            yield from _batches(ready, n_characters)

    def _put(
        self,
        documents: Sequence[Document],
        files: Mapping[str, KnownFile] | None = None,
        originals: Mapping[str, bytes] | None = None,
        prepared: Iterable[Prepared] = (),
    ) -> dict[str, tuple[Change, int]]:
        """Add documents, and note or keep the files that they were read from.

        Return what became of each, by id, and how many passages were written for it.
        prepared: what is known already of some of the documents.
        """
        last = {document.id: document for document in documents}
        known = {id(made.document): made for made in prepared}
        with self._index.view() as view:
            there = view.sha256s(last)
            changes = {document.id: _change(document, there, view) for document in last.values()}
        new = [document for document in last.values() if changes[document.id] != "unchanged"]
        n_written: dict[str, int] = {}
        if new or files or originals:
            with closing(self._preparer.prepared([each for each in new if id(each) not in known])) as others:

                def ready() -> Iterator[Prepared]:
                    for document in new:
                        made = known.get(id(document)) or next(others)
                        n_written[document.id] = len(made.places)
                        yield made

                little = sum(len(each.text) for each in new) <= _BATCH_GROWTH * _BATCH_CHARACTERS
                coming = list(ready()) if little else ready()  # before anyone has to wait, or bit by bit
                self._index.add(coming, files or {}, originals or {})
        return {document_id: (change, n_written.get(document_id, 0)) for document_id, change in changes.items()}

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
        files = list(find_files(paths, suffixes=SUFFIXES))
        with self._index.view() as view:
            known = view.files()
        gone = vanished(paths, files, known)
        total = len(files) + len(gone.paths) + len(gone.errors)
        ids: list[str] = []
        first_error: QuothError | None = None
        done = 0

        def tell(
            path: str, document_id: str | None, change: Change, error: QuothError | None = None, n_passages: int = 0
        ) -> None:
            nonlocal done, first_error
            done += 1
            first_error = first_error or error
            if progress:
                text = str(error) if error else None
                progress(FileOutcome(path, document_id, text, done, total, change, n_passages))

        def keep(batch: Sequence[tuple[Reading, Prepared | None]]) -> None:
            found = [reading for reading, _ in batch]
            read = [reading.document for reading in found if reading.document]
            sources = {each.path: KnownFile(each.document.id, each.fingerprint) for each in found if each.document}
            changes = self._put(read, sources, prepared=[made for _, made in batch if made])
            for each in found:
                if each.document:
                    change, n_passages = changes[each.document.id]
                    tell(each.path, each.document.id, change, n_passages=n_passages)
                elif each.error:
                    tell(each.path, None, "failed", each.error)
                else:
                    tell(each.path, known[each.path].document_id, "unchanged")

        unread = {path: file.fingerprint for path, file in known.items()}
        with (
            closing(readings(files, language=language, known=unread)) as found,
            closing(self._in_batches(found, lambda reading: reading.document)) as batches,
        ):
            for batch in batches:
                for reading, _ in batch:
                    if not reading.error:
                        ids.append(reading.document.id if reading.document else known[reading.path].document_id)
                keep(batch)
        if gone.paths:
            self._index.remove(*dict.fromkeys(known[path].document_id for path in gone.paths))
        for path in gone.paths:
            tell(path, known[path].document_id, "removed")
        for path, error in gone.errors.items():
            tell(path, None, "failed", error)
        if first_error and not progress:
            raise first_error
        return ids

    def compact(self) -> None:
        """Put the index in fewer files, once much was added: questions are quicker then. Nothing else changes.

        Without it that happens little by little, while more is added. Takes some 25 ms for each 1,000 passages that it
        moves, and nothing when there is nothing to gain. Raises LibraryError.
        """
        self._index.compact()

    def remove(self, document_id: str) -> None:
        """Remove a document; from then on nothing of it is found. Raises DocumentNotFound."""
        self._index.remove(document_id)

    def documents(self) -> list[DocumentInfo]:
        """Return what is known of each document, by id."""
        with self._index.view() as view:
            return view.documents()

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
            infos = view.documents()
            settings = {name: kept for name in (_CALIBRATION,) if (kept := view.setting(name)) is not None}

            def documents() -> Iterator[Document]:
                for done, info in enumerate(infos, 1):
                    yield view.document(info.id)
                    if progress:
                        progress(done, len(infos))

            write_archive(Path(path), documents(), n_documents=len(infos), settings=settings, feedback=view.feedback())
        return len(infos)

    def import_from(self, path: str | Path, progress: Callable[[int, int], None] | None = None) -> list[str]:
        """Add the documents of a file that `export_to` wrote; return their ids, sorted.

        The file is checked from end to end before anything is added. A document or a feedback with the same id is
        replaced; the calibration is taken over where the library has none of its own.
        progress: called with the number of documents that are in the library, and of all.
        Raises LibraryError for a file that is no export or is damaged, UnsupportedVersion for one of a newer Quoth.
        """
        archive = open_archive(Path(path))
        ids: list[str] = []
        with (
            closing(archive.documents()) as documents,
            closing(self._in_batches(documents, lambda document: document)) as batches,
        ):
            for batch in batches:
                self._put([document for document, _ in batch], prepared=[made for _, made in batch if made])
                ids += [document.id for document, _ in batch]
                if progress:
                    progress(len(ids), archive.n_documents)
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
        """Return what readers have said, in the order in which it was given, then by id.

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
        kept = view.setting(_CALIBRATION) if self._confidence else None
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
        meant = self._understood(question, history, partial=partial)
        with self._index.view(partial=partial) as view:
            hits = view.search(meant.question, k, documents, meant.carried)
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
            return _silence(question, question, "empty_question")
        found = self.examine(question, k, documents, history=history, partial=partial)
        understood = found.question
        nearest = tuple(hit.passage for hit in found.hits[:N_NEAREST])
        missing, left_out = found.missing_terms, found.left_out
        silence = bound(_silence, question, understood, missing_terms=missing, nearest=nearest, left_out=left_out)
        if not found.n_passages:
            return _silence(question, understood, "empty_library")
        if not found.evidence:
            return silence("no_match", timing_ms=found.timing_ms)
        if found.confidence < (found.min_confidence if min_confidence is None else min_confidence):
            return silence("low_confidence", confidence=found.confidence, timing_ms=found.timing_ms)
        started = perf_counter()
        # What a question asks for is known in English only.
        focus = bound(find_focus, understood) if found.language == DEFAULT_LANGUAGE else None
        quotes, runner_up = compose(understood, found.evidence, found.documents, max_quotes, focus)
        composed = (perf_counter() - started) * 1e3
        return Answer(
            question=question,
            standalone=understood,
            answered=True,
            confidence=found.confidence,
            reason=None,
            quotes=quotes,
            runner_up=runner_up,
            missing_terms=missing,
            left_out=left_out,
            timing_ms={**found.timing_ms, "compose": composed, "total": found.timing_ms["total"] + composed},
        )

    def _understood(self, question: str, history: Sequence[Turn], *, partial: bool) -> Understood:
        """Return the question as it is understood after the turns before."""
        if not history:
            return Understood(question)
        with self._index.view(partial=partial) as view:
            asked_in = _language_of(question, view)
            meant = understand(question, history, asked_in)
            if meant.carried:
                own = words_of_matter(question, asked_in)
                # What was asked before does not answer a question whose own words no document holds.
                if own and own == _missing(own, view):
                    return Understood(question)
            return meant

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
        started = perf_counter()
        meant = self._understood(question, history, partial=partial)
        question = meant.question
        with self._index.view(partial=partial) as view:
            hits = view.search(question, k, documents, meant.carried)
            retrieved = perf_counter()
            asked_in = _language_of(question, view)
            missing = _missing(words_of_matter(question, asked_in), view)
            infos = _infos(hits, view)
            found = _match(question, hits, view, asked_in, infos, missing, meant.carried)
            n_passages = view.n_passages
            calibration = self._calibration(view)
            left_out = tuple(view.left_out)
        evidence = select(found, self._model)
        features = confidence_features(evidence, found, self._model.term_weights) if evidence else {}
        log_odds, confidence = None, evidence[0].score if evidence else 0.0
        if self._confidence and evidence:
            log_odds = self._confidence.log_odds(features)
            confidence = calibration.corrected(log_odds)
        selected = perf_counter()
        return Examination(
            question=question,
            n_passages=n_passages,
            hits=tuple(hits),
            evidence=tuple(evidence),
            documents=infos,
            missing_terms=tuple(missing),
            features=features,
            log_odds=log_odds,
            confidence=confidence,
            min_confidence=calibration.threshold,
            language=asked_in,
            left_out=left_out,
            timing_ms={
                "retrieve": (retrieved - started) * 1e3,
                "select": (selected - retrieved) * 1e3,
                "total": (selected - started) * 1e3,
            },
        )

    def match(self, question: str, k: int = 10, documents: Collection[str] | None = None) -> Match:
        """Return the words of `question` beside the sentences of the passages that are found for it, for training.

        Raises what `search` raises.
        """
        _validate(question, k=(k, 1, MAX_K))
        with self._index.view() as view:
            asked_in = _language_of(question, view)
            hits = view.search(question, k, documents)
            missing = _missing(words_of_matter(question, asked_in), view)
            return _match(question, hits, view, asked_in, _infos(hits, view), missing)

    def score(self, question: str, places: Collection[Span]) -> list[float]:
        """Return how well each place answers `question`, in [0, 1] and in their order, as `ask` scores sentences.

        places: sentences, or what is to be taken for one, in documents of this library; they do not overlap. One that
        shares no word with the question has 0.0. None in, none out.
        Raises QuestionTooLong, DocumentNotFound, or InvalidSpan for a place outside its document.
        """
        _validate(question)
        with self._index.view() as view:
            documents = {place.document_id: view.document(place.document_id) for place in places}
            for place in places:
                place.cut(documents[place.document_id])
            hits = [
                Hit(_given(hit.passage, places, documents[hit.passage.document_id]), hit.score)
                for hit in view.search(question, MAX_K, documents)
            ]
            found = _match(question, hits, view, _language_of(question, view), _infos(hits, view))
        scores = {sentence.span: sentence.score for sentence in select(found, self._model)}
        return [scores.get(place, 0.0) for place in places]

    def verify(self, answer: Answer | Mapping[str, Any]) -> list[Verification]:
        """Return what became of each quote of an answer, given as the record or as its JSON.

        Raises InvalidOption when `answer` has not the shape of one.
        """
        with self._index.view() as view:
            return verify_answer(answer, view)


@cache
def _rehearse() -> None:
    """Ask once whatever there is to ask, so that all that a question needs is there; once in a process."""
    with Library() as library:
        library.add(*(Document(id=code, text=_REHEARSED, language=code) for code in (DEFAULT_LANGUAGE, "de")))
        history = [Turn("Who was Ada Smith?")]
        for question in ("When was the museum founded by Ada Smith in 1931?", "How many?", "Wo war das?"):
            library.ask(question, history, min_confidence=0.0)


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


def _batches(items: Iterable[T], n_characters: Callable[[T], int]) -> Iterator[list[T]]:
    """Yield `items` in order, in lists to be kept in one go: so much text, or so many items, as that is quick for."""
    batch: list[T] = []
    waiting, growth = 0, 1
    for item in items:
        batch.append(item)
        waiting += n_characters(item)
        if waiting > min(growth, _BATCH_GROWTH) * _BATCH_CHARACTERS or len(batch) >= growth * _BATCH_ITEMS:
            yield batch
            batch, waiting, growth = [], 0, min(2 * growth, _BATCH_ITEMS_GROWTH)
    if batch:
        yield batch


def _change(document: Document, there: Mapping[str, str], view: View) -> Change:
    """Return what adding a document means to what is there. there: digests of texts, by id."""
    if document.id not in there:
        return "added"
    same = there[document.id] == document.sha256 and view.document(document.id) == document
    return "unchanged" if same else "replaced"


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


def _given(passage: Passage, places: Collection[Span], document: Document) -> Passage:
    """Return `passage` with the places that begin in it for sentences; it is longer when the last one reaches out."""
    inside = sorted(
        (place.start, place.end)
        for place in places
        if place.document_id == passage.document_id and passage.start <= place.start < passage.end
    )
    end = max([passage.end, *(end for _, end in inside)])
    return replace(passage, end=end, text=document.text[passage.start : end], sentences=tuple(inside))


def _language_of(question: str, view: View) -> str:
    """Return the language that `question` is asked in, of those that the library has passages in."""
    return detect(question, among=view.languages) if view.languages else DEFAULT_LANGUAGE


def _match(  # noqa: PLR0917
    question: str,
    hits: Sequence[Hit],
    view: View,
    asked_in: str,
    infos: Mapping[str, DocumentInfo],
    missing: Sequence[str] = (),
    carried: Mapping[str, float] = NOTHING_CARRIED,
) -> Match:
    """Return the question as it is matched by the passages that were found for it. infos: of their documents."""
    languages = dict.fromkeys(hit.passage.language for hit in hits)
    idf = bound(view.idf, language=asked_in)
    query = analyse(question, idf, carried=carried, asked_in=asked_in, languages=languages)
    lost = sum(query.terms[term(word, asked_in)] for word in missing)
    return match(query, hits, {document_id: info.title for document_id, info in infos.items()}, lost)


def _infos(hits: Sequence[Hit], view: View) -> dict[str, DocumentInfo]:
    """Return what is known of the documents of hits, by id."""
    return {document_id: view.info(document_id) for document_id in {hit.passage.document_id: None for hit in hits}}


def _missing(words: Sequence[str], view: View) -> list[str]:
    """Return those of some words that no passage holds, in order."""
    held = [view.holds([term(word, language) for word in words], language) for language in view.languages]
    return [word for word, *anywhere in zip(words, *held, strict=True) if not any(anywhere)]


def _silence(question: str, understood: str, reason: Reason, *, confidence: float = 0.0, **details: Any) -> Answer:
    return Answer(
        question=question, standalone=understood, answered=False, confidence=confidence, reason=reason, **details
    )
