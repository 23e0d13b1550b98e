"""Signals and happenings to what became of each signal as of a day, by rules that a reader can follow."""
