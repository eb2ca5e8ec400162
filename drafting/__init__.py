"""Drafting: a coalition of groups writes one statement together."""
