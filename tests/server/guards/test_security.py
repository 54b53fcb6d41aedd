"""What every request passes: headers, host names, other sites, and a read-only server."""

from __future__ import annotations

import pytest

from server.guards.security import SECURITY_HEADERS


@pytest.mark.parametrize(
    ("method", "path"),
    [
        ("GET", "/"),
        ("GET", "/docs"),
        ("GET", "/openapi.json"),
        ("GET", "/api/documents"),
        ("GET", "/nowhere"),
        ("GET", "/static/nowhere.js"),
        ("PUT", "/api/ask"),
        ("POST", "/api/ask"),
        ("GET", "/metrics"),
    ],
)
def test_every_response_has_the_security_headers(client, method, path):
    response = client.request(method, path)
    for name, value in SECURITY_HEADERS.items():
        assert response.headers[name] == value
        assert len(response.headers.get_list(name)) == 1


def test_nothing_may_be_loaded_from_elsewhere():
    policy = SECURITY_HEADERS["Content-Security-Policy"]
    assert "http" not in policy
    assert "unsafe" not in policy
    assert policy.startswith("default-src 'none'")


@pytest.mark.parametrize("host", ["127.0.0.1", "127.0.0.1:8000", "localhost:9", "LOCALHOST", "[::1]", "[::1]:8000"])
def test_names_of_this_machine_are_answered(client, host):
    assert client.get("/healthz", headers={"host": host}).status_code == 200


@pytest.mark.parametrize("host", ["evil.example", "evil.example:8000", "127.0.0.1.evil.example", "[::2]", "10.0.0.7"])
def test_other_names_are_refused_with_the_way_out(client, host, problem_of):
    problem = problem_of(client.get("/api/documents", headers={"host": host}), 421, "host-not-allowed")
    assert "QUOTH_ALLOWED_HOSTS" in problem["detail"]


@pytest.mark.parametrize("host", ["", "a b", "[::1", "user@localhost", "localhost:port", "local/host", "\x00", "é"])
def test_what_is_no_host_name_is_refused(client, host, problem_of):
    problem_of(client.get("/api/documents", headers={"host": host.encode("latin-1")}), 400, "unreadable-body")


def test_a_configured_name_is_answered(make_client):
    client = make_client(allowed_hosts=("Quoth.Example",))
    assert client.get("/healthz", headers={"host": "quoth.example:443"}).status_code == 200
    assert client.get("/healthz", headers={"host": "localhost"}).status_code == 421


def test_a_star_allows_any_name(make_client):
    assert make_client(allowed_hosts="*").get("/healthz", headers={"host": "any.example"}).status_code == 200


@pytest.mark.parametrize(("host", "header"), [("192.0.2.7", "192.0.2.7:8000"), ("::1", "[::1]:8000")])
def test_the_address_that_is_listened_on_is_answered(make_client, host, header):
    client = make_client(host=host, allowed_hosts=("quoth.example",))
    assert client.get("/healthz", headers={"host": header}).status_code == 200


def test_a_read_only_server_keeps_its_documents(make_client, problem_of):
    client = make_client(read_only=True)
    response = client.post("/api/documents", files=[("files", ("a.txt", b"text"))])
    assert "QUOTH_READ_ONLY" in problem_of(response, 403, "read-only")["detail"]
    problem_of(client.delete("/api/documents/museum"), 403, "read-only")
    problem_of(client.delete("/api/documents/unknown"), 403, "read-only")
    assert client.get("/api/documents/museum").status_code == 200
    assert client.post("/api/ask", json={"question": "When?"}).status_code == 200


def test_a_body_whose_length_is_given_twice_is_refused(client, problem_of):
    headers = {"content-length": "15", "transfer-encoding": "chunked", "content-type": "application/json"}
    problem_of(client.post("/api/ask", content=b'{"question":""}', headers=headers), 400, "unreadable-body")
