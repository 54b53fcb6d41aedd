"""Files on a disk: which some paths name, which are gone, and the bytes of one.

A path names a file or a folder with all below it, or is a glob. Hidden files and folders are left out without a word;
links to folders are not entered, since they may run in circles. Left out: what the bytes mean.
"""

from __future__ import annotations

import glob
import os
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from qa.errors import FileTooLarge, FileUnreadable
from qa.formats.media import COMPRESSED, suffix_of
from qa.types import SkippedFile

__all__ = ["MAX_FILE_BYTES", "Vanished", "bytes_of", "check_size", "find_files", "find_vanished"]

MAX_FILE_BYTES = 100_000_000
_LONGEST_ENDING = 12  # characters of a name that say what a file holds, the dot among them
_MANY = 10  # files: a folder that loses more than these at once, and holds no others, may just not be there


def find_files(
    paths: Sequence[str | Path], *, suffixes: Collection[str], skipped: list[SkippedFile] | None = None
) -> Iterator[str]:
    """Yield the absolute paths of the files that `paths` name, each once; of a folder or a glob sorted.

    suffixes: lower-case endings of the files that are taken from a folder or a glob, those before `.gz` too; a file
    that is named is always taken. A folder that may not be listed is among them, for whoever reads it to refuse.
    skipped: gains at the end, each once, the files that were passed over in a folder or a glob, hidden ones aside.
    """
    seen = set()
    passed: list[SkippedFile] = []
    for path in paths:
        for file in _list_files(path, suffixes, passed):
            name = os.path.abspath(file)
            if name not in seen:
                seen.add(name)
                yield name
    if skipped is not None:
        by_path = {each.path: each for each in passed if each.path not in seen}
        skipped += [by_path[each] for each in sorted(by_path)]


@dataclass(frozen=True, slots=True)
class Vanished:
    """Files that are gone from their folder, sorted, and by folder why what it gave is kept although all is gone."""

    paths: tuple[str, ...]
    errors: Mapping[str, FileUnreadable]


def find_vanished(paths: Sequence[str | Path], files: Sequence[str], known: Iterable[str]) -> Vanished:
    """Return which of the `known` files stood below a folder among `paths` and are no longer found there.

    files: what `find_files` gave for `paths`; below a folder among them, which could not be listed, nothing is gone.
    """
    there = set(files)
    unlisted = tuple(path for path in files if os.path.isdir(path))
    gone: set[str] = set()
    errors: dict[str, FileUnreadable] = {}
    for folder in {os.path.abspath(path) for path in paths if os.path.isdir(path)}:
        before = [path for path in known if _is_below(path, folder)]
        missing = [path for path in before if path not in there and not any(_is_below(path, up) for up in unlisted)]
        if len(missing) == len(before) > _MANY and not any(_is_below(path, folder) for path in files):
            errors[folder] = FileUnreadable(
                f"{folder!r} holds none of the {len(missing):,} files that were added from it, so their documents were "
                "kept. If it should be empty, remove them by id, or make the library again."
            )
        else:
            gone.update(missing)
    return Vanished(tuple(sorted(gone)), errors)


def _is_below(path: str, folder: str) -> bool:
    return path.startswith(folder if folder.endswith(os.sep) else folder + os.sep)


def _list_files(path: str | Path, suffixes: Collection[str], passed: list[SkippedFile]) -> list[Path]:
    """Return the file itself, or those of a known format below a folder or in a glob, sorted.

    A folder that may not be listed and a file that may not be looked at are among them, for whoever reads it to refuse.
    passed: gains those that are passed over.
    """
    name = os.fspath(path)
    if in_folder := os.path.isdir(name):
        refused: list[Path] = []
        walked = _walk(name, refused, passed)
        files = [place / file for place, names in walked for file in names if not file.startswith(".")]
    elif glob.has_magic(name) and not os.path.lexists(name):
        refused, files = [], [Path(match) for match in _match(name)]
    else:
        return [Path(path)]
    taken = refused
    for file in files:
        if suffix_of(file.name) not in suffixes:
            if in_folder or not os.path.isdir(file):  # which a glob may name, and nobody would take for a file
                passed.append(_explain_kind(file))
        elif in_folder and os.path.islink(file) and _leads_out(file, name):
            passed.append(
                _skip(file, "link out of the folder", "it is a link that leads out of the folder: give its file")
            )
        elif os.path.isfile(file) or not os.access(file.parent, os.X_OK):
            taken.append(file)
        elif not os.path.isdir(file):
            why = "it is a link to nothing" if os.path.islink(file) else "it is a device, a socket or a pipe"
            passed.append(_skip(file, "no regular file", why))
    return sorted(taken)


