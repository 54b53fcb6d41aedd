"""Chromium, as the chat is measured and tested in it: where it is on this machine, and how it is started."""

from __future__ import annotations

import os
import shutil
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from playwright.sync_api import Playwright

__all__ = ["ARGUMENTS", "chromium_path"]

ARGUMENTS = [
    "--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update", "--disable-sync",
    "--no-first-run",
]  # fmt: skip


def chromium_path(playwright: Playwright) -> str | None:
    """Return the path of a Chromium on this machine, or None."""
    paths = [os.environ.get("CHROMIUM"), *map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))]
    own = playwright.chromium.executable_path
    return next(filter(None, paths), own if Path(own).exists() else None)
