"""Things to rows: the entries, and the only SQL."""
