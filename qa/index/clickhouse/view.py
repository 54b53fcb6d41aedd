"""One state of a library in ClickHouse, read."""

from __future__ import annotations

import json
import os
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import fields
from operator import itemgetter
from typing import Any

import numpy as np
import numpy.typing as npt

from qa.errors import LibraryError, LibraryUnavailable
from qa.feedback import Feedback
from qa.index.clickhouse.connection import Connection, ShardUnavailable, literal
from qa.index.clickhouse.ranking import Asked, Found, best_by_words, statement
from qa.index.clickhouse.scoring import Read, Reader, Scorer, ahead, text_of
from qa.index.clickhouse.state import Frequencies, State
from qa.index.clickhouse.terms import listed
from qa.index.clickhouse.writing import IDS, Kept, kept_documents, not_found
from qa.index.protocol import View
from qa.ranking.formulas import (
    DEFAULTS,
    NOTHING_CARRIED,
    column_language,
    column_name,
    idf,
    indexed,
    question_pairs,
    question_weights,
    with_pairs,
)
from qa.text.detect import DEFAULT_LANGUAGE
from qa.text.terms import terms
from qa.text.unicode import without_surrogates
from qa.types import Document, DocumentInfo, Hit, KnownFile, Listing

__all__ = ["ClickHouseView"]

_INFO = ", ".join(each.name for each in fields(DocumentInfo))
_CACHED = {"use_uncompressed_cache": 1}  # of few rows each time, often the same
_ON_EACH_SHARD = {"distributed_group_by_no_merge": 1}
# A shard that hangs is waited for again by each statement: once, and not long.
_WITHOUT_SOME = {"skip_unavailable_shards": 1, "connections_with_failover_max_tries": 1}


