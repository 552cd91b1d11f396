"""The description of the interface against the program: what it says is answered, and nothing that is nobody's business."""
import os
import pathlib
import re
import subprocess
import sys

import pytest

import nodes
from test_accounts import PASSWORD, Person

# Every boundary of every parameter; the long run draws values besides.
LONG = bool(os.environ.get("HUIZHI_LONG"))
PHASES = "examples,coverage,fuzzing" if LONG else "examples,coverage"
# Where it matters who asks; what is public says the same to all, and the long run asks for that too.
OWN = [] if LONG else ["--include-path-regex", "^/(account|admin|oauth|registers)"]
CHECKS = "not_a_server_error,status_code_conformance,content_type_conformance,response_schema_conformance,no_leak"


@pytest.fixture(scope="module")
def place(tmp_path_factory):
    """A node with samples, and two people who have accounts there."""
    data = tmp_path_factory.mktemp("interface") / "d"
    nodes.run("sample", "--data", str(data), "--count", "300")
    node = nodes.Node(str(data))
    node.wait_ready()
    people = [Person(node, f"{name}@example.org") for name in ("anna", "berta")]
    for person in people:
        assert person.sign_up() == 303
    yield node, data, people
    node.end()


def secrets(data, other):
    """What no answer may hold: where the data lie, and what belongs to somebody else."""
    return [str(data), other.email, other.account()["account"], PASSWORD]


def explore(node, folder, words, *options):
    """Runs Schemathesis in a folder where it leaves its notes; returns what it says and whether all checks held."""
    found = subprocess.run(
        [str(pathlib.Path(sys.executable).parent / "schemathesis"), "run", node.address + "/openapi.json",
         "--checks", CHECKS, "--phases", PHASES, "--seed", "1",
         "--warnings", "off", "--generation-database", "none", "--continue-on-failure", "--no-color", *options],
        cwd=folder, capture_output=True, text=True, timeout=1800,
        env={**os.environ, "SCHEMATHESIS_HOOKS": "leaks", "PYTHONPATH": str(pathlib.Path(__file__).parent),
             "HUIZHI_SECRETS": "\n".join(words)})
    said = found.stdout + found.stderr
    cases = int(re.search(r"(\d+) generated", said).group(1)) if found.returncode == 0 else 0
    return found.returncode, cases, said


def test_without_credentials_every_operation_answers_as_described(place):
    node, data, (anna, berta) = place
    status, cases, said = explore(node, data.parent, [*secrets(data, anna), *secrets(data, berta)])
    assert status == 0, said[-20_000:]
    assert cases > 1_000
    print(cases, "cases without credentials")


def test_with_credentials_every_operation_answers_as_described(place):
    node, data, (anna, berta) = place
    cookie = "; ".join(f"{name}={value}" for name, value in anna.cookies.items())
    status, cases, said = explore(node, data.parent, secrets(data, berta), *OWN, "--header", "Cookie:" + cookie)
    assert status == 0, said[-20_000:]
    assert cases > 1_000
    # No form was sent that this node had not made, so nothing has changed.
    assert anna.account()["email"] == anna.email
    print(cases, "cases with credentials")
