#!/usr/bin/env python3
"""Measures the built product from outside, as its users meet it, and prints medians.

    Benchmarks/product.py import [--count 200000]        records/s into SQL, index lag, memory, disk
    Benchmarks/product.py xml PATH [--megabytes 1000]    MB/s of real XML, repeated to a file of that size
    Benchmarks/product.py update [--count 1000000]       an import, an update of a tenth, a hundredth withdrawn: what it
                                                         costs, and that the same records in another order agree
    Benchmarks/product.py turns [--count 200000]         how long an import keeps other writers from the log
    Benchmarks/product.py pages --count 20000            latency of result page, JSON, record page and suggestions:
                                                         median, p95, p99
    Benchmarks/product.py accounts [--seconds 5]         how many people can sign in, and how many requests of people who
                                                         are signed in are answered, a second

Needs only Python and .build/release/huizhi (or what --binary names). Every figure is of one run on this machine; the table says what it is.
"""
import argparse
import hashlib
import http.client
import json
import os
import pathlib
import random
import re
import shutil
import sqlite3
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

# What is typed into the box, letter by letter.
TYPED = ["锂离子电池", "申请人=澄川", "IPC=H01M10", "battery sep", "PA=cheng", "CN1990001", "散热 AND 电", "发明"]


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


def id_of(record):
    """The id of a sample, as the store names it: the register and the normalised number."""
    register = {"utilityModel": "patent"}.get(record["right"], record["right"])
    document = record.get("application") or record["registration"]
    # Indications have file numbers, in which hyphens count.
    return f"gi/CN{document['number']}" if register == "gi" else f"{register}/{document['id']}"


def ids_of(path, wanted):
    """The ids of the samples on some lines of a file."""
    with open(path, encoding="utf-8") as lines:
        return [id_of(json.loads(line)) for number, line in enumerate(lines) if number in wanted]


def content_digest(data):
    """The sum modulo 2^256 of the SHA-256 of every exported record without the place it came from, and how many."""
    process = subprocess.Popen([str(BINARY), "export", "--data", data], cwd=ROOT, stdout=subprocess.PIPE)
    total = count = 0
    for line in process.stdout:
        record = json.loads(line)
        record.pop("source", None)
        text = json.dumps(record, ensure_ascii=False, sort_keys=True).encode()
        total += int.from_bytes(hashlib.sha256(text).digest(), "big")
        count += 1
    if process.wait() != 0:
        sys.exit("the export failed")
    return f"{total % 2 ** 256:064x}", count


def shuffled(source, target, leave_out, random):
    """Writes the lines of a file but some in another order."""
    with open(source, "rb") as file:
        offsets = [0]
        for line in file:
            offsets.append(offsets[-1] + len(line))
        order = [number for number in range(len(offsets) - 1) if number not in leave_out]
        random.shuffle(order)
        with open(target, "wb") as out:
            for number in order:
                file.seek(offsets[number])
                out.write(file.read(offsets[number + 1] - offsets[number]))


