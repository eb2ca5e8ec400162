"""What several verbs do inside their transaction; steps never load by id, authorise or commit."""
