"""Uploads: taken in, kept until they are added, and reported on."""
