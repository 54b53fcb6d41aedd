"""Texts of parts: charsets, wrapped lines joined again, stubs told from texts, and what is sealed in them."""

from __future__ import annotations

import email

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qa.formats.mail.bodies import is_stub, join_flowed, read_text


@pytest.mark.parametrize(
    ("wrapped", "joined"),
    [
        ("One \ntwo\nthree", "One two\nthree"),
        ("> Where \n> is it?\nHere \nit is.", "> Where is it?\nHere it is."),
        (">> Deep \n> less\nnone", ">> Deep \n> less\nnone"),
        (" >not quoted\n From here", ">not quoted\nFrom here"),
        ("Bye \n-- \nAnn", "Bye \n-- \nAnn"),
        ("", ""),
    ],
)
def test_lines_that_a_program_wrapped_are_joined(wrapped: str, joined: str) -> None:
    assert join_flowed(wrapped) == joined


def test_lines_without_spaces_between_words_are_joined_without() -> None:
    assert join_flowed("图书馆 \n开门", without_spaces=True) == "图书馆开门"


@given(st.text(alphabet="a >-\n", max_size=60))
def test_joining_lines_loses_no_word(text: str) -> None:
    assert join_flowed(text).count("a") == text.count("a")


def test_the_parameters_of_a_part_say_how_it_is_joined() -> None:
    part = email.message_from_bytes("Content-Type: text/plain; format=Flowed; delsp=YES\n\n漢 \n字\n".encode())
    assert read_text(part).text == "漢字"


@pytest.mark.parametrize(
    ("plain", "page", "stub"),
    [
        ("", "The pool is closed in May.", True),
        ("", "", True),
        ("The pool is closed in May.", "", False),
        ("The pool is closed in May.", "The pool is closed in May.", False),
        ("Cliquez ici pour voir ce message.", "The pool is closed in May for repairs of the roof.", True),
        ("Pool news", "Pool news: " + "the roof is repaired and the pool is closed in May. " * 5, True),
        ("Hello!", "Hi!", False),
        ("Zum Wohl " * 200, "The pool is closed in May for repairs of the roof.", False),
    ],
)
def test_stubs_are_told_from_texts(plain: str, page: str, stub: bool) -> None:
    assert is_stub(plain, page) is stub


def test_a_signature_within_the_text_is_left_out_and_the_text_kept() -> None:
    text = (
        "Content-Type: text/plain\n\n-----BEGIN PGP SIGNED MESSAGE-----\nHash: SHA256\n\nThe rent is 600 euros.\n"
        "- -- a dash\n-----BEGIN PGP SIGNATURE-----\n\niQEz\n-----END PGP SIGNATURE-----\n"
    )
    assert read_text(email.message_from_string(text)).text == "The rent is 600 euros.\n-- a dash"


def test_a_table_that_is_no_table_is_read_as_text() -> None:
    part = email.message_from_bytes(b"Content-Type: text/csv\n\n" + b'a,b\n"' + b"x" * 200_000 + b'"\n')
    assert read_text(part).text.startswith("a,b")
