"""Two stores with the same log, made once for all tests."""
import pathlib
import shutil

import pytest

import nodes

RECORDS = 3000


@pytest.fixture(scope="session")
def stores():
    """The folder of a store with its index, and of a backup of it: the same log without an index."""
    with nodes.folder() as folder:
        first = folder + "/first"
        nodes.run("sample", "--data", first, "--count", str(RECORDS), "--seed", "1")
        nodes.run("search", "--data", first, "--json", "电池")
        nodes.run("backup", "--data", first, folder + "/backup")
        yield first, folder + "/backup"


@pytest.fixture
def restored(stores):
    """Makes new data folders from the backup."""
    with nodes.folder() as folder:
        made = []

        def make():
            made.append(f"{folder}/{len(made)}")
            nodes.run("restore", "--data", made[-1], stores[1])
            return made[-1]

        yield make


@pytest.fixture
def indexed(stores, restored):
    """Makes new data folders from the backup, with the index that the store has already."""

    def make():
        data = restored()
        shutil.copytree(stores[0] + "/index", data + "/index", dirs_exist_ok=True)
        return data

    return make


@pytest.fixture
def start():
    """Starts nodes and ends those that still run."""
    started = []

    def begin(data, **settings):
        started.append(nodes.Node(data, **settings))
        return started[-1]

    yield begin
    for node in started:
        node.end()


@pytest.fixture
def wire():
    """Lays wires to nodes and takes them away."""
    laid = []

    def lay(*arguments, **settings):
        laid.append(nodes.Wire(*arguments, **settings))
        return laid[-1]

    yield lay
    for one in laid:
        one.close()


@pytest.fixture
def serving(stores, start):
    """A node with an index."""
    node = start(stores[0])
    node.wait_ready()
    return node


def index_files(data):
    return sorted(path.name for path in pathlib.Path(data, "index").glob("*.hz"))
