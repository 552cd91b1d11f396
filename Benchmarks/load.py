#!/usr/bin/env python3
"""How long searches wait while the index is written to.

    Benchmarks/load.py --folder /var/tmp/b --seed 11 --count 1000000 [--engine words] [--seconds 30]

Takes a copy of the merged index that Benchmarks/engine.py made there and kept. Two threads ask one query of each class
after the other, at first alone; then once more while a third replaces records and publishes every second, and merges go
on beside. Prints the median and p99 of each class in microseconds, and how many times as long p99 is beside the writer.
"""
import argparse
import pathlib
import shutil
import subprocess
import tempfile

import engine


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--folder", type=pathlib.Path, required=True)
    parser.add_argument("--count", type=int, default=100_000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--engine", choices=("ours", "words"), default="words")
    parser.add_argument("--seconds", type=int, default=30, help="how long each of the two parts lasts")
    options = parser.parse_args()
    made, corpus = engine.kept(options, options.count)
    with tempfile.TemporaryDirectory(dir=options.folder) as folder, open(corpus / "updates.tsv", "rb") as updates:
        index = shutil.copytree(made.index("merged"), pathlib.Path(folder, "index"))
        command = [*made.command, "load", index, options.seconds, corpus / "queries.tsv"]
        lines = engine.run(*command, stdin=updates, capture_output=True, text=True).stdout.splitlines()
    _, written, _, segments = lines[0].split("\t")
    print(f"Engine `{options.engine}`, {options.count:,} records, seed {options.seed}. {engine.machine()}.\n")
    print(f"Beside the searches {int(written):,} records were replaced in {options.seconds} s; {segments} segments in the end.\n")
    engine.row("class", "alone", "beside the writer", "p99 ÷ p99 alone")
    engine.row("---", "---:", "---:", "---:")
    words = {(query_set, task): words for query_set, task, words, _ in engine.CLASSES.values()}
    for line in lines[1:]:
        query_set, task, *times = line.split("\t")
        half, last, half_beside, last_beside = map(float, times)
        engine.row(words[query_set, task], f"{engine.short(half)} / {engine.short(last)}",
                   f"{engine.short(half_beside)} / {engine.short(last_beside)}", f"{last_beside / last:.1f}")


if __name__ == "__main__":
    main()
