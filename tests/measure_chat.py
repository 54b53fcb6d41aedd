"""Time the chat in a real browser, on loopback: `make measure-chat`.

From the key press to the answer on the screen, for the shipped documents and questions; what the first view transfers
and how far it shifts; and how long the page takes to react (the `event` entries of the browser's own performance
timeline: from input to the next frame, in steps of 8 ms) where there is much to show.
"""

from __future__ import annotations

import json
from typing import Any

import numpy as np
from playwright.sync_api import Page, sync_playwright

import qa
from eval.sets.choose import shipped_set
from tests.browser.conftest import ARGUMENTS, chromium_path, serving

ASKED = 100
IN_A_ROW = 10  # questions of one conversation
TOWNS = "Ardal Bremo Carna Dunby Eskil Farne Gotha Hadle Ilmen Jorva Kelda Lunde".split()
# Notes when Enter is pressed, and when the next answer has been drawn.
CLOCK = """() => {
    let drawn = null;
    window.next = () => { window.took = new Promise((done) => { drawn = done; }); };
    let pressed = 0;
    let before = 0;
    addEventListener("keydown", (event) => {
        if (event.key !== "Enter") return;
        pressed = performance.now();
        before = document.querySelectorAll("#turns > li").length;
    }, true);
    new MutationObserver(() => {
        if (!pressed || document.querySelectorAll("#turns > li").length <= before) return;
        const from = pressed;
        pressed = 0;
        requestAnimationFrame(() => setTimeout(() => drawn(performance.now() - from)));
    }).observe(document.body, { childList: true, subtree: true });
    window.reactions = [];
    new PerformanceObserver((list) => {
        for (const entry of list.getEntries()) if (entry.interactionId) window.reactions.push(entry.duration);
    }).observe({ type: "event", durationThreshold: 16, buffered: true });
}"""
FIRST_VIEW = """() => ({
    bytes: performance.getEntries().reduce((sum, entry) => sum + (entry.transferSize || 0), 0),
    requests: performance.getEntriesByType("resource").length + 1,
    shift: window.shift,
})"""
SHIFTS = """window.shift = 0;
new PerformanceObserver((list) => { for (const entry of list.getEntries()) window.shift += entry.value; })
    .observe({ type: "layout-shift", buffered: true });"""


def asked(page: Page, question: str) -> float:
    """Ask, and return the milliseconds from the key press to the drawn answer."""
    page.locator("#question").fill(question)
    page.evaluate("window.next()")
    page.locator("#question").press("Enter")
    return float(page.evaluate("window.took"))


def reactions(page: Page) -> float:
    """Type, open and close the reasons, and step through the sources; return the slowest reaction in milliseconds."""
    page.evaluate("window.reactions.length = 0")
    page.locator("#question").press_sequentially("And why?", delay=20)
    page.locator("#latest summary").first.click()
    page.locator("#latest > h2").focus()
    for key in ("j", "k", "1", "Escape", "1"):
        page.keyboard.press(key)
        page.wait_for_timeout(200)
    slowest: list[float] = page.evaluate("window.reactions")
    return max(slowest, default=16.0)


def report(name: str, value: str) -> None:
    """Print one line of the table."""
    print(f"{name:<62} {value}")


def shipped(page: Page, url: str) -> None:
    """Time the questions of the shipped set in conversations of ten."""
    lines = shipped_set("brief").read_text(encoding="utf-8").splitlines()
    took: list[float] = []
    for number, line in enumerate(lines[:ASKED]):
        if number % IN_A_ROW == 0:
            page.goto(url)
            page.evaluate(CLOCK)
            asked(page, "What does Quoth do?")  # the browser has fetched everything from now on
        took.append(asked(page, json.loads(line)["question"]))
    p50, p95 = np.percentile(took, [50, 95])
    report(
        f"key press to answer, {len(took)} questions, p50 / p95 / most", f"{p50:.0f} / {p95:.0f} / {max(took):.0f} ms"
    )
    report("slowest reaction, ten answers on the page", f"{reactions(page):.0f} ms")


def much(page: Page, url: str) -> None:
    """Time the page where there is much on it."""
    page.goto(url)
    page.evaluate(CLOCK)
    asked(page, "Who built the tower of Carna?")
    long = "Who built the tower of Carna, of which " + "it is said that many have seen it from afar, " * 60
    report("question of 2,000 characters, key press to answer", f"{asked(page, long[:1_999] + '?'):.0f} ms")
    page.goto(f"{url}/?q=When was the tower built?&more=0")
    page.evaluate(CLOCK)
    n_quotes = page.locator("#latest .quotes > li").count()
    report(f"slowest reaction, answer of {n_quotes} quotes", f"{reactions(page):.0f} ms")
    page.goto(f"{url}/?q=Who wrote the last page of the almanac?")
    page.evaluate(CLOCK)
    report("slowest reaction, source of 2 MB beside the answer", f"{reactions(page):.0f} ms")
    page.goto(page.locator("#latest .cite a").first.get_attribute("href") or "")
    timing: Any = page.evaluate("performance.getEntriesByType('navigation')[0].toJSON()")
    report("the same document as a page, until it can be used", f"{timing['domInteractive']:.0f} ms")
    page.evaluate(CLOCK)
    page.locator(".find input[type=search]").press_sequentially("day 7", delay=20)
    page.wait_for_timeout(300)
    report("slowest reaction there", f"{max(page.evaluate('window.reactions'), default=16.0):.0f} ms")
    print(f"mark right: {page.locator('mark').text_content()!r}")


def library_with_much() -> qa.Library:
    """Return a library with ten answers to one question, and a document of 2 MB."""
    library = qa.Library()
    towers = "\n\n".join(f"The tower of {town} was built in {1801 + n} by Ole {town}." for n, town in enumerate(TOWNS))
    days = "\n\n".join(
        f"On day {day} of the almanac the wind came from the sea and the boats lay still." for day in range(25_000)
    )
    almanac = f"{days}\n\nThe last page of the almanac was written by Maria Lund.\n"
    library.add(
        qa.Document(id="towers", text=towers, title="Towers"), qa.Document(id="almanac", text=almanac, title="Almanac")
    )
    return library


def main() -> None:
    """Measure and print."""
    with sync_playwright() as playwright, qa.Library() as corpus, library_with_much() as large:
        corpus.add_files(shipped_set("brief").parent / "documents")
        with playwright.chromium.launch(executable_path=chromium_path(playwright), args=ARGUMENTS) as browser:
            report("browser", f"Chromium {browser.version}")
            with serving(corpus) as running:
                context = browser.new_context(viewport={"width": 1280, "height": 800})
                context.add_init_script(SHIFTS)
                page = context.new_page()
                page.goto(running.url, wait_until="networkidle")
                first: Any = page.evaluate(FIRST_VIEW)
                report(
                    "first view",
                    f"{first['bytes'] / 1e3:.1f} kB in {first['requests']} requests, shift {first['shift']:.4f}",
                )
                shipped(page, running.url)
            with serving(large, min_confidence=0.0) as running:
                much(
                    browser.new_context(viewport={"width": 1280, "height": 800}, base_url=running.url).new_page(),
                    running.url,
                )


if __name__ == "__main__":
    main()
