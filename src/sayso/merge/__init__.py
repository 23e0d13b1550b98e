"""Judgements over entries: which report the same utterance, and how many independent outlets carry it."""
