"""One state of a library in ClickHouse, read."""

from __future__ import annotations

import json
import os
from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import Any

import numpy as np

from qa.errors import LibraryError, LibraryUnavailable
from qa.feedback import Feedback
from qa.index.clickhouse.connection import Connection, ShardUnavailable, literal
from qa.index.clickhouse.ranking import SPARE, Scored, best_by_words
from qa.index.clickhouse.state import Frequencies, State
from qa.index.clickhouse.writing import IDS, Kept, kept_documents, not_found
from qa.language import DEFAULT_LANGUAGE
from qa.ranking import (
    DEFAULTS,
    NOTHING_CARRIED,
    column_language,
    column_name,
    idf,
    pair_gains,
    question_pairs,
    question_weights,
    starts_of,
    with_pairs,
)
from qa.text import without_surrogates
from qa.types import Document, DocumentInfo, Hit, KnownFile, Passage
from qa.vocabulary import Vocabulary

__all__ = ["ClickHouseView"]

_INFO = "id, title, source, media_type, sha256, n_characters, n_passages, language, added"
_CACHED = {"use_uncompressed_cache": 1}  # of few rows each time, often the same
_PASSAGE = "document_id, ordinal, start, end, text, heading, page, line, sentences, language"
_ON_EACH_SHARD = {"distributed_group_by_no_merge": 1}
# A shard that hangs is waited for again by each statement: once, and not long.
_WITHOUT_SOME = {"skip_unavailable_shards": 1, "connections_with_failover_max_tries": 1}


