"""Saved pages in every form in which they arrive: files, folders, containers, encodings."""
