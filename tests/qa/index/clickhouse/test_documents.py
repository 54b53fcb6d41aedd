"""Documents read back: as they were added, however they are called, and however many are asked for."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import closing

import pytest

import qa
from qa.index import open_index
from qa.index.clickhouse import documents as module
from qa.index.clickhouse.documents import (
    WITHOUT_SOME,
    Kept,
    make_not_found,
    read_document,
    read_files,
    read_infos,
    read_kept,
    read_original,
)
from qa.preparing.prepare import prepare
from qa.types import DocumentInfo, KnownFile
from tests.qa.index.clickhouse.recorder import Recorder, make_state

NAMES = ["it's", "\\", "a\nb\x00", "') OR 1=1 --", "é/多少", "%"]


def make_info(n_characters: int) -> DocumentInfo:
    return DocumentInfo("it's", "Title", "it.txt", "text/plain", "0" * 64, n_characters, 1, "en")


@pytest.mark.parametrize("cluster", [False, True], ids=["one server", "two shards"])
def test_hostile_names_come_back(new_library: Callable[..., str], *, cluster: bool) -> None:
    documents = [qa.Document(id=name, title=name, source=name, text=f"The sea of {name}.") for name in NAMES]
    files = {name.replace("\x00", ""): KnownFile(name, "f") for name in NAMES}
    with closing(open_index(new_library(cluster=cluster))) as index:
        index.add(prepare(documents), files=files, originals={name: name.encode() for name in NAMES})
        with index.view() as view:
            assert [view.document(name) for name in NAMES] == documents
            assert view.files() == files
            assert [view.file_of(name) for name in NAMES] == [*files.items()]
            assert [view.original(name) for name in NAMES] == [name.encode() for name in NAMES]
        index.remove(*NAMES[1:])
        with index.view() as view:
            assert [info.id for info in view.documents()] == NAMES[:1]
            assert view.original(NAMES[1]) is None
        assert index.check() == []


def test_many_ids_are_asked_for_in_several_statements(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "IDS", 2)
    connection = Recorder({r"'it\x27s'": [(b"it's", 7, b"en", 1, 2)], "'c'": [(b"c", 9, b"de", 3, 4)]})
    kept = read_kept(connection, make_state(), ["it's", "b", "c"])
    assert kept == {"it's": Kept(7, "en", 1, 2), "c": Kept(9, "de", 3, 4)}
    assert len(connection.asked) == 2
    assert read_kept(connection, make_state(), []) == {}


def test_metadata_is_decoded() -> None:
    row = ("é".encode(), b"Title", b"it.txt", b"text/plain", b"0" * 64, 5, 1, b"en", b"2026-11-30T00:00:00+00:00")
    rows = [(*row, b"", b""), (*row, b'["Page 2 has no text."]', b"[2]")]
    info, other = read_infos(Recorder({"FROM quoth.documents": rows}), make_state(), "1")
    assert (info.id, info.n_characters, info.added) == ("é", 5, "2026-11-30T00:00:00+00:00")
    assert (info.notices, other.notices) == ((), ("Page 2 has no text.",))
    assert (info.recognised, other.recognised) == ((), (2,))


def test_a_text_that_is_on_a_shard_which_was_left_out_is_asked_for_again_so_that_the_shard_is_named() -> None:
    def connect(body: bytes, pages: bytes, headings: bytes) -> Recorder:
        return Recorder({"FROM quoth.documents": [(7, 1, pages, headings)], "FROM quoth.passages": [(body, b"")]})

    whole = connect(b'en ["it\'s", 0]\nThe sea', b"[0, 3]", b"[[0, 2]]")
    document = read_document(whole, make_state(), make_info(7))
    assert (document.text, document.page_starts, document.headings) == ("The sea", (0, 3), ((0, 2),))
    assert [settings for query, settings in whole.asked if "quoth.passages" in query] == [WITHOUT_SOME]
    some = connect(b"en []\n", b"[]", b"[]")
    read_document(some, make_state(), make_info(7))
    assert [settings for query, settings in some.asked if "quoth.passages" in query] == [WITHOUT_SOME, {}]


def test_what_was_not_kept_is_none_and_a_path_need_not_be_utf_8() -> None:
    assert read_original(Recorder(), make_state(), "a") is None
    connection = Recorder({"FROM quoth.files": [(b"caf\xe9.txt", b"a", b"f", 1)]})
    assert list(read_files(connection, make_state())) == [("caf\udce9.txt", KnownFile("a", "f"))]


def test_an_id_that_is_not_there_is_said_and_cut() -> None:
    assert str(make_not_found("x" * 500)).startswith(f"There is no document '{'x' * 100}' in this library.")
