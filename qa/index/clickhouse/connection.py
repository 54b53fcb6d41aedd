"""Connections to a ClickHouse server over its native protocol, kept for the next use, and their errors in our words.

Text goes to and fro as bytes: not all that is kept is UTF-8. Nothing that was sent is sent again by itself; only a
connection that cannot be made is tried again, after a pause.
"""

from __future__ import annotations

import logging
import random
import re
import threading
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from typing import Any

from qa.errors import LibraryError, LibraryRefused, LibraryUnavailable, MissingExtra, ShardUnavailable
from qa.index.clickhouse.url import Address

__all__ = ["Connection", "Pool", "ShardUnavailable", "literal"]

_PAUSES = (0.1, 0.4)  # seconds before a connection is tried again
_TURNS = (0.01, 0.5)  # seconds before rows are sent again that had to wait for others: at first, and at the most
_KEPT = 16  # connections that wait for the next use
_CONNECT_SECONDS = 5.0
_REFUSED = {192, 193, 194, 195, 497, 516}  # user, password, network, rights
_UNREACHABLE = {3, 159, 198, 209, 210, 279, 32}  # of another server: time is up, no such host, no connection, its end
_NO_DATABASE, _NO_TABLE = 81, 60
_NOT_ITS_TURN = 286  # rows that another writer sent are not on all replicas yet
_NOT_COPIED = {285, 319, 225, 242, 999}  # a replica is missing, it took too long, or Keeper does not answer
_PLACE = re.compile(r"[(\s]([\w.-]+:\d{2,5})\b")
_SETTINGS: Mapping[str, Any] = {
    "strings_as_bytes": True,
    "max_query_size": 1 << 26,
    "max_ast_elements": 10_000_000,
    "max_expanded_ast_elements": 10_000_000,
    "insert_distributed_sync": 1,
    "connect_timeout_with_failover_ms": 1_000,
    "connections_with_failover_max_tries": 2,
    "max_threads": 1,
}


class Connection:
    """One connection; of one thread at a time. All methods raise LibraryError."""

    def __init__(self, address: Address, host: str, port: int) -> None:
        self.n_replicas = 1  # of each shard, which are to have what is written before that is acknowledged
        self._name = f"{host}:{port}"
        self._address = address
        self._client = _client(address, host, port)

    def rows(self, query: str, settings: Mapping[str, Any] | None = None) -> list[tuple[Any, ...]]:
        """Return what a query gives; text as bytes."""
        with self._explained():
            found: list[tuple[Any, ...]] = self._client.execute(query, settings=dict(settings or {}))
            return found

    def run(self, query: str) -> None:
        """Do what a statement says."""
        with self._explained():
            self._client.execute(query)

    def insert(self, table: str, columns: Mapping[str, Sequence[Any]]) -> None:
        """Write rows, given by column; text as bytes. It is kept when this returns, on all replicas."""
        if not next(iter(columns.values())):
            return
        pause, longest = _TURNS
        end = time.monotonic() + self._address.timeout
        while not self._sent(table, columns):  # nothing was written, or what was is known again
            if time.monotonic() > end:
                raise self._failure(_NOT_ITS_TURN, "")
            time.sleep(random.uniform(0.5, 1.0) * pause)  # noqa: S311 - so that writers do not keep in step
            pause = min(2 * pause, longest)

    def _sent(self, table: str, columns: Mapping[str, Sequence[Any]]) -> bool:
        """Write rows; tell whether that could be done, as the rows of others were on all replicas."""
        from clickhouse_driver import errors  # noqa: PLC0415

        settings: dict[str, int] = {}
        if self.n_replicas > 1:
            settings = {
                "insert_quorum": self.n_replicas,
                "insert_quorum_timeout": 1_000 * max(1, int(self._address.timeout / 2)),
            }
        query = f"INSERT INTO {table} ({', '.join(columns)}) VALUES"
        with self._explained():
            try:
                self._client.execute(query, [*columns.values()], columnar=True, settings=settings)
            except errors.ServerException as exc:
                if exc.code != _NOT_ITS_TURN:
                    raise
                return False
        return True

    def stands(self) -> bool:
        """Tell whether the server still answers on this connection."""
        with suppress(Exception):  # whatever it is, a new connection will tell
            return bool(self._client.connection.connected and self._client.connection.ping())
        return False

    def close(self) -> None:
        """Close the connection."""
        with suppress(Exception):  # it is gone either way
            self._client.disconnect()

    @contextmanager
    def _explained(self) -> Iterator[None]:
        from clickhouse_driver import errors  # noqa: PLC0415

        try:
            yield
        except errors.ServerException as exc:
            raise self._failure(exc.code, exc.message) from None
        except (errors.Error, OSError, EOFError) as exc:
            self.close()
            raise self._silence(exc) from None
        except BaseException:
            self.close()  # what it was about to say is not for the next question
            raise

    def _silence(self, exc: Exception) -> LibraryError:
        """Return the error for a server that says nothing, or nothing that can be trusted."""
        who = f"The server {self._name} of the library {self._address.name!r}"
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
            f"{who} does not answer ({type(exc).__name__}, within {self._address.timeout:g} s). Check that it runs and "
            "can be reached."
        )

    def _failure(self, code: int, message: str) -> LibraryError:
        """Return the error that stands for one of the server, without its words where they may say too much."""
        name = self._address.name
        if code in _REFUSED:
            return LibraryRefused(
                f"The server {self._name} does not let the user {self._address.user!r} in, or not do this (code "
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
        if code in _NOT_COPIED or code == _NOT_ITS_TURN:
            return LibraryUnavailable(
                f"Not all replicas of the library {name!r} could be written, says {self._name} (code {code}), so it "
                "can only be read for now. Check that its servers and Keeper run; `system.replicas` tells more."
            )
        if code in {_NO_DATABASE, _NO_TABLE}:
            return LibraryError(f"There is no library at {name!r}. Make one with: quoth init '{name}'")
        return LibraryError(f"The library {name!r} cannot be used, says {self._name}: {_line(message)} (code {code}).")


def _line(message: str) -> str:
    text = " ".join(message.partition("Stack trace")[0].split()).removeprefix("DB::Exception: ")
    return text[:300].rstrip(". ")


def _client(address: Address, host: str, port: int) -> Any:
    try:
        from clickhouse_driver import Client  # noqa: PLC0415
    except ImportError:
        raise MissingExtra(
            "A library in ClickHouse needs a package that is not installed: pip install 'quoth[clickhouse]'"
        ) from None
    logging.getLogger("clickhouse_driver.connection").setLevel(logging.ERROR)  # our errors say the same
    _check_certificates(address)
    seconds = address.timeout
    # A server tries twice to reach another, and must then still be able, on a busy machine, to tell us which it was.
    between = max(1, int(seconds / 6))
    return Client(
        host,
        port=port,
        user=address.user,
        password=address.password,
        secure=address.secure,
        verify=address.verify,
        ca_certs=address.ca or None,
        connect_timeout=min(seconds, _CONNECT_SECONDS),
        send_receive_timeout=seconds,
        sync_request_timeout=min(seconds, _CONNECT_SECONDS),
        settings={**_SETTINGS, "receive_timeout": between, "send_timeout": between},
    )


def _check_certificates(address: Address) -> None:
    """Raise LibraryError when the certificates to trust cannot be read; the driver would not say so."""
    if address.secure and address.ca:
        import ssl  # noqa: PLC0415

        try:
            ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT).load_verify_locations(address.ca)
        except OSError as exc:
            raise LibraryError(
                f"The certificates of the option ca, {address.ca[:200]!r}, cannot be read: {exc.strerror or exc}. Give "
                "the path of a file in the PEM format."
            ) from None


