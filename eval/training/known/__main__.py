"""Make the list of words that are known whatever documents hold: `python -m eval.training.known FOLDER`.

FOLDER: question sets in JSON or lines of it, compressed by gzip or not, of which all longer texts are read but for
questions, as people type them. A word is listed that stands in four texts of a language or more, as a rare one may be
misspelt, and so may one that looks like a slip of a far more common one. Two runs write the same bytes. Left out:
languages of which there is too little to tell a word from none.
"""

from __future__ import annotations

import gzip
import json
import re
from collections import Counter
from collections.abc import Iterator, Mapping
from importlib import resources
from pathlib import Path

import click
import numpy as np
from rapidfuzz.distance import OSA

import qa
from qa.training import FORMAT, detect, fold, make_bits, words

__all__ = ["list_words", "main"]

ENDINGS = (".json", ".jsonl", ".jsonl.gz")
LEAST_LENGTH = 80  # characters
TYPED = frozenset({"question", "input"})
LEAST_TEXTS = 4
SURE_TEXTS = 25  # in as many a word is one
SHORTEST_MISSPELT, AS_COMMON = 5, 30  # letters; how much more common the word is that may be meant
LEAST_WORDS = 10_000  # of a language that has a list
LONGEST = 40
_SEVERAL = re.compile(r"(.)\1+")


def list_words(folder: Path) -> dict[str, list[str]]:
    """Return the common words of each language that there is enough of, sorted."""
    counts: dict[str, Counter[str]] = {}
    for text in dict.fromkeys(_read_texts(folder)):
        language = detect(text)
        folded = (fold(word, language) for word in words(text))
        held = {word for word in folded if word.isalpha() and 1 < len(word) <= LONGEST}
        counts.setdefault(language, Counter()).update(held)
    common = {language: _select(own) for language, own in sorted(counts.items())}
    return {language: listed for language, listed in common.items() if len(listed) >= LEAST_WORDS}


def _select(counts: Counter[str]) -> list[str]:
    """Return those that are spelt as they should be, sorted, given in how many texts each stands."""
    common = sorted(word for word, n in counts.items() if n >= LEAST_TEXTS)
    shortened: dict[str, list[str]] = {}
    for word in common:
        if counts[word] >= AS_COMMON * LEAST_TEXTS:
            for form in _shorten(word):
                shortened.setdefault(form, []).append(word)
    return [word for word in common if counts[word] >= SURE_TEXTS or not _is_slip(word, counts, shortened)]


def _is_slip(word: str, counts: Mapping[str, int], shortened: Mapping[str, list[str]]) -> bool:
    """Tell whether a word is a far more common one, misspelt as people do it. shortened: common ones, by `_shorten`."""
    if len(word) < SHORTEST_MISSPELT:
        return False
    others = {other for form in _shorten(word) for other in shortened.get(form, ())}
    return any(counts[other] >= AS_COMMON * counts[word] and _is_likely(word, other) for other in others)


def _is_likely(word: str, meant: str) -> bool:
    """Tell whether two words are one but for neighbours the other way round, a double letter or a vowel within."""
    if OSA.distance(word, meant) != 1:
        return False
    if len(word) != len(meant):
        return _SEVERAL.sub(r"\1", word) == _SEVERAL.sub(r"\1", meant)
    if sorted(word) == sorted(meant):
        return True
    changed = {letter for a, b in zip(word[1:-1], meant[1:-1], strict=True) if a != b for letter in (a, b)}
    return bool(changed) and changed <= {*"aeiou"}


def _shorten(word: str) -> set[str]:
    """Return a word, and it without each of its letters: two words that a letter lies between have one of them both."""
    return {word, *(word[:place] + word[place + 1 :] for place in range(len(word)))}


def _read_texts(folder: Path) -> Iterator[str]:
    for path in sorted(path for ending in ENDINGS for path in folder.rglob(f"*{ending}")):
        opening = gzip.open if path.suffix == ".gz" else open
        with opening(path, "rt", encoding="utf-8") as file:
            for part in [file.read()] if path.suffix == ".json" else file:
                yield from _list_texts(json.loads(part))


def _list_texts(value: object) -> Iterator[str]:
    """Yield the longer texts in what was read of JSON."""
    if isinstance(value, str) and len(value) >= LEAST_LENGTH:
        yield value
    elif isinstance(value, list):
        for each in value:
            yield from _list_texts(each)
    elif isinstance(value, dict):
        for key, each in value.items():
            if key not in TYPED:
                yield from _list_texts(each)


@click.command()
@click.argument("folder", type=click.Path(exists=True, file_okay=False, path_type=Path))
def main(folder: Path) -> None:
    """Write the list to the models of `qa`, with its card."""
    listed = list_words(folder)
    models = Path(str(resources.files("qa"))) / "models"
    bits = {language: make_bits(own) for language, own in listed.items()}
    np.savez(models / "known_words.npz", format=np.array(FORMAT), **bits)  # type: ignore[arg-type]  # as the loader has them
    card = {
        "what": "common words, as the bits of a Bloom filter for each language",
        "least_texts": LEAST_TEXTS,
        "words": {language: len(own) for language, own in listed.items()},
        "quoth": qa.__version__,
    }
    (models / "known_words.json").write_text(json.dumps(card, indent=2) + "\n", encoding="utf-8")
    for language, own in listed.items():
        click.echo(f"{language}: {len(own):,} words, {len(bits[language]):,} bytes")


if __name__ == "__main__":
    main()
