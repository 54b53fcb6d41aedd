"""A library as one file: what comes back is what went out, and a file that is not whole changes nothing."""

from __future__ import annotations

import json
import zipfile
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import qa
from qa import exchange
from tests.qa.boxed import boxed
from tests.qa.strategies import documents

DOCUMENTS = [
    qa.Document(
        id="museum",
        text="The museum opens at nine.\n\nTickets cost €14.",
        title="Museum",
        page_starts=(0, 27),
        notices=("Page 3 has no text.",),
        recognised=(2,),
    ),
    boxed("lease", "The rent is 780 euros.\nIt is due on Monday."),
    qa.Document(
        id="häfen", text="# Häfen\n\nDer Hafen ist alt. 😀", headings=((0, 7),), heading_levels=(2,), language="de"
    ),
]


@pytest.fixture
def export(tmp_path: Path) -> Path:
    library = qa.Library()
    library.add(*DOCUMENTS)
    library.calibrate(qa.Calibration(threshold=0.5))
    assert library.export_to(tmp_path / "all.quoth") == 3
    return tmp_path / "all.quoth"


def held(library: qa.Library) -> list[qa.Document]:
    return [library.document(info.id) for info in library.documents()]


@given(documents())
def test_what_comes_back_is_what_went_out(tmp_path_factory: pytest.TempPathFactory, given: list[qa.Document]) -> None:
    path = tmp_path_factory.mktemp("exchange") / "all.quoth"
    library, other = qa.Library(), qa.Library()
    library.add(*given)
    library.export_to(path)
    assert other.import_from(path) == sorted(info.id for info in library.documents())
    assert held(other) == held(library)
    other.export_to(path.with_name("again.quoth"))
    assert path.with_name("again.quoth").read_bytes() == path.read_bytes()
    assert {each.name for each in path.parent.iterdir()} == {"all.quoth", "again.quoth"}


def test_a_library_moves_with_its_calibration(export: Path, tmp_path: Path) -> None:
    steps: list[tuple[int, int]] = []
    with qa.Library(tmp_path / "library") as library:
        library.import_from(export, progress=lambda done, total: steps.append((done, total)))
        assert steps == [(3, 3)]
        assert held(library) == sorted(DOCUMENTS, key=lambda document: document.id)
        assert library.min_confidence == 0.5
        assert library.check() == []
    own = qa.Library()
    own.calibrate(qa.Calibration(threshold=0.9))
    own.import_from(export)
    assert own.min_confidence == 0.9


def rewritten(export: Path, **members: bytes) -> Path:
    """Write an export anew with some of its members in place of its own."""
    with zipfile.ZipFile(export) as archive:
        data = {name.partition(".")[0]: archive.read(name) for name in archive.namelist()}
    with zipfile.ZipFile(export, "w") as archive:
        for name, ending in (("manifest", "json"), ("documents", "jsonl")):
            archive.writestr(f"{name}.{ending}", members.get(name, data[name]))
    return export


def record(**fields: object) -> bytes:
    document = DOCUMENTS[0]
    whole = {
        **{name: getattr(document, name) for name in ("id", "text", "title", "source", "media_type", "page_starts")},
        **{name: getattr(document, name) for name in ("headings", "heading_levels", "language")},
        **{name: getattr(document, name) for name in ("notices", "recognised", "sha256")},
        "word_boxes": "",
    }
    return json.dumps({**whole, **fields}).encode() + b"\n"


MANIFEST = {"format": "quoth library", "version": exchange.VERSION, "documents": 1, "settings": {}}


@pytest.mark.parametrize(
    ("manifest", "lines", "message"),
    [
        ({}, b"", "holds 1 documents, and holds 0"),
        ({"format": "other"}, record(), "of something else"),
        ({"settings": {"calibration": 1}}, record(), "settings are not texts"),
        ({"version": "1"}, record(), "version"),
        ({"documents": 2}, record() + record(), "out of order or there twice"),
        ({}, record(text="Nobody wrote any of this. " * 2), "not what was exported"),
        ({}, record(id=""), "not what was exported"),
        ({}, record(extra=1), "no record of one"),
        ({}, record(page_starts=["0"]), "wrong kind"),
        ({}, record(page_starts=[5, 1]), "must ascend"),
        ({}, record(headings=[[1]]), "no export"),
        ({}, record(heading_levels=["1"]), "wrong kind"),
        ({}, record(heading_levels=1), "no export"),
        ({}, record(heading_levels=[1, 1, 1]), "heading levels"),
        ({}, record(title=None), "wrong kind"),
        ({}, record(notices=[1]), "wrong kind"),
        ({}, record(word_boxes=1), "wrong kind"),
        ({}, record(word_boxes="*"), "no export"),
        ({}, record(word_boxes="//8="), "are not those of its text"),
        ({}, record(notices=None), "no export"),
        ({"version": 1}, record(), "no record of one"),
        ({}, b"[1]\n", "no record of one"),
        ({}, b"{", "no export"),
        ({}, b"[" * 100_000, "no export"),
        ({}, b"\xff\n", "no export"),
    ],
)
def test_a_file_that_is_not_whole_changes_nothing(
    export: Path, manifest: dict[str, object], lines: bytes, message: str
) -> None:
    library = qa.Library()
    path = rewritten(export, manifest=json.dumps({**MANIFEST, **manifest}).encode(), documents=lines)
    with pytest.raises(qa.LibraryError, match=message):
        library.import_from(path)
    assert library.documents() == []


