"""The words that put what hangs on them in doubt, deny it, plan it or date it, for standings."""

from __future__ import annotations

import re
from typing import Final

NOT: Final = frozenset("not n't nt never neither nor hardly without".split())
IF: Final = frozenset("if unless whether should lest provided providing until till supposing once".split())
MAYBE: Final = frozenset("would could might may should can must ought 'd ca need".split())
WILL: Final = frozenset("will shall 'll wo".split())
DENYING: Final = frozenset(
    """abandon avert avoid block cancel cease collapse decline denial deny fail failure forgo forswear inability neglect
    preclude prevent refrain refusal refuse reject renounce scrap shun""".split()
)
"""What hangs on these did not happen, or shall not."""
DOUBTING: Final = frozenset(
    """able advocate aim allow anticipate appeal ask attempt authorise authorize bid call capable chance
    condition consider contemplate danger dare debate demand desire discuss encourage envisage excuse face fear
    forbid hope idea imagine instruct invite likelihood likely need offer oppose option order persuade plot
    possibility possible potential press pressure pretext prohibit prompt proposal propose prospect provoke push
    readiness ready recommend request require right risk scenario seek speculation suggest threat threaten
    trigger try unlikely urge want warn warning willing willingness wish worry""".split()
)
"""What hangs on these is only thought of, wanted or feared."""
PLANNING: Final = frozenset(
    """agree agreement arrange bind commit commitment decide decision due expect going intend intention plan
    pledge poise preparation prepare promise resolve schedule set slate swear undertake vow""".split()
)
"""What hangs on these is to come."""
ARRANGING: Final = frozenset("arrange intend plan promise schedule".split())
"""Verbs whose noun is to come: "plans joint flights"."""
LEADING: Final = frozenset(
    """be become break bring cause come consider constitute develop drag draw entail erupt escalate follow go
    happen ignite invite involve lead mark mean meet occur plunge precipitate prompt provoke regard require
    respond result risk see slide slip spark spiral treat trigger turn unleash view""".split()
)
"""Verbs that share their modality with both their subject and what they lead to."""
PAST_THINGS: Final = frozenset(
    "condemn debate deplore discuss examine investigate mark mourn note probe punish recall remember review".split()
)
"""Verbs about what is there already, whenever they themselves come: "will investigate an attack"."""
SHARING: Final = frozenset("cross expect fight fire need order plan report take use want".split())
"""Verbs, beside those of doing and leading, whose "not" denies what they are about: "no attack is wanted"."""
BESIDE: Final = frozenset("after although as because before since though when while".split())
"""Conjunctions of clauses that say what is so meanwhile or anyway, whatever they hang on."""
NOBODY: Final = frozenset("nobody none nothing nowhere".split())
RANKS: Final = frozenset("first last next only".split())
"""Words whose infinitive shares their negation: "not the first to fire"."""
COMMITTING: Final = frozenset("agree announce confirm decide declare pledge promise swear undertake vow".split())
"""Verbs after which a "would" is the "will" of what was said."""
SIDES: Final = frozenset(("part", "side"))
"""Objects whose "no" denies their verb: "takes no part"."""
ANY: Final = frozenset("any anyone anybody every whatever whichever whoever".split())
PERHAPS: Final = frozenset("feared hypothetical maybe perhaps possible possibly potential".split())
PAST: Final = re.compile(r"\b(?:(?:years?|decades?|centur(?:y|ies)|generations?) (?:ago|earlier|before))\b", re.I)
LONG_AGO: Final = re.compile(r"\b(?:last|past|previous|earlier) (?:year|decade|century)\b|\bonce\b", re.I)
TIMES: Final = frozenset(
    "ago autumn beginning earlier end fall mid once outset period season spring start summer week winter".split()
)
YEAR: Final = re.compile(r"\b(1[5-9]\d\d|20\d\d)s?\b")
