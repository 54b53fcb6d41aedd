"""The systems that Quoth stands beside, each as its own documentation advises for a search over texts on disk.

Read for that, with the versions of `constraints.txt`: the guides of scikit-learn (text feature extraction), rank_bm25
(usage), bm25s (quick start, memory efficient retrieval, numba) and tantivy-py (tutorials, fast fields). How each is set
is said in words in `eval.bench.engines`. Each has a file, and imports no more than it needs: its memory is measured.
"""
