"""Form fields of OpenDocument files, as they are filled: boxes to tick, fields, what is chosen from a list."""

from __future__ import annotations

from qa.formats.xml import Element, attribute, children, local

__all__ = ["read_controls"]

_FIELDS = ("text", "textarea", "formatted-text", "combobox", "number", "date", "time")
_MAX_CONTROLS = 20_000


def read_controls(body: Element) -> dict[str, str]:
    """Return what each field shows by its id; without buttons."""
    shown: dict[str, str] = {}
    for forms in body.iter("{*}forms"):
        for node in forms.iter():
            name = attribute(node, "id") if local(node) else ""
            if name and len(shown) < _MAX_CONTROLS and (text := _read_control(node, local(node))):
                shown[name] = text
    return shown


def _read_control(node: Element, kind: str) -> str:
    if kind in ("checkbox", "radio"):
        state = attribute(node, "current-state") or attribute(node, "state")
        is_on = state == "checked" or (attribute(node, "current-selected") or attribute(node, "selected")) == "true"
        return f"{'☑' if is_on else '☐'} {attribute(node, 'label')}".strip()
    if kind in _FIELDS:
        return attribute(node, "current-value") or attribute(node, "value")
    if kind == "listbox":
        options = children(node, "option")
        chosen = (
            option
            for option in options
            if "true" in (attribute(option, "current-selected"), attribute(option, "selected"))
        )
        return ", ".join(attribute(option, "label") for option in chosen)
    return attribute(node, "label") if kind == "fixed-text" else ""
