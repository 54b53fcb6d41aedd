from __future__ import annotations

import contextlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

import qa
from qa.formats.plain import decode
from qa.formats.writing.content import TextBuilder
from tests.qa.strategies import texts

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


def test_markdown_keeps_words_and_lines() -> None:
    document = qa.read(MARKDOWN.encode(), name="guide.md")
    assert (document.title, document.source, document.media_type) == ("The guide", "www.example.com", "text/markdown")
    assert headings(document) == ["Using the museum", "Next"]
    lines = document.text.split("\n")
    for number, line in enumerate(MARKDOWN.split("\n")):
        for words in ("Opening hours", "second item", "third", "Monday", "a line of code", "Quoted words", "The end"):
            if words in line:
                assert words in lines[number], lines
    assert "knows them." in document.text
    assert "A picture" in document.text
    assert "Monday\t9 to 5" in document.text
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
    ("data", "name", "language"),
    [
        (b'<html lang="de-AT"><p>Museum', "a.html", "de"),
        (b'<html lang="{{ lang }}"><p>Museum', "a.html", "en"),
        (b"<p lang=fr>Museum", "a.html", "en"),
        (b"---\nlang: nl\n---\nMuseum", "a.md", "nl"),
        (b"---\nlanguage: pt_BR\n---\nMuseum", "a.md", "pt"),
        (b"---\nlang: [de]\n---\nMuseum", "a.md", "en"),
        (b"Das ist ein Museum.", "a.txt", "de"),
    ],
)
def test_the_language_is_what_the_file_says_else_detected(data: bytes, name: str, language: str) -> None:
    assert qa.read(data, name=name).language == language
    assert qa.read(data, name=name, language="sv").language == "sv"


def test_html_keeps_blocks_and_drops_what_is_not_read() -> None:
    page = b"""<!doctype html><html><head><title>My &amp; page</title><style>p {}</style></head><body>
    <nav>Menu</nav><header>Site</header><h1>The
    museum</h1><p>It <b>op</b>ens at nine.<br>Free&nbsp;entry.</p>loose
    <ul><li>one<li>two</ul><table><tr><td>Mon<td>9 to 5</table>
    <script>alert(1)</script><p hidden>secret</p><noscript>no</noscript><form><button>Go</button></form>"""
    document = qa.read(page, name="page.html")
    assert document.title == "My & page"
    assert headings(document) == ["The museum"]
    assert "It opens at nine.\nFree\u00a0entry.\n\nloose\n\none\ntwo\n" in document.text
    assert "Mon\t9 to 5\n" in document.text
    for dropped in ("Menu", "alert", "secret", "Go", "p {}"):
        assert dropped not in document.text


def test_html_without_a_title_takes_its_heading() -> None:
    assert qa.read(b"<h2>A  heading</h2><p>Text.", name="a.htm").title == "A heading"
    assert qa.read(b"<p>Text.", name="folder/a.htm").title == "a.htm"


def test_deeply_nested_html_is_read() -> None:
    assert qa.read(b"<div>" * 20_000 + b"deep", name="a.html").text.strip() == "deep"


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        ("Grüße".encode(), "Grüße"),
        ("\ufeffGrüße".encode(), "Grüße"),
        ("Grüße".encode("utf-16"), "Grüße"),
        ("Grüße".encode("utf-32"), "Grüße"),
        ("Привет, как дела? Это обычный русский текст.".encode("cp1251"), "Привет"),
        ("Le café était fermé, c’est là.".encode("cp1252"), "café"),
        (b"a\r\nb\rc\n", "a\nb\nc\n"),
        (b"\xff\xff\x00\xfe broken", "broken"),
    ],
)
def test_charsets_are_told_apart(data: bytes, expected: str) -> None:
    assert expected in decode(data)


def test_a_declared_charset_is_believed_when_it_fits() -> None:
    page = "<meta charset=iso-8859-2><p>Zażółć gęślą jaźń".encode("iso-8859-2")
    assert "Zażółć gęślą jaźń" in qa.read(page, name="a.html").text
    assert "caf" in qa.read(b"<meta charset=rot13><p>caf\xe9", name="a.html").text


@given(texts)
def test_plain_text_is_kept_as_it_is(text: str) -> None:
    assert decode(text.encode()) == text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")


@given(st.binary(max_size=300), st.sampled_from(["a.txt", "a.md", "a.html"]))
def test_any_bytes_give_a_document_or_a_typed_error(data: bytes, name: str) -> None:
    with contextlib.suppress(qa.ReadError):
        assert qa.read(data, name=name).text.strip()


@given(texts, st.sampled_from(["a.md", "a.html"]))
def test_headings_are_inside_the_text(text: str, name: str) -> None:
    source = f"<h1>{text}</h1><p>{text}</p>end" if name.endswith("html") else f"# {text}\n\n{text}\n\n## B\n\nend"
    document = qa.read(source.replace("\0", "").encode(), name=name)
    assert all(heading == heading.strip() != "" for heading in headings(document))


