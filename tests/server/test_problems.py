"""Every error is a problem document, whatever was sent, and none is the server's fault."""

from __future__ import annotations

import json
import logging

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import qa
from server.problems import find_kind, show_value

JSON = {"content-type": "application/json"}


@pytest.mark.parametrize(
    ("body", "status", "slug"),
    [
        (b"{", 400, "unreadable-body"),
        (b"question=When", 400, "unreadable-body"),
        (b"\xff\xfe\x00", 400, "unreadable-body"),
        (b"\x00", 400, "unreadable-body"),
        (b"[" * 200_000, 400, "unreadable-body"),
        (b'{"question": ' + b"9" * 5_000 + b"}", 400, "unreadable-body"),
        (b"", 422, "invalid-request"),
        (b"null", 422, "invalid-request"),
        (b"[]", 422, "invalid-request"),
        (b'"When?"', 422, "invalid-request"),
        (b"{}", 422, "invalid-request"),
        (b'{"question": null}', 422, "invalid-request"),
        (b'{"question": 7}', 422, "invalid-request"),
        (b'{"question": ["When?"]}', 422, "invalid-request"),
        (b'{"question": "\\ud800"}', 422, "invalid-request"),
        (b'{"question": "?", "documents": ["\\udfff"]}', 422, "invalid-request"),
        (b'{"question": "?", "history": [{"question": "\\ud800"}]}', 422, "invalid-request"),
        (b'{"question": "When?", "question_": 1}', 422, "invalid-request"),
        (b'{"question": "When?", "max_quotes": 0}', 422, "invalid-request"),
        (b'{"question": "When?", "max_quotes": 21}', 422, "invalid-request"),
        (b'{"question": "When?", "max_quotes": "3"}', 422, "invalid-request"),
        (b'{"question": "When?", "max_quotes": 1.5}', 422, "invalid-request"),
        (b'{"question": "When?", "max_quotes": true}', 422, "invalid-request"),
        (b'{"question": "When?", "min_confidence": NaN}', 422, "invalid-request"),
        (b'{"question": "When?", "min_confidence": Infinity}', 422, "invalid-request"),
        (b'{"question": "When?", "min_confidence": 1e999}', 422, "invalid-request"),
        (b'{"question": "When?", "min_confidence": -0.1}', 422, "invalid-request"),
        (b'{"question": "When?", "min_confidence": 1.1}', 422, "invalid-request"),
        (b'{"question": "When?", "documents": "museum"}', 422, "invalid-request"),
        (b'{"question": "When?", "documents": [1]}', 422, "invalid-request"),
        (b'{"question": "When?", "documents": ["' + b"a" * 1_001 + b'"]}', 422, "invalid-request"),
        (b'{"question": "When?", "documents": ["unknown"]}', 404, "document-not-found"),
        (b'{"question": "When?", "documents": ["museum", "nul \\u0000"]}', 404, "document-not-found"),
        (b'{"question": "When?", "history": {}}', 422, "invalid-request"),
        (b'{"question": "When?", "history": [{}]}', 422, "invalid-request"),
        (b'{"question": "When?", "history": [{"question": "Who?", "answer": []}]}', 422, "invalid-request"),
        (json.dumps({"question": "?", "history": [{"question": "?"}] * 21}).encode(), 422, "invalid-request"),
        (json.dumps({"question": "?", "documents": ["museum"] * 1_001}).encode(), 422, "invalid-request"),
        (json.dumps({"question": "a" * 4_001}).encode(), 422, "question-too-long"),
        (json.dumps({"question": "When? " * 20_000}).encode(), 422, "question-too-long"),
    ],
)
def test_a_bad_question_is_a_problem(client, body, status, slug, problem_of):
    problem = problem_of(client.post("/api/ask", content=body, headers=JSON), status, slug)
    assert problem["instance"] == "/api/ask"
    if slug == "invalid-request":
        assert problem["errors"]
        assert all(error.keys() == {"field", "detail"} for error in problem["errors"])


@pytest.mark.parametrize("question", ["", "   ", "\n\t\r\n", "\u2003\u200b", "?", "…", "\x00", "\x1b[31m", "\u202e"])
def test_a_question_without_words_is_answered_honestly(client, question):
    response = client.post("/api/ask", json={"question": question})
    assert response.status_code == 200, response.text
    assert response.json()["answered"] is False
    assert response.json()["question"] == question


@pytest.mark.parametrize(
    "question",
    [
        "متى يفتح المتحف؟",
        "🏛️ when? 👩‍👩‍👧‍👦",
        "<script>alert(1)</script>",
        "'; DROP TABLE documents; --",
        "When\x00does\x07the museum open?",
        "museum " * 570,
        "a" * 4_000,
        "{{ 7 * 7 }} ${jndi:x} %s %n",
        "ﬁ Å ﷺ \ufeff \ufffe",
    ],
)
def test_a_strange_question_is_answered_and_echoed_as_it_is(client, question):
    response = client.post("/api/ask", json={"question": question, "min_confidence": 0})
    assert response.status_code == 200, response.text
    assert response.json()["question"] == question


