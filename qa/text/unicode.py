"""What of a text is no character and cannot be written down."""

from __future__ import annotations

__all__ = ["without_surrogates"]


def without_surrogates(text: str) -> str:
    """Return `text` with `?` for each lone surrogate, which is half of a character and cannot be written down.

    They come from file names that are no Unicode, from JSON and from YAML.
    """
    return text.encode("utf-8", "replace").decode("utf-8")
