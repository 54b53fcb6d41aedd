"""OpenDocument texts, sheets and presentations, as LibreOffice and others write them, part by part to a text."""
