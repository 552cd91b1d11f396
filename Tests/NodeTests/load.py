"""The load of test_chaos.py, which keeps account of everything that it was promised."""
import collections
import http.client
import json
import random
import subprocess
import threading
import time

import nodes


class Batch:
    """A file of sample records, and the ids that they get."""

    def __init__(self, path, lines):
        self.path, self.entries = str(path), [self.entry(json.loads(line)) for line in lines]
        path.write_text("".join(lines))

    @staticmethod
    def entry(record):
        register = "patent" if record["right"] == "utilityModel" else record["right"]
        number = record["application"]["id"] if "application" in record else "CN" + record["registration"]["number"]
        return f"{register}/{number}"


class Load:
    """Threads that search, import, withdraw and enqueue jobs until they are told to stop."""

    def __init__(self, fleet, sql, folder, settings):
        self.fleet, self.sql, self.folder, self.settings = fleet, sql, folder, settings
        self.counts, self.wrong, self.slowest = collections.Counter(), [], 0
        # Batches to be imported, those that failed, and withdrawals that failed.
        self.batches, self.failed, self.unheard = collections.deque(), collections.deque(), collections.deque()
        # What was promised: entries that are there, the line of the log that holds the last of them, jobs.
        self.lock, self.entries, self.sequence, self.jobs = threading.Lock(), [], 0, 0
        # What may be or not be: entries that somebody tried to import, to withdraw.
        self.tried, self.doomed = set(), set()
        self.stopping, self.threads = threading.Event(), []

    def begin(self, seed):
        work = [(self.search, 0.02)] * 4 + [(self.import_one, 0.5)] * 2 + [(self.withdraw_two, 2), (self.enqueue, 0.2)]
        for number, (do, pause) in enumerate(work):
            chance = random.Random(f"{seed} {number}")
            self.threads.append(threading.Thread(target=self.repeat, args=(do, pause, chance, f"scratch{number}")))
            self.threads[-1].start()

    def repeat(self, do, pause, chance, scratch):
        while not self.stopping.wait(pause):
            try:
                do(chance, scratch)
            except Exception as failure:
                self.wrong.append(f"{do.__name__}: {failure!r}")

    def stop(self):
        self.stopping.set()
        for thread in self.threads:
            thread.join()

    def finish(self):
        """Does again what failed, now that nothing breaks any more."""
        limit = time.monotonic() + 180
        while self.failed or self.unheard:
            assert time.monotonic() < limit, "what failed goes on failing"
            if self.failed:
                self.take(self.failed.popleft())
            if self.unheard:
                self.withdraw(self.unheard.popleft())

    # Reading

    def search(self, chance, _):
        """Looks for everything or for one entry, knowing of what was promised so far."""
        with self.lock:
            known, promised, one = self.sequence, len(self.entries), chance.choice(self.entries)
        if chance.random() < 0.3:
            status, body = self.ask(f"/{one}.json", chance)
            isRight = status in (None, 200) or status == 410 and one in self.doomed
        else:
            status, body = self.ask("/search.json?q=", chance, {"Huizhi-After": str(known)})
            answer = json.loads(body) if status == 200 else {"snapshot": known}
            # A node that waited in vain for the line answers from an older snapshot.
            isOlder = answer["snapshot"] < known
            self.counts["searches answered older than asked for"] += isOlder
            least = 0 if isOlder else promised - len(self.doomed)
            isRight = status is None or status == 200 and least <= answer["total"] <= len(self.tried)
            one = f"everything, at least {least}"
        if not isRight:
            self.wrong.append(f"{one}: {status} {body[:200].decode(errors='replace')}")

    def ask(self, path, chance, headers={}):
        """Status and body from the first node that answers; none when the time is over."""
        place, start = chance.randrange(3), time.monotonic()
        while not self.stopping.is_set():
            try:
                status, _, body = self.fleet.nodes[place].get(path, headers, seconds=20)
                if status != 503:
                    self.counts["requests answered"] += 1
                    self.slowest = max(self.slowest, time.monotonic() - start)
                    return status, body
            except (OSError, http.client.HTTPException):
                pass
            self.counts["requests turned away"] += 1
            place = (place + 1) % 3
            time.sleep(0.05)
        return None, b""

    # Writing

    def import_one(self, chance, scratch):
        """Imports a batch, sometimes one that failed before, and kills some on the way."""
        source = self.failed if self.failed and chance.random() < 0.5 else self.batches
        if source:
            self.take(source.popleft(), scratch, chance.uniform(0, 2) if chance.random() < 0.15 else 300)

    def take(self, batch, scratch="scratch", seconds=300):
        self.tried.update(batch.entries)
        answer = self.run("imports", seconds, "import", "--data", f"{self.folder}/{scratch}", "--json", batch.path)
        if answer is None:
            self.failed.append(batch)
            return
        with self.lock:
            self.entries += batch.entries
            self.sequence = max(self.sequence, answer["sequence"])

    def withdraw_two(self, chance, scratch):
        """Withdraws two entries, or those for which it failed before."""
        with self.lock:
            ids = [one for one in chance.sample(self.entries, min(2, len(self.entries))) if one not in self.doomed]
            self.doomed.update(ids)
        self.unheard.append(ids)
        self.withdraw(self.unheard.popleft(), scratch)

    def withdraw(self, ids, scratch="scratch"):
        words = ["withdraw", "--data", f"{self.folder}/{scratch}", "--json", "--yes", *ids]
        if ids and self.run("withdrawals", 300, *words) is None:
            self.unheard.append(ids)

    def run(self, what, seconds, *words):
        """What the program prints; None when it failed or was killed after its time."""
        try:
            done = subprocess.run([nodes.BINARY, *words], env=nodes.environment(self.settings), capture_output=True,
                                  text=True, timeout=seconds)
        except subprocess.TimeoutExpired:
            self.counts[what + " killed"] += 1
            return None
        if "unknown: " in done.stderr:
            # What was promised is not there; asking again would change nothing.
            self.wrong.append(f"{words[0]}: {done.stderr}")
            return {}
        self.counts[what + (" failed" if done.returncode else " acknowledged")] += 1
        return None if done.returncode else json.loads(done.stdout)

    def enqueue(self, chance, _):
        """Enqueues a job; only one that was heard of counts."""
        kind, moment = chance.choice(["sweep-blobs", "sign-checkpoint"]), time.time_ns() // 1000
        try:
            self.sql("INSERT INTO job (id, kind, payload, state, due_at, attempts, created_at)"
                     f" VALUES ('chaos-{moment}', '{kind}', '', 0, {moment}, 0, {moment})")
            self.jobs += 1
        except subprocess.SubprocessError:
            self.counts["jobs not heard of"] += 1