def test_a_question_sent_as_text_says_how_to_send_it(client, problem_of):
    response = client.post("/api/ask", content=b'{"question": "When?"}', headers={"content-type": "text/plain"})
    assert "application/json" in problem_of(response, 422, "invalid-request")["detail"]


def test_a_huge_value_is_not_sent_back(client, problem_of):
    problem = problem_of(client.post("/api/ask", json={"question": ["x" * 400_000] * 2}), 422, "invalid-request")
    assert len(json.dumps(problem)) < 1_000


def test_many_bad_fields_are_named_up_to_a_limit(client, problem_of):
    fields = {f"field {i} {'x' * 500}": i for i in range(500)}
    problem = problem_of(client.post("/api/ask", json={"question": "?", **fields}), 422, "invalid-request")
    assert 1 < len(problem["errors"]) <= 20


@pytest.mark.parametrize(
    ("path", "status", "slug"),
    [
        ("/api/nowhere", 404, "no-such-route"),
        ("/api/ask/", 404, "no-such-route"),
        ("/api/search", 422, "invalid-request"),
        ("/api/search?q=tide&k=0", 422, "invalid-request"),
        ("/api/search?q=tide&k=101", 422, "invalid-request"),
        ("/api/search?q=tide&k=many", 422, "invalid-request"),
        ("/api/search?q=" + "tide%20" * 1_000, 422, "question-too-long"),
        ("/api/documents/", 404, "document-not-found"),
        ("/api/documents/unknown", 404, "document-not-found"),
        ("/api/documents/%00", 404, "document-not-found"),
        ("/api/documents/%ED%A0%80", 404, "document-not-found"),
        ("/api/documents/..%2F..%2Fetc%2Fpasswd", 404, "document-not-found"),
        ("/api/documents/" + "x" * 5_000, 404, "document-not-found"),
        ("/api/documents/%D9%85%F0%9F%98%80", 404, "document-not-found"),
        ("/static/..%2F..%2Fpyproject.toml", 404, "no-such-route"),
        ("/static/%00", 404, "no-such-route"),
    ],
)
def test_a_bad_address_is_a_problem(client, path, status, slug, problem_of):
    problem_of(client.get(path), status, slug)


@pytest.mark.parametrize("query", ["q=%ff%fe", "q=%ED%A0%80", "q=%00", "q=", "q=%20", "q=tide&k=1&k=2&z=3"])
def test_a_strange_search_is_no_error(client, query):
    assert client.get(f"/api/search?{query}").status_code == 200


@pytest.mark.parametrize(
    ("method", "path"), [("GET", "/api/ask"), ("PUT", "/api/documents/museum"), ("POST", "/healthz")]
)
def test_a_wrong_method_names_itself_and_what_is_allowed(client, method, path, problem_of):
    response = client.request(method, path)
    assert method in problem_of(response, 405, "wrong-method")["detail"]
    assert response.headers["allow"]


@pytest.mark.parametrize(
    "answer",
    [
        {},
        {"quotes": {}},
        {"quotes": [{}]},
        {"quotes": ["text"]},
        {"quotes": [{"number": 1, "text": "t", "document_id": "museum", "start": "0", "end": 1, "citation": {}}]},
        {"quotes": [{"number": 1, "text": "t", "document_id": "museum", "start": 0, "end": 1, "citation": None}]},
        {"quotes": [{}] * 101},
    ],
)
def test_what_is_no_answer_cannot_be_verified(client, answer, problem_of):
    problem_of(client.post("/api/verify", json=answer), 422, "invalid-request")


@pytest.mark.parametrize(("start", "end"), [(0, 10**30), (-5, -1), (9, 3), (10**18, 10**18 + 1)])
def test_a_place_outside_of_the_document_is_not_verified(client, library, start, end):
    citation = {"sha256": library.document("museum").sha256}
    quote = {"number": 1, "text": "t", "document_id": "museum", "start": start, "end": end, "citation": citation}
    response = client.post("/api/verify", json={"quotes": [quote]})
    assert response.status_code == 200, response.text
    assert response.json()["quotes"][0]["status"] == "altered"


def test_a_browser_gets_a_page_and_a_program_gets_json(client, problem_of):
    browser = {"accept": "text/html,application/xhtml+xml"}
    page = client.get("/documents/unknown", headers=browser)
    assert page.status_code == 404
    assert page.headers["content-type"].startswith("text/html")
    assert "There is no such document" in page.text
    problem_of(client.get("/documents/unknown"), 404, "document-not-found")
    problem_of(client.get("/api/documents/unknown", headers=browser), 404, "document-not-found")


def test_an_unexpected_error_tells_nothing_and_is_safe(make_client, library, monkeypatch, problem_of):
    def fail(*_args, **_kwargs):
        raise RuntimeError("secret /home/me/library.sqlite")

    monkeypatch.setattr(library, "find", fail)
    client = make_client(raise_server_exceptions=False)
    response = client.get("/api/search?q=tide")
    problem_of(response, 500, "internal-error")
    assert "secret" not in response.text
    assert response.headers["x-content-type-options"] == "nosniff"
    with pytest.raises(RuntimeError, match="secret"):  # so the server logs it
        make_client().get("/api/search?q=tide")


