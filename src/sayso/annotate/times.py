"""Text to time expressions (TIMEX3): the words and what they mean before they are read against a date."""
