"""Where sentences end, in each language and whatever the text."""

from __future__ import annotations

from textwrap import dedent

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from qa.text.sentences import MAX_SENTENCE, find_sentences
from tests.qa.hostile import HOSTILE
from tests.qa.languages import SAMPLES
from tests.qa.strategies import texts
from tests.qa.text.pages import PAGES

languages = st.sampled_from([*SAMPLES, "fr", "fa", "ja", "ko", "th", "und"])


def sentences(text: str, language: str = "en") -> list[str]:
    return [text[start:end] for start, end in find_sentences(text, language)]


@given(texts, languages)
def test_sentences_cover_every_visible_character_once(text: str, language: str) -> None:
    covered = [0] * len(text)
    for start, end in find_sentences(text, language):
        for at in range(start, end):
            covered[at] += 1
    assert max(covered, default=0) <= 1
    assert [at for at, character in enumerate(text) if not character.isspace() and not covered[at]] == []


@given(texts, languages)
def test_sentences_are_in_order_trimmed_and_bounded(text: str, language: str) -> None:
    spans = find_sentences(text, language)
    assert spans == sorted(spans)
    for start, end in spans:
        assert 0 < end - start <= MAX_SENTENCE
        assert text[start:end] == text[start:end].strip()


@pytest.mark.parametrize(
    "expected",
    [
        ["Dr. J. R. Smith of the U.S. Army left at 9:30 a.m. on Jan. 5.", "He returned."],
        ["Mr. Brown vs. Ms. Green.", "It cost $3.5 million, e.g. a lot."],
        ["Prof. O'Neil met Lt. Col. Ann Lee at St. Mary's.", "They agreed."],
        ["He said, “We couldn’t stop them.”", "Then he left."],
        ['She asked, "Why?"', "Nobody knew."],
        ["(It was late.)", "The shop had closed."],
        ["See No. 5 and Fig. 3.", "They differ."],
        ["Is it over?", "No.", "He stayed."],
        ["J.R.R. Tolkien wrote it.", "John F. Kennedy read it."],
        ["It rose by 3.5%.", "5 people noticed."],
        ["The council met [12].", "It adjourned."],
        ["He lived from 384 B.C. to 322 B.C.", "Then he died."],
        ["What was that?!", "Nothing!", "The end... or not."],
        [
            "It sails on Sundays.¹",
            "A ticket costs nine euros.[2]",
            "Nobody rows.3",
            "“Why?”4",
            "He slept.¹,²",
            "He woke.*",
        ],
        [
            "It sails on Sundays.[1][2]:14",
            "A fee is due (see there.³)",
            "He said, “Go.”[note 4]",
            "They went.^(5)",
            "All.",
        ],
        ["See Fig.1 The map, sect.2 Roads and vol.3 Maps.", "Say approx.¹ five."],
        ["東京は首都です。", "人口は多い。"],
        ["هل وصلوا؟", "نعم وصلوا."],
        ["यह पहला है।", "यह दूसरा है।"],
    ],
)
def test_sentence_ends(expected: list[str]) -> None:
    assert sentences(" ".join(expected)) == expected


@pytest.mark.parametrize("language", SAMPLES)
def test_sentence_ends_in_each_language(language: str) -> None:
    assert sentences(SAMPLES[language].text, language) == list(SAMPLES[language].sentences)


@pytest.mark.parametrize(
    ("language", "expected"),
    [
        ("de", ["Nr. 5 gilt, s. Abb. 3 usw. und so fort.", "Er wohnt im 2. Stock.", "Sie kam als 3. ins Ziel."]),
        ("es", ["El Sr. Pérez vive en la Av. Libertad núm. 5.", "¡Qué bien!", "Sí."]),
        ("fr", ["M. Dupont a vu Mme Curie, p. ex. ici.", "C’était en 1931."]),
        ("ru", ["См. рис. 5 и табл. 2.", "Он сказал: «Я иду».", "Потом ушёл."]),
        ("zh", ["他说：“我走了。”", "真的吗？", "是的！"]),
        ("ar", ["قال: «سأذهب».", "ثم ذهب."]),
        ("hi", ["प्रो. वर्मा कहाँ रहे?", "दिल्ली में।"]),
    ],
)
def test_abbreviations_of_each_language(language: str, expected: list[str]) -> None:
    assert sentences(" ".join(expected), language) == expected


