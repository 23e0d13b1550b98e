"""Training and evaluation: imports sayso, is never imported by it; torch lives only here."""
