#!/usr/bin/env python3
"""Measures the built product from outside, as its users meet it, and prints medians.

    Benchmarks/product.py import [--count 200000]        records/s into SQL, index lag, memory, disk
    Benchmarks/product.py xml PATH [--megabytes 1000]    MB/s of real XML, repeated to a file of that size
    Benchmarks/product.py pages --count 20000            latency of result page and JSON, median, p95, p99

Needs only Python and .build/release/huizhi. Every figure is of one run on this machine; the table says what it is.
"""
import argparse
import http.client
import json
import os
import pathlib
import re
import statistics
import subprocess
import sys
import tempfile
import threading
import time
import urllib.parse

ROOT = pathlib.Path(__file__).resolve().parents[1]
BINARY = ROOT / ".build/release/huizhi"

# Query classes of the result page; the words are those of the sample records.
QUERIES = {
    "one frequent word": "电池",
    "two words": "锂离子电池 隔膜",
    "English": "battery separator",
    "phrase": '"散热效果好"',
    "number": "199000123",
    "class and dates": "IPC=H01M10 AND AD>=2018",
    "boolean": "(电池 OR 充电) AND (冷却 OR 散热) NOT 机器人",
    "NEAR": "电池 NEAR5 壳体",
    "applicant begins": "PA=澄川+",
    "everything": "",
}


def peak_and_seconds(*arguments):
    """Runs the program; returns (stdout, wall seconds, peak resident MB of this run)."""
    started = time.monotonic()
    process = subprocess.Popen([str(BINARY), *arguments], cwd=ROOT, stdout=subprocess.PIPE, text=True)
    output = process.stdout.read()
    _, status, usage = os.wait4(process.pid, 0)
    if status != 0:
        sys.exit(f"huizhi {' '.join(arguments[:2])} ended with status {status}")
    return output, time.monotonic() - started, usage.ru_maxrss / 1024


def folder_megabytes(path):
    return sum(f.stat().st_size for f in pathlib.Path(path).rglob("*") if f.is_file()) / 1e6


def row(*cells):
    print("| " + " | ".join(str(cell) for cell in cells) + " |")


def table(*heads):
    row(*heads)
    row(*("---" for _ in heads))


def measure_import(options):
    with tempfile.TemporaryDirectory(prefix="huizhi-bench-", dir=options.scratch) as folder:
        source = folder + "/samples.jsonl"
        peak_and_seconds("sample", "--count", str(options.count), "--seed", "42", "--output", source)
        size = os.path.getsize(source) / 1e6
        table("step", "records/s", "MB/s", "seconds", "peak MB", "disk MB")
        for name in ("import", "import again (unchanged)"):
            output, seconds, peak = peak_and_seconds("import", "--data", folder + "/d", "--json", source)
            report = json.loads(output)
            assert report["read"] == options.count, report
            disk = folder_megabytes(folder + "/d")
            row(name, f"{options.count / seconds:,.0f}", f"{size / seconds:.1f}", f"{seconds:.1f}", f"{peak:.0f}", f"{disk:.0f}")
        _, seconds, peak = peak_and_seconds("reindex", "--data", folder + "/d")
        row("index from the store", f"{options.count / seconds:,.0f}", "", f"{seconds:.1f}", f"{peak:.0f}",
            f"{folder_megabytes(folder + '/d/index'):.0f} (index)")


def measure_xml(options):
    """Repeats real documents, each under numbers of its own so that all are new, up to the size asked for."""
    paths = sorted(p for p in pathlib.Path(options.path).rglob("*") if p.suffix.lower() == ".xml")
    texts = [p.read_text(encoding="utf-8", errors="strict") for p in paths]
    texts = [t for t in texts if "<us-patent-grant" in t or "<us-patent-application" in t]
    if not texts:
        sys.exit(f"no USPTO XML 4.x below {options.path}")
    with tempfile.TemporaryDirectory(prefix="huizhi-bench-", dir=options.scratch) as folder:
        source = folder + "/bulk.xml"
        written = documents = 0
        with open(source, "w", encoding="utf-8") as out:
            while written < options.megabytes * 1e6:
                for text in texts:
                    documents += 1
                    fresh = re.sub(r"(<application-reference.*?<doc-number>)[^<]*", rf"\g<1>{99000000 + documents}", text, count=1, flags=re.S)
                    fresh = re.sub(r"(<publication-reference.*?<doc-number>)[^<]*", rf"\g<1>{9900000000 + documents}", fresh, count=1, flags=re.S)
                    written += out.write(fresh)
        size = os.path.getsize(source) / 1e6
        output, seconds, peak = peak_and_seconds("import", "--data", folder + "/d", "--json", source)
        report = json.loads(output)
        table("file MB", "documents", "imported", "rejected", "MB/s", "seconds", "peak MB")
        row(f"{size:.0f}", documents, report["imported"], report["rejected"], f"{size / seconds:.1f}", f"{seconds:.1f}", f"{peak:.0f}")


