"""Our own labels of signals: on sentences of the corpora (offsets only) and on prose written for the purpose."""