@pytest.mark.parametrize("mark", ["¹", "²³", "¹,²", "⁴⁻⁶", "¹⁾", "[1]", "[1][2]", "[3, 4]", "ᵃ", "†"])
@pytest.mark.parametrize("language", SAMPLES)
def test_a_note_s_mark_belongs_to_the_sentence_that_it_closes(language: str, mark: str) -> None:
    """In every language, and where nothing follows the mark as well."""
    whole = SAMPLES[language].sentences
    spaced = "" if language in {"zh", "ja"} else " "
    assert sentences(spaced.join(f"{each}{mark}" for each in whole), language) == [f"{each}{mark}" for each in whole]


def test_a_plain_figure_behind_a_full_stop_is_a_mark_where_a_word_ends_and_another_begins() -> None:
    assert sentences("Sie fährt am Sonntag.1 Der Preis ist neun Euro. Siehe Abschn.2 Preise.", "de") == [
        "Sie fährt am Sonntag.1", "Der Preis ist neun Euro.", "Siehe Abschn.2 Preise.",
    ]  # fmt: skip
    assert sentences("Version 2.1 The list. See page.5 of it. Use foo.2 now.") == [
        "Version 2.1 The list.", "See page.5 of it.", "Use foo.2 now.",
    ]  # fmt: skip


def test_a_line_that_ends_by_a_full_width_mark_may_go_on() -> None:
    line = "博物馆由李教授于1931年创立，图书馆收藏了350万册图书，儿童免费入场，成人票价为三元五角！"
    assert sentences(f"{line}\n{line}", "zh") == [line, line]


def test_lines_without_a_full_stop_stand_alone() -> None:
    text = "Opening hours\n\nMonday closed\nTuesday 9 to 5\n- first item\n- second item\n1. Go in\n2. Sit down"
    assert sentences(text) == [
        "Opening hours", "Monday closed", "Tuesday 9 to 5", "- first item", "- second item", "1. Go in", "2. Sit down",
    ]  # fmt: skip


def test_a_paragraph_that_was_wrapped_is_joined() -> None:
    text = (
        "The government, which has been without a head of state for two years,\n"
        "Has lost the power to decide, and the officials in the capital city of\n"
        "Beirut wait. Nobody knows\nhow long."
    )
    assert [sentence.split()[0] for sentence in sentences(text)] == ["The", "Nobody"]


def test_one_paragraph_a_line_needs_no_full_stop() -> None:
    line = "The current government of the country lacks the means to act in this matter " * 3
    assert len(sentences(f"{line}\n{line}")) == 2


def test_text_without_punctuation_is_cut_at_spaces() -> None:
    text = "word " * 1_000
    found = sentences(text)
    assert all(len(sentence) <= MAX_SENTENCE for sentence in found)
    assert {word for sentence in found for word in sentence.split()} == {"word"}


def test_a_long_sentence_is_cut_at_a_clause() -> None:
    clause = "a " * 200 + "end"
    assert sentences("; ".join([clause] * 4))[0].endswith(";")


def test_a_run_without_spaces_is_cut_hard() -> None:
    assert [len(sentence) for sentence in sentences("x" * (2 * MAX_SENTENCE + 5))] == [MAX_SENTENCE, MAX_SENTENCE, 5]


@pytest.mark.parametrize("space", ["\u00a0", "\u202f", "\u2003", "\u3000", "\u2028", "\x85", "\x1c"])
def test_any_space_parts_sentences(space: str) -> None:
    assert sentences(f"It ended.{space}They left.") == ["It ended.", "They left."]


