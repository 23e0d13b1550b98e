"""Resolved spans to entries: statements, events, signals, figures and times, each with its id."""
