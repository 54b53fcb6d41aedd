"""What is read of a web page beside what Chromium shows of it: every word that is shown, in its order, and no other."""

from __future__ import annotations

import random
import re
from collections.abc import Iterator

from playwright.sync_api import Browser

from qa.formats.web.html import read_html

N_PAGES = 60
WORD = re.compile(r"w\d+x")
INLINE = ("b", "i", "span", "a", "em", "code", "u", "ins", "mark", "label", "x-note", "font", "sup", "small")
BLOCKS = ("p", "div", "section", "blockquote", "article", "h2", "h4", "form", "fieldset", "center", "header", "main")
HIDDEN = ("<p hidden>{}</p>", "<i style='display:none'>{}</i>", "<script>'{}'</script>", "<template>{}</template>")


class PageMaker:
    """Makes a page of words that are each there once, from a seed."""

    def __init__(self, seed: int) -> None:
        self.random = random.Random(seed)  # noqa: S311
        self.n_words = 0

    def text(self) -> str:
        words = []
        for _ in range(self.random.randint(1, 5)):
            self.n_words += 1
            words.append(f"w{self.n_words}x")
        return self.random.choice([" ", "\n  "]).join(words) + self.random.choice([" ", "", ". "])

    def inline(self, depth: int) -> str:
        kind = self.random.random()
        if depth > 3 or kind < 0.5:
            return self.text()
        if kind < 0.6:
            return self.random.choice(["<br>", "<wbr>", "<!-- no -->", "<img alt=''>"])
        if kind < 0.65:
            return self.random.choice(HIDDEN).format(self.text())
        tag = self.random.choice(INLINE)
        return f"<{tag}>{self.run(depth + 1)}</{tag}> "

    def run(self, depth: int) -> str:
        return "".join(self.inline(depth) for _ in range(self.random.randint(1, 3)))

    def block(self, depth: int) -> str:
        if depth > 3:
            return f"<p>{self.run(depth)}</p>"
        return self.random.choice([self.plain, self.plain, self.items, self.terms, self.wrapped, self.table])(depth)

    def plain(self, depth: int) -> str:
        tag = self.random.choice(BLOCKS)
        return f"<{tag}>{self.page(depth + 1) if tag not in ('p', 'h2', 'h4') else self.run(depth)}</{tag}>"

    def items(self, depth: int) -> str:
        tag = self.random.choice(["ul", "ol", "ol reversed", "ol type=i start=4"])
        items = "".join(f"<li>{self.page(depth + 2)}" for _ in range(self.random.randint(1, 4)))
        return f"<{tag}>{items}</{tag.split()[0]}>"

    def terms(self, depth: int) -> str:
        return f"<dl><dt>{self.run(depth)}<dd>{self.run(depth)}<dd>{self.page(depth + 2)}</dl>"

    def wrapped(self, depth: int) -> str:
        kinds = (
            "<pre>{}\n   b</pre>",
            "<details open><summary>{}</summary>a</details>",
            "<div aria-hidden=true>{}</div>",
        )
        kind = self.random.choice(kinds)
        return kind.format(self.page(depth + 1) if kind.startswith("<div") else self.run(depth))

    def table(self, depth: int) -> str:
        n_columns = self.random.randint(1, 3)
        rows = (
            "".join(
                f"<td>{self.run(3) if self.random.random() < 0.8 else self.page(depth + 2)}" for _ in range(n_columns)
            )
            for _ in range(self.random.randint(1, 3))
        )
        return "<table>" + "".join(f"<tr>{row}" for row in rows) + "</table>"

    def page(self, depth: int) -> str:
        return "".join(self.parts(depth))

    def parts(self, depth: int) -> Iterator[str]:
        for _ in range(self.random.randint(1, 3 if depth else 9)):
            yield self.block(depth) if self.random.random() < 0.7 else self.run(depth)


def test_what_is_read_is_what_a_browser_shows(browser: Browser) -> None:
    tab = browser.new_page()
    for seed in range(N_PAGES):
        page = PageMaker(seed).page(0)
        tab.set_content(page)
        shown = WORD.findall(tab.evaluate("document.body.innerText"))
        read = WORD.findall(read_html(page.encode(), whole=True).text)
        if "<table" in page:  # its names stand before each value
            assert set(read) == set(shown), f"seed {seed}: {page}"
        else:
            assert read == shown, f"seed {seed}: {page}"
    tab.close()
