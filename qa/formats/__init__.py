"""Turn files into Documents. One module a format, found by content; each file is read in a worker process.

`media` tells the format, `extract` has the registry, `reading` gives documents. Left out: any access to the network.
"""

from qa.formats.drawing.draw import DrawnPage, draw_page
from qa.formats.files import MAX_FILE_BYTES, bytes_of, find_files, find_vanished
from qa.formats.media import SUFFIXES
from qa.formats.reading import Reading, is_as_read, read, read_each, read_file, read_files

__all__ = [
    "MAX_FILE_BYTES",
    "SUFFIXES",
    "DrawnPage",
    "Reading",
    "bytes_of",
    "draw_page",
    "find_files",
    "find_vanished",
    "is_as_read",
    "read",
    "read_each",
    "read_file",
    "read_files",
]
