from __future__ import annotations

import pytest

import qa
from qa.formats.web.epub import _resolve, read_epub
from tests.qa.office import epub


def page(body: str) -> str:
    return f'<?xml version="1.0"?><html xmlns="http://www.w3.org/1999/xhtml"><head><title/></head><body>{body}</body></html>'


BOOK = {"b.xhtml": page("<h1>Two</h1><p>The second.</p>"), "a.xhtml": page("<h1>One</h1><p>The <i>first</i>.</p>")}


def test_chapters_stand_in_reading_order_with_their_headings() -> None:
    content = read_epub(epub(BOOK, spine="a.xhtml b.xhtml a.xhtml"))
    assert content.text == "One\n\nThe first.\n\nTwo\n\nThe second.\n"
    assert [content.text[start:end] for start, end in content.headings] == ["One", "Two"]
    assert content.heading_levels == (1, 1)
    assert (content.title, content.language, content.page_starts) == ("The Book", "en-GB", ())


def test_navigation_and_cover_are_left_out() -> None:
    chapters = {"cover.xhtml": page("<p>Cover</p>"), **BOOK}
    guide = '<guide><reference type="cover" href="text/cover.xhtml#top"/></guide>'
    assert read_epub(epub(chapters, package=guide)).text.startswith("Two")


def test_elements_closed_in_their_own_tag_swallow_no_text() -> None:
    body = '<script src="x.js"/><a id="p1"/><p>Before<br/>after.</p><textarea/><p>End.</p>'
    assert read_epub(epub({"a.xhtml": page(body)})).text == "Before\nafter.\n\nEnd.\n"


def test_charsets_may_be_declared() -> None:
    chapter = '<?xml version="1.0" encoding="iso-8859-1"?><html><body><p>Zo\xeb</p></body></html>'.encode("latin-1")
    assert read_epub(epub({"a.xhtml": ""}, parts={"OEBPS/text/a.xhtml": chapter})).text == "Zo\xeb\n"


@pytest.mark.parametrize(
    ("address", "name"),
    [
        ("a%20b%C3%A9.xhtml#top", "OEBPS/a bé.xhtml"),
        ("../x/a.xhtml", "x/a.xhtml"),
        ("../../../etc/passwd", "etc/passwd"),
        ("%zz", "OEBPS/%zz"),
        ("", "OEBPS"),
    ],
)
def test_addresses_name_parts_and_never_leave_the_book(address: str, name: str) -> None:
    assert _resolve("OEBPS", address) == name


def test_a_protected_book_is_told_from_one_with_scrambled_fonts() -> None:
    def encryption(algorithm: str, name: str) -> str:
        return (
            '<encryption xmlns:e="http://www.w3.org/2001/04/xmlenc#"><e:EncryptedData>'
            f'<e:EncryptionMethod Algorithm="{algorithm}"/>'
            f'<e:CipherData><e:CipherReference URI="{name}"/></e:CipherData>'
            "</e:EncryptedData></encryption>"
        )

    fonts = encryption("http://www.idpf.org/2008/embedding", "OEBPS/text/a.xhtml")
    assert read_epub(epub(BOOK, parts={"META-INF/encryption.xml": fonts})).text
    text = encryption("http://www.w3.org/2001/04/xmlenc#aes128-cbc", "OEBPS/text/a.xhtml")
    with pytest.raises(qa.PasswordNeeded, match="protected"):
        read_epub(epub(BOOK, parts={"META-INF/encryption.xml": text}))


def test_a_missing_chapter_is_named_and_a_missing_package_refused() -> None:
    content = read_epub(epub(BOOK, package="<x/>").replace(b"OEBPS/text/b.xhtml", b"OEBPS/text/c.xhtml"))
    assert content.text == "One\n\nThe first.\n"
    assert content.notices == ("The book lists a chapter that it does not hold: 'OEBPS/text/b.xhtml'.",)
    content = read_epub(epub(BOOK, spine="a.xhtml zz"))
    assert content.notices == ("The book lists a chapter that it does not hold: 'zz (a name without a file)'.",)
    with pytest.raises(qa.FileDamaged, match="1 of its chapters are missing"):
        read_epub(epub({"b.xhtml": ""}).replace(b"OEBPS/text/b.xhtml", b"OEBPS/text/c.xhtml"))
    with pytest.raises(qa.FileDamaged, match="book"):
        read_epub(epub(BOOK).replace(b"OEBPS/book.opf", b"OEBPS/look.opf"))


CONTENTS = "<h1>Contents</h1><ol>" + "".join(f"<li><a href='a.xhtml#c{n}'>Chapter {n}</a></li>" for n in range(30))


@pytest.mark.parametrize("said", ["toc", "TOC", "cover"])
def test_a_file_is_left_out_only_where_it_is_nothing_but_the_list(said: str) -> None:
    guide = f'<guide><reference type="{said}" href="text/b.xhtml#list"/></guide>'
    chapters = {"b.xhtml": page(CONTENTS + "</ol>"), "a.xhtml": BOOK["a.xhtml"]}
    assert read_epub(epub(chapters, package=guide)).text == "One\n\nThe first.\n"
    prose = (
        "<h2>One</h2><p>The ferry leaves at nine in the morning.</p><p>It takes cars, but no lorries over 7 tonnes.</p>"
    )
    chapters["b.xhtml"] = page(f"<nav>{CONTENTS}</ol></nav>{prose * 2}")
    text = read_epub(epub(chapters, package=guide)).text
    assert text.count("no lorries") == 2
    assert "Chapter 7" not in text


def test_marks_of_notes_stand_apart_and_notes_are_kept_once() -> None:
    body = (
        "<p>Prices rose.<a epub:type='noteref' href='#n1'>1</a> Then <span epub:type='pagebreak'>17</span>they"
        "<sup><a role='doc-noteref'>2</a></sup> fell.</p>"
        "<aside epub:type='footnote' id='n1'><p>1. By a third.</p></aside>"
        "<p><![CDATA[a < b]]></p>"
    )
    text = read_epub(epub({"a.xhtml": page(body)})).text
    assert text == "Prices rose.¹ Then they² fell.\n\n1. By a third.\n\na < b\n"


def test_a_book_is_quoted() -> None:
    library = qa.Library()
    document = qa.read(epub({"a.xhtml": page("<h2>Prices</h2><p>A ticket costs 14 euros.</p>")}), name="a.epub")
    library.add(document)
    quote = library.ask("What does a ticket cost?").quotes[0]
    assert (quote.text, quote.heading, document.title) == ("A ticket costs 14 euros.", "Prices", "The Book")
