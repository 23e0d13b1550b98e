"""
What is known of states, organisations, offices and outlets, by date, each row with its source.

`knowledge()` is the door; its values are in `known`. Tests and other code look things up by name and never write an id.
"""

from sayso.knowledge.knowledge import Knowledge, knowledge
from sayso.knowledge.known import Days, Hit, Holding, Known, Office, Sense, Use

__all__ = ["Days", "Hit", "Holding", "Knowledge", "Known", "Office", "Sense", "Use", "knowledge"]
