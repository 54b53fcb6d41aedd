"""Zip archives that are no document."""

from __future__ import annotations

import pytest

from qa.formats.kinds.zipped import find_kind_of_zip


@pytest.mark.parametrize(
    ("members", "name", "what"),
    [
        (["Index/Document.iwa"], "a.pages", "a Pages document of Apple"),
        (["Index/Document.iwa", "Index/Slide-1.iwa"], "a.zip", "a Keynote presentation of Apple"),
        (["Index/Document.iwa", "Index/Tables/DataList.iwa"], "a", "a Numbers table of Apple"),
        (["Index/Document.iwa"], "a", "a Pages document of Apple"),
        (["index.xml"], "a.numbers", "a Numbers table of Apple"),
        (["FixedDocSeq.fdseq"], "a.xps", "an XPS document"),
        (["visio/document.xml"], "a.vsdx", "a Visio drawing"),
        (["META-INF/MANIFEST.MF"], "a.jar", "a Java program"),
        (["a/", "a/b.txt", "c.txt"], "a.zip", "a zip archive, not a document; 2 files in it"),
    ],
)
def test_a_zip_is_told_by_its_members(members: list[str], name: str, what: str) -> None:
    assert find_kind_of_zip(members, name).what == what
