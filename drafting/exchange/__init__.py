"""Snapshot in, bytes out, and back: readers, writers and the split of a source into sections."""
