"""What is known of names, told from one process to another: what is new, once."""

from __future__ import annotations

from sayso.record.acquaintance import Acquaintance, News

HOLM, ODE = "local:person/holm", "local:person/ode"
MEANT = {"a1": f"{HOLM}@Q1", "a2": f"{HOLM}@Q2"}


def test_only_what_is_new_is_told() -> None:
    """All at first; then what was noted since, and nothing where it was known so before."""
    known = Acquaintance()
    known.note(HOLM, MEANT)
    told, news = known.since(None)
    assert news == News(frozenset(), {HOLM: MEANT}, is_all=True)

    known.note(HOLM, dict(MEANT))
    assert known.since(told) == (told, None)
    known.note(ODE, None)
    now, news = known.since(told)
    assert news == News(frozenset(), {ODE: None}, is_all=False)
    known.note(HOLM, None)
    assert known.since(now)[1] == News(frozenset(), {HOLM: None}, is_all=False)
    assert known.since(told)[1] == News(frozenset(), {HOLM: None, ODE: None}, is_all=False)


def test_what_is_forgotten_is_forgotten_by_whoever_was_told() -> None:
    """Another's knowledge too takes the place of all that was told."""
    known, other = Acquaintance(), Acquaintance()
    known.note(HOLM, MEANT)
    told, news = known.since(None)
    assert news is not None
    other.hear(news)
    assert other.behind(HOLM) == MEANT

    known.under(frozenset(("split",)))
    known.note(ODE, None)
    _, news = known.since(told)
    assert news == News(frozenset(("split",)), {ODE: None}, is_all=True)
    other.hear(news)
    assert (other.knows(HOLM), other.knows(ODE)) == (False, True)
    assert known.copied().since(told)[1] == news


def test_a_copy_goes_its_own_way() -> None:
    """It knows who is who, and is told nothing of what is found out later; how they are spelled is not copied."""
    known = Acquaintance()
    known.note(HOLM, MEANT)
    known.spell(7, [(HOLM, "Holm")])
    copy = known.copied()
    known.note(ODE, None)
    assert (copy.behind(HOLM), copy.knows(ODE), copy.spelled_until) == (MEANT, False, 0)

    copy.spell(3, [(ODE, "Ode")])
    copy.become(known)
    assert (copy.knows(ODE), copy.spelled_until, list(copy.spelled("ode"))) == (True, 3, [(ODE, "Ode")])
