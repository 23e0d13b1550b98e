"""Text to numbers: one ONNX pass, many heads; the only importer of onnxruntime."""

import os

# onnxruntime (seen in 1.32) gives the machine an id and keeps a log of events to be sent, in ~/.cache/Microsoft, from
# the moment it is imported; its own switch in Python comes too late. What an analyst reads is nobody else's business.
os.environ["ORT_DISABLE_TELEMETRY"] = "1"