def test_an_export_of_a_newer_version_says_so(export: Path) -> None:
    path = rewritten(export, manifest=json.dumps({**MANIFEST, "version": 99}).encode())
    with pytest.raises(qa.UnsupportedVersion, match="version 99"):
        qa.Library().import_from(path)


def test_an_export_of_an_earlier_version_is_read_without_what_that_did_not_know(export: Path) -> None:
    lines = record(media_type="application/pdf").replace(b', "notices": ["Page 3 has no text."]', b"")
    lines = lines.replace(b', "word_boxes": ""', b"").replace(b', "recognised": [2]', b"")
    lines = lines.replace(b', "heading_levels": []', b"")
    path = rewritten(export, manifest=json.dumps({**MANIFEST, "version": 1}).encode(), documents=lines)
    library = qa.Library()
    library.import_from(path)
    (document,) = held(library)
    assert replace(document, media_type="text/plain", notices=DOCUMENTS[0].notices, recognised=(2,)) == DOCUMENTS[0]
    assert [notice.partition(":")[0] for notice in document.notices] == [
        "It was added by an earlier version of Quoth, which did not keep where words stand on the pages"
    ]


def test_an_export_of_the_version_before_is_read_without_levels_of_headings(export: Path) -> None:
    lines = record(headings=[[0, 3]]).replace(b', "heading_levels": []', b"")
    path = rewritten(export, manifest=json.dumps({**MANIFEST, "version": 2}).encode(), documents=lines)
    library = qa.Library()
    library.import_from(path)
    assert held(library) == [replace(DOCUMENTS[0], headings=((0, 3),))]


@given(st.data())
def test_a_damaged_file_is_refused_or_as_it_was(tmp_path_factory: pytest.TempPathFactory, data: st.DataObject) -> None:
    path = tmp_path_factory.mktemp("exchange") / "all.quoth"
    library, other = qa.Library(), qa.Library()
    library.add(*DOCUMENTS)
    library.export_to(path)
    whole = path.read_bytes()
    at = data.draw(st.integers(0, len(whole) - 1))
    damage = data.draw(st.sampled_from([b"", bytes([whole[at] ^ 1]), bytes([whole[at] ^ 0x80]), b"\0\0"]))
    path.write_bytes(whole[:at] + damage + (whole[at + 1 :] if data.draw(st.booleans()) else b""))
    try:
        other.import_from(path)
    except qa.LibraryError:
        assert other.documents() == []
    else:
        assert held(other) == held(library)


def test_what_is_no_file_or_no_archive_is_an_error(tmp_path: Path) -> None:
    library = qa.Library()
    (tmp_path / "notes.txt").write_text("The museum opens at nine.")
    for path, message in (("missing", "There is no file"), ("", "cannot be read"), ("notes.txt", "no export")):
        with pytest.raises(qa.LibraryError, match=message):
            library.import_from(tmp_path / path)
    (tmp_path / "empty.zip").write_bytes(b"")
    with zipfile.ZipFile(tmp_path / "other.zip", "w") as archive:
        archive.writestr("a.txt", "a")
    for name in ("empty.zip", "other.zip"):
        with pytest.raises(qa.LibraryError, match="no export"):
            library.import_from(tmp_path / name)
    with pytest.raises(qa.LibraryError, match="cannot be written"):
        library.export_to(tmp_path / "missing" / "all.quoth")


def test_an_export_that_would_fill_the_memory_is_refused_before_it_is_read(tmp_path: Path) -> None:
    path = tmp_path / "bomb.quoth"
    manifest = {"format": "quoth library", "version": 1, "documents": 1, "settings": {}}
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("manifest.json", json.dumps(manifest))
        with archive.open("documents.jsonl", "w") as lines:
            for _ in range(30):
                lines.write(b"a" * 1_000_000)
    library = qa.Library()
    wrong = r"bomb\.quoth' has [0-9,]{6} bytes and unpacks to 30,000,[0-9]+; the limits are .* 200 times its size"
    with pytest.raises(qa.LibraryError, match=wrong):
        library.import_from(path)
    assert library.n_documents == 0


def test_sizes_that_cannot_be_are_refused(export: Path) -> None:
    data = bytearray(export.read_bytes())
    at = data.rindex(b"PK\x01\x02")  # of the last part in the directory
    data[at + 20 : at + 24] = (2**31).to_bytes(4, "little")  # as many bytes when it is compressed
    export.write_bytes(data)
    with pytest.raises(qa.LibraryError, match="its parts are not compressed as in an export"):
        qa.Library().import_from(export)


def test_a_library_of_any_text_can_be_imported_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(exchange, "RATIO_FROM", 100_000)
    document = qa.Document(id="a", text="a" * 300_000)
    library, other = qa.Library(), qa.Library()
    library.add(document)
    library.export_to(tmp_path / "all.quoth")
    assert other.import_from(tmp_path / "all.quoth") == ["a"]
    assert held(other) == [document]
    assert [each.name for each in tmp_path.iterdir()] == ["all.quoth"]


def test_an_export_over_the_limit_in_all_is_refused(export: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(exchange, "MAX_TOTAL_BYTES", 100)
    with pytest.raises(qa.LibraryError, match="the limits are 100 bytes"):
        qa.Library().import_from(export)
    monkeypatch.setattr(exchange, "_MAX_PARTS", 1)
    with pytest.raises(qa.LibraryError, match="it has 2 parts"):
        qa.Library().import_from(export)
