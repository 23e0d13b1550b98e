"""One file a corpus: where it is from, its licence, and how its labels map to ours. No corpus text is ever shipped."""
