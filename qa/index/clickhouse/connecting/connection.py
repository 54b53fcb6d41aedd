"""One connection to a ClickHouse server, over its native protocol.

Text goes to and fro as bytes: not all that is kept is UTF-8. Nothing that was sent is sent again by itself.
"""

from __future__ import annotations

import logging
import random
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from typing import Any

from qa.errors import LibraryError, MissingExtra
from qa.index.clickhouse.connecting.failures import NOT_ITS_TURN, explain_code, explain_silence
from qa.index.clickhouse.connecting.url import Address

__all__ = ["Connection"]

_TURNS = (0.01, 0.5)  # seconds before rows are sent again that had to wait for others: at first, and at the most
_CONNECT_SECONDS = 5.0
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
        self._client = _make_client(address, host, port)

    def rows(self, query: str, settings: Mapping[str, Any] | None = None) -> list[tuple[Any, ...]]:
        """Return the rows that a query gives; text as bytes."""
        with self._explain_errors():
            rows: list[tuple[Any, ...]] = self._client.execute(query, settings=dict(settings or {}))
            return rows

    def run(self, query: str) -> None:
        """Do what a statement says."""
        with self._explain_errors():
            self._client.execute(query)

    def insert(self, table: str, columns: Mapping[str, Sequence[Any]]) -> None:
        """Write rows, given by column; text as bytes. It is kept when this returns, on all replicas."""
        if not next(iter(columns.values())):
            return
        pause, longest = _TURNS
        end = time.monotonic() + self._address.timeout
        while not self._send(table, columns):  # nothing was written, or what was is known again
            if time.monotonic() > end:
                raise explain_code(self._address, self._name, NOT_ITS_TURN, "")
            time.sleep(random.uniform(0.5, 1.0) * pause)  # noqa: S311 - so that writers do not keep in step
            pause = min(2 * pause, longest)

    def _send(self, table: str, columns: Mapping[str, Sequence[Any]]) -> bool:
        """Write rows; tell whether that could be done, as the rows of others were on all replicas."""
        from clickhouse_driver import errors  # noqa: PLC0415

        settings: dict[str, int] = {}
        if self.n_replicas > 1:
            settings = {
                "insert_quorum": self.n_replicas,
                "insert_quorum_timeout": 1_000 * max(1, int(self._address.timeout / 2)),
            }
        query = f"INSERT INTO {table} ({', '.join(columns)}) VALUES"
        with self._explain_errors():
            try:
                self._client.execute(query, [*columns.values()], columnar=True, settings=settings)
            except errors.ServerException as exc:
                if exc.code != NOT_ITS_TURN:
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
    def _explain_errors(self) -> Iterator[None]:
        from clickhouse_driver import errors  # noqa: PLC0415

        try:
            yield
        except errors.ServerException as exc:
            raise explain_code(self._address, self._name, exc.code, exc.message) from None
        except (errors.Error, OSError, EOFError) as exc:
            self.close()
            raise explain_silence(self._address, self._name, exc) from None
        except BaseException:
            self.close()  # what it was about to say is not for the next question
            raise


def _make_client(address: Address, host: str, port: int) -> Any:
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
