"""
sayso: crisis news in; out comes a record of who said what on whose say-so, and what it would set off.

A sentence walks down this list of folders; an import looks back up it (proved by import-linter in `make check`):

    acts       words to acts and object classes: one small taxonomy
    knowledge  tables of states, organisations, offices and outlets
    acquire    bytes in: a capture
    article    bytes to canonical text, typed zones, sentences
    encode     text to numbers: one ONNX pass, many heads
    annotate   numbers to spans: mentions, attributions, syntax, events, signals, figures, times
    resolve    spans to things: dates, entities, who is meant by "he"
    record     things to rows: the only SQL
    merge      judgements over entries: which report one utterance, who else carries it
    ask        search, what-if
    pipeline   the one file that knows the order
    faces      every way in: parse, call, print
"""

__version__ = "0.1.0"
