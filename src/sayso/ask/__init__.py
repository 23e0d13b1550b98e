"""Questions to a record: search, what-if and the red-line sheet."""
