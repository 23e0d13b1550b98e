"""Open facts to the tables that sayso ships: `python -m lab.knowledge.build --actors ../shared/data/actors`."""
