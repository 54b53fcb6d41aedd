"""HTML: the text of the page without what is around it."""

from __future__ import annotations

import pytest

import qa

SITE = """<!doctype html><html lang=en><title>Ducks</title><body>
<a class=skip-link href=#c>Skip to the content</a>
<header><b>The bird site</b><ul>{links}</ul></header><nav><a>Home</a></nav><div role=navigation>Up</div>
<div id="cookie-banner">We use cookies. <a>Accept</a></div>
{start}<h1>Ducks</h1><p>Ducks live near water.<p>{text}<ul><li>mallards<li>teals</ul><p>They fly south.{end}
<aside>Read also: geese.</aside><footer>Contact us. Imprint.</footer>"""

LINKS = "".join(f"<li><a>Page {number}</a>" for number in range(9))

MAIN = "Ducks\n\nDucks live near water.\n\nThey eat plants.{}\n\nmallards\nteals\n\nThey fly south.\n"


def headings(document: qa.Document) -> list[str]:
    return [document.text[start:end] for start, end in document.headings]


def test_html_keeps_blocks_and_drops_what_is_not_read() -> None:
    page = b"""<!doctype html><html><head><title>My &amp; page</title><style>p {}</style></head><body>
    <nav>Menu</nav><header>Site</header><h1>The
    museum</h1><p>It <b>op</b>ens at nine.<br>Free&nbsp;entry.</p>loose
    <ul><li>one<li>two</ul><table><tr><td>Mon<td>9 to 5</table>
    <script>alert(1)</script><p hidden>secret</p><noscript>no</noscript><form><button>Go</button></form>"""
    document = qa.read(page, name="page.html")
    assert document.title == "My & page"
    assert headings(document) == ["The museum"]
    assert document.heading_levels == (1,)
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
    ("start", "end", "before", "behind"),
    [
        ("<main id=c>", "</main>", "", ""),
        ("<div role=main>", "</div>", "", ""),
        ("<article>", "</article>", "", ""),
        ("<div>", "</div>", "The bird site\n\n", "\nRead also: geese.\n"),
        ("<main></main><div>", "</div>", "The bird site\n\n", "\nRead also: geese.\n"),
        ("<article>", "</article><article>A second one</article>", "The bird site\n\n", "\nRead also: geese.\n"),
    ],
)
def test_the_main_text_of_a_page_is_told_from_boilerplate(start: str, end: str, before: str, behind: str) -> None:
    text = "They eat plants." + " And more." * 20
    page = SITE.format(links=LINKS, start=start, text=text, end=end)
    second = "\nA second one\n" if "second" in end else ""
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


def test_a_page_nested_beyond_all_measure_is_refused_at_once() -> None:
    with pytest.raises(qa.UnsupportedFormat, match="nests"):
        qa.read(b"<div>" * 1_000_000 + b"a", name="a.html")
    assert qa.read(b"<div></div>" * 100_000 + b"a", name="a.html").text.strip() == "a"


@pytest.mark.parametrize("charset", ["undefined", "idna", "punycode", "unicode_escape", "utf-7"])
def test_a_declared_charset_that_no_page_is_in_is_not_used(charset: str) -> None:
    page = f'<meta charset="{charset}"><p>caf'.encode() + b"\xe9 \\ud800 +2AA-</p>"
    assert qa.read(page, name="a.html").text.strip() == "café \\ud800 +2AA-"


def test_a_declared_charset_is_believed_when_it_fits() -> None:
    page = "<meta charset=iso-8859-2><p>Zażółć gęślą jaźń".encode("iso-8859-2")
    assert "Zażółć gęślą jaźń" in qa.read(page, name="a.html").text
    assert "caf" in qa.read(b"<meta charset=rot13><p>caf\xe9", name="a.html").text
