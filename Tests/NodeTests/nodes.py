"""Nodes as processes, and a wire between them that counts, cuts and changes bytes."""
import contextlib
import http.client
import json
import os
import pathlib
import re
import shutil
import signal
import socket
import subprocess
import tempfile
import threading
import time

ROOT = pathlib.Path(__file__).resolve().parents[2]
BINARY = pathlib.Path(os.environ.get("HUIZHI_BINARY", ROOT / ".build/debug/huizhi")).resolve()


def environment(settings):
    """The environment with settings by their names in small letters, without the prefix."""
    return {**os.environ, **{"HUIZHI_" + name.upper(): value for name, value in settings.items()}}


def run(*arguments, timeout=300, **settings):
    """Runs the program to its end, which may take so many seconds."""
    done = subprocess.run(
        [str(BINARY), *arguments], cwd=ROOT, env=environment(settings), capture_output=True, text=True,
        timeout=timeout)
    assert done.returncode == 0, done.stderr
    return done.stdout


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


class Node:
    """One `huizhi serve`."""

    def __init__(self, data, port=None, log=None, **settings):
        self.port = port or free_port()
        self.log, self.keeps = pathlib.Path(log or tempfile.mkstemp(prefix="huizhi-node-")[1]), log
        with open(self.log, "a") as log:
            self.process = subprocess.Popen(
                [str(BINARY), "serve", "--data", data, "--port", str(self.port)], cwd=ROOT, env=environment(settings),
                stdout=log, stderr=log)

    @property
    def address(self):
        return f"http://127.0.0.1:{self.port}"

    def get(self, path, headers={}, seconds=30):
        """Status, headers and body of one request on a connection of its own."""
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=seconds)
        try:
            connection.request("GET", path, headers=headers)
            answer = connection.getresponse()
            return answer.status, answer.headers, answer.read()
        finally:
            connection.close()

    def health(self, seconds=30):
        """The document of /health/ready; None while nothing listens or answers."""
        try:
            return json.loads(self.get("/health/ready", seconds=seconds)[2])
        except (OSError, http.client.HTTPException):
            return None

    def wait_ready(self, seconds=60):
        limit = time.monotonic() + seconds
        while time.monotonic() < limit:
            assert self.process.poll() is None, self.words()
            health = self.health()
            if health and health["status"] == "ready":
                return health
            time.sleep(0.05)
        raise AssertionError(f"not ready: {self.health()} {self.words()}")

    def words(self):
        return self.log.read_text()

    def terminate(self):
        """Ends the node as an operator does; how long that took."""
        start = time.monotonic()
        self.process.send_signal(signal.SIGTERM)
        assert self.process.wait(timeout=15) == 0, self.words()
        return time.monotonic() - start

    def kill(self):
        self.process.kill()
        self.process.wait()

    def end(self):
        if self.process.poll() is None:
            self.kill()
        if not self.keeps:
            self.log.unlink()


class Wire:
    """A connection to a node at an address of its own, which can be slowed and whose answers can be changed."""

    def __init__(self, port, change=lambda request, sent, data: data, bytes_per_second=None):
        self.target, self.change, self.rate = port, change, bytes_per_second
        self.requests, self.count = [], 0
        self.listener = socket.create_server(("127.0.0.1", 0))
        self.address = f"http://127.0.0.1:{self.listener.getsockname()[1]}"
        threading.Thread(target=self.accept, daemon=True).start()

    def accept(self):
        with contextlib.suppress(OSError):
            while True:
                threading.Thread(target=self.carry, args=(self.listener.accept()[0],), daemon=True).start()

    def carry(self, client):
        with contextlib.suppress(OSError), client, socket.create_connection(("127.0.0.1", self.target)) as node:
            state = {"request": "", "sent": 0}

            def upwards():
                with contextlib.suppress(OSError):
                    while data := client.recv(65536):
                        state["request"], state["sent"] = data.decode("latin-1").split("\r\n")[0], 0
                        self.requests.append(data.decode("latin-1"))
                        node.sendall(data)
                    node.shutdown(socket.SHUT_WR)

            threading.Thread(target=upwards, daemon=True).start()
            while data := node.recv(65536):
                data = self.change(state["request"], state["sent"], data)
                state["sent"] += len(data)
                client.sendall(data)
                self.count += len(data)
                if self.rate:
                    time.sleep(len(data) / self.rate)

    def close(self):
        self.listener.close()


@contextlib.contextmanager
def folder():
    path = tempfile.mkdtemp(prefix="huizhi-nodes-")
    try:
        yield path
    finally:
        shutil.rmtree(path, ignore_errors=True)
