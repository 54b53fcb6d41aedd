"""Rich text files: text as it is shown, tables as rows, notes at the end, what is left out said, whatever is broken."""

from __future__ import annotations

import contextlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

import qa
from qa.formats.office.rtf.document import read_rtf
from qa.formats.writing.content import Content

FONTS = (
    r"{\fonttbl{\f0\froman\fcharset0 Times;}{\f1\fcharset204 Times Cyr;}{\f2\fcharset2 Symbol;}"
    r"{\f3\fcharset128 Mincho;}}"
)


def read(body: str, *, head: str = r"\ansi\ansicpg1252\deff0") -> Content:
    return read_rtf(rb"{\rtf1" + head.encode() + FONTS.encode() + b"\n" + body.encode("latin-1") + b"}")


def text_of(body: str, *, head: str = r"\ansi\ansicpg1252\deff0") -> str:
    return read(body, head=head).text.rstrip("\n")


@pytest.mark.parametrize(
    ("body", "text"),
    [
        (r"It is 600\~euros.\par They are due\line now.", "It is 600 euros.\n\nThey are due\nnow."),
        ("one\r\ntwo\\par\nthree", "onetwo\n\nthree"),
        (r"caf\'e9, na\'efve", "café, naïve"),
        (r"\ldblquote 5\endash 7\rdblquote\emdash\lquote x\rquote\bullet", "“5–7”—‘x’•"),
        (r"\{a\\b\}", r"{a\b}"),
        (r"\u8364?5 \u-3999?\u55357?\u56832?", "€5 \uf061😀".replace("\uf061", "α")),
        (r"{\uc2\u1078\'e6\'e6\u1080ab}!", "жи!"),
        (r"{\uc0\u1078}x", "жx"),
        (r"{\f1\'ec\'e8\'f0} {\f3\'93\'fa\'96\'7b}", "мир 日本"),
        (r"{\f2\'b3} 5", "≥ 5"),
        (r"10{\super 5} and H{\sub 2}O, 10\up6 7\up0 .", "10⁵ and H₂O, 10⁷."),
        (r"work\-shop, e\_mail", "workshop, e\u2011mail"),
        (r"a{\b b}{\i c{\ul d}}e", "abcde"),
        (r"{\pntext 1.\tab}First\par{\listtext\f2\'b7\tab}Second", "1. First\n- Second"),
        (r"{\field{\*\fldinst HYPERLINK \"https://a.org\"}{\fldrslt the page}}", "the page"),
        (r"{\field{\*\fldinst SYMBOL 179 \\f \"Symbol\"}{\fldrslt}} 5", "≥ 5"),
        (r"{\*\generator Word;}{\*\unknown x}{\colortbl;\red0;}Text", "Text"),
        (r"{\shp{\*\shpinst{\sp{\sn a}{\sv b}}{\shptxt In a box}}{\shprslt In a box}}", "In a box"),
        (r"\bin3 }}}x", "x"),
        (r"a\par}}}} b", "a\n\nb"),
        (r"{{{a", "a"),
    ],
)  # fmt: skip
def test_text_is_read_as_it_is_shown(body: str, text: str) -> None:
    assert text_of(body) == text


@pytest.mark.parametrize(
    ("head", "data", "text"),
    [
        (r"\ansi\ansicpg1250", r"\'9elu\'9dou\'e8k\'fd", "žluťoučký"),
        (r"\ansi\ansicpg1251", r"\'e4\'ee\'ec", "дом"),
        (r"\mac", r"caf\'8e", "café"),
        (r"\pc", r"caf\'82", "café"),
        (r"\ansi\ansicpg932", r"\'93\'fa\'96\'7b", "日本"),
        (r"\ansi\ansicpg99999", r"caf\'e9", "café"),
    ],
)
def test_characters_are_read_in_the_charset_of_the_file(head: str, data: str, text: str) -> None:
    assert text_of(data, head=head) == text


def row(*cells: str, edges: tuple[str, ...] = (), head: str = "") -> str:
    stated = "".join(edges) or "".join(rf"\cellx{1000 * (number + 1)}" for number in range(len(cells)))
    return rf"\trowd{head}{stated}\pard\intbl " + "".join(cell + r"\cell " for cell in cells) + "\\row\n"


def test_tables_are_rows_with_the_names_of_their_columns() -> None:
    table = row("Room", "Fee", head=r"\trhdr") + row("Hall", "120") + row("Attic", "40")
    assert (
        text_of(rf"Fees\par {table}\pard After\par")
        == "Fees\n\nRoom: Hall; Fee: 120.\n\nRoom: Attic; Fee: 40.\n\nAfter"
    )


