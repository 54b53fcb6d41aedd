"""Evaluation of Quoth over a set of questions: reading sets, running systems, measures, reports, comparison.

The command is `quoth eval`; `python -m eval` is the same. Everything runs offline and knows only the public names of
`qa`. Nothing is imported here, so that the command's help stays quick.
"""
