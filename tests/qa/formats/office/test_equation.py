"""Equations on one line."""

from __future__ import annotations

import pytest

from qa.formats.office.equation import write_equation
from qa.formats.office.word.document import read_docx
from tests.qa.office import docx, paragraph


@pytest.mark.parametrize(
    ("math", "text"),
    [
        ("<m:f><m:num>{a}</m:num><m:den>{b}</m:den></m:f>", "a/b"),
        ("<m:f><m:num>{a}{b}<m:r><m:t>+1</m:t></m:r></m:num><m:den>{b}</m:den></m:f>", "(ab+1)/b"),
        ("<m:sSup><m:e>{a}</m:e><m:sup>{b}</m:sup></m:sSup>", "a^b"),
        ("<m:sSubSup><m:e>{a}</m:e><m:sub>{b}</m:sub><m:sup>{a}</m:sup></m:sSubSup>", "a_b^a"),
        ("<m:rad><m:deg/><m:e>{a}</m:e></m:rad>", "√a"),
        ('<m:nary><m:naryPr><m:chr m:val="∑"/></m:naryPr><m:sub>{a}</m:sub><m:sup/><m:e>{b}</m:e></m:nary>', "∑_a b"),
        ("<m:d><m:dPr/><m:e>{a}</m:e><m:e>{b}</m:e></m:d>", "(a|b)"),
        ("<m:func><m:fName>{a}</m:fName><m:e>{b}</m:e></m:func>", "a b"),
        ("<m:limLow><m:e>{a}</m:e><m:lim>{b}</m:lim></m:limLow>", "a_b"),
        ("{a}<m:r><m:t>\u2061</m:t></m:r>{b}", "ab"),
        ("{a}<w:del>{b}</w:del><w:ins>{b}</w:ins>", "ab"),
        ("<m:m><m:mr><m:e>{a}</m:e><m:e>{b}</m:e></m:mr><m:mr><m:e>{b}</m:e></m:mr></m:m>", "a b; b"),
    ],
)
def test_equations_are_a_line(math: str, text: str) -> None:
    letters = {letter: f"<m:r><m:t>{letter}</m:t></m:r>" for letter in "ab"}
    content = read_docx(docx(paragraph("So ", f"<m:oMath>{math.format(**letters)}</m:oMath>", ".")))
    assert content.text == f"So {text}.\n"


def test_no_equation_is_no_text() -> None:
    assert write_equation(None) == ""
