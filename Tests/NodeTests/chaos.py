"""What test_chaos.py breaks: two PostgreSQL servers that change places, and nodes that are killed and started again."""
import collections
import os
import pathlib
import shutil
import signal
import subprocess
import threading
import time
import urllib.parse

import nodes


def within(seconds, condition, what):
    """Waits until the condition holds."""
    limit = time.monotonic() + seconds
    while not condition():
        assert time.monotonic() < limit, f"not within {seconds} s: {what()}"
        time.sleep(0.1)


class Servers:
    """A PostgreSQL server and its standby."""

    def __init__(self, folder, *settings):
        os.chmod(folder, 0o755)
        self.primary, self.standby = f"{folder}/a", f"{folder}/b"
        # Without fsync a crash of the server loses nothing that the same machine wrote.
        self.settings = ["fsync=off", "wal_retrieve_retry_interval=200ms", *settings]
        self.follows = "sync" if settings else "async"
        self.url = (self.start(self.primary).strip() + "," + urllib.parse.quote(self.standby, safe="")
                    + "&target_session_attrs=read-write&connect_timeout=3")

    @staticmethod
    def script(*words):
        return subprocess.run([nodes.ROOT / "Scripts/postgres", *words], stdout=subprocess.PIPE, check=True,
                              text=True).stdout

    def start(self, folder):
        return self.script("start", folder, *self.settings)

    def sql(self, statement):
        """What a statement answers; `CalledProcessError` when nobody does."""
        return subprocess.run(["psql", self.url, "-XAtqc", statement], capture_output=True, check=True, text=True,
                              timeout=300).stdout.strip()

    def add_standby(self):
        shutil.rmtree(self.standby, ignore_errors=True)
        self.script("copy", self.standby, self.primary)
        self.start(self.standby)
        self.wait_standby()

    def wait_standby(self):
        """Waits until the standby follows; where commits wait for it, they do from now on."""
        state = "SELECT sync_state FROM pg_stat_replication WHERE state = 'streaming'"
        within(60, lambda: self.sql(state) == self.follows, lambda: self.sql(state))

    def restart(self, mode, seconds):
        self.script("stop", self.primary, mode)
        time.sleep(seconds)
        self.start(self.primary)
        self.wait_standby()

    def pause(self, seconds):
        """Halts every process of the primary: connections stay open, and nothing answers."""
        head = pathlib.Path(self.primary, "data/postmaster.pid").read_text().split()[0]
        os.kill(int(head), signal.SIGSTOP)
        rest = subprocess.run(["pgrep", "-P", head], stdout=subprocess.PIPE, text=True).stdout.split()
        subprocess.run(["kill", "-STOP", *rest])
        time.sleep(seconds)
        subprocess.run(["kill", "-CONT", *rest, head])

    def crash(self):
        self.script("stop", self.primary, "immediate")

    def promote(self):
        """The standby takes the place of a primary that crashed."""
        self.script("promote", self.standby)
        self.primary, self.standby = self.standby, self.primary

    def end(self):
        for folder in (self.standby, self.primary):
            if pathlib.Path(folder, "data/postmaster.pid").exists():
                self.script("stop", folder, "immediate")


class Fleet:
    """Nodes that know each other, each with a folder of its own; one that ends by itself is started again."""

    def __init__(self, folder, size, **settings):
        self.data = [f"{folder}/node{place}" for place in range(size)]
        self.ports = [nodes.free_port() for _ in self.data]
        self.settings = {**settings, "siblings": ",".join(f"http://127.0.0.1:{port}" for port in self.ports)}
        self.nodes = [self.make(place) for place in range(size)]
        self.lock = threading.Lock()
        self.held, self.counts, self.longest_unready = set(), collections.Counter(), 0
        # What nodes said that were ready with lines that are not in the log.
        self.wrong = []
        self.ending, self.watcher = threading.Event(), threading.Thread(target=self.watch)
        self.watcher.start()

    def make(self, place):
        return nodes.Node(self.data[place], port=self.ports[place], log=self.data[place] + ".log", **self.settings)

    def kill(self, place):
        with self.lock:
            self.held.add(place)
        self.nodes[place].kill()

    def start(self, place, isEmptied=False):
        if isEmptied:
            shutil.rmtree(self.data[place])
        with self.lock:
            self.nodes[place] = self.make(place)
            self.held.discard(place)

    def watch(self):
        """What a service manager and a load balancer do and see."""
        last = time.monotonic()
        while not self.ending.wait(0.1):
            with self.lock:
                for place, node in enumerate(self.nodes):
                    if place not in self.held and node.process.poll() is not None:
                        self.counts["nodes that ended by themselves"] += 1
                        time.sleep(0.5)
                        self.nodes[place] = self.make(place)
            ready = [health for node in self.nodes if (health := node.health(seconds=1)) and health["status"] == "ready"]
            self.wrong += [health for health in ready if health["snapshot"] > health["log"]]
            if ready:
                last = time.monotonic()
            self.longest_unready = max(self.longest_unready, time.monotonic() - last)

    def wait_even(self, size, places=None):
        """Waits until nodes are ready with all lines of the log and no others."""
        for place in places or range(len(self.nodes)):
            node = self.nodes[place]
            even = {"status": "ready", "snapshot": size, "log": size}
            within(600, lambda: even.items() <= (node.health() or {}).items(), lambda: f"node {place} {node.health()}")

    def end(self):
        self.ending.set()
        self.watcher.join()
        for node in self.nodes:
            node.end()
