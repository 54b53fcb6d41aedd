"""Lines to blocks: prose that was wrapped is joined, whatever was ended on purpose stands alone, nothing is lost."""

from __future__ import annotations

from itertools import pairwise
from textwrap import fill

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qa.text.layout.lines import find_blocks
from tests.qa.formats.plain.letters import TEXTS
from tests.qa.strategies import texts

LINES = {
    "bill": """
        Bill no. 88/2021
        Client: Okafor & Daughters, 9 Quay Street, Galway
        Amount: 74.50 euros
        Due on 9 August""",
    "bill with aligned figures": """
        Item                 Pieces     Price
        Brass hinge              12     18.00
        Hinge, galvanised         4      3.20
        Sum                             21.20""",
    "labels with a gap": """
        Keys:        with the neighbour at number 14, who is at home from five
        Alarm:       code in the blue folder
        Emergency:   call Mr Adeyemi""",
    "minutes": """
        Meeting of the tenants of the house in Lindengasse 4 to 8
        Held on 7 March in the laundry
        Present: Ms Ferro, Mr Yılmaz
        1. The roof is repaired in May.
        2. Bicycles have to leave the hall.""",
    "timetable": """
        06:12 Graz calls at all stations to Bruck an der Mur
        07:40 Villach
        08:05 Linz on weekdays only""",
    "times of a chat": """
        [18:02] Noor: who brings the tent for Saturday, has anyone got one left?
        [18:04] Piet: i do
        [18:09] Noor: great""",
    "names of a chat": """
        Noor: who brings the tent for Saturday, has anyone got one left?
        Piet: i do
        Noor: great""",
    "address": """
        Institute of Botany
        Dr. Helga Brandt, second floor
        Am Tiergarten 2
        04177 Leipzig""",
    "recipe": """
        300 g red lentils
        one onion, chopped
        2 tins of tomatoes
        salt""",
    "table that is drawn": """
        +------+-----+
        | Day  | Hrs |
        +------+-----+
        | Mon  | 7.5 |
        +------+-----+""",
    "table with bars": """
        Day | From | To
        ----|------|---
        Mon | 9:00 | 17:30""",
    "poem": """
        The kettle sings upon the stove,
        A cat looks on with yellow eyes,
        The lamp is lit, and from above
        Comes down the first of many sighs.""",
    "code": """
        for name in names:
            greet(name)
            count += 1
        return count""",
    "settings": """
        host = localhost
        port = 9000""",
    "opening hours": """
        Mon–Thu   8–18
        Fri       8–13
        Sat       closed""",
    "the longest line of a list": """
        Ane Berg, chair
        Ravindranath Chatterjee-Olsen, treasurer and keeper of the archive since 2009
        Uwe Kern, events""",
    "heading and one sentence": """
        Rules for the use of the sauna in the basement
        Towels are to be brought along.""",
    "Chinese notice": """
        社区游泳馆通知
        开放时间：上午六点到晚上九点
        地点：和平路三号""",
}  # fmt: skip

WRAPPED = [
    ("en", 72), ("en", 50), ("de", 72), ("fr", 76), ("es", 60), ("ru", 70), ("el", 65), ("pl", 80), ("ar", 70),
    ("he", 70), ("ko", 60), ("tr", 66),
]  # fmt: skip


def find_lines(text: str) -> list[str]:
    return [text[start:end] for start, end in find_blocks(text)]


def strip(text: str) -> str:
    """Return a text without the indent that it has in this file."""
    lines = text.strip("\n").split("\n")
    return "\n".join(line[8:] for line in lines)


@pytest.mark.parametrize("name", LINES)
def test_lines_that_were_ended_on_purpose_stand_alone(name: str) -> None:
    text = strip(LINES[name])
    assert find_lines(text) == [line.strip() for line in text.split("\n")]


@pytest.mark.parametrize(("language", "width"), WRAPPED)
def test_prose_that_was_wrapped_is_one_block(language: str, width: int) -> None:
    text = fill(TEXTS[language][1], width)
    assert find_lines(text) == [text]
    assert find_lines(f"{text}\n\n{text}") == [text, text]


