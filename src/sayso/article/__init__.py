"""A capture to an article: canonical text, typed zones, sentences, publication data."""
