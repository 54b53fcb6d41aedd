"""What a field shows without a result."""

from __future__ import annotations

import pytest

from qa.formats.office.word.fields import Field, FieldCounts, show_field
from qa.formats.xml import parse_xml
from tests.qa.office import xml


@pytest.mark.parametrize(
    ("code", "data", "shown"),
    [
        ("FORMCHECKBOX", "<w:checkBox><w:default w:val='1'/></w:checkBox>", "☒"),
        ("FORMCHECKBOX", "<w:checkBox><w:default w:val='1'/><w:checked w:val='0'/></w:checkBox>", "☐"),
        ("FORMDROPDOWN", "<w:ddList><w:listEntry w:val='a'/></w:ddList>", "a"),
        ("FORMDROPDOWN", "<w:ddList><w:result w:val='9'/><w:listEntry w:val='a'/></w:ddList>", ""),
        ('SYMBOL 179 \\f "Symbol" \\s 12', "", "≥"),
        ("SYMBOL 0x2610", "", "☐"),
        (r"EQ \f(a+b,2)", "", "(a+b)/2"),
        ("MACROBUTTON NoMacro Click here", "", ""),
        ("", "", ""),
    ],
)
def test_a_field_shows_what_its_code_says(code: str, data: str, shown: str) -> None:
    form = parse_xml(xml("w:ffData", data).encode(), "a") if data else None
    assert show_field(Field(code=[code], form=form), FieldCounts()) == shown


def test_fields_that_number_paragraphs_count() -> None:
    counts = FieldCounts()
    codes = [
        "LISTNUM",
        r"LISTNUM \l 2",
        r"LISTNUM \l 2",
        "LISTNUM",
        r"LISTNUM \l 2",
        r"LISTNUM \l 1 \s 9",
        r"LISTNUM \l 99",
    ]
    assert [counts.next("LISTNUM", code) for code in codes] == ["1)", "a)", "b)", "2)", "a)", "9)", "i."]
    assert [counts.next("AUTONUM", "AUTONUM"), counts.next("AUTONUM", "AUTONUM")] == ["1.", "2."]
    assert [counts.next("LISTNUM", f"LISTNUM LegalDefault \\l {n}") for n in (1, 2)] == ["1.", "1.1."]
