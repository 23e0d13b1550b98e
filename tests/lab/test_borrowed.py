"""The matcher's word vectors, which stand in the reader's file alone. Needs onnx, which the lab has."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

onnx = pytest.importorskip("onnx", reason="export needs onnx (CONTRIBUTING.md); left out where it is missing")

from lab.train.borrowed import borrower, lend  # noqa: E402 - after the check for onnx
from sayso.encode.encoder import MODEL_FILE  # noqa: E402
from sayso.encode.matcher import MATCHER_FILE  # noqa: E402

VECTORS = np.arange(64, dtype=np.int8).reshape(16, 4)


def matcher() -> onnx.ModelProto:
    held = onnx.numpy_helper.from_array(VECTORS, "net.word.packed")
    return onnx.helper.make_model(onnx.helper.make_graph([], "matcher", [], [], [held]))


def vectors(folder: Path) -> np.ndarray:
    return onnx.numpy_helper.to_array(onnx.load(str(folder / MATCHER_FILE)).graph.initializer[0])


def test_vectors_are_found_wherever_the_reader_has_them(tmp_path: Path) -> None:
    """Their place in the file is written anew whenever the reader is."""
    for before in (b"reader", b"another reader, with more before them"):
        held = borrower(tmp_path) or matcher()
        (tmp_path / MODEL_FILE).write_bytes(before + VECTORS.tobytes() + b"behind")
        lend(held, tmp_path)

        assert np.array_equal(vectors(tmp_path), VECTORS)
        assert VECTORS.tobytes() not in (tmp_path / MATCHER_FILE).read_bytes()


def test_a_matcher_over_other_vectors_is_taken_away(tmp_path: Path) -> None:
    """It would read words by vectors that it does not know."""
    (tmp_path / MODEL_FILE).write_bytes(b"reader" + VECTORS.tobytes())
    lend(matcher(), tmp_path)
    held = borrower(tmp_path)
    (tmp_path / MODEL_FILE).write_bytes(b"reader taught anew")
    lend(held, tmp_path)

    assert not (tmp_path / MATCHER_FILE).exists()


def test_a_folder_without_a_matcher_stays_without(tmp_path: Path) -> None:
    """There is nothing to write."""
    held = borrower(tmp_path)
    (tmp_path / MODEL_FILE).write_bytes(b"reader")
    lend(held, tmp_path)

    assert not (tmp_path / MATCHER_FILE).exists()
