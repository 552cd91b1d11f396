#!/usr/bin/env python3
"""What a declared register with many entries does on SQLite and on PostgreSQL.

    Benchmarks/registers.py [--entries 100000] [--rounds 200] [--scratch DIR]

Needs Python, PostgreSQL's server programs and .build/release/register-bench (or what --binary names). Made-up
institutions (示例) are taken in as a table, indexed and listed; the counts of every kind are compared with what was
made, and the program fails where they differ. Rates are entries a second; times are ms of one question, with all its
facets and the page of entries read from the store, at the median and at the 95th of 100. `wanted` is what was set as
the goal: 5,000 rows a second, 30 ms for a page.
"""
import argparse
import json
import os
import pathlib
import sys
import tempfile

from product import ROOT, row, table
from store import output, server

BINARY = ROOT / ".build/release/register-bench"
WANTED = {"import": 5_000}
PAGE = 30  # ms


def measure(options, address, folder):
    """The lines of one database, by what they measure."""
    os.mkdir(folder)
    printed = output(
        options.binary, address, "--entries", options.entries, "--rounds", options.rounds,
        "--definitions", ROOT / "Definitions", "--scratch", folder)
    return {line["measure"]: line for line in map(json.loads, printed.splitlines())}


def figure(line):
    return f"{line['perSecond']:,.0f}/s" if "perSecond" in line else f"{line['median']:.1f} / {line['p95']:.1f}"


def wanted(name, line):
    """The goal, and by how much each database reaches it: above 1 is better."""
    if "perSecond" in line:
        return (f"{WANTED[name]:,}/s", lambda own: own["perSecond"] / WANTED[name]) if name in WANTED else ("", None)
    return f"{PAGE}", lambda own: PAGE / own["p95"]


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--entries", type=int, default=100_000)
    parser.add_argument("--rounds", type=int, default=200)
    parser.add_argument("--scratch", default=None, help="folder for temporary data")
    parser.add_argument("--binary", type=pathlib.Path, default=BINARY, help="the program to measure with")
    options = parser.parse_args()
    if not options.binary.exists():
        sys.exit("build first: swift build -c release --product register-bench")
    with tempfile.TemporaryDirectory(prefix="huizhi-bench-", dir=options.scratch) as folder:
        os.chmod(folder, 0o755)  # the server may run as another user
        sqlite = measure(options, f"sqlite:{folder}/store", folder + "/sqlite")
        with server(folder) as url:
            postgres = measure(options, url, folder + "/postgres")
    print(f"{options.entries:,} entries, {os.cpu_count()} processors; rates, or ms at the median / 95th of 100\n")
    table("", "SQLite", "PostgreSQL", "wanted", "SQLite / wanted", "PostgreSQL / wanted")
    for name, own in sqlite.items():
        goal, reached = wanted(name, own)
        ratios = [f"{reached(line):.1f}" for line in (own, postgres[name])] if reached else ["", ""]
        row(name, figure(own), figure(postgres[name]), goal, *ratios)


if __name__ == "__main__":
    main()
