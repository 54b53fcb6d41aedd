"""Keyword queries about papers, reports and handbooks: the paragraphs that are about a few words.

The documents and the queries were written for this project, of invented people and places, and have its licence; they
were finished before anything was measured on them. Gold are whole paragraphs.
"""
