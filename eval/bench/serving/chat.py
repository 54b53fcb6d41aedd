"""Time the chat in a real browser, on loopback: `python -m eval.bench.serving.chat`.

From the key press to the answer on the screen, for the shipped documents and questions; what the first view transfers
and how far it shifts; and how long the page takes to react (the `event` entries of the browser's own performance
timeline: from input to the next frame, in steps of 8 ms) where there is much to show.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Any

import click
import numpy as np

import qa
from eval.bench.serving.browser import ARGUMENTS, chromium_path
from eval.bench.serving.server import serve
from eval.options import record_option
from eval.reports.results_page import markdown_table, record_run
from eval.sets.shipped import shipped_set

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

__all__ = ["main"]

Figures = list[tuple[str, str]]
"""Names of what was measured, and values with their units."""

ASKED = 100
IN_A_ROW = 10  # questions of one conversation
LAST_PAGE = "The last page of the almanac was written by Maria Lund."
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


def ask(page: Page, question: str) -> float:
    """Ask, and return the milliseconds from the key press to the drawn answer."""
    page.locator("#question").fill(question)
    page.evaluate("window.next()")
    page.locator("#question").press("Enter")
    return float(page.evaluate("window.took"))


def slowest_reaction(page: Page) -> float:
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


def measure_first_view(page: Page, url: str) -> Figures:
    """Return the bytes and requests of the first view, and how far it shifts."""
    page.goto(url, wait_until="networkidle")
    first: Any = page.evaluate(FIRST_VIEW)
    return [
        ("first view", f"{first['bytes'] / 1e3:.1f} kB in {first['requests']} requests, shift {first['shift']:.4f}")
    ]


def measure_shipped(page: Page, url: str) -> Figures:
    """Return the times of the questions of the shipped set, in conversations of ten."""
    lines = shipped_set("brief").read_text(encoding="utf-8").splitlines()
    took: list[float] = []
    for number, line in enumerate(lines[:ASKED]):
        if number % IN_A_ROW == 0:
            page.goto(url)
            page.evaluate(CLOCK)
            ask(page, "What does Quoth do?")  # the browser has fetched everything from now on
        took.append(ask(page, json.loads(line)["question"]))
    p50, p95 = np.percentile(took, [50, 95])
    return [
        (
            f"key press to answer, {len(took)} questions, p50 / p95 / most",
            f"{p50:.0f} / {p95:.0f} / {max(took):.0f} ms",
        ),
        ("slowest reaction, ten answers on the page", f"{slowest_reaction(page):.0f} ms"),
    ]


def measure_much(page: Page, url: str) -> Figures:
    """Return the times of the page where there is much on it."""
    figures: Figures = []
    page.goto(url)
    page.evaluate(CLOCK)
    ask(page, "Who built the tower of Carna?")
    long = "Who built the tower of Carna, of which " + "it is said that many have seen it from afar, " * 60
    figures.append(("question of 2,000 characters, key press to answer", f"{ask(page, long[:1_999] + '?'):.0f} ms"))
    page.goto(f"{url}/?q=When was the tower built?&more=0")
    page.evaluate(CLOCK)
    n_quotes = page.locator("#latest .quotes > li").count()
    figures.append((f"slowest reaction, answer of {n_quotes} quotes", f"{slowest_reaction(page):.0f} ms"))
    page.goto(f"{url}/?q=Who wrote the last page of the almanac?")
    page.evaluate(CLOCK)
    figures.append(("slowest reaction, source of 2 MB beside the answer", f"{slowest_reaction(page):.0f} ms"))
    page.goto(page.locator("#latest .cite a").first.get_attribute("href") or "")
    timing: Any = page.evaluate("performance.getEntriesByType('navigation')[0].toJSON()")
    figures.append(("the same document as a page, until it can be used", f"{timing['domInteractive']:.0f} ms"))
    page.evaluate(CLOCK)
    page.locator(".find input[type=search]").press_sequentially("day 7", delay=20)
    page.wait_for_timeout(300)
    slowest = max(page.evaluate("window.reactions"), default=16.0)
    figures.append(("slowest reaction there", f"{slowest:.0f} ms"))
    marked = page.locator("mark").text_content()
    if marked != LAST_PAGE:
        raise qa.QuothError(f"The page marks {marked!r} in place of {LAST_PAGE!r}: mend that first.")
    return figures


def write_much(folder: Path) -> list[Path]:
    """Write ten answers to one question, and a document of 2 MB; return their paths."""
    towers = "\n\n".join(f"The tower of {town} was built in {1801 + n} by Ole {town}." for n, town in enumerate(TOWNS))
    days = "\n\n".join(
        f"On day {day} of the almanac the wind came from the sea and the boats lay still." for day in range(25_000)
    )
    paths = [folder / "towers.txt", folder / "almanac.txt"]
    for path, text in zip(paths, (towers, f"{days}\n\n{LAST_PAGE}\n"), strict=True):
        path.write_text(text, encoding="utf-8")
    return paths


@contextmanager
def open_browser() -> Iterator[Browser]:
    """Give a Chromium. Raises qa.MissingExtra where nothing drives one, qa.QuothError where there is none."""
    try:
        from playwright.sync_api import sync_playwright  # noqa: PLC0415
    except ImportError:
        raise qa.MissingExtra("The package playwright is missing. Get it with: pip install 'quoth[dev]'") from None
    with sync_playwright() as playwright:
        path = chromium_path(playwright)
        if path is None:
            raise qa.QuothError("There is no Chromium on this machine. Install it, or say where with CHROMIUM=PATH.")
        with playwright.chromium.launch(executable_path=path, args=ARGUMENTS) as browser:
            yield browser


def measure() -> Figures:
    """Return all figures of the chat."""
    with open_browser() as browser, TemporaryDirectory(prefix="quoth-") as folder:
        figures = [("browser", f"Chromium {browser.version}")]
        with serve(shipped_set("brief").parent / "documents") as server:
            context = browser.new_context(viewport={"width": 1280, "height": 800})
            context.add_init_script(SHIFTS)
            page = context.new_page()
            figures += measure_first_view(page, server.url)
            figures += measure_shipped(page, server.url)
        with serve(*write_much(Path(folder)), settings={"QUOTH_MIN_CONFIDENCE": "0.0"}) as server:
            context = browser.new_context(viewport={"width": 1280, "height": 800}, base_url=server.url)
            figures += measure_much(context.new_page(), server.url)
    return figures


@click.command()
@record_option(block="the block `chat`")
def main(*, page: Path | None) -> None:
    """Time the chat in a real browser."""
    try:
        table = markdown_table(("measure", "figure"), measure())
        record_run(page, "chat", table, "python -m eval.bench.serving.chat")
    except (qa.QuothError, OSError) as exc:
        raise click.ClickException(str(exc)) from None
    click.echo(table)


if __name__ == "__main__":
    main()
