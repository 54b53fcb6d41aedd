"""Markdown: the text that the rendered page shows, each line where it was."""

from __future__ import annotations

import pytest

import qa

MARKDOWN = """---
title: The guide
source: www.example.com
---

# Using the *museum*

Opening hours are on [the page](http://example.com/a) and
`quoth` knows **them**.

- first item
- second item
  goes on

3. third

| day | hours |
| --- | ----- |
| Monday | 9 to 5 |

```
a line of code
```

> Quoted words. ![A picture](x.png)

<script>alert(1)</script>

## Next

The end.
"""


def headings(document: qa.Document) -> list[str]:
    return [document.text[start:end] for start, end in document.headings]


def test_headings_have_their_levels() -> None:
    text = "Plans\n=====\n\nSmall\n-----\n\n### Notice ###\n\nTwo weeks.\n\n###### Note\n\n<h4>Raw</h4>\n\nText.\n\n"
    text += "## Large\n\nNo.\n"
    document = qa.read(text.encode(), name="plans.md")
    assert headings(document) == ["Plans", "Small", "Notice", "Note", "Raw", "Large"]
    assert document.heading_levels == (1, 2, 3, 6, 4, 2)
    passages = qa.split(document, size=20)
    assert [passage.heading for passage in passages if "weeks" in passage.text or "No." in passage.text] == [
        "Small › Notice",
        "Large",
    ]


def test_markdown_keeps_words_and_lines() -> None:
    document = qa.read(MARKDOWN.encode(), name="guide.md")
    assert (document.title, document.source, document.media_type) == ("The guide", "www.example.com", "text/markdown")
    assert headings(document) == ["Using the museum", "Next"]
    assert document.heading_levels == (1, 2)
    lines = document.text.split("\n")
    for number, line in enumerate(MARKDOWN.split("\n")):
        for words in ("Opening hours", "second item", "third", "Monday", "a line of code", "Quoted words", "The end"):
            if words in line:
                assert words in lines[number], lines
    assert "knows them." in document.text
    assert "A picture" in document.text
    assert "day: Monday; hours: 9 to 5." in document.text
    for markup in ("example.com/a", "**", "`", "alert", "---", "title:"):
        assert markup not in document.text


@pytest.mark.parametrize(
    ("matter", "title"),
    [
        ("title: [a, b]", "First"),
        ("title: {", "First"),
        ("- a list", "First"),
        ("Title: Upper", "Upper"),
        ("title: !!python/object/apply:os.system [ls]", "First"),
        ("title: 2024-13-45", "2024-13-45"),
        ("x: &a [1]\ny: [*a, *a]", "First"),
    ],
)
def test_front_matter_is_data_and_never_code(matter: str, title: str) -> None:
    assert qa.read(f"---\n{matter}\n---\n# First\n\nText.".encode(), name="a.md").title == title


@pytest.mark.parametrize(
    "value",
    [
        "[" * 5_000,
        "0x" + "f" * 9_000,
        ":".join(["59"] * 3_000),
        '!!int ""',
        '!!bool "x"',
        '!!timestamp "x"',
        r'"\UFFFFFFFF"',
        r'"\ud800"',
    ],
)
def test_front_matter_that_no_yaml_type_can_hold_never_stops_the_reading(value: str) -> None:
    document = qa.read(f"---\ntitle: {value}\n---\n\nThe cat sat.\n".encode(), name="a.md")
    assert document.text.strip() == "The cat sat."


def test_front_matter_whose_merges_multiply_is_not_expanded() -> None:
    merges = "\n".join(f"b{i}: &b{i} {{<<: [{','.join([f'*b{i - 1}'] * 9)}]}}" for i in range(1, 12))
    document = qa.read(f"---\nb0: &b0 {{x: 1}}\n{merges}\ntitle: T\n---\n\nThe cat sat.\n".encode(), name="a.md")
    assert document.title == "T"


def test_a_markdown_file_of_very_many_lines_is_refused_at_once() -> None:
    with pytest.raises(qa.FileTooLarge, match="lines"):
        qa.read(b"a\n\n" * 1_000_000, name="a.md")
