"""
A model file to a session that runs it: one thread, one window at a time; the only importer of onnxruntime.
"""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from pathlib import Path
from typing import Final

import onnxruntime as ort

from sayso.errors import ModelMismatch

DIGESTS_FILE: Final = "SHA256SUMS"


def session(file: Path) -> ort.InferenceSession:
    """Open a model file; what it keeps in files beside it is found there."""
    options = ort.SessionOptions()
    options.intra_op_num_threads = 1
    options.inter_op_num_threads = 1
    options.log_severity_level = 3
    return ort.InferenceSession(str(file), options, providers=["CPUExecutionProvider"])


def verified(home: Path, names: Sequence[str]) -> tuple[str, ...]:
    """
    Return the SHA-256 of some files of a model's folder after checking them against `SHA256SUMS`.

    Raises:
        ModelMismatch: A file is missing or is not the one that was made.
    """
    try:
        rows = [line.split(maxsplit=1) for line in (home / DIGESTS_FILE).read_text().splitlines() if line.strip()]
        wanted = {name: digest for digest, name in rows}
        for name in names:
            found = hashlib.sha256((home / name).read_bytes()).hexdigest()
            if found != wanted.get(name):
                raise ModelMismatch(f"{name} has SHA-256 {found}, not {wanted.get(name)}; reinstall sayso")
    except OSError as error:
        raise ModelMismatch(
            f"the model is not there: {error}; reinstall sayso, or run `make model` and `make matcher`"
        ) from error
    return tuple(wanted[name] for name in names)
