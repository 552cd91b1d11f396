#!/usr/bin/env python3
"""How soon a new node is ready: by copying a sibling's index, by building its own, and with an index that it kept.

    Benchmarks/joining.py [--count 20000 | --data DIR] [--scratch DIR]

Measures .build/release/huizhi, or the program that HUIZHI_BINARY names. Two stores with the same log stand for one
database. Prints seconds, memory of both sides, and how fast the sibling gives files.
"""
import argparse
import http.client
import os
import pathlib
import re
import shutil
import sys
import tempfile
import time

from product import BINARY, ROOT, row, table

os.environ.setdefault("HUIZHI_BINARY", str(BINARY))
sys.path.insert(0, str(ROOT / "Tests/NodeTests"))
import nodes  # noqa: E402  the path and the program have to be set first

HOURS = 36_000  # seconds; a step of a million records on a slow disk takes its time


def memory(node):
    """Greatest memory in RAM so far, and the part of the present memory that is no file; MiB."""
    text = pathlib.Path(f"/proc/{node.process.pid}/status").read_text()
    return [int(re.search(name + r":\s+(\d+)", text).group(1)) // 1024 for name in ("VmHWM", "RssAnon")]


def ready(how, data, **settings):
    """Starts a node, and prints how many seconds it took until it was ready."""
    start = time.monotonic()
    node = nodes.Node(data, **settings)
    node.wait_ready(HOURS)
    row(how, f"{time.monotonic() - start:.2f}", *memory(node))
    return node


def serving(node, files, size):
    """MB/s that the serving side can give to a client that only reads."""
    connection, count, start = http.client.HTTPConnection("127.0.0.1", node.port), 0, time.monotonic()
    while count < max(size, 200_000_000):
        for path in files:
            connection.request("GET", "/snapshot/" + path.name)
            count += len(connection.getresponse().read())
    return count / 1e6 / (time.monotonic() - start)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--count", type=int, default=20_000, help="sample records")
    parser.add_argument("--data", help="a data folder whose store is taken instead of new samples")
    parser.add_argument("--scratch", default=None, help="folder for temporary data, some 10 KB a record")
    options = parser.parse_args()
    tempfile.tempdir = options.scratch
    if not nodes.BINARY.exists():
        sys.exit("build first: swift build -c release --product huizhi")
    with nodes.folder() as folder:
        data = options.data or folder + "/0"
        if not options.data:
            nodes.run("sample", "--data", data, "--count", str(options.count), "--seed", "1", timeout=HOURS)
        nodes.run("backup", "--data", data, folder + "/backup", timeout=HOURS)
        shutil.rmtree(folder + "/0", ignore_errors=True)
        for name in "12":
            nodes.run("restore", "--data", folder + "/" + name, folder + "/backup", timeout=HOURS)
        shutil.rmtree(folder + "/backup")
        table(f"{options.data or f'{options.count:,} records'}; ready", "seconds", "peak MiB", "anonymous MiB")
        old = ready("by building", folder + "/1")
        new = ready("by copying", folder + "/2", siblings=old.address)
        assert "nothing was copied" not in new.words(), new.words()
        gave = memory(old)
        new.terminate()
        kept = ready("with an index it kept", folder + "/2")
        files = list(pathlib.Path(folder, "1", "index").glob("*.hz"))
        size = sum(path.stat().st_size for path in files)
        print(f"\nindex of {size / 1e6:,.1f} MB in {len(files)} files, served at {serving(old, files, size):,.0f} MB/s;"
              f" the serving side after the copy: peak {gave[0]} MiB, anonymous {gave[1]} MiB")
        for node in (old, new, kept):
            node.end()


if __name__ == "__main__":
    main()
