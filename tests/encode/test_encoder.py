"""The shipped model file: that it is the one trained, and that a reading depends on nothing but its article."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest

from sayso.encode.encoder import MODEL_FILE, OUTPUTS, PAIRWISE, TOKENIZER_FILE, Encoder, shipped_encoder
from sayso.encode.sessions import DIGESTS_FILE
from sayso.encode.tokens import words
from sayso.errors import ModelMismatch

PROBE = (
    "The foreign minister warned on Tuesday that any landing on the islands would mean war, the state agency said. "
    "“We will defend our allies,” she told reporters in Oslo. Her government has ruled out sending ships."
)
SENTENCES = (109, 166, 210)
"""Ends of the sentences of the probe, as `lab.train.export` cuts them."""

TOLERANCE = 0.1
"""Mean distance between file and network, in standard deviations of the network's numbers (int8, 7-bit range)."""


@pytest.fixture(scope="module")
def encoder():
    """The model that ships."""
    return shipped_encoder()


@pytest.fixture(scope="module")
def lines(encoder):
    """The probe as lines."""
    starts = (0, *SENTENCES[:-1])
    return [encoder.vocabulary.line(PROBE, words(PROBE, a, b)) for a, b in zip(starts, SENTENCES, strict=True)]


@pytest.mark.parametrize("name", OUTPUTS)
def test_the_file_agrees_with_the_network_it_was_made_from(encoder, lines, name):
    """The int8 file's numbers lie near those that the training forward pass gave for the same words."""
    wanted = np.load(Path(__file__).with_name("reference.npz"))[name].astype(np.float32)
    found = encoder.run(lines)[name]
    near = np.abs(wanted) < 1e3

    assert wanted.shape == found.shape
    assert np.abs(wanted - found)[near].mean() <= TOLERANCE * wanted[near].std()


@pytest.mark.parametrize("name", ["upos", "attribution", "mention"])
def test_the_file_chooses_the_labels_that_the_network_chose(encoder, lines, name):
    """Rounding to int8 flips at most four of the probe's 43 labels, as many as names lose (docs/limits.md)."""
    wanted = np.load(Path(__file__).with_name("reference.npz"))[name]

    assert (wanted.argmax(-1) != encoder.run(lines)[name].argmax(-1)).sum() <= 4


def test_a_window_reads_the_same_whatever_was_read_before_it(encoder, lines):
    """Numbers do not depend on what else the process reads: to the last bit."""
    alone = Encoder().run(lines)
    encoder.run(lines[:1])
    encoder.run([*lines, *lines, *lines])
    after = encoder.run(lines)

    for name in OUTPUTS:
        assert np.array_equal(alone[name], after[name])


def test_every_word_of_a_stream_gets_numbers(encoder, lines):
    """A stream longer than a window loses no word, and each line keeps its own pairs."""
    many = lines * 12
    found = encoder.encode(many)
    total = sum(len(line.spans) for line in many)

    assert total == found.starts[-1]
    assert all(len(found.labels[name]) == total for name in OUTPUTS if name not in PAIRWISE)
    assert all(found.line_pairs("arc", i).shape == (len(line.spans),) * 2 for i, line in enumerate(many))


def test_a_doctored_model_is_refused(tmp_path):
    """One flipped byte in the file and nothing is read with it."""
    home = Path(str(shipped_home()))
    for name in (MODEL_FILE, TOKENIZER_FILE, DIGESTS_FILE):
        data = bytearray((home / name).read_bytes())
        if name == MODEL_FILE:
            data[len(data) // 2] ^= 1
        (tmp_path / name).write_bytes(bytes(data))

    with pytest.raises(ModelMismatch, match="SHA-256"):
        Encoder(tmp_path)


def test_a_missing_model_says_what_to_do(tmp_path):
    """An installation without its model names the way out."""
    with pytest.raises(ModelMismatch, match="reinstall"):
        Encoder(tmp_path)


def shipped_home():
    """The folder of the model that ships."""
    from importlib.resources import files

    return files("sayso.encode").joinpath("model")


def test_nobody_is_told_that_it_runs(tmp_path):
    """onnxruntime makes no id of the machine and keeps no log to be sent: the user's home stays empty."""
    given = {key: value for key, value in os.environ.items() if key not in ("ORT_DISABLE_TELEMETRY", "XDG_CACHE_HOME")}
    code = "from sayso.encode.encoder import shipped_encoder; shipped_encoder()"
    subprocess.run([sys.executable, "-c", code], env={**given, "HOME": str(tmp_path)}, check=True)

    assert list(tmp_path.rglob("*")) == []
