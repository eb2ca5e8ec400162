"""Lets `python -m drafting.cli` be the command `drafting`."""

from drafting.cli import main

main(prog_name="drafting")
