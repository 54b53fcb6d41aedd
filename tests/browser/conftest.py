"""A real browser, real servers on free ports of this machine, and a watch over what the pages do."""

from __future__ import annotations

import os
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import urlsplit

import pytest
import uvicorn
from playwright.sync_api import (
    Browser,
    BrowserContext,
    ConsoleMessage,
    Locator,
    Page,
    Playwright,
    Request,
    expect,
    sync_playwright,
)

import qa
from eval.bench.serving.browser import ARGUMENTS, chromium_path
from server.app import create_app
from server.running.serving import bind
from server.settings import Settings
from tests.waiting import PATIENCE

PATIENCE_MS = PATIENCE * 1_000
expect.set_options(timeout=PATIENCE_MS)

MUSEUM = (
    "The museum opens at 9:30 a.m. on weekdays.\n\n"
    "Tickets cost €14; children under 12 enter free. 😀 Dr. J. R. Smith founded it in 1931."
)
HARBOUR = "\n\n".join(
    (
        *(f"The harbour log of day {day} tells of calm water and little wind." for day in range(1, 120)),
        "The lighthouse of the harbour was built in 1874 by Maria Lund.",
        *(f"The harbour log of night {night} tells of fog and of no ships." for night in range(1, 120)),
    )
)
TWINS = {
    "cape": "The lighthouse of the cape was built in 1902. It is 31 metres tall.",
    "isle": "The lighthouse of the isle was built in 1931. It is 29 metres tall.",
}  # two answers to one question, equally good
FUNICULAR = {
    "guide": "The hill has a view. A funicular ride costs €4.",
    "leaflet": "Funicular rides cost €4! Bring a coat.",
    "blog": "Nobody reads this. A funicular ride costs €6.",
}  # two sources that state one fact, and one that disagrees
HOSTILE = (
    "😀😀 <script>window.hacked = 1</script> comes first. 👩‍👩‍👧 The \u202equokka\u202c fee is "
    "<img src=x onerror=hacked=1> 𝟙𝟜 coins\x00 a day & no more. Read [this](javascript:hacked=1).\n"
)
SEEN = """node => {
    const line = node.getClientRects()[0];
    if (!line) return false;
    const seen = document.elementFromPoint(line.left + line.width / 2, line.top + line.height / 2);
    return node.contains(seen);
}"""
SETTLED = """async () => {
    const opened = (request) => new Promise((done, failed) => {
        request.onsuccess = () => done(request.result);
        request.onerror = () => failed(request.error);
    });
    try {
        const database = await opened(indexedDB.open("quoth"));
        await opened(database.transaction("turns").objectStore("turns").count()); // after what was begun before
        database.close();
    } catch {} // nothing can be kept
}"""
HOSTILE_ID = "odd/ä%2F..\u202e'\"<b>?#"


@pytest.fixture(scope="module")
def _playwright() -> Iterator[Playwright]:
    """Playwright, which keeps an event loop running in the main thread: it ends before tests without a browser run."""
    with sync_playwright() as playwright:
        yield playwright


@pytest.fixture(scope="module")
def browser(_playwright: Playwright) -> Iterator[Browser]:
    """Chromium; without one the tests are skipped, and say how to get it, or fail where CI is set."""
    path = chromium_path(_playwright)
    if path is None:
        reason = "NOT TESTED in a browser: no Chromium here. Install it (apt-get install chromium) or set CHROMIUM."
        if os.environ.get("CI"):
            pytest.fail(reason)
        pytest.skip(reason)
    with _playwright.chromium.launch(executable_path=path, args=ARGUMENTS, timeout=PATIENCE_MS) as browser:
        yield browser


@pytest.fixture(scope="session")
def library() -> Iterator[qa.Library]:
    with qa.Library() as library:
        library.add(
            qa.Document(id="museum", text=MUSEUM, title="Museum", source="museum.txt"),
            qa.Document(id="harbour", text=HARBOUR, title="Harbour log", source="harbour.txt"),
            *(qa.Document(id=id, text=text, title=f"The {id}", source=f"{id}.txt") for id, text in TWINS.items()),
            *(qa.Document(id=id, text=text, title=f"Our {id}", source=f"{id}.txt") for id, text in FUNICULAR.items()),
            qa.Document(id=HOSTILE_ID, text=HOSTILE, title="<i>Odd</i> \u202etitle", source="javascript:hacked=1"),
        )
        yield library


class Chat:
    """A window of the browser, and the places in it that tests look at. Quotes and citations: of the latest answer."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.box = page.locator("#question")
        self.turns = page.locator("#turns > li")
        self.questions = page.locator("#turns > li > h2")
        self.quotes = page.locator("#latest blockquote:not(.aside) > p")
        self.citations = page.locator("#latest .quotes > li > .cite a")
        self.source = page.locator("#source")
        self.mark = page.locator("#source mark:not(.hit)")
        self.quote = page.locator("#quote")

    def ask(self, question: str) -> None:
        """Type a question, send it with Enter, and wait for its answer."""
        turns = self.turns.count()
        self.box.fill(question)
        self.box.press("Enter")
        expect(self.turns).to_have_count(turns + 1)
        expect(self.questions.last).to_have_text(question)
        self.settle()

    def turn_keys_on(self) -> None:
        """Make single keys commands, as a reader does."""
        self.page.get_by_role("button", name="Shortcuts").click()
        self.page.locator("#single-keys").check()
        self.page.keyboard.press("Escape")
        expect(self.page.locator("#keys")).to_be_hidden()

    def command(self, key: str) -> None:
        """Press a single key outside of the question box."""
        self.box.evaluate("box => box.blur()")
        self.page.keyboard.press(key)

    def settle(self) -> None:
        """Wait until the browser has kept what it keeps of conversations, which a reload would break off."""
        self.page.evaluate(SETTLED)

    def raw(self, locator: Locator) -> str:
        """Return the text of all that it finds, to the letter, once the page is there and has some."""
        locator.page.wait_for_load_state()
        expect(locator.first).to_be_attached()
        return "".join(locator.evaluate_all("nodes => nodes.map(node => node.textContent)"))

    def is_in_view(self, locator: Locator) -> bool:
        """Tell whether the middle of the element's first line is what a reader sees there, now or in a while."""
        self.page.wait_for_load_state()
        end = time.monotonic() + PATIENCE
        while not locator.evaluate(SEEN):
            if time.monotonic() > end:
                return False
            self.page.wait_for_timeout(100)
        return True

    def is_too_wide(self) -> bool:
        """Tell whether a reader has to scroll sideways."""
        return bool(self.page.evaluate("document.documentElement.scrollWidth > document.documentElement.clientWidth"))


