"""
The matcher's file to the same file over another reader's: where in that the bytes of its word vectors stand.

Both networks have the same word vectors, half of either; they stand in the reader's file alone, and the matcher's names
their place there (ONNX external data). So whenever the reader's file is written anew, the place is written anew.
"""

from __future__ import annotations

from pathlib import Path

import onnx
from onnx import TensorProto, numpy_helper

from sayso.encode.encoder import MODEL_FILE
from sayso.encode.matcher import MATCHER_FILE


def borrower(folder: Path) -> onnx.ModelProto | None:
    """Return the matcher of a model's folder with its word vectors in memory; None where there is none."""
    file = folder / MATCHER_FILE
    return onnx.load(str(file)) if file.exists() else None


def lend(model: onnx.ModelProto | None, folder: Path) -> None:
    """Write the matcher anew over the reader that a folder now holds, or take it away where its vectors are others."""
    if model is None:
        return
    try:
        refer(model, (folder / MODEL_FILE).read_bytes())
    except ValueError:
        (folder / MATCHER_FILE).unlink()
        return
    (folder / MATCHER_FILE).write_bytes(model.SerializeToString())


def refer(model: onnx.ModelProto, reader: bytes) -> None:
    """
    Put the place of the word vectors' bytes in the reader's file where the bytes are.

    Raises:
        ValueError: The reader's file does not hold them: the matcher was trained over another reader.
    """
    for tensor in model.graph.initializer:
        if tensor.name.endswith(("word.packed", "word.scales")):
            value = numpy_helper.to_array(tensor).tobytes()
            at = reader.find(value)
            if at < 0:
                raise ValueError(f"{MODEL_FILE} does not hold {tensor.name}: the matcher was trained over another")
            tensor.ClearField("raw_data")
            del tensor.external_data[:]
            tensor.data_location = TensorProto.EXTERNAL
            for key, told in (("location", MODEL_FILE), ("offset", str(at)), ("length", str(len(value)))):
                entry = tensor.external_data.add()
                entry.key, entry.value = key, told
