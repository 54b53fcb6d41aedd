"""Make the README's picture: `make picture` asks the shipped documents a question in a real browser."""

from __future__ import annotations

from importlib import resources
from pathlib import Path

from playwright.sync_api import sync_playwright

import qa
from eval.bench.serving.browser import ARGUMENTS, chromium_path
from tests.browser.conftest import Chat, serving

TARGET = Path(__file__).with_name("chat.png")
QUESTION = "How many people have been displaced?"


def main() -> None:
    """Serve the shipped documents, ask, and save what is seen."""
    with qa.Library() as library, sync_playwright() as playwright:
        library.add_files(Path(str(resources.files("corpus"))))
        with (
            serving(library) as running,
            playwright.chromium.launch(executable_path=chromium_path(playwright), args=ARGUMENTS) as browser,
        ):
            page = browser.new_page(viewport={"width": 1280, "height": 720}, color_scheme="light")
            page.goto(running.url)
            Chat(page).ask(QUESTION)
            page.locator("mark").first.wait_for()
            page.evaluate("scrollTo(0, 0)")
            page.wait_for_timeout(500)  # scrolling has come to rest
            page.screenshot(path=TARGET)


if __name__ == "__main__":
    main()