def test_merged_cells_stand_in_each_row_and_column_that_they_cover() -> None:
    table = (
        row("Hall", "Day", "Guard", head=r"\trhdr")
        + row("North", "Monday", "Ruiz", edges=(r"\clvmgf\cellx1000", r"\cellx2000", r"\cellx3000"))
        + row("", "Tuesday", "Okoro", edges=(r"\clvmrg\cellx1000", r"\cellx2000", r"\cellx3000"))
        + row("South", "closed", "", edges=(r"\cellx1000", r"\clmgf\cellx2000", r"\clmrg\cellx3000"))
        + row("East", "by appointment", edges=(r"\cellx1010", r"\cellx2990"))
    )
    assert text_of(table).split("\n\n") == [
        "Hall: North; Day: Monday; Guard: Ruiz.",
        "Hall: North; Day: Tuesday; Guard: Okoro.",
        "Hall: South; Day: closed; Guard: closed.",
        "Hall: East; Day: by appointment; Guard: by appointment.",
    ]


def test_a_table_within_a_cell_is_read_in_its_place() -> None:
    nested = r"Times:\par\pard\intbl\itap2 Mon\nestcell 9\nestcell{\*\nesttableprops\trowd\cellx1\cellx2\nestrow}"
    assert text_of(row("Hall", nested)) == "Hall; Times: Mon, 9"


def test_notes_stand_at_the_end_with_their_marks() -> None:
    note = r"{\super\chftn}{\footnote\pard{\super\chftn} Since %s.}"
    assert text_of(rf"The fee is 41{note % '2019'} euros{note % '2021'}.\par Next.") == (
        "The fee is 41¹ euros².\n\nNext.\n\n¹ Since 2019.\n\n² Since 2021."
    )


def test_headings_are_told_by_their_style_or_level() -> None:
    content = read(
        r"{\stylesheet{\s0 Normal;}{\s1\outlinelevel0 Mein Titel 1;}{\s2 heading 2;}}"
        r"\pard\s1 Rules\par\pard\s2 Fees\par\pard\outlinelevel2 Dogs\par\pard None.\par"
    )
    assert [content.text[start:end] for start, end in content.headings] == ["Rules", "Fees", "Dogs"]
    assert content.heading_levels == (1, 2, 3)


def test_the_title_is_that_of_the_file() -> None:
    assert read(r"{\info{\title Lease of a flat}{\author Ann}}Text").title == "Lease of a flat"


def test_heads_and_feet_of_pages_are_read_once_at_the_end() -> None:
    assert text_of(
        r"{\header\pard Draft of May\par}{\footerl\pard Draft of May\par}{\footerr\pard \chpgn\par}Text"
    ) == ("Text\n\nDraft of May")


def test_what_is_left_out_is_said() -> None:
    content = read(
        r"It costs {\strike 9}6 euros{\v  secret}{\deleted  gone}{\revised  now}.{\*\annotation a remark}"
        r"{\pict\pngblip 89504e47}{\object{\*\objclass Excel.Sheet.8}{\*\objdata 0105}}"
    )
    assert content.text == "It costs 6 euros now.\n"
    assert content.notices == (
        "Struck-out text was left out in 1 place.",
        "Hidden text was left out in 1 place.",
        "Tracked changes were read as accepted: 1 insertion, 1 deletion.",
        "1 comment was left out.",
        "1 embedded object was not read: Excel workbook. Save it as a file and add that.",
        "1 picture was not read.",
    )


def test_what_is_no_rich_text_says_so() -> None:
    with pytest.raises(qa.FileDamaged, match="no rich text"):
        read_rtf(b"plain")


@pytest.mark.parametrize(
    "body",
    [
        "{" * 90_000,
        "{" * 90_000 + "x" + "}" * 90_000,
        r"{\footnote " * 3_000,
        r"\cell" * 20_000,
        r"\trowd\cellx1" * 9_000,
    ],
)
def test_groups_and_cells_without_end_are_read(body: str) -> None:
    read(body)


def test_more_groups_than_any_file_has_end_in_an_error() -> None:
    with pytest.raises(qa.FileDamaged, match="groups"):
        read("{" * 200_000)


PIECES = r"""
{ } \ \par \u99999 \u-1? \' \'e9 \* \bin9 \bin-5 \cell \row \trowd \cellx-9 \intbl \footnote \chftn \fonttbl \f1
\fcharset128 \stylesheet \s1 \ansicpg0 \uc-3 \field \fldinst SYMBOL 99999999 \pict \header \nestcell \nestrow \clvmrg
\up-5 text; é
""".split()


@given(st.lists(st.sampled_from(PIECES), max_size=60).map("".join))
def test_no_file_stops_the_reading(body: str) -> None:
    with contextlib.suppress(qa.ReadError):
        read(body).text.encode()