def test_a_library_that_cannot_be_used_is_told_without_its_place(client, library, monkeypatch, caplog, problem_of):
    def fail(_library):
        raise qa.LibraryError("The folder /home/me/library is full.")

    monkeypatch.setattr(qa.Library, "n_documents", property(fail))
    with caplog.at_level(logging.ERROR):
        response = client.get("/readyz")
    problem_of(response, 503, "library-unavailable")
    assert "/home/me" not in response.text
    assert "/home/me" in caplog.text


def test_a_library_that_can_only_be_read_is_told_without_its_place(client, library, monkeypatch, problem_of):
    def fail(_library):
        raise qa.ReadOnlyLibrary("The library '/home/me/library' can only be read.")

    monkeypatch.setattr(qa.Library, "n_documents", property(fail))
    response = client.get("/readyz")
    problem_of(response, 403, "read-only-library")
    assert "/home/me" not in response.text


def test_every_error_of_the_library_has_a_kind_of_its_own():
    errors = [getattr(qa, name) for name in qa.__all__ if _is_error(getattr(qa, name))]
    unexpected = {error.__name__ for error in errors if find_kind(error("x")).slug == "internal-error"}
    assert unexpected == {"QuothError", "MissingExtra"}


def _is_error(value: object) -> bool:
    return isinstance(value, type) and issubclass(value, Exception)


@pytest.mark.parametrize("value", ["a" * 1_000, "\x00\x1b\ud800", b"\xff" * 500, {"a": "b" * 500}, 10**100, None])
def test_a_shown_value_is_short_and_printable(value):
    assert len(show_value(value)) <= 80
    assert show_value(value).isprintable()


@settings(
    max_examples=100, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow]
)
@given(st.text(max_size=300))
def test_any_text_can_be_asked(client, question):
    body = json.dumps({"question": question, "min_confidence": 0}).encode()
    response = client.post("/api/ask", content=body, headers=JSON)
    assert response.status_code == 200, response.text
    for quote in response.json()["quotes"]:
        document = client.get(f"/api{quote['citation']['url']}").json()
        assert document["text"][quote["start"] : quote["end"]] == quote["text"]


json_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=20),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=12), inner, max_size=4),
    max_leaves=12,
)
field_names = st.sampled_from(["question", "history", "documents", "max_quotes", "min_confidence", "quotes", "other"])


@settings(
    max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow]
)
@given(st.sampled_from(["/api/ask", "/api/verify"]), st.dictionaries(field_names, json_values) | json_values)
def test_any_json_gives_an_answer_or_a_problem(client, problem_of, path, value):
    response = client.post(path, content=json.dumps(value).encode(), headers=JSON)
    assert response.status_code in (200, 400, 404, 422), response.text
    if response.status_code != 200:
        problem_of(response, response.status_code, response.json()["type"].rpartition("/")[2])


@settings(
    max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow]
)
@given(st.binary(max_size=200))
def test_any_bytes_give_an_answer_or_a_problem(client, body):
    for path in ("/api/ask", "/api/verify"):
        assert client.post(path, content=body, headers=JSON).status_code in (200, 400, 422)
    multipart = {"content-type": "multipart/form-data; boundary=x"}
    assert client.post("/api/documents", content=body, headers=multipart).status_code in (400, 422)


@pytest.mark.parametrize(
    ("path", "methods"),
    [
        ("/api/documents", "GET, HEAD, POST"),
        ("/api/documents/museum", "GET, HEAD, DELETE"),
        ("/", "GET, HEAD, POST"),
        ("/api/ask", "POST"),
    ],
)
def test_a_wrong_method_is_told_all_that_are_right(client, path, methods, problem_of):
    response = client.put(path)
    problem_of(response, 405, "wrong-method")
    assert response.headers["allow"] == methods


@pytest.mark.parametrize("number", [2**31, 2**63 - 1, 2**63, 10**40, -1, 0])
@pytest.mark.parametrize(
    "path",
    [
        "/api/documents?limit={}",
        "/documents?page={}",
        "/documents/museum?start=0&end={}",
        "/documents/museum?around={}",
        "/documents/museum?find=museum&nth={}",
        "/api/search?q=museum&k={}",
        "/api/feedback?limit={}",
    ],
)
def test_no_number_is_too_much_for_the_server(client, path, number):
    assert client.get(path.format(number)).status_code in {200, 404, 422}


def test_a_temporary_folder_that_is_full_is_said_to_be(client, monkeypatch, problem_of, caplog):
    """The parser of forms keeps large files there."""

    def write(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("starlette.datastructures.UploadFile.write", write)
    response = client.post("/api/documents", files=[("files", ("a.txt", b"text"))])
    assert "No space left on device" in problem_of(response, 507, "upload-not-kept")["detail"]
    assert not any(record.exc_info for record in caplog.records)