class Node:
    """A serving node on a free port."""

    def __init__(self, data):
        self.process = subprocess.Popen(
            [str(BINARY), "serve", "--data", data, "--port", "0"], cwd=ROOT, stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL, text=True)
        started = time.monotonic()
        for line in self.process.stdout:
            found = re.search(r"http://127\.0\.0\.1:(\d+)", line)
            if found:
                self.port = int(found.group(1))
                break
        else:
            sys.exit("the node said no address")
        self.ready = time.monotonic() - started
        threading.Thread(target=self.process.stdout.read, daemon=True).start()

    def resident(self):
        status = pathlib.Path(f"/proc/{self.process.pid}/status").read_text()
        return {key: int(value) / 1024 for key, value in re.findall(r"(VmRSS|RssAnon):\s+(\d+)", status)}

    def close(self):
        self.process.terminate()
        self.process.wait(timeout=20)


def quantile(values, share):
    return sorted(values)[min(len(values) - 1, int(len(values) * share))]


def measure_pages(options):
    with tempfile.TemporaryDirectory(prefix="huizhi-bench-", dir=options.scratch) as folder:
        data = options.data or folder + "/d"
        if not options.data:
            peak_and_seconds("sample", "--data", data, "--count", str(options.count), "--seed", "42")
            peak_and_seconds("reindex", "--data", data)
        node = Node(data)
        print(f"{options.count:,} records, ready after {node.ready:.1f} s\n")
        table("query class", "kind", "hits", "median ms", "p95 ms", "p99 ms")
        connection = http.client.HTTPConnection("127.0.0.1", node.port)
        for name, query in QUERIES.items():
            for kind, path in (("page", "/search"), ("JSON", "/search.json")):
                address = path + "?" + urllib.parse.urlencode({"q": query})
                times, hits = [], 0
                for turn in range(options.repeat + 3):
                    started = time.perf_counter()
                    connection.request("GET", address)
                    answer = connection.getresponse()
                    body = answer.read()
                    elapsed = (time.perf_counter() - started) * 1000
                    assert answer.status == 200, (answer.status, address)
                    if kind == "JSON":
                        hits = json.loads(body)["total"]
                    if turn >= 3:
                        times.append(elapsed)
                row(name, kind, f"{hits:,}" if hits else "", f"{statistics.median(times):.1f}",
                    f"{quantile(times, 0.95):.1f}", f"{quantile(times, 0.99):.1f}")
        memory = node.resident()
        print(f"\nresident {memory['VmRSS']:.0f} MB, of it anonymous {memory['RssAnon']:.0f} MB")
        node.close()


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--scratch", default=None, help="folder for temporary data")
    commands = parser.add_subparsers(dest="command", required=True)
    importing = commands.add_parser("import")
    importing.add_argument("--count", type=int, default=200_000)
    xml = commands.add_parser("xml")
    xml.add_argument("path")
    xml.add_argument("--megabytes", type=float, default=200)
    pages = commands.add_parser("pages")
    pages.add_argument("--count", type=int, default=20_000)
    pages.add_argument("--repeat", type=int, default=50)
    pages.add_argument("--data", help="a data folder that is there already")
    options = parser.parse_args()
    if not BINARY.exists():
        sys.exit("build first: swift build -c release --product huizhi")
    {"import": measure_import, "xml": measure_xml, "pages": measure_pages}[options.command](options)


if __name__ == "__main__":
    main()
