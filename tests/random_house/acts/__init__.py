"""What people do in the random house, one file a noun; `registry.py` says how an act is added."""
