"""What people do: one file a verb, the only writers of the domain."""