@pytest.mark.parametrize("unit", ["“", "a “b ", "'a' ", "«"])
def test_a_long_line_of_open_quotation_marks_is_split_in_linear_time(unit: str) -> None:
    text = unit * (500_000 // len(unit))
    spans = find_sentences(text)
    assert "".join(text[start:end] for start, end in spans).replace(" ", "") == text.replace(" ", "")


def test_a_line_longer_than_is_split_at_once_is_split_in_the_same_places() -> None:
    text = "The museum opens at nine. A ticket costs 14.50 euros, says Dr. Ito. " * 1_000
    assert {text[start:end] for start, end in find_sentences(text)} == {
        "The museum opens at nine.",
        "A ticket costs 14.50 euros, says Dr. Ito.",
    }


@pytest.mark.parametrize(
    "row",
    [
        "Name: J. Smith; Company: Acme Inc. Boston; City: St. Louis; Population: 1,400.",
        "Question: Ready?; Answer: Yes! Now.",
        "Tel.: 555; Ratio 3:1: 0.5; At: 12:30.",
        "Ito; Dept.: R. & D.; Since: 5. May",
        "Town (of birth): St. Ives. Cornwall; Born (year): c. 1900.",
    ],
)
def test_a_row_with_the_names_of_its_columns_is_one_sentence(row: str) -> None:
    assert sentences(f"{row}\n\n{row}") == [row, row]


def test_what_only_looks_like_a_row_is_cut_as_ever() -> None:
    assert sentences("She had one rule: never go. He left; he did not say why.") == [
        "She had one rule: never go.",
        "He left; he did not say why.",
    ]
    prose = "The Normans (Norman: Nourmands; French: Normands; Latin: Normanni) were a people. They came from Norse."
    assert len(sentences(prose)) == 2
    prose = "Scores had five steps. It went so. 1: soft; 2: firm; 3: hard."
    assert len(sentences(prose)) > 1
    row = "; ".join(["Name: Ito. Or not"] * 100)
    assert len(sentences(row)) > 1


def test_lines_with_tabs_are_rows_and_never_joined() -> None:
    assert sentences("the widest line of this table is here\tand here\nwine\t3\n(beer)\t4,\nMilk\t5") == [
        "the widest line of this table is here\tand here",
        "wine\t3",
        "(beer)\t4,",
        "Milk\t5",
    ]


def check_tiling(text: str, spans: list[tuple[int, int]]) -> None:
    """Fail unless spans are in order, bounded, without spaces at their edges, and leave out nothing but spaces."""
    end = 0
    for left, right in spans:
        assert end <= left < right <= left + MAX_SENTENCE
        assert text[end:left].strip() == ""
        assert not text[left].isspace()
        assert not text[right - 1].isspace()
        end = right
    assert text[end:].strip() == ""


runs = st.tuples(
    st.sampled_from(
        [*" \t\n\u00a0\u3000.!?…。;:,“”\"'()[{«»-–1a漢e\u0301\u200b\u202e😀", ". ", "a.", "“a. ", "1.", "a b "]
    ),
    st.integers(1, 30_000),
)


@settings(max_examples=60)
@given(st.lists(st.one_of(texts, runs.map(lambda run: run[0] * run[1])), max_size=6).map("".join), languages)
def test_a_text_of_any_length_with_any_runs_is_tiled(text: str, language: str) -> None:
    check_tiling(text, find_sentences(text, language))


@pytest.mark.parametrize("n", [9_980, 9_981, 10_000, 19_981, 20_000, 29_981, 100_003])
@pytest.mark.parametrize("space", [" ", "\u00a0", "\t"])
def test_a_run_of_spaces_of_any_length_is_between_sentences(n: int, space: str) -> None:
    text = "The fee is 14 euros" + space * n + "today."
    assert [text[slice(*span)] for span in find_sentences(text)] == ["The fee is 14 euros", "today."]


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_text_is_tiled(name: str) -> None:
    text = HOSTILE[name](25_000)
    check_tiling(text, find_sentences(text))
    wrapped = f"{text}\n{text}\n{text}b\nand so on, a line that goes on for as long as that\nHere it ends."
    check_tiling(wrapped, find_sentences(wrapped))


def test_a_note_in_words_belongs_to_the_sentence_before_it() -> None:
    assert sentences("It rained.[citation needed] They left.:12–14 It was late.[1][page needed]") == [
        "It rained.[citation needed]", "They left.:12–14", "It was late.[1][page needed]",
    ]  # fmt: skip


@pytest.mark.parametrize(("language", "marked"), PAGES)
def test_sentences_of_pages(language: str, marked: str) -> None:
    marked = dedent(marked).strip()
    expected = [part.strip() for part in marked.split("¶")]
    assert sentences(marked.replace("¶", ""), language) == expected
