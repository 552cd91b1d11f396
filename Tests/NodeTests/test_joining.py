"""A new node takes the index of another one."""
import json
import os
import pathlib
import subprocess
import time

import pytest

import nodes
from conftest import RECORDS, index_files


def copied(wire):
    """The names of the files that were asked for, with the place from which on."""
    asked = []
    for request in wire.requests:
        lines = request.split("\r\n")
        path = lines[0].split(" ")[1]
        if path.startswith("/snapshot/"):
            place = next(line for line in lines if line.lower().startswith("range:")).split("=")[1]
            asked.append((path.removeprefix("/snapshot/"), int(place.rstrip("-"))))
    return asked


def total(node):
    return json.loads(node.get("/search.json?q=%E7%94%B5%E6%B1%A0")[2])["total"]


def test_a_new_node_copies_the_index_of_a_sibling(serving, restored, start, wire):
    data, way = restored(), wire(serving.port)
    node = start(data, siblings=f"http://127.0.0.1:1,{way.address}/")
    assert node.wait_ready()["snapshot"] == RECORDS
    assert "nothing was copied from http://127.0.0.1:1" in node.words()
    assert {name for name, _ in copied(way)} == set(index_files(data))
    assert total(node) == total(serving)


def wait_copying(node, least=0.0, most=1.0):
    """Waits until such a share of the index has come, and says what the node says then."""
    limit = time.monotonic() + 30
    while time.monotonic() < limit:
        health = node.health()
        if health and health["work"] == "copying" and least < health["share"] < most:
            return health
        time.sleep(0.01)
    raise AssertionError(node.words())


def test_a_search_on_the_command_line_copies_too(serving, restored, wire):
    data, way = restored(), wire(serving.port)
    answer = json.loads(nodes.run("search", "--data", data, "--json", "电池", siblings=way.address))
    assert answer["total"] == total(serving) and "behind" not in answer
    assert {name for name, _ in copied(way)} == set(index_files(data))


def test_a_node_that_copies_ends_when_it_is_told_to(serving, restored, start, wire):
    way = wire(serving.port, bytes_per_second=1_000_000)
    node = start(restored(), siblings=way.address)
    wait_copying(node)
    assert node.terminate() < 10


def test_a_killed_copy_goes_on_where_it_was(serving, restored, start, wire):
    data, way = restored(), wire(serving.port, bytes_per_second=3_000_000)
    node = start(data, siblings=way.address)
    seen = wait_copying(node, 0.4, 0.95)
    assert seen["status"] == "starting" and seen["source"] == way.address
    assert node.get("/health/ready")[0] == 503
    node.kill()
    whole = set(index_files(data))
    begun = {path.name.replace(".tmp", ".hz"): path.stat().st_size
             for path in pathlib.Path(data, "index").glob("*-????????????????????????????????.tmp")}
    assert not pathlib.Path(data, "index", "manifest").exists()
    first = way.count
    way.requests.clear()
    way.rate = None
    node = start(data, siblings=way.address)
    node.wait_ready()
    asked = dict(copied(way))
    assert whole.isdisjoint(asked), "what was whole is not asked for again"
    assert all(asked[name] == size for name, size in begun.items()), "what was begun goes on at its end"
    size = sum(path.stat().st_size for path in pathlib.Path(data, "index").glob("*.hz"))
    assert way.count - first < size * 0.7
    assert total(node) == total(serving)


def test_a_changed_byte_is_refused_and_the_next_sibling_asked(serving, restored, start, wire):
    def change(request, sent, data):
        # Behind the head of the answer, in the file of the postings.
        if "/snapshot/post-" in request and sent > 0:
            data = data[:-1] + bytes([data[-1] ^ 1])
        return data

    data, bad, good = restored(), wire(serving.port, change), wire(serving.port)
    node = start(data, siblings=f"{bad.address},{good.address}")
    node.wait_ready()
    assert "its bytes do not have the digest in its name" in node.words()
    assert copied(good)
    assert total(node) == total(serving)


def test_without_a_sibling_that_helps_the_index_is_built(serving, restored, start, wire):
    data, bad = restored(), wire(serving.port, lambda request, sent, data: data.replace(b"HZIX", b"HZIY"))
    node = start(data, siblings=bad.address)
    assert node.wait_ready()["snapshot"] == RECORDS
    assert f"nothing was copied from {bad.address}" in node.words()
    assert total(node) == total(serving)


def test_the_index_of_another_log_is_refused(serving, start, tmp_path):
    data = str(tmp_path / "other")
    nodes.run("sample", "--data", data, "--count", "50", "--seed", "9")
    node = start(data, siblings=serving.address)
    assert node.wait_ready()["snapshot"] == 50
    assert "log diverged" in node.words()


@pytest.mark.skipif("HUIZHI_TEST_POSTGRES" not in os.environ, reason="needs a PostgreSQL server")
def test_nodes_over_one_postgresql_share_the_records_and_copy_the_index(start, tmp_path):
    server, name = os.environ["HUIZHI_TEST_POSTGRES"], f"huizhi_nodes_{os.getpid()}"
    subprocess.run(["psql", server, "-qc", f"CREATE DATABASE {name}"], check=True)
    place, _, options = server.partition("?")
    database = place.rsplit("/", 1)[0] + "/" + name + (f"?{options}" if options else "")
    try:
        nodes.run("sample", "--data", str(tmp_path / "scratch"), "--count", "500", "--seed", "1", database=database)
        first = start(str(tmp_path / "first"), database=database)
        first.wait_ready()
        second = start(str(tmp_path / "second"), database=database, siblings=first.address)
        assert second.wait_ready()["snapshot"] == 500
        assert "nothing was copied" not in second.words()
        assert total(second) == total(first)
        nodes.run("sample", "--data", str(tmp_path / "scratch"), "--count", "100", "--from", "500", "--seed", "1",
                  database=database)
        limit = time.monotonic() + 10
        while {node.health()["snapshot"] for node in (first, second)} != {600}:
            assert time.monotonic() < limit
            time.sleep(0.05)
        assert total(second) == total(first)
        for node in (first, second):
            node.terminate()
    finally:
        subprocess.run(["psql", server, "-qc", f"DROP DATABASE IF EXISTS {name} WITH (FORCE)"], check=True)
