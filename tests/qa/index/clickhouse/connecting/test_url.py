"""The location of a library: understood, or refused without a word of what is secret."""

from __future__ import annotations

from urllib.parse import quote

import pytest
from hypothesis import given
from hypothesis import strategies as st

import qa
from qa.index.clickhouse.connecting.url import Address, is_url, parse_url, with_password, without_password

secrets = st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=20).map(lambda text: f"s3cret{text}")


def test_what_is_left_out_has_its_usual_value() -> None:
    assert parse_url("clickhouse://one/quoth") == Address((("one", 9000),), "quoth")
    assert parse_url("clickhouses://one/quoth") == Address((("one", 9440),), "quoth", secure=True)
    assert parse_url("clickhouse://one/quoth/?secure=1").hosts == (("one", 9440),)


def test_all_that_can_be_said_is_understood() -> None:
    address = parse_url(
        "clickhouse://reader:a%40b@one,[::1]:9001,10.0.0.1/my_library"
        "?timeout=2.5&cluster=my-shards.1&replicated=true&verify=0&ca=/etc/ca%20one.pem&secure=false"
    )
    assert address.hosts == (("one", 9000), ("::1", 9001), ("10.0.0.1", 9000))
    assert (address.database, address.user, address.password) == ("my_library", "reader", "a@b")
    assert (address.timeout, address.cluster, address.replicated) == (2.5, "my-shards.1", True)
    assert (address.secure, address.verify, address.ca) == (False, False, "/etc/ca one.pem")


@given(password=secrets)
def test_a_password_comes_back_and_is_shown_nowhere(password: str) -> None:
    url = with_password("clickhouse://reader@one/quoth?timeout=5", password)
    address = parse_url(url)
    assert (address.user, address.password, address.timeout) == ("reader", password, 5.0)
    for shown in (address.name, repr(address), without_password(url)):
        assert "s3cret" not in shown
    assert with_password(url, "another") == url, "it has one"


@given(password=secrets, rest=st.sampled_from(["", "/", "one", "one/qu'oth", "one/quoth?timeout=x", "one:0/q"]))
def test_what_is_not_understood_is_said_without_the_password(password: str, rest: str) -> None:
    for written in (password, quote(password, safe="")):
        with pytest.raises(qa.LibraryError) as failure:
            parse_url(f"clickhouse://reader:{written}@{rest}")
        assert "s3cret" not in str(failure.value)


@pytest.mark.parametrize(
    ("url", "reason"),
    [
        ("http://one/quoth", "'http://one/quoth', is not understood"),
        ("clickhouse://one", "is not understood. Write clickhouse://USER@HOST:PORT/DATABASE"),
        ("clickhouse://one/quoth; DROP DATABASE x", "is not understood"),
        ("clickhouse://one/a.b", "is not understood"),
        ("clickhouse://one:99999/quoth", "The server 'one:99999' is not understood"),
        ("clickhouse://one,,two/quoth", "The server '' is not understood"),
        ("clickhouse://one/quoth?cluster=a'b", 'The name of the cluster is "a\'b"'),
        ("clickhouse://one/quoth?verify=perhaps", "The option verify of the location is 'perhaps': it must be 1 or 0."),
        ("clickhouse://one/quoth?timeout=0", "The timeout of the location is '0': give seconds from 0.1 to 3600."),
        ("clickhouse://one/quoth?timeout=nan", "The timeout of the location is 'nan'"),
        ("clickhouse://one/quoth?colour=red", "has no option 'colour'"),
    ],
)
def test_what_is_wrong_is_named(url: str, reason: str) -> None:
    with pytest.raises(qa.LibraryError) as failure:
        parse_url(url)
    assert reason in str(failure.value)


def test_a_location_is_told_from_a_path() -> None:
    assert is_url("clickhouse://")
    assert is_url("clickhouses://one/quoth")
    assert not is_url("clickhouse")
    assert not is_url("folder/clickhouse://one")
    assert with_password("clickhouse://not understood", "x") == "clickhouse://not understood"
