"""What stands around the main text is left out, once it has proved to hold little."""

from __future__ import annotations

import pytest

from qa.formats.web.html import read_html

SENTENCES = "The bath house opens at nine on Mondays. It closes at five. Children come for free. "
LINKS = "".join(f"<li><a href=#>Page number {number}</a>" for number in range(20))


def read(page: str) -> str:
    return read_html(page.encode()).text


@pytest.mark.parametrize("start", ["<nav>", "<div role=navigation>", "<div role=menu>", "<div class=breadcrumbs>"])
def test_navigation_is_left_out_unless_it_holds_sentences(start: str) -> None:
    assert "Page" not in read(f"{start}<ul>{LINKS}</ul></div></nav><p>{SENTENCES}")
    assert "closes at five" in read(f"{start}<p>{SENTENCES}</p></div></nav><p>{SENTENCES * 2}")


def test_a_page_that_is_a_list_of_links_is_read() -> None:
    assert "Page number 19" in read(f"<nav><ul>{LINKS}</ul></nav><p>Sitemap")


def test_a_dialog_over_the_page_is_left_out_unless_it_is_the_page() -> None:
    assert "Subscribe" not in read(f"<p>{SENTENCES}</p><div role=dialog><p>Subscribe to our letters now.</div>")
    assert "closes" in read(f"<div role=dialog aria-modal=true><p>{SENTENCES}</div>")


def test_main_is_believed_only_where_it_holds_the_sentences() -> None:
    assert "elsewhere" in read(f"<main><p>{SENTENCES}</main><div><p>{'And more stands elsewhere on this page. ' * 9}")
    assert "elsewhere" not in read(f"<main><p>{SENTENCES}</main><div>elsewhere</div>")


def test_one_article_of_several_is_not_the_page() -> None:
    assert "second" in read(f"<article>{SENTENCES}</article><article>The second one.</article>")
    assert "beside" not in read(f"<article>{SENTENCES}</article><p>beside")


@pytest.mark.parametrize("where", ["header", "footer", "aside"])
def test_a_list_of_links_around_the_text_is_left_out(where: str) -> None:
    assert "Page" not in read(f"<{where}><ul>{LINKS}</ul></{where}><p>{SENTENCES * 4}")


def test_lists_in_lists_are_looked_at_once() -> None:
    page = "<aside>" + "<ul><li>" * 3_000 + LINKS + "</aside><p>" + SENTENCES * 9
    assert "closes" in read(page)


def test_a_small_form_that_nobody_filled_in_is_left_out() -> None:
    form = "<form><label>Your name <input></label><label>Comment <textarea></textarea></label></form>"
    assert "Comment" not in read(f"<p>{SENTENCES * 3}</p>{form}")
    filled = form.replace("<input>", "<input value=Ines>")
    assert "Your name Ines" in read(f"<p>{SENTENCES * 3}</p>{filled}")
    assert "closes at five" in read(f"<p>{SENTENCES * 9}</p><form><p>{SENTENCES}</p><input></form>")
