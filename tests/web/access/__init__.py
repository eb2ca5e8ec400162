"""The rows of the access table, one file a noun; `tests/web/access_table.py` says how."""
