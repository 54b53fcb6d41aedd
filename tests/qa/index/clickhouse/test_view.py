"""One state, read: without shards that do not answer where that is wanted, and without asking what cannot be."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import closing
from typing import Any

import pytest

import qa
from qa.index import open_index
from qa.index.clickhouse.documents import WITHOUT_SOME
from qa.index.clickhouse.scoring import Reader
from qa.index.clickhouse.state import Frequencies
from qa.index.clickhouse.terms import number_term
from qa.index.clickhouse.view import ClickHouseView
from qa.preparing.prepare import prepare
from tests.qa.index.clickhouse.recorder import SHARDS, Recorder, Table, make_state

SEA = number_term("sea")
LONE = "a\ud800"


def make_view(connection: Recorder, *, partial: bool = False, **changes: Any) -> ClickHouseView:
    state = make_state(topology=SHARDS, **changes)
    return ClickHouseView(connection, state, Frequencies(state), Reader(), partial=partial)


class Torn(Recorder):
    """One shard of four does not answer, beside others that are down; without it the term is in two passages."""

    def rows(self, query: str, settings: Any = None) -> Table:
        rows = super().rows(query, settings)
        if "postings" in query and not settings:
            raise qa.ShardUnavailable("The shard at two:9000 does not answer.", ("two:9000",))
        return rows


def torn() -> Torn:
    return Torn(
        {"FROM quoth.postings": [(SEA.word, SEA.tag, 2)], "uniqExact(shard_num)": [(4,)], "system, one": [(2,)]}
    )


def test_a_shard_that_does_not_answer_is_left_out_once_and_the_others_are_counted() -> None:
    connection = torn()
    view = make_view(connection, partial=True)
    assert view.holds(["sea"]) == [True]
    assert view.left_out == ["two:9000", "1 more"]
    assert view.holds(["tide"]) == [False]
    assert [settings for query, settings in connection.asked if "postings" in query] == [{}, WITHOUT_SOME, WITHOUT_SOME]


def test_a_shard_that_does_not_answer_is_an_error_where_it_is_not_to_be_left_out() -> None:
    view = make_view(torn())
    with pytest.raises(qa.ShardUnavailable):
        view.holds(["sea"])
    assert view.left_out == []


def test_a_shard_that_hangs_is_named_though_it_cannot_be_left_out() -> None:
    connection = torn()
    connection.answers["system, one"] = qa.LibraryUnavailable("The server one:9000 does not answer.")
    with pytest.raises(qa.ShardUnavailable, match="two:9000"):
        make_view(connection, partial=True).holds(["sea"])


def test_an_index_that_names_a_passage_which_is_not_there_is_said() -> None:
    answers: dict[str, Any] = {"GROUP BY word": [(SEA.word, SEA.tag, 1)], "GROUP BY passage": [(7, 0.5)]}
    with pytest.raises(qa.LibraryError, match=r"names 1 passages that are not there\. `quoth check`"):
        make_view(Recorder(answers)).search("sea", 3)


def test_what_is_no_text_is_not_there_and_not_asked_for() -> None:
    connection = Recorder()
    view = make_view(connection)
    for ask in (view.info, view.document):
        with pytest.raises(qa.DocumentNotFound):
            ask(LONE)
    with pytest.raises(qa.DocumentNotFound):
        view.search("sea", 3, documents=[LONE])
    assert view.with_sha256(LONE) is None
    assert view.file_of(LONE) is None
    assert view.original(LONE) is None
    assert view.sha256s([LONE]) == {}
    assert connection.asked == []


def test_a_question_without_terms_that_are_known_reads_no_passage() -> None:
    connection = Recorder()
    assert make_view(connection).search("", 3) == []
    assert make_view(connection, sums={}).search("sea", 3) == []
    assert not any("quoth.passages" in query for query, _ in connection.asked)


def test_metadata_of_the_documents_of_a_search_is_read_in_one_go(new_library: Callable[..., str]) -> None:
    with closing(open_index(new_library(cluster=False))) as index:
        index.add(prepare([qa.Document(id=f"it's {number}", text="The sea.", language="en") for number in range(5)]))
        with index.view() as view:
            assert isinstance(view, ClickHouseView)
            hits = view.search("sea", 5)
            view.info(hits[0].passage.document_id)
            assert {hit.passage.document_id for hit in hits} == set(view._infos)


def test_a_list_is_of_titles_that_hold_the_very_text(new_library: Callable[..., str]) -> None:
    titles = ["50% off", "it's", "a_b", "A\\b", "plain"]
    with closing(open_index(new_library(cluster=True))) as index:
        index.add(prepare([qa.Document(id=str(n), title=title, text="The sea.") for n, title in enumerate(titles)]))
        with index.view() as view:
            for text, expected in [("%", titles[:1]), ("'", titles[1:2]), ("_", titles[2:3]), ("a\\B", titles[3:4])]:
                assert [info.title for info in view.listed(text).documents] == expected
            assert view.listed(skip=1, limit=2).n_found == 5
            assert [info.id for info in view.documents(after="1", limit=2)] == ["2", "3"]
