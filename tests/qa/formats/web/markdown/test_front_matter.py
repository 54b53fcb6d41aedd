"""Front matter in YAML and TOML."""

from __future__ import annotations

import pytest

from qa.formats.web.markdown.front_matter import cut_front_matter


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
    ],
)
def test_front_matter_is_cut_and_its_lines_stay(source: str, rest: str, matter: dict[str, str]) -> None:
    assert cut_front_matter(source) == (rest, matter)