class ClickHouseView:
    """One state of the library. Its methods raise LibraryError beside what the protocol says.

    partial: whether to go on without shards that do not answer; `left_out` then tells which.
    """

    def __init__(self, connection: Connection, state: State, frequencies: Frequencies, *, partial: bool) -> None:
        self._connection = connection
        self._state = state
        self._counts = frequencies
        self._partial = partial
        self._left_out: dict[str, None] = {}
        self._infos: dict[str, DocumentInfo] = {}

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
        """How many documents there are."""
        return self._counts.n_documents(lambda: int(self._documents("count()")[0][0]))

    @property
    def n_passages(self) -> int:
        """How many passages there are."""
        return self._state.n_passages

    @property
    def languages(self) -> Sequence[str]:
        """The codes of the languages that there are passages in, the most frequent first, then by code."""
        return tuple(self._state.languages)

    def document_frequencies(self, names: Sequence[str]) -> Any:
        """Return how many passages hold each term, by the name of its column."""
        return self._tolerant(
            lambda more: (Frequencies(self._state) if more else self._counts).counted(names, self._connection, more)
        )

    def search(
        self,
        question: str,
        k: int,
        documents: Collection[str] | None = None,
        carried: Mapping[str, float] = NOTHING_CARRIED,
    ) -> list[Hit]:
        """Return at most `k` passages that share a term with `question`, best first, ties by document id and place."""
        revisions = None if documents is None else {kept.revision for kept in self._kept(documents).values()}
        names, weights = question_weights(question, _Statistics(self), DEFAULTS, carried)
        asked = dict(zip(names, weights.tolist(), strict=True))
        n = max(k, DEFAULTS.n_candidates)
        candidates: list[Scored] = self._tolerant(
            lambda more: best_by_words(self._connection, self._state, asked, n, revisions, {**_ON_EACH_SHARD, **more})
        )
        hits = self._ranked(self._hits(self._cut(candidates, n)))
        pairs, most = question_pairs(question, self._state.languages, asked, DEFAULTS)
        if pairs:
            hits = self._ranked(_by_pairs(hits[:n], pairs, most))
        hits = hits[:k]
        self._remember(dict.fromkeys(hit.passage.document_id for hit in hits))
        return hits

    def _cut(self, candidates: Sequence[Scored], n: int) -> list[Scored]:
        """Return the `n` best and few more, in no order; of those as good as the last, the first by id and place."""
        if len(candidates) <= n + SPARE:
            return [*candidates]
        last = sorted((one.score for one in candidates), reverse=True)[n - 1]
        sure = [one for one in candidates if one.score > last]
        tied = [one for one in candidates if one.score == last]
        ids = self._ids({one.revision for one in tied})
        tied.sort(key=lambda one: (ids[one.revision], one.ordinal))
        return sure + tied[: n - len(sure)]

    def _ids(self, revisions: Collection[int]) -> dict[int, bytes]:
        query = (
            f"SELECT revision, document_id FROM {self._state.topology.all('passages')} "
            f"WHERE revision IN ({', '.join(map(str, revisions))}) AND ordinal = 0"
        )
        return dict(self._rows(query))

    def _hits(self, found: Sequence[Scored]) -> list[Hit]:
        if not found:
            return []
        places = ", ".join(str((one.revision << 32 | one.ordinal) % (1 << 64)) for one in found)
        revisions = ", ".join({str(one.revision) for one in found})
        query = (
            f"SELECT revision, {_PASSAGE} FROM {self._state.topology.all('passages')} "
            f"WHERE revision IN ({revisions}) AND revision * 4294967296 + ordinal IN ({places})"  # quicker than pairs
        )
        passages = {(revision, rest[1]): _passage(rest) for revision, *rest in self._rows(query, **_CACHED)}
        lost = [one for one in found if (one.revision, one.ordinal) not in passages]
        if lost and not self._left_out:
            raise LibraryError(
                f"The index of the library names {len(lost)} passages that are not there. `quoth check` tells more."
            )
        return [Hit(passages[one.revision, one.ordinal], one.score) for one in found if one not in lost]

    def _ranked(self, hits: Iterable[Hit]) -> list[Hit]:
        return sorted(hits, key=lambda hit: (-hit.score, hit.passage.document_id, hit.passage.ordinal))

    def idf(self, terms: Sequence[str], language: str = DEFAULT_LANGUAGE) -> list[float]:
        """Return the weight of each term by its rarity in passages of a language; one of no passage has the highest."""
        names = [column_name(name, language) for name in terms]
        sizes = np.array([self._state.languages.get(column_language(name), 0) for name in names], dtype=np.int64)
        return idf(self.document_frequencies(names), sizes).tolist()  # type: ignore[no-any-return]

    def holds(self, terms: Sequence[str], language: str = DEFAULT_LANGUAGE) -> list[bool]:
        """Tell of each term whether any passage in `language` holds it."""
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
        """Read what is known of documents that will be asked for."""
        new = [name for name in ids if name not in self._infos]
        for first in range(0, len(new), IDS):
            rows = self._documents(_INFO, f"id IN ({', '.join(map(literal, new[first : first + IDS]))})")
            self._infos.update((found.id, found) for found in map(_info, rows))

    def documents(self, after: str = "", limit: int | None = None) -> list[DocumentInfo]:
        """Return documents by id: those whose id comes after `after`, at most `limit` of them; without it all."""
        rest = "ORDER BY id" if limit is None else f"ORDER BY id LIMIT {limit}"
        return [_info(row) for row in self._documents(_INFO, f"id > {literal(without_surrogates(after))}", rest)]

    def info(self, document_id: str) -> DocumentInfo:
        """Return what is known of a document. Raises DocumentNotFound."""
        if document_id not in self._infos and without_surrogates(document_id) == document_id:
            self._remember([document_id])
        if document_id not in self._infos:
            raise not_found(document_id)
        return self._infos[document_id]

    def sha256s(self, document_ids: Iterable[str]) -> Mapping[str, str]:
        """Return the digests of the texts of those of some documents that are there, by id."""
        wanted = [name for name in document_ids if without_surrogates(name) == name]
        self._remember(wanted)
        return {name: self._infos[name].sha256 for name in wanted if name in self._infos}

    def document(self, document_id: str) -> Document:
        """Return a document with its text. Raises DocumentNotFound."""
        info = self.info(document_id)
        ((revision, page_starts, headings),) = self._documents(
            "revision, page_starts, headings", f"id = {literal(document_id)}"
        )
        return Document(
            id=info.id,
            text=self._text(revision, info.n_characters),
            title=info.title,
            source=info.source,
            media_type=info.media_type,
            page_starts=tuple(json.loads(page_starts)),
            headings=tuple((start, end) for start, end in json.loads(headings)),
            language=info.language,
        )

    def _text(self, revision: int, n_characters: int) -> str:
        """Return the text of a document, which lies on one shard: the others may be down."""
        query = f"SELECT text FROM {self._state.topology.all('passages')} WHERE revision = {revision} ORDER BY ordinal"
        text = "".join(text.decode() for (text,) in self._connection.rows(query, _WITHOUT_SOME))
        if len(text) != n_characters:  # that shard was left out; this names it
            text = "".join(text.decode() for (text,) in self._connection.rows(query))
        return text

    def with_sha256(self, sha256: str) -> str | None:
        """Return the id of a document with this text, the first by id, or None."""
        if without_surrogates(sha256) != sha256:
            return None
        found = self._documents("id", f"sha256 = {literal(sha256)}", "ORDER BY id LIMIT 1")
        return found[0][0].decode() if found else None

    # -- what is kept beside them -------------------------------------------------------------------------------------

    def files(self) -> Mapping[str, KnownFile]:
        """Return what is known of each file that a document was read from, by path."""
        return {os.fsdecode(path): known for path, known in self._files("1")}

    def file_of(self, document_id: str) -> tuple[str, KnownFile] | None:
        """Return the path that a document was read from, and what is known of that file; None when it was from none."""
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
        """Return the file that was kept of a document, or None."""
        if without_surrogates(document_id) != document_id:
            return None
        query = (
            f"SELECT data FROM {self._state.topology.all('originals')} WHERE document_id = {literal(document_id)} "
            f"AND {self._state.batches('batch')} AND {self._state.live_documents()} ORDER BY batch DESC LIMIT 1"
        )
        found = self._connection.rows(query)
        return found[0][0] if found else None

    def setting(self, name: str) -> str | None:
        """Return the text that is kept under a name beside the documents, or None."""
        query = (
            f"SELECT kept, value FROM {self._state.topology.all('settings')} WHERE name = {literal(name)} "
            "ORDER BY version DESC LIMIT 1"
        )
        found = self._connection.rows(query)
        return found[0][1].decode() if found and found[0][0] else None

    def feedback(self) -> list[Feedback]:
        """Return all feedback by time and id. Raises LibraryError when a record is damaged."""
        return [Feedback.of_text(record.decode("utf-8", "surrogateescape")) for *_, record in self.feedback_rows()]

    def feedback_rows(self) -> list[tuple[bytes, bytes, bytes]]:
        """Return id, time and record of all feedback, by time and id."""
        query = (
            "SELECT id, given, record FROM (SELECT id, kept, given, record "
            f"FROM {self._state.topology.all('feedback')} ORDER BY id, version DESC LIMIT 1 BY id) "
            "WHERE kept = 1 ORDER BY given, id"
        )
        return [(name, given, record) for name, given, record in self._connection.rows(query)]


