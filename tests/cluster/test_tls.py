"""TLS, with certificates made here: who has the right ones gets in, and everybody else is told why not."""

from __future__ import annotations

import shutil
import socket
import subprocess
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

import pytest

import qa
from tests.cluster.servers import PASSWORD, Server, configured, free_ports, running
from tests.waiting import until

pytestmark = pytest.mark.skipif(
    shutil.which("openssl") is None, reason="There is no openssl here to make certificates."
)
_TLS = """<yandex>
    <tcp_port_secure>{port}</tcp_port_secure>
    <openSSL><server>
        <certificateFile>{folder}/server.pem</certificateFile>
        <privateKeyFile>{folder}/server.key</privateKeyFile>
        <verificationMode>none</verificationMode>
        <disableProtocols>sslv2,sslv3</disableProtocols>
    </server></openSSL>
</yandex>
"""


@dataclass(frozen=True)
class Secure:
    """A server that speaks TLS at `port`. folder: of certificates: ca.pem signed its own, other.pem did not."""

    server: Server
    port: int
    folder: Path

    def url(self, options: str, *, host: str = "127.0.0.1", scheme: str = "clickhouses") -> str:
        plain = self.server.url("quoth", options)
        return plain.replace("clickhouse://", f"{scheme}://").replace(
            f"127.0.0.1:{self.server.port}", f"{host}:{self.port}"
        )


def made_certificates(folder: Path) -> None:
    def openssl(*arguments: str) -> None:
        subprocess.run(["openssl", *arguments], check=True, capture_output=True, cwd=folder)

    new_key = ("-newkey", "rsa:2048", "-nodes", "-days", "2")
    for name in ("ca", "other"):
        openssl("req", "-x509", *new_key, "-keyout", f"{name}.key", "-out", f"{name}.pem", "-subj", f"/CN=Test {name}")
    openssl("req", *new_key[:3], "-keyout", "server.key", "-out", "server.csr", "-subj", "/CN=Test server")
    (folder / "names").write_text("subjectAltName=IP:127.0.0.1")
    signed = ("-CA", "ca.pem", "-CAkey", "ca.key", "-CAcreateserial", "-days", "2", "-extfile", "names")
    openssl("x509", "-req", "-in", "server.csr", "-out", "server.pem", *signed)


def listens(port: int) -> bool:
    with suppress(OSError), socket.create_connection(("127.0.0.1", port), timeout=1):
        return True
    return False


@pytest.fixture(scope="module")
def secure(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Secure]:
    folder = tmp_path_factory.mktemp("tls")
    made_certificates(folder)
    (server,) = configured(folder / "servers", 1)
    (port,) = free_ports(1)
    (server.folder / "config.d").mkdir()
    (server.folder / "config.d/tls.xml").write_text(_TLS.format(port=port, folder=folder))
    with running([server]):
        until(lambda: listens(port))
        yield Secure(server, port, folder)


def test_the_right_certificate_lets_in(secure: Secure) -> None:
    location = secure.url(f"?ca={secure.folder}/ca.pem")
    qa.make_library(location)
    with qa.Library(location) as library:
        library.add(qa.Document(text="The museum opens at nine."))
        assert "nine" in library.ask("When does the museum open?", min_confidence=0).text
    for other in (secure.url("?verify=0"), secure.url("?secure=1&verify=0", scheme="clickhouse")):
        with qa.Library(other) as library:
            assert len(library.documents()) == 1


@pytest.mark.parametrize(
    ("options", "host"),
    [("", "127.0.0.1"), ("?ca={folder}/other.pem", "127.0.0.1"), ("?ca={folder}/ca.pem", "localhost")],
    ids=["not known", "of another", "for another name"],
)
def test_a_wrong_certificate_is_refused_and_said_to_be(secure: Secure, options: str, host: str) -> None:
    with pytest.raises(qa.LibraryError, match="cannot be trusted: certificate verify failed") as failure:
        qa.Library(secure.url(options.format(folder=secure.folder), host=host))
    assert f"{host}:{secure.port}" in str(failure.value)
    assert PASSWORD not in str(failure.value)


def test_a_missing_file_of_certificates_is_named(secure: Secure) -> None:
    with pytest.raises(qa.LibraryError, match=r"/none\.pem"):
        qa.Library(secure.url(f"?ca={secure.folder}/none.pem"))


def test_tls_is_not_spoken_with_a_server_that_does_not(secure: Secure) -> None:
    plain = secure.url("?verify=0").replace(f":{secure.port}/", f":{secure.server.port}/")
    with pytest.raises(qa.LibraryUnavailable, match="TLS"):
        qa.Library(f"{plain}&timeout=2")
    with pytest.raises(qa.LibraryUnavailable, match="does not answer"):
        qa.Library(f"{secure.url('?timeout=2', scheme='clickhouse')}")
