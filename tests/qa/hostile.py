"""Texts as somebody writes them who wishes a program ill, by name: each a function of how long it is to be.

Most are what a loop within a loop is slow over, or a pattern that goes back over what it has read; some break what
expects a letter, a line or an end to come.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping

__all__ = ["HOSTILE"]

HOSTILE: Mapping[str, Callable[[int], str]] = {
    "spaces within": lambda n: "The fee is 14 euros" + " " * n + "today.",
    "spaces alone": lambda n: " " * n,
    "spaces of all kinds": lambda n: "A fee" + "\u00a0\u2003\t\u3000" * (n // 4) + "is due.",
    "line ends": lambda n: "A fee" + "\n" * n + "is due.",
    "short lines": lambda n: "a\n" * (n // 2),
    "lines of one letter parted by vertical tabs": lambda n: "a\x0b\x0c" * (n // 3),
    "separators of records": lambda n: "a\x1c" * (n // 2),
    "line separators": lambda n: "a\u2028" * (n // 2),
    "an end, then spaces": lambda n: "It is over." + " " * n + "It began.",
    "closed ends, then spaces": lambda n: ("over.”" + " " * 50) * (n // 56),
    "quotation marks": lambda n: '"' * n,
    "marks that open": lambda n: "“" * n,
    "marks that open before words": lambda n: "“a. " * (n // 4),
    "all marks that open": lambda n: '"a “b «c (d [e ‘f ' * (n // 19),
    "apostrophes": lambda n: "a'" * (n // 2),
    "possessives": lambda n: "'s" * (n // 2),
    "brackets": lambda n: "(" * n,
    "nested brackets": lambda n: "(" * (n // 2) + ")" * (n // 2),
    "brackets around nothing": lambda n: "()" * (n // 2),
    "figures and dots": lambda n: "1." * (n // 2),
    "figures and commas": lambda n: "1,000" * (n // 5),
    "one number": lambda n: "7" * n,
    "addresses of versions": lambda n: "1.1.1.1. " * (n // 9),
    "letters and dots": lambda n: "a." * (n // 2),
    "initials": lambda n: "J. R. " * (n // 6),
    "titles": lambda n: "Dr. " * (n // 4),
    "dots": lambda n: "." * n,
    "questions": lambda n: "What? " * (n // 6),
    "semicolons": lambda n: "; " * (n // 2),
    "cells without an end": lambda n: "Fee: 14; " * (n // 9),
    "cells of one letter": lambda n: "a: b; " * (n // 6),
    "names of names": lambda n: "a:a:" * (n // 4),
    "cells parted by tabs": lambda n: "a\t" * (n // 2),
    "items of a list": lambda n: "1) a\n" * (n // 5),
    "one word": lambda n: "a" * n,
    "a word with hyphens": lambda n: "a-" * (n // 2),
    "hyphens": lambda n: "-" * n,
    "underscores": lambda n: "_" * n,
    "accents on one letter": lambda n: "e" + "\u0301" * n,
    "vowel signs on one letter": lambda n: "ก" + "\u0e34" * n,
    "turned text": lambda n: "\u202eabc " * (n // 5),
    "marks of direction": lambda n: "\u202e\u2066" * (n // 2),
    "spaces of no width": lambda n: "\u200b" * n,
    "joined letters": lambda n: "a\u200d" * (n // 2),
    "a family of any size": lambda n: "👨\u200d" * (n // 2),
    "control characters": lambda n: "\x00\x01\x1b[31m" * (n // 7),
    "the last of all characters": lambda n: "\U0010ffff" * n,
    "characters of private use": lambda n: "\ue000" * n,
    "Chinese without an end": lambda n: "漢" * n,
    "Chinese of ends": lambda n: "漢。" * (n // 2),
    "Thai without an end": lambda n: "ก" * n,
    "a stretched Arabic letter": lambda n: "س" + "ـ" * n,
    "Russian initials": lambda n: "А. С. " * (n // 6),
    "web addresses": lambda n: "http://a.b/c?d=e&f=g. " * (n // 22),
    "amounts": lambda n: "$1,400.50 " * (n // 10),
    "days": lambda n: "3 May 2024, " * (n // 12),
    "words for numbers": lambda n: "hundred thousand million " * (n // 25),
    "capitals": lambda n: "Aa " * (n // 3),
    "other words each time": lambda n: " ".join(f"w{i}" for i in range(n // 6)),
    "the same sentence": lambda n: "The fee is 14 euros. " * (n // 21),
}
