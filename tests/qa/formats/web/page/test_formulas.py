"""MathML as a line of text."""

from __future__ import annotations

import pytest

from qa.formats.web.html import read_html

X, TWO = "<mi>x</mi>", "<mn>2</mn>"


@pytest.mark.parametrize(
    ("formula", "text"),
    [
        (f"<mi>π</mi><msup><mi>r</mi>{TWO}</msup>", "πr²"),
        (f"<mfrac><mi>a</mi><mrow>{TWO}<mi>b</mi></mrow></mfrac>", "a/(2b)"),
        (f"<msqrt>{X}</msqrt>", "√x"),
        (f"<msqrt>{X}<mo>+</mo>{TWO}</msqrt>", "√(x + 2)"),
        (f"<mroot>{X}<mn>3</mn></mroot>", "³√x"),
        ("<msup><mn>10</mn><mn>5</mn></msup>", "10⁵"),
        ("<msup><mn>10</mn><mrow><mo>−</mo><mn>7</mn></mrow></msup>", "10⁻⁷"),
        (f"<msup><mrow><mo>(</mo>{X}<mo>+</mo>{TWO}<mo>)</mo></mrow>{TWO}</msup>", "(x + 2)²"),
        (f"<msup><mi>e</mi><mrow>{X}<mo>+</mo>{TWO}</mrow></msup>", "e^(x+2)"),
        (f"<msub><mi>H</mi>{TWO}</msub><mi>O</mi>", "H₂O"),
        (f"<msub>{X}<mi>i</mi></msub><mo>≤</mo>{TWO}", "x_i ≤ 2"),
        (f"<msubsup>{X}{TWO}<mn>3</mn></msubsup>", "x₂³"),
        (f"<mi>f</mi><mo>′</mo><mo>(</mo>{X}<mo>)</mo><mo>=</mo><mo>-</mo>{X}", "f′(x) = -x"),
        (f"<mi>sin</mi><mo>&#x2061;</mo>{X}", "sin x"),
        (f"<mi>a</mi><mo>&#x2062;</mo>{X}<mo>,</mo><mi>y</mi>", "ax, y"),
        (f"<munderover><mo>∑</mo><mrow><mi>i</mi><mo>=</mo><mn>1</mn></mrow><mi>n</mi></munderover>{X}", "∑_(i=1)ⁿ x"),
        (f"<mover>{X}<mo>¯</mo></mover>", "x\u0304"),
        ("<mover><msub><mi>a</mi><mi>i</mi></msub><mo>¯</mo></mover>", "a_i¯"),
        (f"{X}<mo>⟺</mo>{TWO}", "x ⟺ 2"),
        (f"<mfenced>{X}{TWO}</mfenced>", "(x, 2)"),
        ("<mtable><mtr><mtd>1</mtd><mtd>0</mtd></mtr><mtr><mtd>0</mtd><mtd>1</mtd></mtr></mtable>", "1 0; 0 1"),
        (f"{X}<mtext> if </mtext>{TWO}", "x if 2"),
        (f"<semantics><mrow>{X}</mrow><annotation>\\x</annotation></semantics>", "x"),
        ("", ""),
    ],
)
def test_a_formula_is_a_line(formula: str, text: str) -> None:
    assert read_html(f"<p>It is <math>{formula}</math> here".encode()).text == f"It is {text} here\n".replace("  ", " ")


def test_a_formula_on_a_line_of_its_own_stays_there() -> None:
    page = f"<p>We have <math display=block>{X}<mo>=</mo>{TWO}</math> always."
    assert read_html(page.encode()).text == "We have\n\nx = 2\n\nalways.\n"


def test_a_formula_without_parts_gives_what_stands_in_its_place() -> None:
    assert read_html(b"<p>Let <math alttext='x^2'></math> be").text == "Let x^2 be\n"


def test_a_deep_formula_is_read() -> None:
    deep = "<mrow><msqrt>" * 2_000 + X + "</msqrt></mrow>" * 2_000
    assert "x" in read_html(f"<p>Let <math>{deep}</math> be".encode()).text
    assert "√" in read_html(f"<p>Let <math>{deep}</math> be".encode()).text
