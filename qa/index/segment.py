"""A fitted retriever in a file: NumPy arrays without pickle, each with the checksum of the zip archive.

The file is derived from the store and names the generation that it was made from. A missing, damaged or outdated one
is made anew.
"""

from __future__ import annotations

import json
import os
import zipfile
from pathlib import Path

import numpy as np
import scipy.sparse as sp

from qa.retriever import TfidfRetriever

__all__ = ["load_segment", "save_segment"]

_FORMAT = 4  # 1 knew no languages, 2 no irregular forms, 3 had pairs of words instead of their order


def save_segment(path: Path, retriever: TfidfRetriever, generation: int) -> None:
    """Write the retriever to `path`: to a temporary name, then renamed, so that nobody reads half of it."""
    temporary = path.with_name(f"{path.name}.{os.getpid()}.tmp")
    X = retriever.weights_
    try:
        with temporary.open("wb") as file:
            np.savez(
                file,
                header=np.array([_FORMAT, generation, retriever.n_passages_], dtype=np.int64),
                vocabulary=np.frombuffer("\n".join(retriever.get_feature_names_out()).encode(), dtype=np.uint8),
                document_frequency=retriever.document_frequency_,
                languages=np.frombuffer(json.dumps(retriever.languages_).encode(), dtype=np.uint8),
                data=X.data,
                indices=X.indices,
                indptr=X.indptr,
                words=retriever.words_,
                word_starts=retriever.word_starts_,
            )
            file.flush()
            os.fsync(file.fileno())
        temporary.replace(path)
    finally:
        temporary.unlink(missing_ok=True)


def load_segment(path: Path, generation: int) -> TfidfRetriever | None:
    """Return the retriever that was saved for `generation`; None when the file is missing, damaged or of another."""
    try:
        with path.open("rb") as file, np.load(file, allow_pickle=False) as arrays:
            version, saved_generation, n_passages = arrays["header"].tolist()
            if (version, saved_generation) != (_FORMAT, generation):
                return None
            names = arrays["vocabulary"].tobytes().decode()
            vocabulary = {name: column for column, name in enumerate(names.split("\n"))} if names else {}
            weights = sp.csc_array(
                (arrays["data"], arrays["indices"], arrays["indptr"]), shape=(n_passages, len(vocabulary))
            )
            languages = json.loads(arrays["languages"].tobytes())
            retriever = TfidfRetriever()
            retriever.vocabulary_ = vocabulary
            retriever.document_frequency_ = arrays["document_frequency"]
            retriever.weights_ = weights
            retriever.words_ = arrays["words"]
            retriever.word_starts_ = arrays["word_starts"]
            retriever.n_passages_ = n_passages
            retriever.languages_ = languages
            return retriever
    except (OSError, ValueError, KeyError, EOFError, RuntimeError, zipfile.BadZipFile):  # zipfile raises all of them
        return None
