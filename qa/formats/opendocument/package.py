"""What OpenDocument files have in common: body, styles, form fields, objects within, a title. A zip, or one XML.

After OASIS OpenDocument 1.3. Left out: settings, pictures, signatures.
"""

from __future__ import annotations

import posixpath

from qa.errors import FileDamaged, PasswordNeeded
from qa.formats.archive import ZipArchive
from qa.formats.opendocument.controls import read_controls
from qa.formats.opendocument.styles import Styles
from qa.formats.xml import ADVICE, Element, child, local, parse_xml

__all__ = ["OpenPackage", "is_flat"]

_PARTS = ("content.xml", "styles.xml", "meta.xml")


class OpenPackage:
    """An OpenDocument file. `kind` is what it is (text, spreadsheet, presentation, drawing), `body` holds its content.

    Raises as `ZipArchive` does, PasswordNeeded for an encrypted one, and FileDamaged when it has no body.
    """

    def __init__(self, data: bytes) -> None:
        self._archive: ZipArchive | None = None
        if is_flat(data):
            roots = [parse_xml(data, "the file")]
        else:
            self._archive = ZipArchive(data)
            self._check_encryption(self._archive)
            roots = [self._archive.read_xml(part) for part in _PARTS if part in self._archive]
        self.styles = Styles(roots)
        bodies = [body for root in roots for body in (child(root, "body"),) if body is not None]
        self.body: Element | None = next((node for body in bodies for node in body if local(node)), None)
        if self.body is None:
            raise FileDamaged(f"The file is damaged: it has no content. {ADVICE}")
        self.kind = local(self.body)
        self.controls = read_controls(self.body)
        self.title = next(
            (" ".join(node.itertext()) for root in roots if (node := child(root, "meta", "title")) is not None), ""
        )

    def read_object(self, frame: Element) -> Element | None:
        """Return the root of a chart or formula that a `draw:object` holds or names; None when there is none."""
        inside = next((node for node in frame if local(node) in ("document", "math")), None)
        if inside is not None or self._archive is None:
            return inside
        target = next((value for key, value in frame.items() if key.endswith("}href")), "")
        part = posixpath.normpath(posixpath.join(str(target).removeprefix("./"), "content.xml"))
        return self._archive.read_xml(part) if part in self._archive else None

    @staticmethod
    def _check_encryption(archive: ZipArchive) -> None:
        manifest = "META-INF/manifest.xml"
        if manifest in archive and any(
            local(node) == "encryption-data" for node in archive.read_xml(manifest).iter("{*}encryption-data")
        ):
            raise PasswordNeeded("The file is encrypted. Save it without a password and add that.")


def is_flat(data: bytes) -> bool:
    """Tell whether `data` is an OpenDocument file in one piece of XML."""
    return data[:4].lstrip(b"\xef\xbb\xbf \r\n\t").startswith(b"<") and b"office:document" in data[:20_000]
