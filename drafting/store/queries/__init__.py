"""Reading: what is asked of the tables, by noun."""
