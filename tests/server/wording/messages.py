"""The messages of each language, taken apart for these tests."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache
from pathlib import Path

import server
from server.wording import DEFAULT_LANGUAGE, LANGUAGES, Message, load_wording

SERVER = Path(server.__file__).parent
SCRIPTS = sorted((SERVER / "static").glob("*.js"))
OTHERS = [language for language in LANGUAGES if language != DEFAULT_LANGUAGE]
ENGLISH = load_wording(DEFAULT_LANGUAGE).messages
KEY = re.compile(r"[a-z_]+\.[a-z_]+")


def forms(message: Message) -> list[str]:
    return [message] if isinstance(message, str) else list(message.values())


def written(language: str) -> list[str]:
    return [form for message in load_wording(language).messages.values() for form in forms(message)]


def plural_forms(message: Message) -> dict[str, str]:
    """The text of each plural category; those for one number alone are left out."""
    return {} if isinstance(message, str) else {name: form for name, form in message.items() if name[0] != "="}


@cache
def number_of(language: str, name: str) -> int | None:
    """The only number that a form is for, up to 1,000."""
    numbers = [n for n in range(1_001) if name in (f"={n}", load_wording(language).locale.plural_form(n))]
    return numbers[0] if len(numbers) == 1 else None


def values_of(message: Message) -> set[str]:
    return {name for form in forms(message) for name in re.findall(r"\{(\w+)\}", form)}


def categories(language: str, numbers: Iterable[int]) -> set[str]:
    return {load_wording(language).locale.plural_form(n) for n in numbers}
