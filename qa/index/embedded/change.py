"""What one transaction changes in the segments of an index: what is added makes a new one, small ones are merged."""

from __future__ import annotations

import errno
import logging
from collections.abc import Collection, Iterable, Iterator, Sequence
from contextlib import contextmanager
from typing import BinaryIO, Protocol

import numpy as np
import numpy.typing as npt

from qa.errors import LibraryError
from qa.index.embedded.segment_files import Draft, Shelf
from qa.index.embedded.store.failures import no_room
from qa.index.embedded.store.store import Store
from qa.index.segments.building import Builder
from qa.index.segments.layout import DamagedSegment
from qa.index.segments.merging import merge, merged_in_memory, plan
from qa.index.segments.segment import Segment
from qa.index.segments.snapshot import Part, Snapshot
from qa.preparing.prepare import Prepared
from qa.ranking.vocabulary import Terms, Vocabulary

__all__ = ["SegmentChange", "Writes", "batches", "load", "rebuilt", "writing_segments"]

_BATCH = 8_000_000  # characters that make one segment at the most, so that memory is bounded
_BATCH_DOCUMENTS, _BATCH_CHARACTERS = 1_000, 1_000_000  # that are written to the database in one go
_AT_ONCE = 10_000  # passages that are merged while a writer waits, a tenth of a second; more in the background
_MOST_PARTS = 24  # from here on a writer waits for any merge

_FULL = {errno.ENOSPC, errno.EFBIG, getattr(errno, "EDQUOT", errno.ENOSPC)}

logger = logging.getLogger(__name__)


def load(
    store: Store, shelf: Shelf, known: Snapshot, distrusted: Collection[str] = ()
) -> tuple[Snapshot, list[DamagedSegment]]:
    """Return the state that the open transaction of `store` sees, and the segments that it lacks, each as an error.

    known: an earlier state, of which what is unchanged is taken over. distrusted: names of segments not to be used.
    """
    before = {part.segment.name: part for part in known.parts}
    parts: list[Part] = []
    lost: list[DamagedSegment] = []
    for name, checksum, removed in store.segments.entries():
        old = before.get(name)
        try:
            if name in distrusted:
                raise DamagedSegment(name, "was found damaged")
            if old and old.removed == removed and old.segment.checksum == checksum:
                parts.append(old)
            else:
                parts.append(Part(shelf.open(name, checksum), removed))
        except DamagedSegment as exc:
            lost.append(exc)
    return Snapshot(store.generation, parts), lost


def rebuilt(store: Store, parts: Sequence[Part]) -> Iterator[Segment]:
    """Yield segments, in memory, of the documents in the store that are in none of `parts`."""
    known = np.concatenate([np.empty(0, dtype=np.int64), *(part.live_revisions for part in parts)])
    builder, vocabulary = Builder(), Vocabulary()
    for revision in np.setdiff1d(np.fromiter(store.documents.revisions(), dtype=np.int64), known).tolist():
        document_id, language, texts = store.documents.contents(revision)
        terms = vocabulary.read((language, text) for text in texts)
        builder.add(document_id, revision, language, terms, n_characters=sum(map(len, texts)))
        if builder.n_characters >= _BATCH:
            yield from filter(None, [builder.build()])
            builder = Builder()
    yield from filter(None, [builder.build()])


class Writes(Protocol):
    """Changes documents, in the store and in what ranks them, within one transaction."""

    def put(self, documents: Iterable[Prepared]) -> None:
        """Write documents, each in place of one with the same id, also of one given before."""
        ...

    def remove(self, document_id: str) -> None:
        """Remove a document. Raises DocumentNotFound."""
        ...


