#!/usr/bin/env python3
"""What a store does a second on SQLite and on PostgreSQL, beside pgbench on the same server in the same run.

    Benchmarks/store.py [--seconds 3] [--rounds 3] [--scratch DIR]

Needs Python, PostgreSQL's server programs and .build/release/store-bench (or what --binary names). A throwaway server
with its default settings and the SQLite file lie in one folder below --scratch, which should be on the disk that
matters. Each round measures SQLite, PostgreSQL and pgbench one after the other; medians of the rounds are printed.
pgbench does the bare work only: one INSERT of a row of 1.5 KB a commit; 500 such rows a commit with synchronous_commit
off, as imports have it; one SELECT by primary key. An entry saved is besides that its log line in a Merkle tree, its
numbers, digests and compression; an entry read is found by a number first.
"""
import argparse
import contextlib
import json
import os
import pathlib
import statistics
import subprocess
import sys
import tempfile
import time

from product import ROOT, row, table

BINARY = ROOT / ".build/release/store-bench"
BATCH = 500  # rows a commit
BODY = "0123456789abcdef" * 94  # 1,504 bytes; PostgreSQL compresses only rows of more than 2 KB
SCRIPTS = {
    "saves": "INSERT INTO bare (body) VALUES (repeat(md5(random()::text), 47));",
    "batch": "INSERT INTO bare (body) VALUES " + ",\n".join(f"('{BODY}')" for _ in range(BATCH)) + ";",
    "reads": "\\set id random(1, :rows)\nSELECT body FROM bare WHERE id = :id;",
}


def programs():
    """The folder of the newest server programs, which Scripts/postgres takes too."""
    found = sorted(pathlib.Path("/usr/lib/postgresql").glob("*/bin/pgbench"), key=lambda path: float(path.parts[4]))
    return found[-1].parent if found else sys.exit("no PostgreSQL server is installed: Scripts/packages test")


def output(*command, **environment):
    done = subprocess.run(
        [str(part) for part in command], capture_output=True, text=True, env={**os.environ, **environment})
    if done.returncode != 0:
        sys.exit(f"{pathlib.Path(command[0]).name} failed: {done.stderr.strip()}")
    return done.stdout


@contextlib.contextmanager
def server(folder):
    """The address of a server that ends with the block."""
    try:
        yield output(ROOT / "Scripts/postgres", "start", folder + "/pg").strip()
    finally:
        output(ROOT / "Scripts/postgres", "stop", folder + "/pg", "immediate")


def store_bench(options, address, measure):
    return json.loads(output(options.binary, address, measure, "--seconds", options.seconds))


def pgbench(options, url, folder, measure):
    """Rows a second of the bare work of a measurement."""
    kind, _, clients = measure.partition(":")
    clients = clients or "1"
    settings = {"PGOPTIONS": "-c synchronous_commit=off"} if kind == "batch" else {}
    rows = output(programs() / "psql", url, "-Atc", "SELECT coalesce(max(id), 1) FROM bare").strip()
    said = output(
        programs() / "pgbench", "-n", "-T", max(1, round(options.seconds)), "-c", clients,
        "-j", min(int(clients), os.cpu_count() or 1), "-M", "simple" if kind == "batch" else "prepared",
        "-D", "rows=" + rows, "-f", f"{folder}/{kind}.sql", url, **settings)
    rate = next(float(line.split()[2]) for line in said.splitlines() if line.startswith("tps = "))
    return rate * (BATCH if kind == "batch" else 1)


def disk(folder, seconds):
    """How often a second 8 KiB are written over and synchronised: what bounds commits that wait for one another."""
    with open(folder + "/sync", "wb") as file:
        file.write(bytes(16 << 20))
        file.flush()
        os.fsync(file.fileno())
        count, start = 0, time.monotonic()
        while time.monotonic() - start < seconds:
            os.pwrite(file.fileno(), bytes(8192), count % 2048 * 8192)
            os.fdatasync(file.fileno())
            count += 1
        return count / (time.monotonic() - start)


def compare(options, url, folder, name, measure):
    """One row of the table; pgbench is left out where it has no such work."""
    bare = measure.partition(":")[0] in SCRIPTS
    rounds = []
    for _ in range(options.rounds):
        ours = [store_bench(options, address, measure)["perSecond"] for address in (f"sqlite:{folder}/sqlite", url)]
        rounds.append(ours + ([pgbench(options, url, folder, measure)] if bare else []))
    figures = [statistics.median(column) for column in zip(*rounds)]
    ratios = [f"{figure / figures[2]:.2f}" for figure in figures[:2]] if bare else ["", ""]
    row(name, *(f"{figure:,.0f}" for figure in figures), *([] if bare else [""]), *ratios)


def lag(options, url, folder):
    """The rows of the log's lag, in ms."""
    columns = []
    for address in (f"sqlite:{folder}/sqlite", url):
        rounds = [store_bench(options, address, "lag") for _ in range(options.rounds)]
        columns.append([statistics.median(measured[key] for measured in rounds) for key in ("median", "p99")])
    for name, figures in zip(("median", "p99"), zip(*columns)):
        row(f"save acknowledged to seen by another, {name} ms", *(f"{figure:.1f}" for figure in figures), "", "", "")


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--seconds", type=float, default=3, help="how long each measurement takes")
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--scratch", default=None, help="folder for temporary data")
    parser.add_argument("--binary", type=pathlib.Path, default=BINARY, help="the program to measure with")
    options = parser.parse_args()
    if not options.binary.exists():
        sys.exit("build first: swift build -c release --product store-bench")
    with tempfile.TemporaryDirectory(prefix="huizhi-bench-", dir=options.scratch) as folder:
        os.chmod(folder, 0o755)  # the server may run as another user
        for kind, script in SCRIPTS.items():
            pathlib.Path(folder, kind + ".sql").write_text(script + "\n")
        with server(folder) as url:
            output(programs() / "psql", url, "-qc",
                   "CREATE TABLE bare (id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, body text NOT NULL)")
            print(f"the disk: {disk(folder, options.seconds):,.0f} fdatasync/s; {os.cpu_count()} processors\n")
            table("a second", "SQLite", "PostgreSQL", "pgbench", "SQLite / pgbench", "PostgreSQL / pgbench")
            for writers in (1, 4, 16):
                compare(options, url, folder, f"entries saved one a commit, writers: {writers}", f"saves:{writers}")
            compare(options, url, folder, "entries imported in batches", "batch")
            for readers in (1, 8):
                compare(options, url, folder, f"entries found by a number and read, readers: {readers}", f"reads:{readers}")
            compare(options, url, folder, "jobs enqueued, claimed and finished, runners: 4", "jobs:4")
            for viewers in (1, 16):
                compare(options, url, folder, f"rows of who looked, viewers: {viewers}", f"disclosures:{viewers}")
            lag(options, url, folder)


if __name__ == "__main__":
    main()