class Pool:
    """Connections to the first server of an address that answers; the one that did last is asked before all others.

    Safe to use from several threads.
    """

    def __init__(self, address: Address) -> None:
        self.n_replicas = 1  # as `Connection` has it
        self._address = address
        self._hosts = address.hosts
        self._lock = threading.Lock()
        self._idle: list[Connection] = []
        self._closed = False

    @contextmanager
    def connection(self) -> Iterator[Connection]:
        """Give a connection that nobody else uses. Raises LibraryError."""
        taken = self._kept() or self._connected()
        taken.n_replicas = self.n_replicas
        try:
            yield taken
        except LibraryUnavailable:
            taken.close()
            raise
        finally:
            with self._lock:
                full = self._closed or len(self._idle) >= _KEPT
                if not full:
                    self._idle.append(taken)
            if full:
                taken.close()

    def _kept(self) -> Connection | None:
        """Return a connection that was used before and still stands, or None."""
        while True:
            with self._lock:
                if not self._idle:
                    return None
                kept = self._idle.pop()
            if kept.stands():
                return kept
            kept.close()

    def _connected(self) -> Connection:
        for pause in (*_PAUSES, None):
            for place in self._hosts:
                made = Connection(self._address, *place)
                try:
                    made.rows("SELECT 1")
                except LibraryUnavailable as exc:
                    made.close()
                    problem = exc
                else:
                    self._hosts = (place, *(other for other in self._address.hosts if other != place))
                    return made
            if pause is None:
                break
            time.sleep(pause)
        raise problem

    def close(self) -> None:
        """Close all connections."""
        with self._lock:
            self._closed = True
            idle, self._idle = self._idle, []
        for each in idle:
            each.close()


_ESCAPED = re.compile(r"[\\'\x00-\x1f]")


def literal(value: str | float | Sequence[Any]) -> str:
    """Return a value as ClickHouse's SQL has it; a sequence as an array.

    >>> print(literal(["it's", 0.1, 2]))
    ['it\\x27s', 0.1, 2]
    """
    if isinstance(value, str):
        return "'" + _ESCAPED.sub(lambda found: f"\\x{ord(found[0]):02x}", value) + "'"
    if isinstance(value, int | float):
        return repr(value)
    return f"[{', '.join(map(literal, value))}]"
