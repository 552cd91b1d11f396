#!/usr/bin/env python3
"""How soon a new node is ready: by copying a sibling's index, by building its own, and with an index that it kept.

    Benchmarks/joining.py [RECORDS]        20,000 sample records unless told otherwise; program from HUIZHI_BINARY or the
                                           release build

Two stores with the same log stand for one database. Prints seconds, the rate of serving, and memory of both sides.
"""
import http.client
import os
import pathlib
import re
import sys
import time

ROOT = pathlib.Path(__file__).resolve().parents[1]
os.environ.setdefault("HUIZHI_BINARY", str(ROOT / ".build/release/huizhi"))
sys.path.insert(0, str(ROOT / "Tests/NodeTests"))
import nodes  # noqa: E402  the path and the program have to be set first


def memory(node):
    """Greatest memory in RAM so far, and the part of the present memory that is no file; MiB."""
    text = pathlib.Path(f"/proc/{node.process.pid}/status").read_text()
    peak, anonymous = (int(re.search(name + r":\s+(\d+)", text).group(1)) // 1024 for name in ("VmHWM", "RssAnon"))
    return f"peak {peak} MiB, anonymous {anonymous} MiB"


def ready(data, **settings):
    """Starts a node; how many seconds it took until it was ready."""
    start = time.monotonic()
    node = nodes.Node(data, **settings)
    node.wait_ready(36_000)
    return node, time.monotonic() - start


def main():
    records = sys.argv[1] if len(sys.argv) > 1 else "20000"
    with nodes.folder() as folder:
        nodes.run("sample", "--data", folder + "/0", "--count", records, "--seed", "1")
        nodes.run("backup", "--data", folder + "/0", folder + "/backup")
        for name in "12":
            nodes.run("restore", "--data", folder + "/" + name, folder + "/backup")
        old, built = ready(folder + "/1")
        files = list(pathlib.Path(folder, "1", "index").glob("*.hz"))
        size = sum(path.stat().st_size for path in files)
        print(f"{records} records, index of {size / 1e6:.1f} MB in {len(files)} files")
        print(f"ready by building  {built:8.2f} s   {memory(old)}")
        new, copied = ready(folder + "/2", siblings=old.address)
        print(f"ready by copying   {copied:8.2f} s   {memory(new)}; serving side after it: {memory(old)}")
        assert "nothing was copied" not in new.words(), new.words()
        new.terminate()
        kept, again = ready(folder + "/2")
        print(f"ready with its own {again:8.2f} s")
        # What the serving side can give, to a client that only reads.
        connection, count, start = http.client.HTTPConnection("127.0.0.1", old.port), 0, time.monotonic()
        while count < max(size, 200_000_000):
            for path in files:
                connection.request("GET", "/snapshot/" + path.name)
                count += len(connection.getresponse().read())
        print(f"serving files      {count / 1e6 / (time.monotonic() - start):8.0f} MB/s")
        for node in (old, new, kept):
            node.end()


if __name__ == "__main__":
    main()
