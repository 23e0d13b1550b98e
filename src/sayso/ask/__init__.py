"""Questions to a record: search and what-if."""
