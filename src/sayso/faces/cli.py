"""`sayso`: the commands, what each exits with, and which record they are about; loads only what a command needs."""

from __future__ import annotations

import io
import sys
from typing import Annotated, Any, Final

import typer
from typer.core import TyperGroup

from sayso import __version__
from sayso.errors import IntegrityError, SaysoError, UsageError
from sayso.faces import asking, copying, intake, ledgers, lists, people, proving, reviewing, serving
from sayso.faces.examples import with_examples
from sayso.faces.options import OutletsBefore, RecordBefore
from sayso.faces.printing import tell

EXIT_ERROR: Final = 1
EXIT_USAGE: Final = 2
EXIT_INTEGRITY: Final = 4
EXIT_INTERRUPTED: Final = 130


class _Commands(TyperGroup):
    """Turns what sayso raises on purpose into one line and an exit code; anything else is a bug and shows itself."""

    def invoke(self, ctx: Any) -> Any:
        try:
            return super().invoke(ctx)
        except KeyboardInterrupt:
            tell("interrupted; what was stored stays, and adding the same again goes on from there")
            raise typer.Exit(EXIT_INTERRUPTED) from None
        except SaysoError as error:
            tell(f"sayso: {error}")
            raise typer.Exit(exit_code(error)) from error
        except BrokenPipeError:
            raise  # whoever read from us has had enough; typer ends us without a word
        except OSError as error:
            tell(f"sayso: {error.filename or 'the output cannot be written'}: {error.strerror or error}")
            raise typer.Exit(EXIT_ERROR) from error


def exit_code(error: SaysoError) -> int:
    """Return the exit code that an error ends in."""
    if isinstance(error, UsageError):
        return EXIT_USAGE
    return EXIT_INTEGRITY if isinstance(error, IntegrityError) else EXIT_ERROR


app: Final = typer.Typer(
    name="sayso",
    cls=_Commands,
    no_args_is_help=True,
    rich_markup_mode="rich",
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)


def _version(asked: bool) -> None:
    if asked:
        typer.echo(f"sayso {__version__}")
        raise typer.Exit


@app.callback(
    help=with_examples(
        "sayso", "Crisis news in; out comes a record of who said what on whose say-so, and what it would set off."
    )
)
def sayso(
    context: typer.Context,
    record: RecordBefore = None,
    outlets: OutletsBefore = None,
    version: Annotated[  # noqa: ARG001 - its callback has answered by now
        bool, typer.Option("--version", callback=_version, is_eager=True, help="Print the version and exit.")
    ] = False,
) -> None:
    """Note which record was named before the command, and where outlets are told of."""
    context.obj = {"record": record, "outlets": outlets}


IN: Final = "Take articles in"
LOOK: Final = "Look into a record"
RUN: Final = "Run it, and prove it"
PEOPLE: Final = "Set it right"

for _name, _command, _panel in (
    ("read", intake.read, IN),
    ("add", intake.add, IN),
    ("demo", intake.demo, IN),
    ("statements", lists.statements, LOOK),
    ("events", lists.events, LOOK),
    ("signals", lists.signals, LOOK),
    ("figures", lists.figures, LOOK),
    ("measures", lists.measures, LOOK),
    ("times", lists.times, LOOK),
    ("articles", lists.articles, LOOK),
    ("search", lists.search, LOOK),
    ("copies", copying.copies, LOOK),
    ("trace", copying.trace, LOOK),
    ("show", proving.show_one, LOOK),
    ("runs", lists.runs, LOOK),
    ("quarantine", lists.quarantine, LOOK),
    ("whatif", asking.whatif, RUN),
    ("exposure", asking.exposure, RUN),
    ("ledger", ledgers.ledger, RUN),
    ("brief", ledgers.brief, RUN),
    ("verify", proving.verify, RUN),
    ("serve", serving.serve, LOOK),
    ("review", reviewing.review, PEOPLE),
    ("retract", reviewing.retract, PEOPLE),
    ("changes", reviewing.changes, PEOPLE),
):
    app.command(_name, help=with_examples(_name, _command.__doc__), rich_help_panel=_panel)(_command)

app.add_typer(
    people.app,
    name="entities",
    help=with_examples("entities", people.entities.__doc__),
    rich_help_panel=LOOK,
)


def main() -> None:
    """Run `sayso`; output is UTF-8 wherever it goes, and no word of an article can make printing fail."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    app()
