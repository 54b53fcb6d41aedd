"""Sheets of cells, whatever file they are from: numbers as they are shown, tables that lie on a sheet."""
