"""
The server asked everything that its OpenAPI document allows, and much that it does not: no answer is our fault.

Schemathesis makes the questions; half of those about a thing are about one that is there. Each answer is held to what
the document promises of it: its status, its type, its headers, its shape.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import suppress
from pathlib import Path
from zlib import crc32

import pytest
import schemathesis
from addresses import LISTED
from fastapi.testclient import TestClient
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis.errors import Unsatisfiable
from schemathesis.generation import GenerationMode
from schemathesis.specs.openapi.checks import (
    content_type_conformance,
    response_headers_conformance,
    response_schema_conformance,
    status_code_conformance,
)

from sayso.faces.http.app import explorer_app
from sayso.faces.http.guard import App

pytestmark = pytest.mark.services

CASES = 2000
EACH = 11
"""Questions of each sort, as the document has them and not, to an address; some know fewer."""
PROMISES = [
    schemathesis.checks.not_a_server_error,
    status_code_conformance,
    content_type_conformance,
    response_headers_conformance,
    response_schema_conformance,
]
SAME = settings(
    max_examples=EACH, deadline=None, derandomize=True, database=None, phases=[Phase.generate],
    suppress_health_check=list(HealthCheck),
)  # fmt: skip


@pytest.fixture(scope="module")
def app(explorer_record: Path) -> Iterator[App]:
    """The explorer, in this process."""
    made = explorer_app(str(explorer_record), hosts=["testserver"], patience=1)
    with TestClient(made, "http://testserver"):
        yield made


def names(app: App) -> list[str]:
    """What addresses of this record can name."""
    client = TestClient(app, "http://testserver")
    listed = {key: client.get(f"/{kind}.json").json()["rows"] for kind, key in LISTED.items()}
    return [str(row[key]) for key, rows in listed.items() for row in rows[:5]]


def known(case: schemathesis.Case, named: Sequence[str]) -> schemathesis.Case:
    """A question that names what is not there, every other time turned to something that may be."""
    for key, value in (case.path_parameters or {}).items():
        number = crc32(repr(value).encode())
        if number % 2:
            case.path_parameters[key] = named[number // 2 % len(named)]
    return case


@pytest.mark.filterwarnings("ignore")
def test_whatever_is_asked_is_answered_as_promised(app: App) -> None:
    """Two thousand questions, no error of the server's, and each answer as the document says."""
    answers: Counter[int] = Counter()
    broken: list[str] = []
    named = names(app)
    for found in schemathesis.openapi.from_asgi("/openapi.json", app).get_all_operations():
        operation = found.ok()
        for mode in GenerationMode:

            @SAME
            @given(case=operation.as_strategy(generation_mode=mode))
            def ask(case: schemathesis.Case) -> None:
                answer = known(case, named).call()
                answers[answer.status_code] += 1
                try:
                    case.validate_response(answer, checks=PROMISES)
                except schemathesis.core.failures.FailureGroup as group:
                    broken.append(f"{case.method} {case.formatted_path} {case.query}: {group}")

            with suppress(Unsatisfiable):  # an address without words knows no question that the document forbids
                ask()

    assert broken == []
    assert not [status for status in answers if status >= 500]
    assert answers.total() >= CASES
    assert answers[200] >= CASES / 10
