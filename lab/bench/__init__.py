"""What sayso costs on large records, measured on generated ones."""
