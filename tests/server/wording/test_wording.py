"""A message as it is written: no value becomes markup, numbers as the language has them, and in which language."""

from __future__ import annotations

import re

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from markupsafe import Markup

from server.wording import DEFAULT_LANGUAGE, LANGUAGES, choose_language, load_wording
from tests.server.wording.messages import (
    ENGLISH,
    forms,
    values_of,
)

TEXT = st.one_of(st.text(), st.text(alphabet="<>&\"'{}/;#ab \u202e", min_size=1))
FILLED = [key for key, message in ENGLISH.items() if values_of(message)]


@given(st.sampled_from(list(LANGUAGES)), st.sampled_from(FILLED), TEXT, st.integers(0, 2_000_000))
@example("en", "removing.title", "<script>{n}&amp;'\"</script>", 1)
def test_no_value_becomes_markup(language, key, text, n):
    message = load_wording(language).messages[key]
    counted = {} if isinstance(message, str) else {"n": n}
    html = load_wording(language)(key, **(dict.fromkeys(values_of(message), text) | counted))
    assert not re.search(r"[<>\"']", html)
    shown = dict.fromkeys(values_of(message), text) | dict.fromkeys(counted, load_wording(language).number(n))
    assert html.unescape() in {form.format(**shown) for form in forms(message)}


def test_markup_is_written_as_it_is():
    html = load_wording("en")("removing.title", title=Markup("<bdi>{}</bdi>").format("<b>"))
    assert html == "Remove <bdi>&lt;b&gt;</bdi>?"


def test_an_unknown_message_and_a_missing_value_are_errors():
    with pytest.raises(KeyError):
        load_wording("en")("site.nothing")
    for key in ("documents.count", "removing.title"):
        with pytest.raises(KeyError):
            load_wording("en")(key)


@pytest.mark.parametrize(
    ("language", "number"),
    [
        ("en", "1,234,567"),
        ("de", "1.234.567"),
        ("fr", "1\u202f234\u202f567"),
        ("es", "1.234.567"),
        ("ar", "1,234,567"),
        ("zh", "1,234,567"),
    ],
)
def test_numbers_are_written_as_the_language_writes_them(language, number):
    assert load_wording(language).number(1_234_567) == number
    assert number in load_wording(language)("documents.characters", n=1_234_567)
    assert load_wording(language).number(7) == "7"


@pytest.mark.parametrize(
    ("language", "percentage"),
    [("en", "29%"), ("de", "29\xa0%"), ("fr", "29\xa0%"), ("es", "29\xa0%"), ("ar", "29%"), ("zh", "29%")],
)
def test_percentages_are_written_as_the_language_writes_them(language, percentage):
    for key in ("figure.exactly", "figure.under", "figure.over"):
        assert percentage in load_wording(language)(key, percent=load_wording(language).percent(29))


@pytest.mark.parametrize(
    ("language", "names"),
    [("en", "German and tlh"), ("de", "Deutsch und tlh"), ("fr", "allemand et tlh"), ("zh", "德语和tlh")],
)
def test_languages_have_their_names_in_the_language_of_the_interface(language, names):
    assert load_wording(language).name_languages(["de", "zzz"]) == names.replace("tlh", "zzz")


def test_only_arabic_is_written_from_right_to_left():
    assert {language for language in LANGUAGES if load_wording(language).direction == "rtl"} == {"ar"}
    assert {load_wording(language).direction for language in LANGUAGES} == {"ltr", "rtl"}


def test_scripts_get_their_messages_and_no_others():
    for language in LANGUAGES:
        assert set(load_wording(language).for_scripts) == {key for key in ENGLISH if key.startswith("script.")}


@pytest.mark.parametrize(
    ("header", "language"),
    [
        ("", "en"),
        ("de", "de"),
        ("DE", "de"),
        ("de-AT", "de"),
        ("zh-Hant-TW", "zh"),
        ("fr-CH, fr;q=0.9, en;q=0.8, de;q=0.7, *;q=0.5", "fr"),
        ("en;q=0.5, es;q=0.9", "es"),
        ("es;q=0.5,ar;q=0.5", "es"),
        ("pt, ja", "en"),
        ("pt, ar;q=0.001", "ar"),
        ("de;q=0", "en"),
        ("de;q=0, fr;q=0.1", "fr"),
        ("*", "en"),
        ("  fr  ;  q=0.3  ,  zh ; q=0.4", "zh"),
        ("de;q=", "en"),
        ("de;q=x, fr;q=0.2", "fr"),
        ("de;q=-1", "en"),
        ("de;q=nan", "en"),
        ("deutsch", "en"),
        ("../de", "en"),
        ("de_AT", "en"),
        (",;,;q=1,,", "en"),
        ("\x00, \ud800, de", "de"),
        ("pt," * 1_000 + "de", "en"),
        ("x" * 1_000_000, "en"),
    ],
)
def test_the_language_that_a_browser_likes_best(header, language):
    assert choose_language(header) == language


@given(st.one_of(st.text(), st.text(alphabet="adefrnszhq=;,.-*019 \tnaif")))
def test_any_header_gives_a_language(header):
    assert choose_language(header) in LANGUAGES


@given(st.dictionaries(st.sampled_from([*LANGUAGES, "pt", "ja"]), st.integers(0, 1_000)), st.randoms())
def test_the_greatest_weight_wins_wherever_it_stands(weights, random):
    parts = [f"{language};q={weight / 1_000}" for language, weight in weights.items()]
    random.shuffle(parts)
    known = {language: weight for language, weight in weights.items() if language in LANGUAGES and weight}
    most = max(known.values(), default=0)
    assert choose_language(", ".join(parts)) in ({each for each in known if known[each] == most} or {DEFAULT_LANGUAGE})


def test_each_number_takes_the_form_of_its_category():
    assert [load_wording("en")("documents.count", n=n) for n in (0, 1, 2)] == [
        "0 documents",
        "1 document",
        "2 documents",
    ]
    assert [load_wording("fr")("documents.count", n=n) for n in (0, 1, 2)] == [
        "0 document",
        "1 document",
        "2 documents",
    ]
    assert load_wording("fr")("documents.count", n=1_000_000) == "1\u202f000\u202f000 documents"
    arabic = ["3 أحرف", "11 حرفًا", "100 حرف", "103 أحرف"]
    assert [load_wording("ar")("documents.characters", n=n) for n in (3, 11, 100, 103)] == arabic
    assert {load_wording("zh")("documents.count", n=n).lstrip("0123") for n in range(4)} == {" 份文档"}
