"""What the JSON bodies share: text that is text, and addresses in which any id stays itself."""

from __future__ import annotations

from urllib.parse import parse_qs, unquote, urlsplit

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from server.bodies.base import GivenBody, Name, RequestBody, ResponseBody, Text, link_to_document, link_to_original


class Asking(RequestBody):
    text: Text


class Given(GivenBody):
    text: Text


class Told(ResponseBody):
    name: Name


@given(st.text())
def test_an_id_is_one_part_of_a_path(id):
    path = link_to_document(id)
    assert path.count("/") == 2
    assert unquote(path.removeprefix("/documents/")) == id.encode("utf-8", "replace").decode()
    assert urlsplit(path).query == ""


def test_a_place_and_a_version_are_named_in_the_query():
    address = urlsplit(link_to_document("a?b", 3, 9, "0123456789abcdef" * 4))
    assert parse_qs(address.query) == {"start": ["3"], "end": ["9"], "sha256": ["0123456789abcdef"]}
    assert link_to_document("a", 3) == link_to_document("a")
    assert link_to_original("ä b", 7) == "/original?id=%C3%A4%20b#page=7"


def test_a_request_is_strict_and_what_comes_back_is_not():
    with pytest.raises(ValidationError, match="Extra inputs"):
        Asking.model_validate({"text": "x", "more": 1})
    assert Given.model_validate({"text": "x", "more": 1}) == Given(text="x")


def test_half_a_character_is_refused_in_a_request_and_replaced_in_a_response():
    with pytest.raises(ValidationError, match="lone surrogate"):
        Asking(text="a\ud800")
    assert Told(name="a\udcff").name == "a?"
