"""Accounts beside a running node: what the operator types counts with the next request, and a key is for ever."""
import http.client
import json
import os
import pty
import re
import shutil
import subprocess
import urllib.parse

import pytest

import nodes

PASSWORD = "seventeen quiet bamboos"


class Person:
    """A browser without scripts."""

    def __init__(self, node, email="anna@example.org"):
        self.node, self.email, self.cookies = node, email, {}

    def ask(self, address, fields=None):
        """Status and body of a page, or of a form that is sent with the token of its page."""
        token = {} if fields is None else {
            "form": re.search(r'name="form" value="([^"]+)"', self.ask(address)[1]).group(1)}
        body = None if fields is None else urllib.parse.urlencode({**fields, **token})
        headers = {"Cookie": "; ".join(f"{name}={value}" for name, value in self.cookies.items()),
                   "Content-Type": "application/x-www-form-urlencoded"}
        connection = http.client.HTTPConnection("127.0.0.1", self.node.port, timeout=60)
        connection.request("GET" if body is None else "POST", address, body, headers)
        answer = connection.getresponse()
        text = answer.read().decode()
        for value in answer.headers.get_all("Set-Cookie") or []:
            name, _, rest = value.partition("=")
            self.cookies[name] = rest.partition(";")[0]
        connection.close()
        return answer.status, text

    def sign_up(self):
        return self.ask("/account/sign-up", {
            "name": "示例·安娜", "email": self.email, "password": PASSWORD, "consent": "yes"})[0]

    def sign_in(self, password=PASSWORD):
        self.cookies = {}
        return self.ask("/account/sign-in", {"email": self.email, "password": password})[0]

    def account(self):
        status, body = self.ask("/account.json")
        return json.loads(body) if status == 200 else status


def accounts(data, *arguments, text=None):
    """Exit status, output and errors of `huizhi accounts`."""
    done = subprocess.run(
        [str(nodes.BINARY), "accounts", "--data", data, *arguments], cwd=nodes.ROOT, input=text, capture_output=True,
        text=True, timeout=120)
    return done.returncode, done.stdout, done.stderr


@pytest.fixture
def place(tmp_path):
    """A data folder with a few samples, and a node on it."""
    data = str(tmp_path / "d")
    nodes.run("sample", "--data", data, "--count", "20")
    node = nodes.Node(data)
    node.wait_ready()
    yield data, node
    node.end()


def test_what_the_operator_types_counts_with_the_next_request(place):
    data, node = place
    anna = Person(node)
    assert anna.sign_up() == 303
    number = anna.account()["account"]
    assert anna.account()["roles"] == []

    # Nobody has shown that the address is theirs, and a role has to say where it holds.
    status, _, errors = accounts(data, "grant", anna.email, "staff", "--region", "11", "--reason", "示例")
    assert status == 1 and "or has shown that this address is theirs" in errors
    assert accounts(data, "grant", number, "staff", "--reason", "示例")[0] == 64
    assert accounts(data, "grant", number, "person", "--nation", "--reason", "示例")[0] == 64
    assert accounts(data, "grant", number, "staff", "--region", "1", "--reason", "示例")[0] == 1
    assert accounts(data, "grant", number, "staff", "--nation", "--until", "2027-02-31", "--reason", "示例")[0] == 64

    status, output, errors = accounts(
        data, "grant", number, "staff", "--region", "11", "--until", "2099-12-31", "--reason", "示例：令 7")
    assert status == 0, errors
    assert "staff of 11" in output and "to 2099-12-31: 示例：令 7" in output
    assert [(role["role"], role["place"]) for role in anna.account()["roles"]] == [("staff", "11")]
    assert accounts(data, "grant", number, "system-administrator", "--nation", "--reason", "示例")[0] == 0
    status, _, errors = accounts(data, "grant", number, "audit-administrator", "--nation", "--reason", "示例")
    assert status == 1 and "nobody is two of them" in errors
    for role in ("staff", "system-administrator"):
        assert accounts(data, "revoke", number, role, "--reason", "示例：离职")[0] == 0
    assert anna.account()["roles"] == []
    assert accounts(data, "revoke", number, "staff", "--reason", "示例")[0] == 1

    shown = json.loads(accounts(data, "show", anna.email, "--json")[1])
    assert shown["account"] == number and shown["state"] == "active" and not shown["emailConfirmed"]
    assert sorted(role["role"] for role in shown["roles"]) == ["staff", "system-administrator"]