class SegmentChange:
    """The changes of one transaction, which its owner has begun and ends. Until then nobody else sees any of them.

    snapshot, lost: what `load` found; what is lost is made again. Methods raise LibraryError.
    """

    def __init__(self, store: Store, shelf: Shelf, snapshot: Snapshot, lost: Sequence[DamagedSegment]) -> None:
        self._store = store
        self._shelf = shelf
        self._name = store.name
        self._parts = list(snapshot.parts)
        self._removed = {part.segment.name: part.removed for part in self._parts}  # as the store has it
        self._gone: list[int] = []
        self._builder = Builder()
        self.added: dict[str, str] = {}  # name to checksum
        self.dropped = [exc.name for exc in lost]
        self.damaged: list[str] = []  # names of segments that were found damaged on the way
        self.more = False  # whether there is more to merge than was done
        self._rebuild(lost)

    def _rebuild(self, lost: Sequence[DamagedSegment]) -> None:
        for exc in lost:
            if exc.name:
                logger.warning("The index file %s %s; it is made again from the documents.", exc.name, exc.reason)
        if lost:
            for segment in rebuilt(self._store, list(self._parts)):
                self._parts.append(Part(self._keep(segment)))

    def put(self, documents: Iterable[Prepared]) -> None:
        """Write documents, each in place of one with the same id, also of one given before."""
        for batch in batches(documents):
            revisions, replaced = self._store.documents.put(batch)
            self._gone += replaced
            for revision, made in zip(revisions, batch, strict=True):
                document = made.document
                self.gather(document.id, revision, document.language, made.terms, len(document.text))

    def gather(self, document_id: str, revision: int, language: str, terms: Terms, n_characters: int) -> None:
        """Take in a document that is in the store and in no segment."""
        self._builder.add(document_id, revision, language, terms, n_characters=n_characters)
        if self._builder.n_characters >= _BATCH:
            segment = self._built()
            if segment:
                self._parts.append(Part(self._keep(segment)))

    def remove(self, document_id: str) -> None:
        """Remove a document. Raises DocumentNotFound."""
        self._gone.append(self._store.documents.delete(document_id))

    def finish(self) -> None:
        """Write the new segment and what is merged with it, and note all that changed in the store."""
        segment = self._built()
        gone = np.array(self._gone, dtype=np.int64)
        parts = [_without(part, gone) for part in [*self._parts, *([Part(segment)] if segment else [])]]
        due = plan(parts, None if len(parts) > _MOST_PARTS else _AT_ONCE)
        groups = [group for group in due if not self._find_damage([parts[place] for place in group])]
        self.more = plan(parts) != due
        for group in groups:
            alive = [parts[place] for place in group if parts[place].size]
            if alive:
                self._keep(*alive)
            self.dropped += [parts[place].segment.name for place in group if parts[place].segment is not segment]
        merged = {place for group in groups for place in group}
        rest = [part for place, part in enumerate(parts) if place not in merged]
        if rest and rest[-1].segment is segment:
            rest[-1] = Part(self._keep(segment), rest[-1].removed)
        self._note({part.segment.name: part.removed - self._removed.get(part.segment.name, set()) for part in rest})

    def _built(self) -> Segment | None:
        """Return a segment of what was added last, without what was replaced since, so that no id is in it twice."""
        segment = self._builder.build()
        self._builder = Builder()
        part = _without(Part(segment), np.array(self._gone, dtype=np.int64)) if segment else None
        if not part or not part.removed:
            return segment
        return merged_in_memory(part) if part.size else None

    def _find_damage(self, parts: Sequence[Part]) -> bool:
        """Tell whether any of some parts cannot be merged, and remember which."""
        damaged = [part.segment.name for part in parts if not part.segment.verified and part.segment.damage()]
        self.damaged += damaged
        return bool(damaged)

    def replace(self, group: Sequence[Part], draft: Draft) -> bool:
        """Put a draft that was merged from `group` in its place; False when the group is no longer there as it was."""
        now = {part.segment.name: part for part in self._parts}
        if any(part.segment.name not in now for part in group):
            self._note({})
            return False
        self.added[draft.name] = draft.checksum
        with writing_segments(self._name):
            self._shelf.place(draft)
        self.dropped += [part.segment.name for part in group]
        since = {revision for part in group for revision in now[part.segment.name].removed - part.removed}
        self._note({draft.name: since})
        return True

    def _keep(self, *kept: Segment | Part) -> Segment:
        """Write a segment that is in memory, or one merged from parts, and return it."""

        def fill(file: BinaryIO) -> str:
            if isinstance(kept[0], Part):
                return merge([part for part in kept if isinstance(part, Part)], file)
            file.write(kept[0].data)
            return kept[0].checksum

        with writing_segments(self._name):
            draft = self._shelf.draft(fill)
            self.added[draft.name] = draft.checksum
            self._shelf.place(draft)
            return self._shelf.open(draft.name, draft.checksum)

    def _note(self, removed: dict[str, frozenset[int] | set[int]]) -> None:
        dropped = set(self.dropped)
        added = [(name, checksum) for name, checksum in self.added.items() if name not in dropped]
        pairs = [(name, revision) for name, revisions in removed.items() for revision in sorted(revisions)]
        if dropped or added or pairs:
            self._store.segments.change(self.dropped, added, pairs)


@contextmanager
def writing_segments(name: str) -> Iterator[None]:
    """Turn errors of the disk into those of the library called `name`."""
    try:
        yield
    except OSError as exc:
        if exc.errno in _FULL:
            raise no_room(name, exc.strerror or str(exc)) from exc
        raise LibraryError(
            f"The index of the library {name!r} could not be written: {exc.strerror}. Nothing of this change was kept; "
            "check the disk and that you may write to the folder, then try again."
        ) from exc


def batches(documents: Iterable[Prepared]) -> Iterator[list[Prepared]]:
    """Yield documents in lists of which none has an id twice, and none is long."""
    batch: dict[str, Prepared] = {}
    waiting = 0
    for made in documents:
        if batch and (made.document.id in batch or len(batch) >= _BATCH_DOCUMENTS or waiting >= _BATCH_CHARACTERS):
            yield list(batch.values())
            batch, waiting = {}, 0
        batch[made.document.id] = made
        waiting += len(made.document.text)
    if batch:
        yield list(batch.values())


def _without(part: Part, gone: npt.NDArray[np.int64]) -> Part:
    """Return a part less the revisions of it that are gone."""
    if not len(gone):
        return part
    own = part.segment.revisions[np.isin(part.segment.revisions, gone)].tolist()
    return Part(part.segment, part.removed.union(own)) if own else part
