"""Bytes in: files, folders and standard input to captures."""
