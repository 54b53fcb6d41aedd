"""Takes from a worker process what reading a file needs none of: the network, other programs, and writing anything.

On Linux: no new privileges; Landlock, where the kernel has it, lets it read the program and its packages, and no other
file; a seccomp filter refuses sockets, new processes and what looks into others. Everywhere but on Windows: no file may
grow large. A system that lacks one of these has the rest.

The calls are made by ctypes: no package for them is kept up, has wheels and needs no library of the system. Left out:
macOS and Windows have nothing of the kind that a process may ask for by itself; time and memory (`process`, `worker`).
"""

from __future__ import annotations

import ctypes
import os
import platform
import sys
from collections.abc import Collection, Iterator
from contextlib import suppress
from dataclasses import dataclass

__all__ = ["confine"]

_MOST_BYTES = 1_000_000
"""How large a file may grow that is open, which is none but the null device; in some containers that is a file."""
_NO_NEW_PRIVS = 38
_CREATE_RULESET, _ADD_RULE, _RESTRICT_SELF = 444, 445, 446  # the same on all processors
_EXECUTE, _WRITE, _READ, _LIST, _TRUNCATE = 1, 2, 4, 8, 1 << 14
# What Landlock rules over in each version of it: files, TCP, and signals and sockets of others.
_FILES = {1: (1 << 13) - 1, 2: (1 << 14) - 1, 3: (1 << 15) - 1, 5: (1 << 16) - 1}
_TCP, _SCOPES = 3, 3
_SYSTEM = (
    "/usr",
    "/lib",
    "/lib32",
    "/lib64",
    "/bin",
    "/nix/store",
    "/etc/ld.so.cache",
    "/etc/localtime",
    "/proc/cpuinfo",
    "/proc/meminfo",
    "/proc/self",
    "/proc/sys/vm",
    "/sys/devices/system",
    "/sys/fs/cgroup",
    "/dev/urandom",
    "/dev/zero",
)


@dataclass(frozen=True, slots=True)
class _Calls:
    """The numbers of system calls on one kind of processor. starting: those that begin a process or a program."""

    architecture: int
    clone: int
    starting: tuple[int, ...]
    refused: tuple[int, ...]


_CLONE3 = 435
_NEW = (425, 434, 438)  # io_uring_setup, pidfd_open, pidfd_getfd: the same on all
_CALLS = {
    # fork, vfork, execve, execveat / sockets, ptrace, kill, mount, unshare, setns, keys, other processes' memory, and
    # what has often had holes
    "x86_64": _Calls(
        0xC000003E,
        56,
        (57, 58, 59, 322),
        (41, 42, 43, 44, 46, 49, 50, 53, 62, 101, 165, 248, 250, 272, 298, 304, 308, 310, 311, 321, 323, *_NEW),
    ),
    "aarch64": _Calls(
        0xC00000B7,
        220,
        (221, 281),
        (198, 199, 200, 201, 202, 203, 206, 211, 117, 129, 40, 97, 217, 219, 241, 265, 268, 270, 271, 280, 282, *_NEW),
    ),
}
_X32 = 0x40000000
_CLONE_THREAD = 0x00010000
_LOAD, _EQUAL, _AT_LEAST, _HAS, _RETURN = 0x20, 0x15, 0x35, 0x45, 0x06
_ALLOW, _KILL, _ERROR = 0x7FFF0000, 0x80000000, 0x00050000
_EPERM, _ENOSYS = 1, 38
_SECCOMP = {"x86_64": 317, "aarch64": 277}
_FILTER_MODE, _ALL_THREADS = 1, 1


class _Filter(ctypes.Structure):
    _fields_ = [("code", ctypes.c_uint16), ("then", ctypes.c_uint8), ("other", ctypes.c_uint8), ("k", ctypes.c_uint32)]


class _Program(ctypes.Structure):
    _fields_ = [("length", ctypes.c_uint16), ("filters", ctypes.POINTER(_Filter))]


class _Ruleset(ctypes.Structure):
    _fields_ = [("files", ctypes.c_uint64), ("network", ctypes.c_uint64), ("scopes", ctypes.c_uint64)]


class _Beneath(ctypes.Structure):
    _pack_ = 1
    _fields_ = [("allowed", ctypes.c_uint64), ("folder", ctypes.c_int32)]


