#!/usr/bin/env python3
"""What accounts do a second on SQLite and on PostgreSQL, beside what bounds it in the same run.

    Benchmarks/identity.py [--seconds 3] [--rounds 3] [--scratch DIR]

Needs what store.py needs: Python, PostgreSQL's server programs and .build/release/store-bench (or what --binary names).
A throwaway server with its default settings and the SQLite file lie in one folder below --scratch, which should be on
the disk that matters. Each round measures the bound, SQLite and PostgreSQL one after the other; medians of the rounds
are printed, and how much of the bound each reaches. The bound is

- of sign-ins what all processors compare in passwords at the default cost of scrypt, and nothing else;
- of rows of who looked, and of sign-ons, what the disk synchronises: a row waits for one commit, a sign-on for three.
  Above one, those who wait at the same time share a commit.

Looking up a session or a key, and checking a permission, wait for nothing but the processors.
"""
import argparse
import os
import pathlib
import statistics
import sys
import tempfile

from product import row, table
from store import BINARY, disk, server, store_bench

COMMITS = {"sign-ons": 3, "disclosures": 1}  # that one waits for


def bound(options, url, folder, kind):
    """What bounds a kind of work a second; nothing where the processors do."""
    if kind == "sign-ins":
        return store_bench(options, url, f"passwords:{os.cpu_count() or 1}")["perSecond"]
    return disk(folder, options.seconds) / COMMITS[kind] if kind in COMMITS else None


def compare(options, url, folder, name, measure):
    """One row of the table."""
    rounds = []
    for _ in range(options.rounds):
        limit = bound(options, url, folder, measure.partition(":")[0])
        ours = [store_bench(options, address, measure)["perSecond"] for address in (f"sqlite:{folder}/sqlite", url)]
        rounds.append([*ours, *([limit] if limit else [])])
    figures = [statistics.median(column) for column in zip(*rounds)]
    ratios = [f"{figure / figures[2]:.2f}" for figure in figures[:2]] if len(figures) > 2 else ["", "", ""]
    row(name, *(f"{figure:,.0f}" if figure >= 100 else f"{figure:.1f}" for figure in figures), *ratios)


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
        with server(folder) as url:
            checks = [store_bench(options, url, "permissions")["perSecond"] for _ in range(options.rounds)]
            print(f"{os.cpu_count()} processors; a permission is checked in {1e9 / statistics.median(checks):,.0f} ns\n")
            table("a second", "SQLite", "PostgreSQL", "bound", "SQLite / bound", "PostgreSQL / bound")
            for count in (1, 16):
                compare(options, url, folder, f"sessions looked up, visitors: {count}", f"sessions:{count}")
            for count in (1, 16):
                compare(options, url, folder, f"keys looked up, programs: {count}", f"keys:{count}")
            # More than there are threads for passwords, so that none of these waits for somebody to come.
            compare(options, url, folder, "sign-ins, people: 8", "sign-ins:8")
            for count in (1, 16):
                compare(options, url, folder, f"sign-ons to a platform, people: {count}", f"sign-ons:{count}")
            for count in (1, 16):
                compare(options, url, folder, f"rows of who looked, viewers: {count}", f"disclosures:{count}")


if __name__ == "__main__":
    main()
