"""Text to numbers: one ONNX pass, many heads; the only importer of onnxruntime."""
