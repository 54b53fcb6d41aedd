"""HTML in Markdown swallows no text."""

from __future__ import annotations

import pytest

from qa.formats.web.markdown.document import read_markdown


def read(source: str) -> str:
    return " ".join(read_markdown(source.encode()).text.split())


@pytest.mark.parametrize(
    ("source", "text"),
    [
        ("Set the <title> of it.\n\nMore.", "Set the of it. More."),
        ("<script>alert(1)</script>\n\nMore.", "More."),
        ("<textarea>\n\nMore.", "More."),
        ("<style>\np {}\n</style>\n\nMore.", "More."),
        ("a <svg><text>b</text></svg> c", "a b c"),
        ("Area <math><mi>r</mi><msup><mi>r</mi><mn>2</mn></msup></math>.", "Area rr²."),
        ("Run `cmd` <file> now.", "Run cmd <file> now."),
        ("<Tabs>\n<Tab label='x'>\n\nOne\n\n</Tab>\n</Tabs>\n\nTwo <Icon name='a' /> three", "One Two three"),
        ("a <x-b>c</x-b> d", "a c d"),
        ("<html><body>\n\nText.\n\n</body></html>", "Text."),
        ("a <!-- b --> c", "a c"),
        ("<!-- never closed\n\nMore.", "<!-- never closed More."),
        ("<div data-line=999999999>a</div>\n\n<p data-line='x'>b</p>", "a b"),
        ("<p>5 < 7 and\n\n8 > 3", "5 < 7 and 8 > 3"),
        ("H<sub>2</sub>O<br/>a<br>b <kbd>Ctrl</kbd>", "H₂O a b Ctrl"),
        ("<ul><li>a<li>b</ul>", "- a - b"),
        ("<details><summary>Q?</summary>A.</details>", "Q? A."),
        ("<p hidden>a</p>\n\nb <del>c</del>", "b"),
    ],
)
def test_what_stands_around_a_tag_is_read(source: str, text: str) -> None:
    assert read(source) == text


def test_lines_that_a_file_states_of_itself_are_not_believed() -> None:
    text = read_markdown(b"a\n\n<div data-line=900>b</div>\n\nc").text
    assert text == "a\n\nb\n\nc\n"
