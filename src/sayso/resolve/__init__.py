"""Spans to things: calendar dates, entities, and who is meant by "he"."""
