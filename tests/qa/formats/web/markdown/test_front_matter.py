"""Front matter in YAML and TOML."""

from __future__ import annotations

import pytest

from qa.formats.web.markdown.front_matter import cut_front_matter

_ALL = {"title": "A", "date": "2024-01-02", "version": "2", "by": "me"}


@pytest.mark.parametrize(
    ("source", "rest", "matter"),
    [
        ("---\ntitle: A\n---\n\nb", "\n\n\n\nb", {"title": "A"}),
        ("+++\ntitle = 'A'\nweight = 3\n+++\nb", "\n\n\n\nb", {"title": "A"}),
        ("+++\ntitle = \n+++\nb", "\n\n\nb", {}),
        ("---\nTitle: A\n---", "\n\n", {"title": "A"}),
        ("---\n---\nb", "\n\nb", {}),
        ("---\nnever closed", "---\nnever closed", {}),
        ("text\n---\na: b\n---", "text\n---\na: b\n---", {}),
        ("+++\n+++ \nb", "\n\nb", {}),
        (
            "---\ntitle: A\ndate: 2024-01-02\nVersion: '2'\nby: me\n---\nb",
            "\n\ndate: 2024-01-02  \nVersion: '2'  \n\n\nb",
            _ALL,
        ),
        ("+++\nlast_updated = 2024-01-02\n+++\nb", "\nlast_updated = 2024-01-02  \n\nb", {}),
        ("---\nx:\n  date: 2024\ndates: 3\nversion: [1]\n---\nb", "\n\n\n\n\n\nb", {"dates": "3"}),
    ],
)
def test_front_matter_is_cut_and_its_lines_stay(source: str, rest: str, matter: dict[str, str]) -> None:
    cut, values = cut_front_matter(source)
    assert cut == rest
    assert values == matter
    assert cut.count("\n") == source.count("\n")