@pytest.mark.parametrize(
    ("name", "data", "error", "message"),
    [
        ("a.txt", b"", qa.EmptyDocument, "holds no text"),
        ("a.txt", b" \n\t", qa.EmptyDocument, "holds no text"),
        ("a.md", b"---\ntitle: x\n---\n", qa.EmptyDocument, "holds no text"),
        ("a.html", b"<script>x</script>", qa.EmptyDocument, "holds no text"),
        ("a.xyz", b"text", qa.UnsupportedFormat, "unknown kind"),
        ("a.pdf", b"%PDF-1.7", qa.FileDamaged, "broken or cut off"),
        ("noending", b"text", qa.UnsupportedFormat, ".txt"),
        ("a.txt", b"\x7fELF\x00\x00", qa.UnsupportedFormat, "binary"),
    ],
)
def test_what_cannot_be_read_says_why(name: str, data: bytes, error: type[Exception], message: str) -> None:
    with pytest.raises(error, match=message):
        qa.read(data, name=name)


SITE = """<!doctype html><html lang=en><title>Ducks</title><body>
<a class=skip-link href=#c>Skip to the content</a>
<header><b>The bird site</b><ul>{links}</ul></header><nav><a>Home</a></nav><div role=navigation>Up</div>
<div id="cookie-banner">We use cookies. <a>Accept</a></div>
{start}<h1>Ducks</h1><p>Ducks live near water.<p>{text}<ul><li>mallards<li>teals</ul><p>They fly south.{end}
<aside>Read also: geese.</aside><footer>Contact us. Imprint.</footer>"""
LINKS = "".join(f"<li><a>Page {number}</a>" for number in range(9))
MAIN = "Ducks\n\nDucks live near water.\n\nThey eat plants.{}\n\nmallards\nteals\n\nThey fly south.\n\n"


@pytest.mark.parametrize(
    ("start", "end", "before", "behind"),
    [
        ("<main id=c>", "</main>", "", ""),
        ("<div role=main>", "</div>", "", ""),
        ("<article>", "</article>", "", ""),
        ("<div>", "</div>", "The bird site\n\n", "Read also: geese.\n\n"),
        ("<main></main><div>", "</div>", "The bird site\n\n", "Read also: geese.\n\n"),
        ("<article>", "</article><article>A second one</article>", "The bird site\n\n", "Read also: geese.\n\n"),
    ],
)
def test_the_main_text_of_a_page_is_told_from_boilerplate(start: str, end: str, before: str, behind: str) -> None:
    text = "They eat plants." + " And more." * 20
    page = SITE.format(links=LINKS, start=start, text=text, end=end)
    second = "A second one\n\n" if "second" in end else ""
    assert qa.read(page.encode(), name="a.html").text == before + MAIN.format(" And more." * 20) + second + behind


@pytest.mark.parametrize(
    "page",
    [
        "<div class=cookie-policy><h2>Cookies</h2><p>We keep cookies for a day.</div>",
        "<div class=cookie-notice>We keep cookies for a day.</div>",
        "<footer>We keep cookies for a day.</footer>",
        "<main>x</main><p>We keep cookies for a day.",
        "<aside><ul><li><a>We keep</a> cookies for a day.</ul></aside>",
    ],
)
def test_a_text_that_is_most_of_a_page_stays(page: str) -> None:
    assert "for a day." in qa.read(page.encode(), name="a.html").text


def test_lists_and_tables_keep_their_lines_and_end_with_an_empty_one() -> None:
    page = (
        "<ul><li>one<ol><li>two<li>three</ol><li>four</ul><p>Text<table><tr><td>a<td>b<tr><td>c<td>d</table><h2>H</h2>"
    )
    document = qa.read(page.encode(), name="a.html")
    assert document.text == "one\ntwo\nthree\nfour\n\nText\n\na\tb\nc\td\n\nH\n\n"


def test_a_media_type_overrides_the_name() -> None:
    assert qa.read(b"<p>Text", name="page", media_type="text/html").text.strip() == "Text"
    with pytest.raises(qa.UnsupportedFormat, match="image/png"):
        qa.read(b"x", name="a.txt", media_type="image/png")


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


@pytest.mark.parametrize("charset", ["undefined", "idna", "punycode", "unicode_escape", "utf-7"])
def test_a_declared_charset_that_no_page_is_in_is_not_used(charset: str) -> None:
    page = f'<meta charset="{charset}"><p>caf'.encode() + b"\xe9 \\ud800 +2AA-</p>"
    assert qa.read(page, name="a.html").text.strip() == "café \\ud800 +2AA-"


def test_a_page_nested_beyond_all_measure_is_refused_at_once() -> None:
    with pytest.raises(qa.UnsupportedFormat, match="nests"):
        qa.read(b"<div>" * 1_000_000 + b"a", name="a.html")
    assert qa.read(b"<div></div>" * 100_000 + b"a", name="a.html").text.strip() == "a"


def test_a_markdown_file_of_very_many_lines_is_refused_at_once() -> None:
    with pytest.raises(qa.FileTooLarge, match="lines"):
        qa.read(b"a\n\n" * 1_000_000, name="a.md")


def test_a_text_builder_remembers_where_pages_begin() -> None:
    builder = TextBuilder()
    for page in ("One.\n", "", "Two.\n"):
        builder.start_page()
        builder.add(page)
    assert builder.content().page_starts == (0, 5, 5)