@pytest.mark.parametrize("language", ["zh", "zh-tw", "ja"])
@pytest.mark.parametrize("width", [24, 33, 40])
def test_prose_without_spaces_that_was_wrapped_is_one_block(language: str, width: int) -> None:
    whole = TEXTS[language][1]
    text = "\n".join(whole[start : start + width] for start in range(0, len(whole), width))
    assert find_lines(text) == [text]


def test_a_word_that_was_broken_at_a_line_s_end_goes_on() -> None:
    text = (
        "The keys are with Mr Meyer-\nLandsberg and the deposit of the flat is paid back within four work-\ning days."
    )
    assert find_lines(text) == [text]


def test_prose_whose_spaces_were_stretched_is_one_block() -> None:
    text = (
        "The  mill stands  where two streams  meet, and  it has been  out of use\n"
        "since the great flood of 1954. A society keeps  the wheel turning,  and\n"
        "visitors  can buy flour  that is  ground before  their eyes on  Sundays\n"
        "in summer."
    )
    assert find_lines(text) == [text]


def test_paragraphs_that_begin_on_the_next_line_stand_apart() -> None:
    first = fill("The ferry leaves every hour from the pier below the church, and it takes cars up to two metres.", 60)
    second = fill(
        "Bicycles go for free, but a place has to be booked by telephone on the day before at the latest.", 60
    )
    assert find_lines(f"{first}\n{second}")[-1].endswith("latest.")
    assert find_lines(f"Dear Ms Roy,\n{first}\nYours,\nTheo Lund") == ["Dear Ms Roy,", first, "Yours,", "Theo Lund"]


def test_what_goes_on_below_the_cell_belongs_to_it() -> None:
    text = "-q         say nothing\n-o FILE    write to a file instead of\n           the terminal\n-v         say more"
    assert find_lines(text) == [
        "-q         say nothing",
        "-o FILE    write to a file instead of\n           the terminal",
        "-v         say more",
    ]


def test_a_label_with_one_line_below_it_belongs_to_that_line() -> None:
    assert find_lines("Low season:\nOct 4 – Mar 1\nHigh season:\nMar 2 – Oct 3") == [
        "Low season:\nOct 4 – Mar 1",
        "High season:\nMar 2 – Oct 3",
    ]
    assert find_lines("We bring:\nBread\nCheese") == ["We bring:", "Bread", "Cheese"]
    assert find_lines("7.\nHow do I pay for the ride?") == ["7.\nHow do I pay for the ride?"]


def test_how_wide_the_text_is_elsewhere_decides_on_two_lines() -> None:
    prose = fill(TEXTS["en"][1], 48)
    two = "The house was sold in March to the widow of Dr\nAmundsen."
    assert find_lines(f"{prose}\n\n{two}")[-1] == two
    assert find_lines(two)[-1] == "Amundsen."


def test_quoted_mail_keeps_its_lines() -> None:
    assert find_lines("> The key is with the neighbour, who is\n> at home.") == [
        "> The key is with the neighbour, who is",
        "> at home.",
    ]


@given(texts)
def test_blocks_are_in_order_and_leave_out_nothing_but_spaces(text: str) -> None:
    blocks = list(find_blocks(text))
    assert all(start < end and text[start:end] == text[start:end].strip() for start, end in blocks)
    assert all(left[1] <= right[0] for left, right in pairwise(blocks))
    assert "".join("".join(text[start:end] for start, end in blocks).split()) == "".join(text.split())


@given(
    st.lists(
        st.sampled_from(["a b", "A b.", "  x   y", "| z", "12:30 q", "k: v", "", "漢字", "-" * 50, "w" * 90]),
        max_size=60,
    )
)
def test_any_lines_are_told_apart_or_joined(lines: list[str]) -> None:
    text = "\n".join(lines)
    assert "".join(find_lines(text)).split() or not text.split()


def test_a_paragraph_of_very_many_lines_is_judged_line_by_line() -> None:
    text = fill((TEXTS["en"][1] + " ") * 2_000, 72)
    assert find_lines(text) == [text]