def test_an_account_is_suspended_restored_and_given_another_password(place):
    data, node = place
    anna = Person(node)
    assert anna.sign_up() == 303
    assert accounts(data, "suspend", anna.email)[0] == 64
    assert accounts(data, "suspend", anna.email, "--reason", "示例：调查")[0] == 0
    assert anna.account() == 401
    assert anna.sign_in() == 403
    assert accounts(data, "restore", anna.email, "--reason", "示例：查清")[0] == 0
    assert anna.sign_in() == 303
    assert [event["detail"] for event in anna.account()["events"] if event["kind"] == "suspended"] == ["示例：调查"]

    status, _, errors = accounts(data, "password", anna.email, "--reason", "示例", text="short\n")
    assert status == 1 and "too short" in errors
    assert anna.account() != 401
    assert accounts(data, "password", anna.email, "--reason", "示例", text="eleven loud 竹林 bamboos\n")[0] == 0
    assert anna.account() == 401
    assert anna.sign_in() == 401
    assert anna.sign_in("eleven loud 竹林 bamboos") == 303


def test_who_only_looks_makes_no_key_and_a_lost_key_is_not_replaced(tmp_path):
    data = str(tmp_path / "d")
    nodes.run("sample", "--data", data, "--count", "5")
    status, _, errors = accounts(data, "show", "anna@example.org")
    assert status == 1 and "no accounts yet" in errors
    assert not (tmp_path / "d/keys/identity.key").exists()

    node = nodes.Node(data)
    node.wait_ready()
    assert Person(node).sign_up() == 303
    node.terminate()
    node.end()
    shutil.move(tmp_path / "d/keys/identity.key", tmp_path / "kept")
    lost = nodes.Node(data)
    assert lost.process.wait(timeout=60) == 1
    assert "bring it back from a backup or another node" in lost.words()
    lost.end()
    assert not (tmp_path / "d/keys/identity.key").exists()

    shutil.move(tmp_path / "kept", tmp_path / "d/keys/identity.key")
    again = nodes.Node(data)
    again.wait_ready()
    assert Person(again).sign_in() == 303
    again.end()


def test_a_backup_brings_accounts_back_and_no_sessions(place, tmp_path):
    data, node = place
    anna = Person(node)
    assert anna.sign_up() == 303
    nodes.run("backup", "--data", data, str(tmp_path / "copy"))
    restored = str(tmp_path / "r")
    nodes.run("restore", "--data", restored, str(tmp_path / "copy"))
    other = nodes.Node(restored)
    other.wait_ready()
    moved = Person(other)
    moved.cookies = dict(anna.cookies)
    assert moved.account() == 401
    assert moved.sign_in() == 303
    assert moved.account()["account"] == anna.account()["account"]
    other.end()


def test_the_operator_signs_one_account_out_and_everybody(place):
    data, node = place
    anna, bert = Person(node), Person(node, "bert@example.org")
    assert anna.sign_up() == bert.sign_up() == 303
    assert accounts(data, "sign-out", anna.email)[0] == 64
    assert accounts(data, "sign-out", anna.email, "--everybody", "--reason", "示例")[0] == 64
    status, shown, errors = accounts(data, "sign-out", anna.email, "--reason", "示例：丢了电脑")
    assert status == 0 and anna.email in shown and "1 sessions are ended" in errors
    assert anna.account() == 401 and bert.account()["email"] == bert.email
    assert anna.sign_in() == 303
    ended = [event["detail"] for event in anna.account()["events"] if event["kind"] == "allSessionsEnded"]
    assert ended == ["示例：丢了电脑"]
    status, shown, _ = accounts(data, "sign-out", "--everybody", "--reason", "示例：事故", "--json")
    assert status == 0 and json.loads(shown) == {"accounts": 2, "sessions": 2}
    assert anna.account() == bert.account() == 401


def test_a_terminal_does_not_show_a_password(place):
    data, node = place
    anna = Person(node)
    assert anna.sign_up() == 303
    ours, theirs = pty.openpty()
    command = subprocess.Popen(
        [str(nodes.BINARY), "accounts", "--data", data, "password", anna.email, "--reason", "示例"],
        cwd=nodes.ROOT, stdin=theirs, stdout=subprocess.PIPE, stderr=theirs)
    shown = b""
    while b"New password: " not in shown:
        shown += os.read(ours, 1000)
    os.write(ours, b"nineteen slow rivers\n")
    assert command.wait(120) == 0
    os.close(theirs)
    try:
        shown += os.read(ours, 1000)
    except OSError:
        pass  # Nothing more was shown, and the other end is closed.
    os.close(ours)
    assert b"rivers" not in shown
    assert anna.sign_in("nineteen slow rivers") == 303
