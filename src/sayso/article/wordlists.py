"""
Word lists written as running text to sets of words, so that a list reads as a list and a diff as its change.
"""

from __future__ import annotations


def word_set(*lines: str) -> frozenset[str]:
    """Return the words of some lines, which blanks set apart."""
    return frozenset(word for line in lines for word in line.split())


def phrase_set(*lines: str) -> frozenset[str]:
    """Return the phrases of some lines, which commas set apart."""
    return frozenset(phrase.strip() for line in lines for phrase in line.split(",") if phrase.strip())
