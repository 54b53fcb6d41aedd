"""Turn files into Documents. One module a format, found by content; each file is read in a worker process.

`media` tells the format, `extract` has the registry, `reading` gives documents. Left out: any access to the network.
"""

from qa.formats.files import find_files, vanished
from qa.formats.media import SUFFIXES
from qa.formats.reading import MAX_FILE_BYTES, Reading, bytes_of, is_as_read, read, read_file, read_files, readings

__all__ = [
    "MAX_FILE_BYTES",
    "SUFFIXES",
    "Reading",
    "bytes_of",
    "find_files",
    "is_as_read",
    "read",
    "read_file",
    "read_files",
    "readings",
    "vanished",
]
