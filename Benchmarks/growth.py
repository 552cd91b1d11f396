#!/usr/bin/env python3
"""How the engine grows with the index: median latency, memory, opening, and the bytes that a query touches.

    Benchmarks/growth.py --folder /var/tmp/b --seed 11 100000 1000000 [--engine words]

Uses the merged indexes that Benchmarks/engine.py made there and kept, asks each class of queries, and prints one table
a size. A query touches the pages of mapped files that the kernel has marked as read since they were marked as not read;
that is more than the bytes it needs, for a page has 4 KiB. Behind them stands the least time in which the machine's
memory could deliver them, as a share of the time that the query took.
"""
import argparse
import pathlib
import re
import statistics

import engine

# What one core reads from memory in a second here, unless --bandwidth says something else.
BANDWIDTH = 37e9


def touched(process):
    """Bytes of mapped index files that were read since `forget`."""
    total, counts = 0, False
    for line in open(f"/proc/{process.pid}/smaps"):
        if re.match(r"[0-9a-f]+-[0-9a-f]+ ", line):
            counts = line.rstrip().endswith(".hz")
        elif counts and line.startswith("Referenced:"):
            total += int(line.split()[1]) * 1024
    return total


def forget(process):
    pathlib.Path(f"/proc/{process.pid}/clear_refs").write_text("1")


def measure(options, count):
    made, corpus = engine.kept(options, count)
    queries = engine.read_queries(corpus / "queries.tsv")
    session = engine.Session(made, "merged")
    print(f"\n## {count:,} records\n\nIndex {made.size('merged') / 1e6:,.0f} MB, opened in {float(session.opening):.1f} ms.\n")
    engine.row("class", "median, µs", "touched, KB", "of the memory's speed, %")
    engine.row("---", "---:", "---:", "---:")
    for name, (query_set, task, words, _) in engine.CLASSES.items():
        payloads = queries[query_set]
        answers = session.ask(query_set, task, payloads, warm=options.warm, limit=options.limit)
        median = statistics.median(nanoseconds / 1000 for nanoseconds, _, _ in answers)
        read = []
        for payload in payloads[:options.sample]:
            forget(session.process)
            session.ask(query_set, task, [payload])
            read.append(touched(session.process))
        least = statistics.median(read) / options.bandwidth * 1e6
        engine.row(words, engine.short(median), f"{statistics.median(read) / 1e3:,.0f}", f"{100 * least / median:.1f}")
    print(f"\nMemory beyond mapped files afterwards: {session.memory() / 1e6:,.0f} MB.")
    session.close()


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("counts", type=int, nargs="+")
    parser.add_argument("--folder", type=pathlib.Path, required=True)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--engine", choices=("ours", "words"), default="words")
    parser.add_argument("--warm", type=float, default=0.3, help="seconds to warm up before each measurement")
    parser.add_argument("--limit", type=float, default=2.0, help="seconds to measure a class")
    parser.add_argument("--sample", type=int, default=50, help="queries of each class whose pages are counted")
    parser.add_argument("--bandwidth", type=float, default=BANDWIDTH, help="bytes that one core reads in a second")
    options = parser.parse_args()
    print(f"Engine `{options.engine}`, seed {options.seed}. {engine.machine()}.")
    for count in options.counts:
        measure(options, count)


if __name__ == "__main__":
    main()
