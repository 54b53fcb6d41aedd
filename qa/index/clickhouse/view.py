"""One state of a library in ClickHouse, read."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from operator import itemgetter
from typing import Any

import numpy as np

from qa.errors import LibraryError, LibraryUnavailable, ShardUnavailable
from qa.feedback import Feedback
from qa.index.clickhouse import beside
from qa.index.clickhouse.connecting.connection import Connection
from qa.index.clickhouse.connecting.sql import write_literal, write_numbers
from qa.index.clickhouse.documents import (
    IDS,
    WITHOUT_SOME,
    Kept,
    make_not_found,
    read_boxes,
    read_document,
    read_documents,
    read_files,
    read_infos,
    read_kept,
    read_original,
    select_boxes,
)
from qa.index.clickhouse.ranking import Proposed, QuestionStatistics, WeightedTerm, find_best, write_statement
from qa.index.clickhouse.scoring import Read, Reader, Scorer, select_best
from qa.index.clickhouse.state import Frequencies, LibraryState
from qa.index.clickhouse.terms import list_near
from qa.index.protocol import View
from qa.index.segments.lexicon import PASSAGES_EACH, NamedTerm, select_nearest
from qa.ranking.asked import NOTHING_CARRIED, question_pairs, question_weights
from qa.ranking.formulas import DEFAULTS, column_language, column_name, column_term, idf, with_pairs
from qa.text.detect import DEFAULT_LANGUAGE
from qa.text.unicode import without_surrogates
from qa.types import Box, Document, DocumentInfo, Hit, KnownFile, Listing, NearTerm, Passage, Span

__all__ = ["ClickHouseView"]

_CACHED = {"use_uncompressed_cache": 1}  # of few rows each time, often the same
_ON_EACH_SHARD = {"distributed_group_by_no_merge": 1}


class ClickHouseView(View):
    """One state of the library. Its methods raise LibraryError beside what the protocol says.

    partial: whether to go on without shards that do not answer; `left_out` then tells which.
    """

    def __init__(
        self, connection: Connection, state: LibraryState, frequencies: Frequencies, reader: Reader, *, partial: bool
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

    def _tolerate(self, ask: Any) -> Any:
        """Return the result of `ask`, given settings; without the shards that do not answer, where that is wanted."""
        try:
            return ask(dict(WITHOUT_SOME) if self._left_out else {})
        except ShardUnavailable as exc:
            if not self._partial or self._left_out:
                raise
            self._left_out.update(dict.fromkeys(exc.places or ("one",)))
            self._counts = Frequencies(self._state)  # of the shards that are left, and not for others to remember
            try:
                self._count_others()
                return ask(dict(WITHOUT_SOME) if self._left_out else {})
            except LibraryUnavailable:  # the engine leaves out a server that is down, and waits for one that hangs
                raise exc from None

    def _count_others(self) -> None:
        """Note how many shards do not answer beside the first one that was found."""
        cluster = self._state.topology.cluster
        known = f"SELECT uniqExact(shard_num) FROM system.clusters WHERE cluster = {write_literal(cluster)}"
        answering = f"SELECT count() FROM cluster({write_literal(cluster)}, system, one)"
        ((n_known,),), ((n_answering,),) = self._connection.rows(known), self._connection.rows(answering, WITHOUT_SOME)
        if n_known - n_answering > 1:
            self._left_out[f"{n_known - n_answering - 1} more"] = None

    def _rows(self, query: str, **settings: int) -> list[tuple[Any, ...]]:
        rows: list[tuple[Any, ...]] = self._tolerate(lambda more: self._connection.rows(query, {**settings, **more}))
        return rows

    # -- ranking ------------------------------------------------------------------------------------------------------

    @property
    def n_documents(self) -> int:
        return self._counts.count_documents(lambda: int(read_documents(self._connection, self._state, "count()")[0][0]))

    @property
    def n_passages(self) -> int:
        return self._state.n_passages

    @property
    def languages(self) -> Sequence[str]:
        return tuple(self._state.languages)

    def document_frequencies(self, names: Sequence[str]) -> Any:
        """Return how many passages hold each term, by the name of its column."""
        return self._tolerate(lambda more: self._counts.count(names, self._connection, more))

    def search(
        self,
        question: str,
        k: int,
        documents: Collection[str] | None = None,
        carried: Mapping[str, float] = NOTHING_CARRIED,
    ) -> list[Hit]:
        revisions = None if documents is None else {kept.revision for kept in self._kept(documents).values()}
        statistics = QuestionStatistics(self._state.languages, self.document_frequencies, question)
        names, weights = question_weights(question, statistics, DEFAULTS, carried)
        if not names or (revisions is not None and not revisions):
            return []
        counts = statistics.document_frequencies(names).tolist()
        asked = [WeightedTerm(*each) for each in zip(names, weights.tolist(), counts, strict=True)]
        pairs, most = question_pairs(
            question, self._state.languages, dict(zip(names, weights.tolist(), strict=True)), DEFAULTS
        )
        means = {code: self._state.mean_length(code) for code in self._state.languages}
        scorer = Scorer(self._reader, {one.name: one.weight for one in asked}, means, pairs)

        def find(some: Sequence[WeightedTerm], limit: int, at_least: float) -> list[Proposed]:
            keys = self._counts.make_keys([one.name for one in some])
            query = write_statement(self._state, some, keys, revisions, limit, at_least)
            return sorted(self._rows(query, **_ON_EACH_SHARD), key=itemgetter(1), reverse=True)

        best = find_best(
            asked,
            max(k, DEFAULTS.n_candidates),
            self._state.n_passages,
            find,
            lambda some: scorer.score(self._read(some)),
        )
        scores = np.array([one.score for one in best])
        if pairs:
            scores = with_pairs(scores, np.array([one.gain for one in best]), most)
        ranked = select_best([*zip(scores.tolist(), best, strict=True)], k)
        ranked.sort(key=lambda each: (-each[0], *each[1].read.key))
        paged = [one.read.number for _, one in ranked if one.read.is_paged]
        boxes = dict(self._rows(select_boxes(self._state, paged), **_CACHED)) if paged else {}
        hits = [Hit(one.read.passage(boxes.get(one.read.number, b"")), score) for score, one in ranked]
        self._awaited.update(dict.fromkeys(hit.passage.document_id for hit in hits))
        return hits

    def _read(self, numbers: Sequence[int]) -> list[Read]:
        """Return passages by their numbers. Raises LibraryError where one is not there that should be."""
        query = (
            f"SELECT passage, body FROM {self._state.topology.all('passages')} "
            f"PREWHERE passage IN ({write_numbers(sorted(numbers))})"
        )
        passages = [Read(*row) for row in self._rows(query, **_CACHED)]
        if len(passages) < len(numbers) and not self._left_out:
            raise LibraryError(
                f"The index of the library names {len(numbers) - len(passages)} passages that are not there. "
                "`quoth check` tells more."
            )
        return passages

    def idf(self, terms: Sequence[str], language: str = DEFAULT_LANGUAGE) -> list[float]:
        names = [column_name(name, language) for name in terms]
        sizes = np.array([self._state.languages.get(column_language(name), 0) for name in names], dtype=np.int64)
        return idf(self.document_frequencies(names), sizes).tolist()  # type: ignore[no-any-return]

    def holds(self, terms: Sequence[str], language: str = DEFAULT_LANGUAGE) -> list[bool]:
        counts = self.document_frequencies([column_name(name, language) for name in terms])
        return [bool(n) for n in counts]

    def find_near(self, word: str, language: str, most: int) -> list[NearTerm]:
        distances = {column_name(name, language): n for name, n in list_near(word, language, most).items()}
        counts = dict(zip(distances, self.document_frequencies([*distances]).tolist(), strict=True))
        nearest = select_nearest((NamedTerm(n, name) for name, n in distances.items()), counts)
        return [NearTerm(column_term(name), n, counts[name], self._list_first(name)) for n, name in nearest]

    def _list_first(self, name: str) -> tuple[Passage, ...]:
        """Return some passages that hold a term, by document id and place."""
        query = (
            f"SELECT revision + ordinal FROM {self._state.topology.all('postings')} "
            f"WHERE {self._counts.make_keys([name]).condition} AND {self._state.live()} "
            f"ORDER BY revision, ordinal LIMIT {PASSAGES_EACH}"
        )
        reads = self._read([number for (number,) in self._rows(query)])
        return tuple(read.passage() for read in sorted(reads, key=lambda read: read.key))

    # -- documents ----------------------------------------------------------------------------------------------------

    def _kept(self, ids: Collection[str]) -> dict[str, Kept]:
        """Return the revisions and sizes of documents, by id. Raises DocumentNotFound."""
        for name in ids:
            if without_surrogates(name) != name:
                raise make_not_found(name)
        kept = read_kept(self._connection, self._state, [*ids])
        for name in ids:
            if name not in kept:
                raise make_not_found(name)
        return kept

    def _remember(self, ids: Iterable[str]) -> None:
        """Read the metadata of documents."""
        new = [name for name in dict.fromkeys(ids) if name not in self._infos]
        for first in range(0, len(new), IDS):
            condition = f"id IN ({', '.join(map(write_literal, new[first : first + IDS]))})"
            infos = read_infos(self._connection, self._state, condition)
            self._infos.update((info.id, info) for info in infos)

    def documents(self, after: str = "", limit: int | None = None) -> list[DocumentInfo]:
        rest = "ORDER BY id" if limit is None else f"ORDER BY id LIMIT {limit}"
        condition = f"id > {write_literal(without_surrogates(after))}"
        return read_infos(self._connection, self._state, condition, rest)

    def listed(self, text: str = "", skip: int = 0, limit: int | None = None) -> Listing:
        wanted = write_literal(without_surrogates(text).casefold())
        condition = f"position(sought, {wanted}) > 0" if text else "1"
        n_found = (
            read_documents(self._connection, self._state, "count()", condition)[0][0] if text else self.n_documents
        )
        rest = f"ORDER BY title_key, id LIMIT {skip}, {n_found if limit is None else limit}"
        return Listing(tuple(read_infos(self._connection, self._state, condition, rest)), n_found)

    def info(self, document_id: str) -> DocumentInfo:
        if document_id not in self._infos and without_surrogates(document_id) == document_id:
            self._remember([document_id, *self._awaited])
            self._awaited.clear()
        if document_id not in self._infos:
            raise make_not_found(document_id)
        return self._infos[document_id]

    def sha256s(self, document_ids: Iterable[str]) -> Mapping[str, str]:
        wanted = [name for name in document_ids if without_surrogates(name) == name]
        self._remember(wanted)
        return {name: self._infos[name].sha256 for name in wanted if name in self._infos}

    def document(self, document_id: str) -> Document:
        return read_document(self._connection, self._state, self.info(document_id))

    def boxes(self, span: Span) -> list[Box]:
        self.info(span.document_id)
        return read_boxes(self._connection, self._state, span)

    def with_sha256(self, sha256: str) -> str | None:
        if without_surrogates(sha256) != sha256:
            return None
        rows = read_documents(
            self._connection, self._state, "id", f"sha256 = {write_literal(sha256)}", "ORDER BY id LIMIT 1"
        )
        return rows[0][0].decode() if rows else None

    # -- what is kept beside them -------------------------------------------------------------------------------------

    def files(self) -> Mapping[str, KnownFile]:
        return dict(read_files(self._connection, self._state))

    def file_of(self, document_id: str) -> tuple[str, KnownFile] | None:
        if without_surrogates(document_id) != document_id:
            return None
        table = self._state.topology.all("files")
        paths = f"path IN (SELECT path FROM {table} WHERE document_id = {write_literal(document_id)})"
        files = read_files(self._connection, self._state, paths)
        return next(((path, known) for path, known in files if known.document_id == document_id), None)

    def original(self, document_id: str) -> bytes | None:
        if without_surrogates(document_id) != document_id:
            return None
        return read_original(self._connection, self._state, document_id)

    def setting(self, name: str) -> str | None:
        return beside.read_setting(self._connection, self._state.topology, name)

    def feedback_with(self, feedback_id: str) -> Feedback | None:
        if without_surrogates(feedback_id) != feedback_id:
            return None
        rows = beside.read_feedback_rows(self._connection, self._state.topology, f"id = {write_literal(feedback_id)}")
        return next((Feedback.of_text(record.decode("utf-8", "surrogateescape")) for _, _, record in rows), None)

    def feedback(self, after: str = "", limit: int | None = None) -> list[Feedback]:
        connection, topology = self._connection, self._state.topology
        condition = beside.write_after(connection, topology, after) if without_surrogates(after) == after else ""
        rows = beside.read_feedback_rows(connection, topology, condition, limit)
        return [Feedback.of_text(record.decode("utf-8", "surrogateescape")) for *_, record in rows]