_STOPPED: set[str] = set()  # addresses of servers that tests have stopped; pages that are still open may ask them


@dataclass
class Running:
    """A server that answers at `url` until `stop`."""

    url: str
    stop: Callable[[], None]


@contextmanager
def serving(library: qa.Library, **settings: Any) -> Iterator[Running]:
    """Serve the library from a thread, on a port of its own."""
    listener = bind("127.0.0.1", 0)
    app = create_app(library, Settings(**settings), examples=("What does a ticket cost?",))
    server = uvicorn.Server(uvicorn.Config(app, log_level="warning", ws="none", timeout_graceful_shutdown=1))
    thread = threading.Thread(target=server.run, kwargs={"sockets": [listener]})
    url = f"http://127.0.0.1:{listener.getsockname()[1]}"

    def stop() -> None:
        _STOPPED.add(f"{url}/")
        server.should_exit = True
        thread.join()
        listener.close()

    thread.start()
    try:
        yield Running(url, stop)
    finally:
        stop()


@pytest.fixture(scope="session")
def server(library: qa.Library) -> Iterator[str]:
    """The address of a server that always quotes the best sentence, so that no test hangs on a threshold."""
    with serving(library, min_confidence=0.0) as running:
        yield running.url


@pytest.fixture(scope="session")
def silent_server(library: qa.Library) -> Iterator[str]:
    """The address of a server that is never sure enough."""
    with serving(library, min_confidence=1.0) as running:
        yield running.url


@dataclass
class Watch:
    """What the pages of a test did that they must not. expected: parts of console errors that a test asks for."""

    wrong: list[str] = field(default_factory=list)
    expected: list[str] = field(default_factory=list)

    def see(self, page: Page, origins: tuple[str, ...]) -> None:
        """Note console errors, broken policies, uncaught errors, dialogs, and requests to anywhere else."""

        def console(message: ConsoleMessage) -> None:
            if message.type not in ("error", "warning") or any(part in message.text for part in self.expected):
                return
            if "net::ERR_" not in message.text or not message.location["url"].startswith(tuple(_STOPPED)):
                self.wrong.append(f"console: {message.text}")

        def request(sent: Request) -> None:
            if not sent.url.startswith(origins):
                self.wrong.append(f"request to {sent.url}")

        page.on("console", console)
        page.on("request", request)
        page.on("pageerror", lambda error: self.wrong.append(f"error: {error}"))
        page.on("dialog", lambda dialog: self.wrong.append(f"dialog: {dialog.message}"))


@pytest.fixture
def watch() -> Iterator[Watch]:
    watch = Watch()
    yield watch
    assert not watch.wrong


@pytest.fixture
def open_chat(browser: Browser, watch: Watch, server: str, silent_server: str) -> Iterator[Callable[..., Chat]]:
    """Return a function that opens an address in a new window; its options are those of a Playwright context."""
    contexts: list[BrowserContext] = []

    def open_chat(url: str, **options: Any) -> Chat:
        contexts.append(browser.new_context(**{"viewport": {"width": 1280, "height": 800}, **options}))
        page = contexts[-1].new_page()
        page.set_default_timeout(PATIENCE_MS)
        own = f"{urlsplit(url).scheme}://{urlsplit(url).netloc}/"
        watch.see(page, (f"{server}/", f"{silent_server}/", own))
        page.goto(url)
        return Chat(page)

    yield open_chat
    for context in contexts:
        context.close()


@dataclass
class ServedLibrary:
    """A library, and the address of a server over it."""

    library: qa.Library
    url: str

    @property
    def titles(self) -> list[str]:
        return sorted(info.title for info in self.library.documents())


@pytest.fixture
def place() -> Iterator[ServedLibrary]:
    """A library of this test alone."""
    with qa.Library() as library:
        library.add(
            *(
                qa.Document(id=f"id {name}", text=f"The lighthouse of the {name} was built in {year}.", title=name)
                for name, year in (("cape", 1902), ("isle", 1931), ("<i>pier</i>", 1874), ("תולדות העיר", 1950))
            )
        )
        with serving(library, min_confidence=0.0) as running:
            yield ServedLibrary(library, running.url)


@pytest.fixture
def many() -> Iterator[ServedLibrary]:
    with qa.Library() as library:
        library.add(*(qa.Document(id=f"n{n}", text=f"Note {n} is on bees.", title=f"Note {n}") for n in range(230)))
        with serving(library, min_confidence=0.0) as running:
            yield ServedLibrary(library, running.url)
