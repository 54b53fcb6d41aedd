"""Errors of a server in our words: what was wrong, with which server of which library, and what can be done.

Left out is what a server says where it may say too much, such as a password.
"""

from __future__ import annotations

import re

from qa.errors import LibraryError, LibraryRefused, LibraryUnavailable, ShardUnavailable
from qa.index.clickhouse.connecting.url import Address

__all__ = ["NOT_ITS_TURN", "explain_code", "explain_silence"]

NOT_ITS_TURN = 286  # rows that another writer sent are not on all replicas yet
_REFUSED = {192, 193, 194, 195, 497, 516}  # user, password, network, rights
_UNREACHABLE = {3, 159, 198, 209, 210, 279, 32}  # of another server: time is up, no such host, no connection, its end
_NO_DATABASE, _NO_TABLE = 81, 60
_NOT_COPIED = {285, 319, 225, 242, 999}  # a replica is missing, it took too long, or Keeper does not answer
_PLACE = re.compile(r"[(\s]([\w.-]+:\d{2,5})\b")


def explain_silence(address: Address, server: str, exc: Exception) -> LibraryError:
    """Return the error for a server that says nothing, or nothing that can be trusted. server: as host:port."""
    who = f"The server {server} of the library {address.name!r}"
    said = str(exc)
    if "CERTIFICATE_VERIFY_FAILED" in said:
        reason = said.partition("CERTIFICATE_VERIFY_FAILED]")[2].partition("(_ssl")[0].strip().rstrip(".")
        return LibraryError(
            f"{who} cannot be trusted: {reason}. Give the certificates that signed its own with the option ca, and "
            "the name of the server as its certificate has it."
        )
    if "[SSL" in said:
        return LibraryUnavailable(
            f"{who} does not speak TLS there, or not in a way that can be understood. Check the port; without TLS, "
            "the location begins with clickhouse://."
        )
    return LibraryUnavailable(
        f"{who} does not answer ({type(exc).__name__}, within {address.timeout:g} s). Check that it runs and "
        "can be reached."
    )


def explain_code(address: Address, server: str, code: int, message: str) -> LibraryError:
    """Return the error that stands for one of the server, without its words where they may say too much."""
    name = address.name
    if code in _REFUSED:
        return LibraryRefused(
            f"The server {server} does not let the user {address.user!r} in, or not do this (code "
            f"{code}). Check the user and the password of the library {name!r}."
        )
    if code in _UNREACHABLE:
        places = [place for place in dict.fromkeys(_PLACE.findall(message)) if not place.startswith("DB:")]
        who = f"The shard at {' or '.join(places[:3])}" if places else "A shard"
        return ShardUnavailable(
            f"{who} of the library {name!r} does not answer (code {code}). Check that its server runs and can be "
            "reached, or ask with partial=true for what the other shards have.",
            tuple(places[:3]),
        )
    if code in _NOT_COPIED or code == NOT_ITS_TURN:
        return LibraryUnavailable(
            f"Not all replicas of the library {name!r} could be written, says {server} (code {code}), so it "
            "can only be read for now. Check that its servers and Keeper run; `system.replicas` tells more."
        )
    if code in {_NO_DATABASE, _NO_TABLE}:
        return LibraryError(f"There is no library at {name!r}. Make one with: quoth init '{name}'")
    return LibraryError(f"The library {name!r} cannot be used, says {server}: {_shorten(message)} (code {code}).")


def _shorten(message: str) -> str:
    text = " ".join(message.partition("Stack trace")[0].split()).removeprefix("DB::Exception: ")
    return text[:300].rstrip(". ")
