"""What each command is used for, as one would type it: the first thing that its help shows, and docs/cli.md too."""

from __future__ import annotations

from typing import Final

EXAMPLES: Final[dict[str, tuple[str, ...]]] = {
    "sayso": (
        "sayso demo",
        "sayso read article.txt --published 2022-03-23",
        "sayso add news/ --record crisis.db",
        "sayso --record crisis.db signals --sender Lavrov",
        'sayso --record crisis.db whatif "NATO sends peacekeepers to Ukraine"',
        "sayso --record crisis.db show ID --walk",
    ),
    "read": (
        "sayso read article.txt --published 2022-03-23",
        "sayso read news/ --json > readings.jsonl",
        "curl -s https://example.org/story | sayso read - --url https://example.org/story",
    ),
    "add": (
        "sayso add news/ --record crisis.db",
        'sayso add story.html --outlet "Evening Herald" --published 1995-05-26',
        "sayso --record postgresql+psycopg://localhost/crisis add 'wire/*.jsonl'",
    ),
    "demo": ("sayso demo", "sayso demo --record cuba.db"),
    "serve": (
        "sayso serve --open",
        "sayso --record crisis.db serve --port 8080",
        'SAYSO_TOKEN="a long word" sayso serve --host 0.0.0.0',
    ),
    "statements": (
        "sayso statements --source Khrushchev --since 1962-10-24",
        "sayso statements --kind deny --no-asides",
        "sayso statements --json | jq -r .sentence",
    ),
    "events": ('sayso events --actor "Soviet Union" --kind mobilize', "sayso events --until 1962-10-28 --json"),
    "signals": ("sayso signals --sender Kennedy", "sayso signals --kind threat --target Cuba --json"),
    "figures": ('sayso figures --outlet "Atlantic Courier"', "sayso figures --source Pentagon --json"),
    "measures": ("sayso measures --disagree", "sayso measures --since 1962-10-22 --json | jq .values"),
    "times": (
        "sayso times --since 1962-10-27 --until 1962-10-28",
        "sayso times --article a1b2c3d4 --json",
    ),
    "articles": ('sayso articles --outlet "Lakeside Ledger"', "sayso articles --versions --json"),
    "entities": ("sayso entities --kind person", "sayso entities --merged --json | jq -r .name"),
    "entities merge": (
        'sayso entities merge Q35314 local:person/gramiku-andri --why "one man, two spellings" --by "M. Reyes"',
    ),
    "entities apart": ('sayso entities apart ID1 ID2 --why "father and son" --by "M. Reyes"',),
    "entities split": (
        'sayso entities split local:person/smit-jan --article a1b2c3d4 --why "another Smith" --by "M. Reyes"',
        'sayso entities split Q1234 --mentions "John Smith Jr." --into ID --why "his son" --by "M. Reyes"',
    ),
    "entities undo": ('sayso entities undo ov12ab34cd --why "they are two after all" --by "M. Reyes"',),
    "entities judgements": ("sayso entities judgements --only unsure", "sayso entities judgements --json"),
    "review": (
        "sayso review",
        'sayso review --ask --kind signals --by "M. Reyes"',
        'sayso review si1a2b3c --accept --why "so in the transcript" --by "M. Reyes"',
        'sayso review si1a2b3c --set kind=promise --set target=Cuba --why "a pledge" --by "M. Reyes"',
        'sayso review si1a2b3c --outcome kept --as-of 1962-10-28 --came --why "ships turned" --by "M. Reyes"',
        'sayso review si1a2b3c --undo --why "misheard" --by "M. Reyes"',
        "sayso review --made --json",
    ),
    "retract": (
        'sayso retract a1b2c3d4 --why "withdrawn by the paper" --by "M. Reyes"',
        'sayso retract --outlet "Evening Herald" --why "a forgery" --by "M. Reyes"',
    ),
    "changes": ("sayso changes --since 2022-03-23", "sayso changes --since 3 --json"),
    "search": (
        'sayso search "quarantine line"',
        "sayso search 'missiles -turkey' --in signal",
        "sayso search '\"in return\"' --source Khrushchev --json",
    ),
    "copies": ("sayso copies", 'sayso copies --outlet "Evening Herald"', "sayso copies --json | jq '.edits[]'"),
    "trace": ("sayso trace a1b2c3d4", "sayso trace st1a2b3c --json"),
    "show": ("sayso show st1a2b3c", "sayso show st1a2b3c --walk", "sayso show Q159 --json"),
    "runs": ("sayso runs", "sayso runs --json"),
    "quarantine": ("sayso quarantine", "sayso quarantine --json | jq -r .path"),
    "whatif": (
        'sayso whatif "Soviet ships cross the quarantine line"',
        'sayso whatif "NATO sends peacekeepers to Ukraine" --as-of 2022-03-24 --json',
        'sayso whatif "Cuba fires on an American plane" --explain',
        "sayso whatif --batch moves.txt --json > answers.jsonl",
    ),
    "exposure": ('sayso exposure "Soviet Union"', "sayso exposure Cuba --as-of 1962-10-25 --json"),
    "ledger": (
        "sayso ledger --status open --as-of 1962-10-27",
        "sayso ledger --sender Kennedy --kind threat",
        "sayso ledger --since 1962-10-27 --json | jq -r .reason",
    ),
    "brief": (
        'sayso brief --actor "Soviet Union" --towards "United States" --as-of 1962-10-27',
        "sayso brief --actor Cuba --since 1962-10-28 --format html --out cuba.html",
    ),
    "verify": ("sayso verify", "sayso verify --record crisis.db --json"),
}


def with_examples(name: str, told: str | None) -> str:
    """Return the help of a command: what it does, then its examples, each on a line of its own."""
    lines = "\n".join(f"  {example}" for example in EXAMPLES[name])
    return f"{' '.join((told or '').split())}\n\n\b\nExamples:\n{lines}"
