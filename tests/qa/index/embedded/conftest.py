"""A library in a folder whose index is in several files."""

from __future__ import annotations

from contextlib import closing
from pathlib import Path

import pytest

from qa.index import EmbeddedIndex
from qa.index.segments import merging
from tests.qa.index.embedded.samples import files
from tests.qa.index.segments.samples import doc
from tests.qa.oracle import put


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A library of twelve documents in several files, one of which was removed and one replaced."""
    monkeypatch.setattr(merging, "_SMALL", 1)
    with closing(EmbeddedIndex(tmp_path / "library")) as index:
        put(index, *map(doc, range(8)))
        put(index, *map(doc, range(8, 11)))
        put(index, doc(11))
        index.remove("d010")
        put(index, doc(1))
    assert len(files(tmp_path / "library")) > 1
    return tmp_path / "library"
