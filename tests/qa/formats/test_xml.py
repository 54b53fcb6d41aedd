"""XML, looked through by local names."""

from __future__ import annotations

import pytest

from qa.errors import FileDamaged
from qa.formats.xml import attribute, child, children, local, name_children, parse_xml

TREE = parse_xml(b'<a xmlns:n="urn:n"><b n:c="1"/><n:d><!-- no --><e>x</e></n:d><b c="2"/></a>', "tree")


def test_names_are_compared_without_their_namespaces() -> None:
    assert [local(node) for node in TREE] == ["b", "d", "b"]
    assert [attribute(node, "c") for node in children(TREE, "b")] == ["1", "2"]
    assert attribute(child(TREE, "d", "e"), "c", "none") == "none"
    inner = child(TREE, "d", "e")
    assert inner is not None
    assert inner.text == "x"


def test_of_a_name_the_first_child_counts() -> None:
    named = name_children(TREE)
    assert (list(named), attribute(named["b"], "c")) == (["b", "d"], "1")


def test_nothing_is_below_nothing() -> None:
    assert child(None, "a") is child(TREE, "d", "f", "g") is None
    assert list(children(None, "a")) == []
    assert (name_children(None), attribute(None, "c", "none")) == ({}, "none")


def test_what_is_no_xml_is_damaged_and_entities_are_not_read() -> None:
    with pytest.raises(FileDamaged, match="its part 'x' is no XML"):
        parse_xml(b"<a>", "x")
    entity = b'<!DOCTYPE a [<!ENTITY e "boom">]><a>&e;</a>'
    assert "boom" not in "".join(parse_xml(entity, "x").itertext())
