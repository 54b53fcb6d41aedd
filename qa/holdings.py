"""The documents of a library, and what is kept beside them: files, feedback and settings. Left out: questions."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from contextlib import closing
from pathlib import Path

from qa.adding import Adder
from qa.errors import InvalidOption, InvalidSpan, ReadError
from qa.exchange import open_archive, write_archive
from qa.feedback import MAX_FEEDBACK, Feedback, check_excerpt, check_giver
from qa.formats import bytes_of, is_as_read
from qa.index import Index
from qa.preparing.parallel import Preparer
from qa.scoring.calibration import Calibration
from qa.types import Box, Document, DocumentInfo, FileOutcome, Listing, SkippedFile, Span
from qa.updating import LibraryUpdate, bring_up_to_date

__all__ = ["CALIBRATION", "Holdings", "LibraryUpdate"]

CALIBRATION = "calibration"  # its name among the settings of the index
_LISTED_AT_ONCE = 1_000  # documents to export


class Holdings:
    """What a library holds: documents that are added, listed, checked and removed, and feedback on its answers.

    index: where all is kept. preparer: cuts documents into passages.
    """

    def __init__(self, index: Index, preparer: Preparer) -> None:
        self._index = index
        self._adder = Adder(index, preparer)

    def add(self, *documents: Document, originals: Mapping[str, bytes] | None = None) -> list[str]:
        """Add documents and return their ids, in the order given. All of them are added, or on error none.

        Raises InvalidDocument, with the name of the document, for one that cannot be indexed.

        One with the same id is replaced; one that is there unchanged is skipped.
        originals: by id of the document, the bytes of the file that it was read from, for `original` to give back.
        """
        self._adder.put(documents, originals=originals)
        return [document.id for document in documents]

    def add_many(self, documents: Iterable[Document], progress: Callable[[int], None] | None = None) -> int:
        """Add any number of documents in little memory; return how many were given.

        They are kept in batches of at most some 8 million characters, each as a whole and as `add` would. What
        `documents` raises passes: the batches before it stay, and what was taken since is not added. InvalidDocument is
        raised for the first that cannot be indexed, once all others are in.
        progress: called after each batch with the number of documents that are in the library.
        """
        return self._adder.put_many(documents, progress)

    def add_files(
        self,
        *paths: str | Path,
        language: str = "",
        progress: Callable[[FileOutcome], None] | None = None,
        skipped: Callable[[SkippedFile], None] | None = None,
        retry: bool = True,
    ) -> list[str]:
        """Read files and add them; return the ids of their documents, in the order of the files.

        paths: files, folders (with all below them, hidden files left out) and globs. In a folder or glob, files of
        other formats are passed over. A folder is synchronised: what was added from a file below it that is gone is
        removed.
        language: BCP 47 tag of the language that all are in; by default what each file says, else detected.
        progress: called for each file once its document is in the library, or it gave none. Without it, the first
        error is raised once all good files are in.
        skipped: called for each file below a folder or in a glob that is passed over, with the reason, hidden ones
        aside; before any is read.
        retry: whether files that failed here before are read again although they have not changed. Without it they
        fail as they did.

        A bad file never stops the others; a document that it gave before it broke is kept. A file that has not changed
        since it was added is not read again; one that has replaces its document.
        """
        return self._adder.put_files(paths, language, progress, skipped, retry)

    @property
    def n_outdated(self) -> int:
        """How many documents an earlier version of Quoth prepared, which `update` brings up to date."""
        return len(self._index.outdated())

    def update(self, progress: Callable[[FileOutcome], None] | None = None) -> LibraryUpdate:
        """Bring documents that an earlier version of Quoth added up to date; return what it came to.

        What can be read again from its file, as it was kept or as it is at its path, is: it is then what adding that
        file today gives. The text of the others stays as it is. There is nothing to do in a library of this version.
        progress: called for each document once it is kept: `replaced` where it was read again, else `unchanged`.
        Each batch is kept as a whole: who is broken off goes on with the rest the next time. Raises LibraryError.
        """
        return bring_up_to_date(self._index, self._adder, progress)

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
        """Return the metadata of each document, by id.

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
        """Return the metadata of a document: all but its text. Raises DocumentNotFound."""
        with self._index.view() as view:
            return view.info(document_id)

    def document(self, document_id: str) -> Document:
        """Return a document with its text. Raises DocumentNotFound."""
        with self._index.view() as view:
            return view.document(document_id)

    def boxes(self, span: Span) -> list[Box]:
        """Return where a place of a document stands on the pages of its file: a box a line, in the order of the text.

        A box is a dictionary of page, from 1, and of left, top, right and bottom, in points from the top left of the
        page as it is shown, turned and cropped. The first and the last are cut to the words of the place. There are
        none where that is not known: of files without pages, and of a PDF that an earlier version of Quoth added, whose
        notices say so. Raises DocumentNotFound, or InvalidSpan for a place outside the document.
        """
        with self._index.view() as view:
            n_characters = view.info(span.document_id).n_characters
            if span.end > n_characters:
                raise InvalidSpan(
                    f"[{span.start}, {span.end}) is outside document {span.document_id[:100]!r}, which has "
                    f"{n_characters} characters."
                )
            return view.boxes(span)

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
        """Return the faults of the library, in sentences; empty when all is well.

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
            settings = {name: kept for name in (CALIBRATION,) if (kept := view.setting(name)) is not None}

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
        kept = archive.settings.get(CALIBRATION)
        with self._index.view() as view:
            own = view.setting(CALIBRATION)
        if kept is not None and own is None:
            self._index.set_setting(CALIBRATION, Calibration.of_text(kept).as_text())
        return ids

    def give_feedback(self, feedback: Feedback) -> str:
        """Keep what a reader says of an answer, in place of an earlier one with the same id; return the id.

        Raises FeedbackRefused where it has a giver and would replace one of another; DocumentNotFound, or InvalidSpan
        when its quote or passage is not what the document, as it is now, has at that place; InvalidOption when it is
        too large, or as many are kept as can be.
        """
        feedback.check_size()
        with self._index.view() as view:
            check_giver(view.feedback_with(feedback.id), feedback.giver)
            for place in filter(None, (feedback.quote, feedback.passage)):
                check_excerpt(place, view.document(place.document_id))
        self._index.put_feedback(feedback)
        return feedback.id

    def feedback(self, after: str = "", limit: int | None = None) -> list[Feedback]:
        """Return the feedback of readers, by time; of one instant, the later kept comes later.

        after: id of the one after which to begin; where there is none, from the beginning. limit: so many at the most.
        Raises LibraryError when a record is damaged.
        """
        if limit is not None:
            limit = min(max(limit, 0), MAX_FEEDBACK)
        with self._index.view() as view:
            return view.feedback(after, limit)

    def withdraw_feedback(self, feedback_id: str, giver: str = "") -> None:
        """Forget what a reader has said. giver: as of `Feedback`; without one, whoever gave it.

        Raises FeedbackNotFound, and FeedbackRefused where it is of another giver.
        """
        if giver:
            with self._index.view() as view:
                check_giver(view.feedback_with(feedback_id), giver)
        self._index.remove_feedback(feedback_id)