def _leads_out(link: Path, folder: str) -> bool:
    """Tell whether a link leads to something that is not below a folder: whoever may write there could read all."""
    return os.path.lexists(target := os.path.realpath(link)) and not _is_below(target, os.path.realpath(folder))


def _explain_kind(file: Path) -> SkippedFile:
    """Return a file of an unknown ending as passed over."""
    ending = "".join(file.suffixes[-2:]).lower() if file.suffix.lower() == COMPRESSED else file.suffix.lower()
    if not 1 < len(ending) <= _LONGEST_ENDING or " " in ending:
        return _skip(file, "without an ending", "its name has no ending that says what it holds")
    return _skip(file, ending, f"Quoth does not read {ending} files")


def _skip(path: str | Path, kind: str, reason: str) -> SkippedFile:
    return SkippedFile(os.path.abspath(path), kind, reason)


def _walk(top: str, refused: list[Path], passed: list[SkippedFile]) -> Iterator[tuple[Path, list[str]]]:
    """Yield a folder and those below it, each with the names of its files. Hidden folders and links are not entered.

    refused: gains the folders that may not be listed. passed: gains the links.
    """
    for folder, below, files in os.walk(top, onerror=lambda error: refused.append(Path(error.filename))):
        below[:] = [name for name in below if not name.startswith(".")]
        for name in below:
            if os.path.islink(link := os.path.join(folder, name)):
                passed.append(_skip(link, "link to a folder", "it is a link to a folder: give that folder to add it"))
        yield Path(folder), files


def _match(pattern: str) -> Iterator[str]:
    """Yield the paths that a glob names. Below `**` no link to a folder is followed: links may run in circles."""
    head, deep, tail = f"{pattern}/*".partition("**/") if pattern.endswith("**") else pattern.partition("**/")
    if not deep or (head and not head.endswith(("/", os.sep))):
        yield from glob.iglob(pattern)
        return
    for top in glob.iglob(head) if head else ["."]:
        for folder, _ in _walk(top, [], []):
            yield from _match(os.path.join(glob.escape(str(folder)), tail))


def bytes_of(path: str | Path) -> bytes:
    """Return the bytes of the file at `path`. Raises FileUnreadable or FileTooLarge."""
    file = Path(path)
    try:
        if not file.is_file():
            raise FileUnreadable(f"{str(path)!r} cannot be read: {_explain_missing(file)}. Check the path.")
        check_size(str(path), file.stat().st_size)
        with file.open("rb") as stream:
            return stream.read(MAX_FILE_BYTES + 1)  # it may have grown since
    except OSError as exc:
        raise FileUnreadable(f"{str(path)!r} cannot be read: {exc.strerror}. Check the path and its rights.") from exc
    except ValueError as exc:  # a NUL in the path
        raise FileUnreadable(f"{str(path)!r} cannot be read: {exc}. Check the path.") from exc


def check_size(name: str, n_bytes: int) -> None:
    """Raise FileTooLarge for a file of more than `MAX_FILE_BYTES`."""
    if n_bytes > MAX_FILE_BYTES:
        raise FileTooLarge(
            f"{name!r} has {n_bytes:,} bytes; the limit is {MAX_FILE_BYTES:,}. Split the file and add its parts."
        )


def _explain_missing(path: Path) -> str:
    if path.is_dir():
        return "it is a folder" if os.access(path, os.R_OK | os.X_OK) else "it is a folder that you may not list"
    return "it is not a file" if path.exists() else "it does not exist"
