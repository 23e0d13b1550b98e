"""Open facts to the tables that sayso ships: `python -m lab.knowledge.build --actors /work/shared/data/actors`."""
