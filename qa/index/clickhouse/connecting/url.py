"""The location of a library in ClickHouse, read from a URL. Nothing here shows a password."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from urllib.parse import parse_qsl, quote, unquote

from qa.errors import LibraryError

__all__ = ["SCHEMES", "Address", "is_url", "parse_url", "with_password", "without_password"]

SCHEMES = ("clickhouse", "clickhouses")
PORT, SECURE_PORT = 9000, 9440
_TIMEOUT = 30.0
_SHAPE = re.compile(
    r"(?:(?P<user>[^:@/?]*)(?::(?P<password>[^@/?]*))?@)?"
    r"(?P<place>(?P<hosts>[^@/?]+)/(?P<database>\w+)/?(?:\?(?P<options>.*))?)"
)
_HOST = re.compile(r"(?P<host>\[[0-9A-Fa-f:.]+\]|[\w.-]+)(?::(?P<port>\d{1,5}))?")
_WAY_OUT = "Write clickhouse://USER@HOST:PORT/DATABASE, with names of letters, digits and _, and options after a ?."


@dataclass(frozen=True, slots=True)
class Address:
    """Where a library is, and how to reach it.

    hosts: the replicas of the first shard, as (host, port): tried in order. cluster: name of the cluster that `init`
    makes tables on, or "". timeout: seconds that a server may be silent. verify: whether its certificate is checked;
    ca: path of the certificates to trust, or "".
    """

    hosts: tuple[tuple[str, int], ...]
    database: str
    user: str = "default"
    password: str = field(default="", repr=False)
    secure: bool = False
    verify: bool = True
    ca: str = ""
    cluster: str = ""
    replicated: bool = False
    timeout: float = _TIMEOUT

    @property
    def name(self) -> str:
        """The location without what is secret, for messages."""
        hosts = ",".join(f"{host}:{port}" for host, port in self.hosts)
        return f"{SCHEMES[self.secure]}://{hosts}/{self.database}"


def is_url(location: str) -> bool:
    """Tell whether a location is one in ClickHouse, well-formed or not."""
    return location.partition("://")[0] in SCHEMES and "://" in location


def with_password(url: str, password: str) -> str:
    """Return a location with a password, where it has none; one that is not understood as it is.

    >>> with_password("clickhouse://one/quoth?timeout=5", "a b@c")
    'clickhouse://default:a%20b%40c@one/quoth?timeout=5'
    """
    scheme, _, rest = url.partition("://")
    match = _SHAPE.fullmatch(rest)
    if not match or match["password"] is not None:
        return url
    return f"{scheme}://{match['user'] or 'default'}:{quote(password, safe='')}@{match['place']}"


def without_password(url: str) -> str:
    """Return a location as it may be shown: without all that stands before the last @, and without options.

    >>> without_password("clickhouse://reader:se@cret/@one,two:9001/quoth?timeout=5")
    'clickhouse://one,two:9001/quoth'
    """
    scheme, _, rest = url.partition("://")
    return f"{scheme[:40]}://{rest.rpartition('@')[2].partition('?')[0][:100]}"


def parse_url(url: str) -> Address:
    """Return the address in a URL. Raises LibraryError, whose message repeats nothing of what stands before the @.

    >>> parse_url("clickhouse://reader:secret@one,two:9001/quoth?timeout=5").name
    'clickhouse://one:9000,two:9001/quoth'
    """
    scheme, _, rest = url.partition("://")
    match = _SHAPE.fullmatch(rest)
    if scheme not in SCHEMES or not match:
        raise LibraryError(f"The location of the library, {without_password(url)!r}, is not understood. {_WAY_OUT}")
    options = dict(parse_qsl(match["options"] or "", keep_blank_values=True))
    secure = scheme == SCHEMES[True] or _read_flag(options, "secure", default=False)
    address = Address(
        hosts=tuple(_read_host(text, SECURE_PORT if secure else PORT) for text in match["hosts"].split(",")),
        database=match["database"],
        user=unquote(match["user"] or "") or "default",
        password=unquote(match["password"] or ""),
        secure=secure,
        verify=_read_flag(options, "verify", default=True),
        ca=options.pop("ca", ""),
        cluster=_read_cluster(options.pop("cluster", "")),
        replicated=_read_flag(options, "replicated", default=False),
        timeout=_read_seconds(options.pop("timeout", str(_TIMEOUT))),
    )
    if options:
        raise LibraryError(
            f"The location of a library has no option {min(options)[:80]!r}. There are ca, cluster, replicated, "
            "secure, timeout and verify."
        )
    return address


def _read_host(text: str, port: int) -> tuple[str, int]:
    match = _HOST.fullmatch(text)
    number = int(match["port"] or port) if match else 0
    if not match or not 0 < number < 1 << 16:
        raise LibraryError(f"The server {text[:80]!r} is not understood. {_WAY_OUT}")
    return match["host"].strip("[]"), number


def _read_flag(options: dict[str, str], name: str, *, default: bool) -> bool:
    values: Mapping[str, bool] = {"1": True, "true": True, "0": False, "false": False}
    text = options.pop(name, str(default).lower())
    if text not in values:
        raise LibraryError(f"The option {name} of the location is {text[:40]!r}: it must be 1 or 0.")
    return values[text]


def _read_cluster(text: str) -> str:
    if not re.fullmatch(r"[\w.-]*", text):
        raise LibraryError(f"The name of the cluster is {text[:80]!r}: it may have letters, digits and _ . - only.")
    return text


def _read_seconds(text: str) -> float:
    try:
        seconds = float(text)
    except ValueError:
        seconds = 0.0
    if not 0.1 <= seconds <= 3600:
        raise LibraryError(f"The timeout of the location is {text[:40]!r}: give seconds from 0.1 to 3600.")
    return seconds
