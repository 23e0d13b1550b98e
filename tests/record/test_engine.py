"""Opening a record: made, brought up to date, or refused with a message that says what to do."""

from __future__ import annotations

from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from drafts import norland
from sqlalchemy import inspect, text

from sayso.errors import RecordError
from sayso.record.engine import looking, open_engine, shown, writing
from sayso.record.migrations import HEAD, configuration
from sayso.record.schema import SENTENCE_INDEX, metadata
from sayso.record.store import open_record


def test_the_revisions_make_what_the_schema_says(place: str) -> None:
    """What Alembic finds between the tables made and `schema.py` is the full-text index and nothing else."""
    with looking(open_engine(place, create=True)) as connection:
        differences = compare_metadata(MigrationContext.configure(connection, opts={"compare_type": True}), metadata)

    assert [one for one in differences if not one[1].name.startswith(SENTENCE_INDEX)] == []


def test_head_is_the_newest_revision() -> None:
    """The constant that spares loading Alembic is the one head there is."""
    assert ScriptDirectory.from_config(configuration()).get_heads() == [HEAD]


def test_opening_again_changes_nothing(place: str) -> None:
    """A record that is there is opened as it is, also where it must be there."""
    with open_record(place) as record:
        record.add(norland().capture, norland().reading)
        before = list(record.dump())
    with open_record(place, create=False) as record:
        assert list(record.dump()) == before


def test_a_record_that_may_not_be_written_can_be_looked_into(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Lists, walks and its proof work on a sealed copy, which stays as it is; adding to it says why it cannot be."""
    file = tmp_path / "sealed?#%41.db"
    with open_record(str(file)) as record:
        record.add(norland().capture, norland().reading)
    monkeypatch.setattr("os.access", lambda *_: False)
    before = file.read_bytes()
    with open_record(str(file)) as record:
        assert record.walk(norland().reading.signals[0].id).holds
        with pytest.raises(RecordError, match="readonly database"):
            record.add(norland().capture, norland().reading)

    assert [one.name for one in tmp_path.iterdir()] == [file.name]
    assert file.read_bytes() == before


def test_a_failing_revision_leaves_no_table(place: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """The tables come in one transaction: all of them or none, and the next opening makes them."""
    monkeypatch.setattr("sayso.record.engine.upgrade", _half_a_schema)
    with pytest.raises(ZeroDivisionError):
        open_record(place)
    monkeypatch.undo()
    with open_record(place) as record:
        assert list(record.articles()) == []


def _half_a_schema(connection: object) -> None:
    metadata.tables["runs"].create(connection)  # type: ignore[arg-type]
    raise ZeroDivisionError


def test_a_record_of_a_newer_sayso_is_refused(place: str) -> None:
    """A revision that is not known here means a newer version; nothing is touched."""
    engine = open_engine(place, create=True)
    with writing(engine) as connection:
        connection.execute(text("UPDATE alembic_version SET version_num = 'f00d'"))

    with pytest.raises(RecordError, match="made by a newer sayso; upgrade the package"):
        open_record(place)


def test_a_database_of_something_else_is_refused(place: str) -> None:
    """Other tables are never mixed with a record's."""
    engine = open_engine(place, create=True)
    with writing(engine) as connection:
        connection.execute(text("DROP TABLE alembic_version"))

    with pytest.raises(RecordError, match="holds other tables and no record"):
        open_record(place)


def test_a_folder_a_missing_folder_and_a_missing_record_say_what_to_do(tmp_path: Path) -> None:
    """A path that cannot hold a record is refused with the fix."""
    with pytest.raises(RecordError, match="is a folder"):
        open_record(str(tmp_path))
    with pytest.raises(RecordError, match="there is no folder"):
        open_record(str(tmp_path / "none" / "record.db"))
    with pytest.raises(RecordError, match="make one with: sayso --record"):
        open_record(str(tmp_path / "none.db"), create=False)
    assert list(tmp_path.iterdir()) == []


def test_a_file_that_is_no_database_is_refused_unharmed(tmp_path: Path) -> None:
    """A text file under the record's name stays what it is."""
    file = tmp_path / "notes.db"
    file.write_text("These are notes, and they are longer than the head of a database file would be. " * 20)
    before = file.read_bytes()

    with pytest.raises(RecordError, match="cannot be opened as a record: file is not a database"):
        open_record(str(file))
    assert file.read_bytes() == before


@pytest.mark.parametrize(
    ("url", "expected"),
    [
        ("mysql://host/db", "is no kind of record"),
        ("postgresql://host/db", "use a file's path or postgresql"),
        pytest.param(
            "postgresql+psycopg://me:secret@127.0.0.1:1/db",
            r"me:\*\*\*@127.0.0.1:1/db cannot be opened",
            marks=pytest.mark.services,  # the driver comes with the extra `postgres`
        ),
    ],
)
def test_a_url_that_cannot_be_opened_says_why_and_hides_the_password(url: str, expected: str) -> None:
    """Messages name the record without its password."""
    with pytest.raises(RecordError, match=expected) as raised:
        open_record(url)
    assert "secret" not in str(raised.value)
    assert "secret" not in shown(url)


@pytest.mark.services
def test_postgresql_explains_its_own_columns(request: pytest.FixtureRequest) -> None:
    """The comments of the schema stand in the database, where psql and other tools show them."""
    url = request.getfixturevalue("server").new_database("sayso_comments")
    with looking(open_engine(url, create=True)) as connection:
        found = {column["name"]: column["comment"] for column in inspect(connection).get_columns("spans")}

    assert found == {column.name: column.comment for column in metadata.tables["spans"].columns}
