"""The encoder's training: corpora to one ONNX file with all heads."""
