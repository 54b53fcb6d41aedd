"""The source of a page within bounds, without a word less."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

import qa
from qa.formats.web.page.bounding import bound_page

N = 40_000
HOSTILE = {
    "attributes": "<p " + " ".join(f"a{number}=1" for number in range(N)) + ">text",
    "attributes with signs": "<p " + " ".join(f"a{number}='<>'" for number in range(N)) + ">text",
    "attributes of a script": "<script " + " ".join(f"a{number}" for number in range(N)) + "></script>text",
    "ids": "".join(f"<p id=i{number} class=c{number}>text" for number in range(N)),
    "classes": '<p class="' + " ".join(f"c{number}" for number in range(N)) + '">text',
    "inline elements": "<span>" * 100_000 + "text",
    "formatting": "".join(f"<font size={number}>text" for number in range(N)),
    "formatting that blocks end": "<b>" * N + "</p>" * N + "text",
    "end tags of nothing": "<x-a>" * N + "</x-b>" * N + "text",
    "options": "text<select>" + "<option>one" * N,
    "roots": "".join(f"<body a{number}=1>" for number in range(N)) + "text",
    "entities": "text" + "&amp;" * N * 10,
    "an entity": "text&" + "a" * N * 10,
    "comments": "text" + "<!--" * N * 10,
    "quotes": "text" + "<a b=\"'" * N * 10,
}


@pytest.mark.parametrize("kind", HOSTILE)
def test_a_hostile_page_is_read_within_the_limits_of_a_worker(kind: str) -> None:
    """The worker's time limit is two minutes; without the bounds most of these take longer."""
    assert "text" in qa.read(HOSTILE[kind].encode(), name="a.html").text


@pytest.mark.parametrize("kind", ["attributes", "formatting", "end tags of nothing", "roots"])
def test_what_costs_the_square_of_its_size_is_cut(kind: str) -> None:
    bounded = bound_page(HOSTILE[kind])
    assert len(bounded) * 2 < len(HOSTILE[kind])
    assert bounded.count("text") == HOSTILE[kind].count("text")


@given(st.text("<>/ab=\"' !-", max_size=60))
def test_a_small_page_stays_as_it_is(page: str) -> None:
    assert bound_page(page) == page


def test_a_large_page_that_a_person_wrote_stays_as_it_is() -> None:
    page = "<table>" + "<tr><td><b>a</b> <a href='x?a=1&b=2'>b</a><p>c<br></td></tr>" * 5_000 + "</table>"
    assert bound_page(page) == page
    script = f"<p>a</p><script>{'<b>' * 20_000}</script><!--{'<b>' * 20_000}--><p>b</p>"
    assert bound_page(script) == script


def test_the_first_attributes_of_a_tag_stay() -> None:
    page = "<p hidden title='a > b' " + " ".join(f"data-{number}=1234567890" for number in range(9_000)) + ">text"
    assert bound_page(page).startswith("<p hidden title='a > b' data-0=")
    assert bound_page(page).endswith(">text")
