"""Adapters over `qa`: the HTTP endpoint, the chat pages and the command line.

They translate and never decide: each calls `qa.Library` and shows what it gave.
"""
