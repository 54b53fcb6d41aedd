"""Kills a process that changes a library and looks at what is left: python -m tests.qa.crash DIR ROUNDS SEED.

Each round is a process of its own that adds, replaces and removes documents, keeps what readers say and merges index
files, and says through a pipe what it is about to do and what it has done. After it was killed at a random moment, the
library must open and be sound, hold all that was acknowledged, and of what was under way either all or nothing.
"""

from __future__ import annotations

import json
import os
import random
import signal
import sys
import time
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import qa
from qa.index import EmbeddedIndex, View
from qa.index.embedded import change
from qa.index.segments import merging
from qa.preparing.prepare import prepare

Held = dict[str, int]  # id to version: of a document, or of a feedback where it begins with "f"

LONGEST_WAIT = 0.25  # seconds until a process is killed, at the most


def document(name: str, version: int) -> qa.Document:
    """Return a version of a document, with a word that no other has, and some with many passages."""
    n_words = 3_000 if (version + len(name)) % 7 == 0 else 30
    words = " ".join(f"word{(version * 31 + n) % 997}" for n in range(n_words))
    return qa.Document(id=name, text=f"This is {token(name, version)}. {words}.", language="en")


def token(name: str, version: int) -> str:
    """Return the word that only this version of this document has."""
    return f"{name}version{version}"


def changed(held: Held, what: dict[str, int | None]) -> Held:
    """Return what is held after a change: a version of each document, or None where it was removed."""
    after = {name: what.get(name, version) for name, version in {**held, **what}.items()}
    return {name: version for name, version in after.items() if version is not None}


def feedback(name: str, version: int) -> qa.Feedback:
    """Return a version of what a reader says."""
    given = f"{2000 + version % 25}-01-01T00:00:00Z"
    return qa.Feedback(id=name, question=f"Version {version}?", verdict="not_here", given=given)


def work(folder: Path, held: Held, seed: int, pipe: int) -> None:
    """Change the library until killed."""
    random_ = random.Random(seed)  # noqa: S311
    merging._SMALL, change._AT_ONCE = 5, 60  # so that many merges happen, some in the background
    index = EmbeddedIndex(folder)
    version = seed * 1_000
    while True:
        what: dict[str, int | None] = {}
        if held and random_.random() < 0.3:
            what[random_.choice(sorted(held))] = None
        elif random_.random() < 0.2:
            version += 1
            what[f"f{random_.randrange(5)}"] = version
        else:
            for _ in range(random_.choice((1, 1, 1, 4))):
                version += 1
                what[f"d{random_.randrange(25)}"] = version
        os.write(pipe, json.dumps(what).encode() + b"\n")
        name = next(iter(what))
        if name.startswith("f"):
            if what[name] is None:
                index.remove_feedback(name)
            else:
                index.put_feedback(feedback(name, version))
        elif what[name] is None:
            index.remove(name)
        else:
            added = [document(name, made) for name, made in what.items() if made is not None]
            index.add(prepare(added, size=100))
        os.write(pipe, b"done\n")
        held = changed(held, what)


def run(folder: Path, held: Held, seed: int, wait: float) -> tuple[Held, dict[str, int | None] | None, int]:
    """Start the work and kill it after `wait` seconds: what is held, what was under way, how much was done."""
    receiver, sender = os.pipe()
    number = os.fork()
    if number == 0:
        try:
            os.close(receiver)
            work(folder, held, seed, sender)
        except BaseException as exc:
            os.write(sender, f"error {exc!r}\n".encode())
        finally:
            os._exit(1)
    os.close(sender)
    time.sleep(wait)
    os.kill(number, signal.SIGKILL)
    os.waitpid(number, 0)
    with os.fdopen(receiver) as pipe:
        said = pipe.read()
    lines = said[: said.rfind("\n") + 1].splitlines()
    assert not any(line.startswith("error") for line in lines), lines[-1]
    under_way: dict[str, int | None] | None = None
    n_done = 0
    for line in lines:
        if line != "done":
            under_way = json.loads(line)
        elif under_way is not None:
            held, under_way, n_done = changed(held, under_way), None, n_done + 1
    return held, under_way, n_done


def look(folder: Path, held: Held, under_way: dict[str, int | None] | None) -> Held:
    """Check the library that is left and return what it holds."""
    with closing(EmbeddedIndex(folder)) as index:
        problems = index.check()
        assert problems == [], problems
        possible = [held] if under_way is None else [held, changed(held, under_way)]
        with index.view() as view:
            found = next((one for one in possible if sorted(one) == _ids(view) and _is(view, one)), None)
            assert found is not None, f"neither what was held nor what was under way: {under_way}"
            gone = {name for one in possible for name in one if name.startswith("d")} - set(found)
            for name in gone:
                assert name not in {hit.passage.document_id for hit in view.search(name, 100)}
        index.set_setting("looked", "at")  # deletes what was left behind
        named = {entry.name for entry in index._writer.segments.entries()}
        assert {path.stem for path in (folder / "segments").glob("*")} == named
    return found


def _ids(view: View) -> list[str]:
    return sorted([*(info.id for info in view.documents()), *(each.id for each in view.feedback())])


def _is(view: View, held: Held) -> bool:
    said = {each.id: each for each in view.feedback()}
    return all(
        said[name] == feedback(name, version)
        if name.startswith("f")
        else view.document(name) == document(name, version)
        and view.search(token(name, version), 1)[0].passage.document_id == name
        for name, version in held.items()
    )


def rounds(folder: Path, n: int, seed: int) -> Iterator[tuple[int, bool, int]]:
    """Yield for each round how many changes were done, whether one was under way, and how many documents there are."""
    random_ = random.Random(seed)  # noqa: S311
    held: Held = {}
    for number in range(1, n + 1):
        held, under_way, n_done = run(folder, held, seed * 1_000 + number, random_.uniform(0.0, LONGEST_WAIT))
        held = look(folder, held, under_way)
        yield n_done, under_way is not None, len(held)


def main() -> None:
    """Do rounds and say what they came to: DIR ROUNDS SEED."""
    folder, n, seed = Path(sys.argv[1]), int(sys.argv[2]), int(sys.argv[3])
    found = list(rounds(folder, n, seed))
    done, interrupted = sum(n_done for n_done, *_ in found), sum(under_way for _, under_way, _ in found)
    print(f"{n} rounds, {done} changes done, {interrupted} interrupted, {found[-1][-1]} documents left, all sound")  # noqa: T201


if __name__ == "__main__":
    main()
