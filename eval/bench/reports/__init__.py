"""Reports of a benchmark: tables, charts, growth, capacity."""
