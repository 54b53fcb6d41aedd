"""Markdown beyond the plain paragraph: what it shows, and on which line."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qa.formats.web.markdown.document import read_markdown


def read(source: str) -> str:
    return read_markdown(source.encode()).text.rstrip("\n")


@pytest.mark.parametrize(
    ("source", "text"),
    [
        ("| Pier | Boats |\n|:--|--:|\n| East | 5<br>6 |\n| | 7 |", "Pier: East; Boats: 5 6.\nBoats: 7."),
        ("| a\\|b | c |\n|--|--|\n| d | `e\\|f` |", "a|b: d; c: e|f."),
        ("| a | b |\n|--|--|", "a; b"),
        ("Fee ~~40~~ 32 euros, ~20 degrees.", "Fee 32 euros, ~20 degrees."),
        ("- [x] roof\n- [ ] cellar", "- [x] roof\n- [ ] cellar"),
        ("1. a\n1. b\n\n   more\n1. c", "1. a\n2. b\n\nmore\n3. c"),
        ("3) a\n5) b", "3. a\n5. b"),
        ("* a\n  * b\n    1. c\n* d", "- a\n- b\n1. c\n- d"),
        ("-\n\ntext", "text"),
        ("Term\n: What it means.\n\nWho?\n: All.", "Term: What it means.\n\n\nWho?\nAll."),
        (
            "It costs $5, or $10 for two: $10^5$ and $a_1 * b_2$.",
            "It costs $5, or $10 for two: $10^5$ and $a_1 * b_2$.",
        ),
        ("$$\nx_1 = *a*\n$$", "$$\nx_1 = *a*\n$$"),
        ("10^5^ m<sup>2</sup>, H~2~O, CO<sub>2</sub>, a^b and x^y^z", "10⁵ m², H₂O, CO₂, a^b and x^y^z"),
        ("> [!NOTE]\n> Bring a towel.", "Note\nBring a towel."),
        ("## Fees {#fees .wide}\n\ntext", "Fees\n\ntext"),
        ("Fees\n====\n\n{: .lead}\n\ntext", "Fees\n\n\n\n\ntext"),
        ("See <https://a.example/x> and [that](b) ![alt](c).", "See https://a.example/x and that alt."),
        ("a `x  <b>` b\\\nc  \nd", "a x <b> b\nc\nd"),
        ("```py\n\nx = 1\n\n  y\n```", "x = 1\n\n  y"),
        ("- ```\n  code\n  ```", "- code"),
        ("a &amp; b &lt;i&gt;", "a & b <i>"),
    ],
)
def test_markdown_reads_as_it_is_rendered(source: str, text: str) -> None:
    assert read(source).lstrip("\n") == text


def test_notes_are_kept_where_they_stand_with_their_marks() -> None:
    source = "Books[^b] are lent.[^1] Films^[for a week] too.\n\n[^1]: A month.\n[^b]: Tallinn\n\n    More.\n\nEnd."
    assert read(source) == ("Books¹ are lent.² Films (for a week) too.\n\n² A month.\n¹ Tallinn\n\nMore.\n\nEnd.")
    assert read("A.[^4]\n\n[^4]: B") == "A.⁴\n\n⁴ B"


def test_html_in_markdown_is_read_on_its_lines() -> None:
    source = (
        "# Fees\n\n<table>\n<tr><th>Licence</th><th>Fee</th></tr>\n<tr><td>Dog</td><td>42</td></tr>\n\n"
        "<tr><td>Cat</td><td>\n\n**7**\n\n</td></tr>\n</table>\n\n<details>\n<summary>Who?</summary>\n\nAll *of us*."
        "\n\n</details>\n\n<!-- not\nshown -->\n<p align=center>Shown<br>here</p>\n"
    )
    lines = read(source).split("\n")
    assert lines[0] == "Fees"
    assert lines[4] == "Licence: Dog; Fee: 42."
    assert lines[6] == "Licence: Cat; Fee: 7."
    assert lines[14] == "Who?"
    assert lines[16] == "All of us."
    assert lines[22:] == ["Shown", "here"]


def test_a_table_keeps_the_line_of_each_row() -> None:
    source = "text\n\n| A | B |\n|---|---|\n" + "".join(f"| {number} | x |\n" for number in range(40)) + "\nend"
    lines = read(source).split("\n")
    assert lines[4:44] == [f"A: {number}; B: x." for number in range(40)]
    assert lines[45] == "end"


def test_text_nested_deeper_than_is_read_is_named() -> None:
    assert read_markdown((">" * 200 + " deep").encode()).notices[0].startswith("Text nested more than 100 deep")
    assert read_markdown((">" * 20 + " deep").encode()).notices == ()


@given(st.lists(st.sampled_from(["word", "# head", "- item", "1. one", "> quote", "", "    code", "two\nlines"])))
def test_a_block_keeps_its_line(parts: list[str]) -> None:
    source = "\n\n".join(f"{part} w{number}" if part else "" for number, part in enumerate(parts))
    lines = read_markdown(source.encode()).text.split("\n")
    for number, line in enumerate(source.split("\n")):
        if " w" in line:
            assert line.rpartition(" ")[2] in lines[number]
