"""Every language says all that English says, with its own plurals and typography."""

from __future__ import annotations

import re

import pytest

from server.wording import LANGUAGES, load_wording
from tests.server.wording.messages import (
    ENGLISH,
    OTHERS,
    SERVER,
    categories,
    forms,
    number_of,
    plural_forms,
    values_of,
    written,
)


def test_there_is_one_file_for_each_language():
    assert {path.stem for path in (SERVER / "wording").glob("*.toml")} == set(LANGUAGES)


@pytest.mark.parametrize("language", OTHERS)
def test_a_language_has_the_messages_of_english_in_their_order(language):
    messages = load_wording(language).messages
    assert list(messages) == list(ENGLISH)
    for key, english in ENGLISH.items():
        assert isinstance(messages[key], str) == isinstance(english, str), key


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_form_of_a_message_names_the_values_of_the_english_one(language):
    for key, message in load_wording(language).messages.items():
        named = {"": message} if isinstance(message, str) else message
        for name, form in named.items():
            unsaid = values_of(ENGLISH[key]) - values_of(form)
            assert unsaid <= ({"n"} if number_of(language, name) is not None else set()), (key, form)
            assert values_of(form) <= values_of(ENGLISH[key]), (key, form)
            assert not re.search(r"[{}]", re.sub(r"\{\w+\}", "", form)), (key, form)


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_plural_message_has_the_categories_of_its_language(language):
    needed = {*categories(language, range(1_001)), "other"}  # rules look at three digits, or at whole millions
    allowed = needed | categories(language, [1_000_000])
    for key, message in load_wording(language).messages.items():
        if not isinstance(message, str):
            assert needed <= set(plural_forms(message)) <= allowed, key
            assert all(re.fullmatch(r"=\d+", name) for name in set(message) - set(plural_forms(message))), key


@pytest.mark.parametrize(
    ("language", "both"),
    [
        ("en", "Asking both documents"),
        ("de", "Frage an beide Dokumente"),
        ("fr", "Question posée aux deux documents"),
        ("es", "Se pregunta a ambos documentos"),
        ("ar", "السؤال موجَّه إلى كلا المستندين"),
        ("zh", "向这两份文档提问"),
    ],
)
def test_two_documents_are_both(language, both):
    for key in ("scope.all", "script.scope.all"):
        assert load_wording(language)(key, n=2) == both
        assert load_wording(language)(key, n=3) != both


@pytest.mark.parametrize("language", LANGUAGES)
def test_messages_are_plain_text(language):
    for form in written(language):
        assert form
        assert form == form.strip()
        assert not re.search(r"[<>&\x00-\x1f\x7f]", form), form
    assert load_wording(language)("advice.add").endswith("quoth serve FOLDER")


@pytest.mark.parametrize("language", OTHERS)
def test_a_language_is_not_left_in_english(language):
    same = [key for key, message in load_wording(language).messages.items() if forms(message) == forms(ENGLISH[key])]
    assert len(same) < len(ENGLISH) / 10, same


@pytest.mark.parametrize(
    ("language", "wrong"),
    [
        ("en", r"[%“”„«»]"),
        ("de", r"['\"”%]"),
        ("fr", r"['\"%]|[^\u202f][;:?!]"),
        ("es", r"['\"%]|^[^¿]*\?|^[^¡]*!"),
        ("ar", r"['\",;?%]"),
        ("zh", r"['\",;:?!%]|\.$"),
    ],
)
def test_each_language_has_its_own_typography(language, wrong):
    assert [form for form in written(language) if re.search(wrong, form)] == []
