"""Make the README's picture: `make picture` asks the shipped documents a question in a real browser."""

from __future__ import annotations

import shutil
import socket
import subprocess
import sys
import time
import urllib.request
from pathlib import Path

from playwright.sync_api import sync_playwright

TARGET = Path(__file__).with_name("chat.png")
QUESTION = "How many people have been displaced?"


def main() -> None:
    """Start the chat on a free port, ask, and save what is seen."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    address = f"http://127.0.0.1:{port}"
    command = [str(Path(sys.executable).with_name("quoth")), "serve", "--port", str(port)]
    with subprocess.Popen(command, stdout=subprocess.DEVNULL) as server, sync_playwright() as playwright:
        try:
            for _ in range(100):
                try:
                    urllib.request.urlopen(f"{address}/readyz", timeout=1)
                    break
                except OSError:
                    time.sleep(0.1)
            browser = playwright.chromium.launch(
                executable_path=shutil.which("chromium") or None,
                args=["--no-sandbox", "--disable-gpu", "--disable-background-networking"],
            )
            page = browser.new_page(viewport={"width": 1280, "height": 720}, color_scheme="light")
            page.goto(address)
            page.get_by_role("textbox").fill(QUESTION)
            page.keyboard.press("Enter")
            page.locator("mark").first.wait_for()
            page.wait_for_timeout(500)
            page.screenshot(path=TARGET)
            browser.close()
        finally:
            server.terminate()


if __name__ == "__main__":
    main()