class _Statistics:
    """What `qa.ranking` counts over."""

    def __init__(self, view: ClickHouseView) -> None:
        self.languages: Mapping[str, int] = view._state.languages
        self.document_frequencies = view.document_frequencies


def _by_pairs(hits: Sequence[Hit], pairs: Mapping[tuple[str, str], float], most: float) -> list[Hit]:
    """Return hits with their scores by words and pairs."""
    terms = Vocabulary().read((hit.passage.language, hit.passage.text) for hit in hits)
    number = {name: place for place, name in enumerate(terms.names)}
    known = {(number[a], number[b]): gain for (a, b), gain in pairs.items() if a in number and b in number}
    gains = pair_gains(known, np.arange(len(hits)), terms.words, starts_of(terms.lengths))
    scores = with_pairs(np.array([hit.score for hit in hits]), gains, most)
    return [Hit(hit.passage, score) for hit, score in zip(hits, scores.tolist(), strict=True)]


def _info(row: Sequence[Any]) -> DocumentInfo:
    values: list[Any] = [value.decode() if isinstance(value, bytes) else value for value in row]
    return DocumentInfo(*values)


def _passage(row: Sequence[Any]) -> Passage:
    name, ordinal, start, end, text, heading, page, line, sentences, language = row
    return Passage(
        document_id=name.decode(),
        ordinal=ordinal,
        start=start,
        end=end,
        text=text.decode(),
        heading=None if heading is None else heading.decode(),
        page=page,
        line=line,
        sentences=tuple((first, last) for first, last in json.loads(sentences)),
        language=language.decode(),
    )