def confine(folders: Collection[str], *, programs: bool = False) -> list[str]:
    """Take all of that from this process, for good; return the names of what the system did.

    folders: what it may read besides the program and the system's libraries. programs: it may start some, which are
    confined like it. To be called while there is one thread.
    """
    done = []
    if _forbid_files():
        done.append("rlimit")
    if sys.platform == "linux":
        library = ctypes.CDLL(None, use_errno=True)
        library.syscall.restype = ctypes.c_long
        if library.prctl(_NO_NEW_PRIVS, 1, 0, 0, 0) == 0:
            if _landlock(library, folders, programs=programs):
                done.append("landlock")
            if _filter_calls(library, programs=programs):
                done.append("seccomp")
    return done


def _forbid_files() -> bool:
    """Let no file grow large; tell whether the system does."""
    try:
        import resource  # noqa: PLC0415 - not on Windows
    except ImportError:
        return False
    with suppress(OSError, ValueError):
        resource.setrlimit(resource.RLIMIT_FSIZE, (_MOST_BYTES, _MOST_BYTES))
        return True
    return False


def _landlock(library: ctypes.CDLL, folders: Collection[str], *, programs: bool) -> bool:
    """Refuse all of the file system but reading some of it; tell whether the kernel does."""
    version = library.syscall(_CREATE_RULESET, None, ctypes.c_size_t(0), 1)
    if version < 1:
        return False
    rules = _Ruleset(_FILES[max(n for n in _FILES if n <= version)], _TCP, _SCOPES)
    size = 24 if version >= 6 else 16 if version >= 4 else 8
    ruleset = library.syscall(_CREATE_RULESET, ctypes.byref(rules), ctypes.c_size_t(size), 0)
    if ruleset < 0:
        return False
    try:
        _allow(library, ruleset, "/dev/null", (_READ | _WRITE | _TRUNCATE) & rules.files)
        for folder in {*folders, *_list_own_folders(), *_SYSTEM}:
            _allow(library, ruleset, folder, _READ | _LIST | (_EXECUTE if programs else 0))
        return bool(library.syscall(_RESTRICT_SELF, ruleset, 0) == 0)
    finally:
        os.close(ruleset)


def _allow(library: ctypes.CDLL, ruleset: int, path: str, access: int) -> None:
    """Allow access to what lies at a path, if anything does."""
    with suppress(OSError):
        place = os.open(path, os.O_PATH | os.O_CLOEXEC)
        try:
            if not os.path.isdir(path):
                access &= ~_LIST
            beneath = _Beneath(access, place)
            library.syscall(_ADD_RULE, ruleset, 1, ctypes.byref(beneath), 0)
        finally:
            os.close(place)


def _list_own_folders() -> Iterator[str]:
    """Yield the folders of Python and of packages, but for those that hold all of somebody's files."""
    home = os.path.realpath(os.path.expanduser("~"))
    for folder in {sys.prefix, sys.base_prefix, sys.exec_prefix, os.path.dirname(sys.executable), *sys.path}:
        real = os.path.realpath(folder)
        if folder and os.path.isabs(folder) and os.path.commonpath([real, home]) != real:
            yield real


def _filter_calls(library: ctypes.CDLL, *, programs: bool) -> bool:
    """Refuse system calls that reading a file needs none of; tell whether the kernel does."""
    calls = _CALLS.get(platform.machine())
    if calls is None or sys.maxsize < 1 << 32:
        return False
    filters = _write_filter(calls, programs=programs)
    program = _Program(len(filters), (_Filter * len(filters))(*filters))
    number = _SECCOMP[platform.machine()]
    return bool(library.syscall(number, _FILTER_MODE, _ALL_THREADS, ctypes.byref(program)) == 0)


def _write_filter(calls: _Calls, *, programs: bool) -> list[_Filter]:
    """Return the program of the kernel's that looks at each system call."""
    refuse = _Filter(_RETURN, 0, 0, _ERROR | _EPERM)
    filters = [
        _Filter(_LOAD, 0, 0, 4),  # the kind of processor
        _Filter(_EQUAL, 1, 0, calls.architecture),
        _Filter(_RETURN, 0, 0, _KILL),
        _Filter(_LOAD, 0, 0, 0),  # the number of the call
        _Filter(_AT_LEAST, 0, 1, _X32),
        refuse,
    ]
    for number in (*calls.refused, *(() if programs else calls.starting)):
        filters += [_Filter(_EQUAL, 0, 1, number), refuse]
    if not programs:
        filters += [
            _Filter(_EQUAL, 0, 1, _CLONE3),  # its flags are in memory, where they cannot be seen
            _Filter(_RETURN, 0, 0, _ERROR | _ENOSYS),
            _Filter(_EQUAL, 0, 3, calls.clone),
            _Filter(_LOAD, 0, 0, 16),  # its flags
            _Filter(_HAS, 1, 0, _CLONE_THREAD),
            refuse,
        ]
    return [*filters, _Filter(_RETURN, 0, 0, _ALLOW)]
