"""Reports of a run: tables, pages, charts, comparisons."""
