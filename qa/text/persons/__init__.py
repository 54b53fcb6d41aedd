"""Persons of a text: their names, and the pronouns that stand for them, by surface patterns of many languages."""