class ClickHouseView(View):
    """One state of the library. Its methods raise LibraryError beside what the protocol says.

    partial: whether to go on without shards that do not answer; `left_out` then tells which.
    """

    def __init__(
        self, connection: Connection, state: State, frequencies: Frequencies, reader: Reader, *, partial: bool
    ) -> None:
        self._connection = connection
        self._state = state
        self._counts = frequencies
        self._reader = reader
        self._partial = partial
        self._left_out: dict[str, None] = {}
        self._infos: dict[str, DocumentInfo] = {}
        self._awaited: dict[str, None] = {}  # ids of documents that may be asked for

    # -- shards -------------------------------------------------------------------------------------------------------

    @property
    def left_out(self) -> Sequence[str]:
        """The shards that did not answer and were left out, as host:port; after the first, how many more."""
        return [*self._left_out]

    @property
    def _settings(self) -> dict[str, int]:
        return dict(_WITHOUT_SOME) if self._left_out else {}

    def _tolerant(self, ask: Any) -> Any:
        """Return what `ask` does with settings; without the shards that do not answer, where that is wanted."""
        try:
            return ask(self._settings)
        except ShardUnavailable as exc:
            if not self._partial or self._left_out:
                raise
            self._left_out.update(dict.fromkeys(exc.places or ("one",)))
            self._counts = Frequencies(self._state)  # of the shards that are left, and not for others to remember
            try:
                self._count_others()
                return ask(self._settings)
            except LibraryUnavailable:  # the engine leaves out a server that is down, and waits for one that hangs
                raise exc from None

    def _count_others(self) -> None:
        """Note how many shards do not answer beside the first one that was found."""
        cluster = self._state.topology.cluster
        known = f"SELECT uniqExact(shard_num) FROM system.clusters WHERE cluster = {literal(cluster)}"
        answering = f"SELECT count() FROM cluster({literal(cluster)}, system, one)"
        ((n_known,),), ((n_answering,),) = self._connection.rows(known), self._connection.rows(answering, _WITHOUT_SOME)
        if n_known - n_answering > 1:
            self._left_out[f"{n_known - n_answering - 1} more"] = None

    def _rows(self, query: str, **settings: int) -> list[tuple[Any, ...]]:
        found: list[tuple[Any, ...]] = self._tolerant(lambda more: self._connection.rows(query, {**settings, **more}))
        return found

    # -- ranking ------------------------------------------------------------------------------------------------------

    @property
    def n_documents(self) -> int:
        return self._counts.n_documents(lambda: int(self._documents("count()")[0][0]))

    @property
    def n_passages(self) -> int:
        return self._state.n_passages

    @property
    def languages(self) -> Sequence[str]:
        return tuple(self._state.languages)

    def document_frequencies(self, names: Sequence[str]) -> Any:
        """Return how many passages hold each term, by the name of its column."""
        return self._tolerant(lambda more: self._counts.counted(names, self._connection, more))

    def search(
        self,
        question: str,
        k: int,
        documents: Collection[str] | None = None,
        carried: Mapping[str, float] = NOTHING_CARRIED,
    ) -> list[Hit]:
        revisions = None if documents is None else {kept.revision for kept in self._kept(documents).values()}
        statistics = _Statistics(self, question)
        names, weights = question_weights(question, statistics, DEFAULTS, carried)
        if not names or (revisions is not None and not revisions):
            return []
        counts = statistics.document_frequencies(names).tolist()
        asked = [Asked(*each) for each in zip(names, weights.tolist(), counts, strict=True)]
        pairs, most = question_pairs(
            question, self._state.languages, dict(zip(names, weights.tolist(), strict=True)), DEFAULTS
        )
        means = {code: self._state.mean_length(code) for code in self._state.languages}
        scorer = Scorer(self._reader, {one.name: one.weight for one in asked}, means, pairs)

        def find(some: Sequence[Asked], limit: int, at_least: float) -> list[Found]:
            keys = self._counts.keys([one.name for one in some])
            query = statement(self._state, some, keys, revisions, limit, at_least)
            return sorted(self._rows(query, **_ON_EACH_SHARD), key=itemgetter(1), reverse=True)

        best = best_by_words(
            asked,
            max(k, DEFAULTS.n_candidates),
            self._state.n_passages,
            find,
            lambda some: scorer.scored(self._read(some)),
        )
        scores = np.array([one.score for one in best])
        if pairs:
            scores = with_pairs(scores, np.array([one.gain for one in best]), most)
        ranked = ahead([*zip(scores.tolist(), best, strict=True)], k)
        ranked.sort(key=lambda each: (-each[0], *each[1].read.key))
        hits = [Hit(one.read.passage(), score) for score, one in ranked]
        self._awaited.update(dict.fromkeys(hit.passage.document_id for hit in hits))
        return hits

    def _read(self, numbers: Sequence[int]) -> list[Read]:
        """Return passages by their numbers. Raises LibraryError where one is not there that should be."""
        query = (
            f"SELECT passage, body FROM {self._state.topology.all('passages')} "
            f"PREWHERE passage IN ({listed(sorted(numbers))})"
        )
        found = [Read(*row) for row in self._rows(query, **_CACHED)]
        if len(found) < len(numbers) and not self._left_out:
            raise LibraryError(
                f"The index of the library names {len(numbers) - len(found)} passages that are not there. "
                "`quoth check` tells more."
            )
        return found

    def idf(self, terms: Sequence[str], language: str = DEFAULT_LANGUAGE) -> list[float]:
        names = [column_name(name, language) for name in terms]
        sizes = np.array([self._state.languages.get(column_language(name), 0) for name in names], dtype=np.int64)
        return idf(self.document_frequencies(names), sizes).tolist()  # type: ignore[no-any-return]

    def holds(self, terms: Sequence[str], language: str = DEFAULT_LANGUAGE) -> list[bool]:
        found = self.document_frequencies([column_name(name, language) for name in terms])
        return [bool(n) for n in found]

    # -- documents ----------------------------------------------------------------------------------------------------

    def _kept(self, ids: Collection[str]) -> dict[str, Kept]:
        """Return what there is of documents. Raises DocumentNotFound."""
        for name in ids:
            if without_surrogates(name) != name:
                raise not_found(name)
        found = kept_documents(self._connection, self._state, [*ids])
        for name in ids:
            if name not in found:
                raise not_found(name)
        return found

    def _documents(self, columns: str, condition: str = "1", rest: str = "") -> list[tuple[Any, ...]]:
        query = (
            f"SELECT {columns} FROM {self._state.topology.all('documents')} "
            f"WHERE {condition} AND {self._state.live_documents()} {rest}"
        )
        return self._connection.rows(query)

    def _remember(self, ids: Iterable[str]) -> None:
        """Read what is known of documents."""
        new = [name for name in dict.fromkeys(ids) if name not in self._infos]
        for first in range(0, len(new), IDS):
            rows = self._documents(_INFO, f"id IN ({', '.join(map(literal, new[first : first + IDS]))})")
            self._infos.update((found.id, found) for found in map(_info, rows))

    def documents(self, after: str = "", limit: int | None = None) -> list[DocumentInfo]:
        rest = "ORDER BY id" if limit is None else f"ORDER BY id LIMIT {limit}"
        return [_info(row) for row in self._documents(_INFO, f"id > {literal(without_surrogates(after))}", rest)]

    def listed(self, text: str = "", skip: int = 0, limit: int | None = None) -> Listing:
        wanted = literal(without_surrogates(text).casefold())
        condition = f"position(sought, {wanted}) > 0" if text else "1"
        n_found = self._documents("count()", condition)[0][0] if text else self.n_documents
        rest = f"ORDER BY title_key, id LIMIT {skip}, {n_found if limit is None else limit}"
        return Listing(tuple(map(_info, self._documents(_INFO, condition, rest))), n_found)

    def info(self, document_id: str) -> DocumentInfo:
        if document_id not in self._infos and without_surrogates(document_id) == document_id:
            self._remember([document_id, *self._awaited])
            self._awaited.clear()
        if document_id not in self._infos:
            raise not_found(document_id)
        return self._infos[document_id]

    def sha256s(self, document_ids: Iterable[str]) -> Mapping[str, str]:
        wanted = [name for name in document_ids if without_surrogates(name) == name]
        self._remember(wanted)
        return {name: self._infos[name].sha256 for name in wanted if name in self._infos}

    def document(self, document_id: str) -> Document:
        info = self.info(document_id)
        ((revision, n_passages, page_starts, headings),) = self._documents(
            "revision, n_passages, page_starts, headings", f"id = {literal(document_id)}"
        )
        return Document(
            id=info.id,
            text=self._text(revision, n_passages, info.n_characters),
            title=info.title,
            source=info.source,
            media_type=info.media_type,
            page_starts=tuple(json.loads(page_starts)),
            headings=tuple((start, end) for start, end in json.loads(headings)),
            language=info.language,
        )

    def _text(self, revision: int, n_passages: int, n_characters: int) -> str:
        """Return the text of a document, which lies on one shard: the others may be down."""
        query = (
            f"SELECT body FROM {self._state.topology.all('passages')} "
            f"WHERE passage >= {revision} AND passage < {revision + n_passages} ORDER BY passage"
        )
        text = "".join(text_of(body) for (body,) in self._connection.rows(query, _WITHOUT_SOME))
        if len(text) != n_characters:  # that shard was left out; this names it
            text = "".join(text_of(body) for (body,) in self._connection.rows(query))
        return text

    def with_sha256(self, sha256: str) -> str | None:
        if without_surrogates(sha256) != sha256:
            return None
        found = self._documents("id", f"sha256 = {literal(sha256)}", "ORDER BY id LIMIT 1")
        return found[0][0].decode() if found else None

    # -- what is kept beside them -------------------------------------------------------------------------------------

    def files(self) -> Mapping[str, KnownFile]:
        return {os.fsdecode(path): known for path, known in self._files("1")}

    def file_of(self, document_id: str) -> tuple[str, KnownFile] | None:
        if without_surrogates(document_id) != document_id:
            return None
        table = self._state.topology.all("files")
        paths = f"path IN (SELECT path FROM {table} WHERE document_id = {literal(document_id)})"
        found = [(path, known) for path, known in self._files(paths) if known.document_id == document_id]
        return (os.fsdecode(found[0][0]), found[0][1]) if found else None

    def _files(self, condition: str) -> list[tuple[bytes, KnownFile]]:
        """Return what was said last of each file, of those whose document is there as it was then; by path."""
        seen = self._state.batches("batch")
        query = (
            "SELECT path, document_id, fingerprint, revision FROM (SELECT path, document_id, fingerprint, revision "
            f"FROM {self._state.topology.all('files')} WHERE {condition} AND {seen} ORDER BY path, batch DESC "
            f"LIMIT 1 BY path) WHERE {self._state.live_documents()} ORDER BY path"
        )
        return [
            (path, KnownFile(document_id.decode(), fingerprint.decode()))
            for path, document_id, fingerprint, _ in self._connection.rows(query)
        ]

    def original(self, document_id: str) -> bytes | None:
        if without_surrogates(document_id) != document_id:
            return None
        query = (
            f"SELECT data FROM {self._state.topology.all('originals')} WHERE document_id = {literal(document_id)} "
            f"AND {self._state.batches('batch')} AND {self._state.live_documents()} ORDER BY batch DESC LIMIT 1"
        )
        found = self._connection.rows(query)
        return found[0][0] if found else None

    def setting(self, name: str) -> str | None:
        query = (
            f"SELECT kept, value FROM {self._state.topology.all('settings')} WHERE name = {literal(name)} "
            "ORDER BY version DESC LIMIT 1"
        )
        found = self._connection.rows(query)
        return found[0][1].decode() if found and found[0][0] else None

    def feedback(self) -> list[Feedback]:
        return [Feedback.of_text(record.decode("utf-8", "surrogateescape")) for *_, record in self.feedback_rows()]

    def feedback_rows(self) -> list[tuple[bytes, bytes, bytes]]:
        """Return id, time and record of all feedback, in the order of `feedback`."""
        query = (
            "SELECT id, given, record FROM (SELECT id, version, kept, given, record "
            f"FROM {self._state.topology.all('feedback')} ORDER BY id, version DESC LIMIT 1 BY id) "
            "WHERE kept = 1 ORDER BY given, version, id"
        )
        return [(name, given, record) for name, given, record in self._connection.rows(query)]


class _Statistics:
    """What `qa.ranking` counts over, for one question: all of its terms are counted in one go."""

    def __init__(self, view: ClickHouseView, question: str) -> None:
        self.languages: Mapping[str, int] = view._state.languages
        names = {column_name(name, code): None for code in self.languages for name in indexed(terms(question, code))}
        self._counts = dict(zip(names, view.document_frequencies([*names]).tolist(), strict=True))

    def document_frequencies(self, names: Sequence[str]) -> npt.NDArray[np.int64]:
        """Return how many passages hold each term, by the name of its column; 0 for an unknown one."""
        return np.array([self._counts[name] for name in names], dtype=np.int64)


def _info(row: Sequence[Any]) -> DocumentInfo:
    values: list[Any] = [value.decode() if isinstance(value, bytes) else value for value in row]
    return DocumentInfo(*values)