def measure_update(options):
    """Two stores end with the same records: one by import, update and withdrawal, one by one import in another order.

    They must agree in the records and samples of every query, and in every exported record but its `source`. They
    differ in log, versions and with them the logical digest, because these tell how a store came to be what it is.
    """
    count = options.count
    updated = range(count * 45 // 100, count * 45 // 100 + count // 10)
    # Half of what is withdrawn was updated before.
    withdrawn = set(range(updated.start - count // 200, updated.start + count // 200))
    with tempfile.TemporaryDirectory(prefix="huizhi-bench-", dir=options.scratch) as folder:
        def sample(name, first, number, revision=0):
            peak_and_seconds("sample", "--seed", "42", "--from", str(first), "--count", str(number),
                             "--revision", str(revision), "--output", folder + name)

        def step(name, records, data, *arguments):
            output, seconds, peak = peak_and_seconds(*arguments)
            checked, doctor_seconds, doctor_peak = peak_and_seconds("doctor", "--data", data, "--json")
            state = json.loads(checked)
            assert state["sound"], state["findings"]
            row(name, f"{records:,}", f"{records / seconds:,.0f}", f"{seconds:.1f}", f"{peak:.0f}",
                f"{folder_megabytes(data):,.0f}", f"{state['entries']:,}", f"{state['logSize']:,}",
                state["logicalDigest"][:16], state["logRoot"][:16], f"{doctor_seconds:.1f} s, {doctor_peak:.0f} MB")
            return json.loads(output)

        sample("/base.jsonl", 0, count)
        sample("/changed.jsonl", updated.start, len(updated), 1)
        pathlib.Path(folder + "/ids").write_text("\n".join(ids_of(folder + "/base.jsonl", withdrawn)) + "\n")
        table("step", "records", "records/s", "seconds", "peak MB", "disk MB", "entries", "log lines",
              "logical digest", "log root", "doctor: sound in")
        first = folder + "/first"
        report = step("import", count, first, "import", "--data", first, "--json", folder + "/base.jsonl")
        assert report["imported"] == count, report
        report = step("update of a tenth", len(updated), first, "import", "--data", first, "--json", folder + "/changed.jsonl")
        assert report["imported"] == len(updated), report
        report = step("withdrawal of a hundredth", len(withdrawn), first, "withdraw", "--data", first, "--json", "--yes",
                      "--ids-from", folder + "/ids", "--reason", "benchmark")
        assert report["withdrawn"] == len(withdrawn) and not report["unknown"], report

        with open(folder + "/base.jsonl", "rb") as base, open(folder + "/changed.jsonl", "rb") as changed, \
                open(folder + "/final.jsonl", "wb") as final:
            for number, line in enumerate(base):
                final.write(changed.readline() if number in updated else line)
        shuffled(folder + "/final.jsonl", folder + "/other.jsonl", withdrawn, random.Random(options.seed))
        for name in ("/base.jsonl", "/changed.jsonl", "/final.jsonl"):
            os.remove(folder + name)
        second, rest = folder + "/second", count - len(withdrawn)
        report = step("the same records at once, in another order", rest, second,
                      "import", "--data", second, "--json", folder + "/other.jsonl")
        assert report["imported"] == rest, report
        os.remove(folder + "/other.jsonl")

        print()
        answers = []
        for data in (first, second):
            totals = {}
            for name, query in QUERIES.items():
                answer = json.loads(peak_and_seconds("search", "--data", data, "--json", query)[0])
                totals[name] = (answer["records"], answer["samples"])
            answers.append((totals, *content_digest(data)))
        assert answers[0][2] == rest, answers[0][2]
        assert answers[0] == answers[1], answers
        print(f"both stores: {rest:,} records, content {answers[0][1][:16]}, the same totals of {len(QUERIES)} queries")


def held(path, process):
    """For how long, in ms, a writer of another process found the database taken, each time, while `process` ran."""
    while not os.path.exists(path) and process.poll() is None:
        time.sleep(0.01)
    database = sqlite3.connect(path, timeout=0, isolation_level=None)
    stretches, since = [], None
    while process.poll() is None:
        now = time.perf_counter()
        try:
            database.execute("BEGIN IMMEDIATE")
            database.execute("ROLLBACK")
            if since is not None:
                stretches.append((now - since) * 1000)
            since = None
        except sqlite3.OperationalError:
            since = since or now
        time.sleep(0.0005)
    database.close()
    return stretches


def measure_turns(options):
    with tempfile.TemporaryDirectory(prefix="huizhi-bench-", dir=options.scratch) as folder:
        source, data = folder + "/samples.jsonl", folder + "/d"
        peak_and_seconds("sample", "--count", str(options.count), "--seed", "42", "--output", source)
        table("run", "records/s", "turns", "median ms", "p95 ms", "p99 ms", "longest ms", "largest write-ahead log MB")
        for name, watched in (("alone", False), ("with a writer that waits", True)):
            shutil.rmtree(data, ignore_errors=True)
            started = time.monotonic()
            process = subprocess.Popen(
                [str(BINARY), "import", "--data", data, source], cwd=ROOT, stdout=subprocess.DEVNULL)
            log = [0]
            threading.Thread(target=watch_size, args=(data + "/huizhi.sqlite-wal", process, log), daemon=True).start()
            times = held(data + "/huizhi.sqlite", process) if watched else []
            if process.wait() != 0:
                sys.exit(f"the import ended with status {process.returncode}")
            rate = options.count / (time.monotonic() - started)
            figures = [f"{quantile(times, share):.1f}" for share in (0.5, 0.95, 0.99, 1)] if times else [""] * 4
            row(name, f"{rate:,.0f}", len(times) or "", *figures, f"{log[0] / 1e6:.0f}")


def watch_size(path, process, largest):
    while process.poll() is None:
        if os.path.exists(path):
            largest[0] = max(largest[0], os.path.getsize(path))
        time.sleep(0.05)


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

        def ask(address):
            """The answer and the milliseconds until all of it was here."""
            started = time.perf_counter()
            connection.request("GET", address)
            answer = connection.getresponse()
            body = answer.read()
            elapsed = (time.perf_counter() - started) * 1000
            assert answer.status == 200, (answer.status, address)
            return body, elapsed

        def print_times(name, kind, hits, times):
            row(name, kind, f"{hits:,}" if hits else "", f"{statistics.median(times):.1f}",
                f"{quantile(times, 0.95):.1f}", f"{quantile(times, 0.99):.1f}")

        everything = []
        for name, query in QUERIES.items():
            for kind, path in (("page", "/search"), ("JSON", "/search.json")):
                address = path + "?" + urllib.parse.urlencode({"q": query})
                times, hits = [], 0
                for turn in range(options.repeat + 3):
                    body, elapsed = ask(address)
                    if kind == "JSON":
                        hits = json.loads(body)["total"]
                    if turn >= 3:
                        times.append(elapsed)
                if kind == "page":
                    everything += times
                print_times(name, kind, hits, times)
        print_times("all of these", "page", 0, everything)
        # Each record is opened once: the first time is the one that a visitor waits.
        drawn = random.Random(7)
        records = []
        while len(records) < options.records:
            offset = drawn.randrange(100)
            query = drawn.choice(list(QUERIES.values()))
            address = "/search.json?" + urllib.parse.urlencode({"q": query, "per": 10, "page": offset + 1, "sort": "newest"})
            hits = json.loads(ask(address)[0])["hits"]
            records += [hit["url"] for hit in hits if hit["url"] not in records]
        print_times("a record, opened once", "page", 0, [ask(address)[1] for address in records])
        print_times("the same records again", "page", 0, [ask(address)[1] for address in records])
        # What a browser asks while a word is typed.
        typed = [word[:end] for word in TYPED for end in range(1, len(word) + 1)]
        times = [ask("/suggest.json?" + urllib.parse.urlencode({"q": text}))[1] for _ in range(20) for text in typed]
        print_times("suggestions, a letter more each time", "JSON", 0, times)
        memory = node.resident()
        print(f"\nresident {memory['VmRSS']:.0f} MB, of it anonymous {memory['RssAnon']:.0f} MB")
        node.close()


class Person:
    """A browser of somebody with an account."""

    def __init__(self, port, number):
        self.connection = http.client.HTTPConnection("127.0.0.1", port)
        self.email, self.cookies = f"bench{number}@example.org", {}

    def ask(self, address, fields=None):
        """(status, body) of a page, or of a form that is sent with the token of the page."""
        headers = {"Cookie": "; ".join(f"{name}={value}" for name, value in self.cookies.items())}
        body = None
        if fields is not None:
            token = re.search(r'name="form" value="([^"]+)"', self.ask(address)[1]).group(1)
            headers["Cookie"] = "; ".join(f"{name}={value}" for name, value in self.cookies.items())
            headers["Content-Type"] = "application/x-www-form-urlencoded"
            body = urllib.parse.urlencode({**fields, "form": token})
        self.connection.request("GET" if body is None else "POST", address, body, headers)
        answer = self.connection.getresponse()
        text = answer.read().decode()
        for value in answer.headers.get_all("Set-Cookie") or []:
            name, _, rest = value.partition("=")
            self.cookies[name] = rest.partition(";")[0]
        return answer.status, text

    def sign_up(self):
        fields = {"name": "示例", "email": self.email, "password": "seventeen quiet bamboos", "consent": "yes"}
        status, text = self.ask("/account/sign-up", fields)
        assert status == 303, (status, text)

    def sign_in(self):
        self.cookies.clear()
        status, text = self.ask("/account/sign-in", {"email": self.email, "password": "seventeen quiet bamboos"})
        assert status == 303, (status, text)


def rate(people, seconds, act):
    """How often a second all of them, each on a thread of its own, do something."""
    counts = [0] * len(people)
    end = time.monotonic() + seconds

    def work(place):
        while time.monotonic() < end:
            act(people[place])
            counts[place] += 1

    started = time.monotonic()
    threads = [threading.Thread(target=work, args=(place,)) for place in range(len(people))]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return sum(counts) / (time.monotonic() - started)


def measure_accounts(options):
    with tempfile.TemporaryDirectory(prefix="huizhi-bench-", dir=options.scratch) as folder:
        peak_and_seconds("sample", "--data", folder + "/d", "--count", "100", "--seed", "42")
        node = Node(folder + "/d")
        people = [Person(node.port, number) for number in range(4)]
        for person in people:
            person.sign_up()

        def look(address):
            def act(person):
                status, _ = person.ask(address)
                assert status == 200, (status, address)
            return act

        table("what, by four people at once", "a second")
        row("sign-ins, the page and the form", f"{rate(people, options.seconds, Person.sign_in):,.1f}")
        strangers = [Person(node.port, number) for number in range(4)]
        row("the page of a sign-in alone", f"{rate(strangers, options.seconds, look('/account/sign-in')):,.0f}")
        row("one's own account, JSON", f"{rate(people, options.seconds, look('/account.json')):,.0f}")
        row("one's own account, page", f"{rate(people, options.seconds, look('/account')):,.0f}")
        row("a public page, signed in", f"{rate(people, options.seconds, look('/help')):,.0f}")
        node.close()


def main():
    global BINARY
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--scratch", default=None, help="folder for temporary data")
    parser.add_argument("--binary", type=pathlib.Path, default=BINARY, help="the program to measure")
    commands = parser.add_subparsers(dest="command", required=True)
    importing = commands.add_parser("import")
    importing.add_argument("--count", type=int, default=200_000)
    xml = commands.add_parser("xml")
    xml.add_argument("path")
    xml.add_argument("--megabytes", type=float, default=200)
    update = commands.add_parser("update")
    update.add_argument("--count", type=int, default=1_000_000)
    update.add_argument("--seed", type=int, default=1, help="of the other order")
    turns = commands.add_parser("turns")
    turns.add_argument("--count", type=int, default=200_000)
    pages = commands.add_parser("pages")
    pages.add_argument("--count", type=int, default=20_000)
    pages.add_argument("--repeat", type=int, default=50)
    pages.add_argument("--records", type=int, default=500, help="records that are opened")
    pages.add_argument("--data", help="a data folder that is there already")
    accounts = commands.add_parser("accounts")
    accounts.add_argument("--seconds", type=float, default=5)
    options = parser.parse_args()
    BINARY = options.binary
    if not BINARY.exists():
        sys.exit("build first: swift build -c release --product huizhi")
    {"import": measure_import, "xml": measure_xml, "update": measure_update, "turns": measure_turns, "pages": measure_pages,
     "accounts": measure_accounts}[options.command](options)


if __name__ == "__main__":
    main()
