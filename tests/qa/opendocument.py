"""Small OpenDocument files, made of the XML that a test cares about."""

from __future__ import annotations

from tests.qa.office import NO_PARTS, Parts, zipped

_URN = "urn:oasis:names:tc:opendocument:xmlns"
_NAMES = "office text table draw presentation style chart form meta number"
_SPACES = " ".join(f'xmlns:{name}="{_URN}:{name}:1.0"' for name in _NAMES.split()) + (
    f' xmlns:fo="{_URN}:xsl-fo-compatible:1.0" xmlns:svg="{_URN}:svg-compatible:1.0"'
    ' xmlns:xlink="http://www.w3.org/1999/xlink" xmlns:dc="http://purl.org/dc/elements/1.1/"'
    ' xmlns:calcext="urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0"'
    ' xmlns:math="http://www.w3.org/1998/Math/MathML"'
)


def opendocument(kind: str, body: str, *, styles: str = "", title: str = "", parts: Parts = NO_PARTS) -> bytes:
    """Return a file of a kind (text, spreadsheet, presentation) with this XML in its body; styles: automatic ones."""
    made: dict[str, str | bytes] = {
        "mimetype": f"application/vnd.oasis.opendocument.{kind}",
        "content.xml": f"<office:document-content {_SPACES}><office:automatic-styles>{styles}</office:automatic-styles>"
        f"<office:body><office:{kind}>{body}</office:{kind}></office:body></office:document-content>",
        "meta.xml": f"<office:document-meta {_SPACES}><office:meta><dc:title>{title}</dc:title></office:meta>"
        "</office:document-meta>",
    }
    return zipped(made | dict(parts))


def flat(kind: str, body: str) -> bytes:
    """Return a file in one piece of XML."""
    return (
        f'<?xml version="1.0" encoding="UTF-8"?>\n<office:document {_SPACES} '
        f'office:mimetype="application/vnd.oasis.opendocument.{kind}"><office:body><office:{kind}>{body}'
        f"</office:{kind}></office:body></office:document>"
    ).encode()


def style(name: str, family: str, properties: str, attributes: str = "") -> str:
    return f'<style:style style:name="{name}" style:family="{family}" {attributes}>{properties}</style:style>'


def text_style(name: str, properties: str, family: str = "text") -> str:
    return style(name, family, f"<style:text-properties {properties}/>")
