"""Words of weight in a change: force, denial, numbers, names, quotations."""
