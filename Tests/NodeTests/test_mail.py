"""Mail through a real server: what arrives, what is refused, what is tried again, and what is left behind."""
import contextlib
import email
import email.policy
import json
import socket
import sqlite3
import ssl
import subprocess
import threading
import time

import aiosmtpd.controller
import aiosmtpd.smtp
import pytest
import trustme

import nodes
from test_accounts import Person

FROM = "惠知 <noreply@ip.example.cn>"


class Inbox:
    """Takes messages, or gives the answers that it was told to give first."""

    def __init__(self, answers=(), recipient=None):
        self.answers, self.recipient, self.letters = list(answers), recipient, []

    async def handle_RCPT(self, server, session, envelope, address, options):
        if self.recipient:
            return self.recipient
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(self, server, session, envelope):
        self.letters.append(envelope)
        self.peer = session.host_name
        return self.answers.pop(0) if self.answers else "250 2.0.0 queued as 4711"

    def read(self, place=0):
        return email.message_from_bytes(self.letters[place].content, policy=email.policy.default)


@contextlib.contextmanager
def server(inbox, **options):
    controller = aiosmtpd.controller.Controller(inbox, hostname="127.0.0.1", port=nodes.free_port(), **options)
    controller.start()
    try:
        yield controller.port
    finally:
        controller.stop()


@contextlib.contextmanager
def silent_server():
    """A server that takes connections and says nothing; the event tells of the first one."""
    taken, kept = threading.Event(), []
    listener = socket.create_server(("127.0.0.1", 0))

    def accept():
        with contextlib.suppress(OSError):
            while True:
                kept.append(listener.accept()[0])
                taken.set()

    threading.Thread(target=accept, daemon=True).start()
    try:
        yield listener.getsockname()[1], taken
    finally:
        listener.close()
        for connection in kept:
            connection.close()


@pytest.fixture(scope="module")
def authority(tmp_path_factory):
    """An authority of our own, and the file that trusts it."""
    made = trustme.CA()
    path = tmp_path_factory.mktemp("ca") / "ca.pem"
    made.cert_pem.write_to_path(path)
    return made, str(path)


def context(authority, host):
    made = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
    authority[0].issue_cert(host).configure_cert(made)
    return made


def check_password(server, session, envelope, mechanism, data):
    good = (data.login, data.password) == (b"huizhi@example.cn", "geheim 密".encode())
    return aiosmtpd.smtp.AuthResult(success=good, handled=good)


def mail(to="reader@example.org", **settings):
    return subprocess.run(
        [str(nodes.BINARY), "mail", "--to", to], cwd=nodes.ROOT, capture_output=True, text=True, timeout=90,
        env=nodes.environment({"mail_from": FROM, **settings}))


# The command


def test_a_test_message_arrives_on_this_machine():
    inbox = Inbox()
    with server(inbox) as port:
        done = mail(smtp=f"smtp://127.0.0.1:{port}", origin="https://ip.example.cn")
    assert done.returncode == 0, done.stderr
    assert done.stdout.splitlines() == [
        f"server: 127.0.0.1 port {port}, not encrypted, without signing in", "connected",
        "accepted: 250 2.0.0 queued as 4711",
        "the message is on its way from noreply@ip.example.cn to reader@example.org"]
    [letter] = inbox.letters
    assert inbox.peer == "ip.example.cn"
    assert letter.mail_from == "noreply@ip.example.cn" and letter.rcpt_tos == ["reader@example.org"]
    assert all(len(line) <= 76 and line.isascii() for line in letter.content.split(b"\r\n"))
    read = inbox.read()
    assert read.defects == []
    assert read["Subject"] == "惠知试发邮件 Huizhi test message"
    assert read["From"].addresses[0].display_name == "惠知"
    assert read["From"].addresses[0].addr_spec == "noreply@ip.example.cn"
    assert read["To"].addresses[0].addr_spec == "reader@example.org"
    assert read["Message-ID"].endswith("@ip.example.cn>") and read["Auto-Submitted"] == "auto-generated"
    assert abs(read["Date"].datetime.timestamp() - time.time()) < 60
    assert read.get_content_type() == "text/plain" and read.get_content().splitlines() == [
        "这是惠知的试发邮件。收到它，说明邮件设置可用。",
        "This is a test message of Huizhi. That it arrived says that the mail settings work."]


def test_a_server_that_wants_encryption_and_a_password_gets_both(authority, tmp_path):
    inbox = Inbox()
    (tmp_path / "password").write_text("geheim 密\n")
    with server(inbox, tls_context=context(authority, "localhost"), require_starttls=True, auth_required=True,
                authenticator=check_password) as port:
        settings = {"smtp": f"smtp://huizhi%40example.cn@localhost:{port}?starttls=required", "smtp_ca": authority[1]}
        done = mail(smtp_password_file=str(tmp_path / "password"), **settings)
        assert done.returncode == 0, done.stderr
        assert done.stdout.splitlines()[1:4] == [
            "connected", "encrypted: TLSv1.3, the certificate fits localhost", "signed in"]
        wrong = mail(smtp_password="anders", **settings)
        assert wrong.returncode == 1 and "signed in" not in wrong.stdout
        assert "signing in to the mail server failed: 535" in wrong.stderr and "HUIZHI_SMTP_PASSWORD" in wrong.stderr
        assert "anders" not in wrong.stdout + wrong.stderr
        for address in (f"smtp://localhost:{port}?starttls=required", f"smtp://localhost:{port}?starttls=none"):
            without = mail(smtp=address, smtp_ca=authority[1])
            assert without.returncode == 1 and "signing in to the mail server failed: 530" in without.stderr
    assert len(inbox.letters) == 1 and inbox.read()["Subject"].startswith("惠知")


def test_a_user_whom_the_server_does_not_ask_for_is_said():
    inbox = Inbox()
    with server(inbox) as port:
        done = mail(smtp=f"smtp://huizhi@127.0.0.1:{port}", smtp_password="geheim")
    assert done.returncode == 0 and len(inbox.letters) == 1
    assert "not signed in: the server does not offer it" in done.stdout


def test_a_server_that_speaks_tls_from_the_start(authority):
    inbox = Inbox()
    with server(inbox, ssl_context=context(authority, "localhost")) as port:
        done = mail(smtp=f"smtps://localhost:{port}", smtp_ca=authority[1])
    assert done.returncode == 0, done.stderr
    assert "encrypted: TLSv1.3" in done.stdout and len(inbox.letters) == 1


@pytest.mark.parametrize("start", ["smtps", "starttls"])
@pytest.mark.parametrize("wrong", ["host", "authority"])
def test_a_certificate_that_does_not_fit_is_refused(authority, start, wrong):
    inbox = Inbox()
    made = context(authority, "other.example" if wrong == "host" else "localhost")
    with server(inbox, **({"ssl_context": made} if start == "smtps" else {"tls_context": made})) as port:
        address = f"smtps://localhost:{port}" if start == "smtps" else f"smtp://localhost:{port}?starttls=required"
        # Without the file the system's authorities are asked, who never heard of this one.
        done = mail(smtp=address, **({"smtp_ca": authority[1]} if wrong == "host" else {}))
    assert done.returncode == 1 and inbox.letters == []
    assert "the certificate of the mail server does not fit" in done.stderr and "HUIZHI_SMTP_CA" in done.stderr
    assert "encrypted" not in done.stdout.split("\n", 1)[1]


def test_without_the_encryption_that_is_required_nothing_is_sent():
    inbox = Inbox()
    with server(inbox) as port:
        done = mail(smtp=f"smtp://127.0.0.1:{port}?starttls=required")
    assert done.returncode == 1 and inbox.letters == []
    assert "the connection cannot be encrypted" in done.stderr and "starttls=none" in done.stderr


@pytest.mark.parametrize("inbox, words", [
    (Inbox(["554 5.7.1 spam from reader@example.org"]), "does not take this message: 554 5.7.1 spam from [...]"),
    (Inbox(["452 4.3.1 disk full"]), "does not take this message: 452 4.3.1 disk full"),
    (Inbox(recipient="550 5.1.1 <reader@example.org>: no reader here"),
     "does not take this recipient: 550 5.1.1 [...] no [...] here"),
])
def test_what_a_server_refuses_is_said_in_its_words_without_the_address(inbox, words):
    with server(inbox) as port:
        done = mail(smtp=f"smtp://127.0.0.1:{port}")
    assert done.returncode == 1 and words in done.stderr, done.stderr
    assert "look at " in done.stderr and "reader@example.org" not in done.stderr


def test_a_server_that_says_nothing_is_left_after_ten_seconds():
    with silent_server() as (port, _):
        start = time.monotonic()
        done = mail(smtp=f"smtp://127.0.0.1:{port}")
        took = time.monotonic() - start
    assert done.returncode == 1 and 9 < took < 20
    assert "the mail server took too long" in done.stderr


@pytest.mark.parametrize("settings, words", [
    ({}, "HUIZHI_SMTP: it is not set"),
    ({"smtp": "mail.example.cn:25"}, "HUIZHI_SMTP: this is no address of a mail server; write smtp://HOST:25"),
    ({"smtp": "smtps://u:geheim@mail.example.cn"}, "HUIZHI_SMTP: a password does not stand in the address"),
    ({"smtp": "smtp://localhost", "mail_from": "惠知"}, "HUIZHI_MAIL_FROM: write one e-mail address"),
    ({"smtp": "smtps://u@localhost"}, "HUIZHI_SMTP_PASSWORD: HUIZHI_SMTP names a user"),
    ({"smtp": "smtp://localhost", "smtp_password": "geheim"}, "HUIZHI_SMTP: there is a password and no user"),
    ({"smtp": "smtps://u@localhost", "smtp_password_file": "/nowhere"}, "HUIZHI_SMTP_PASSWORD_FILE: the file /nowhere"),
    ({"smtp": "smtps://u@localhost", "smtp_password": "geheim", "smtp_password_file": "/nowhere"},
     "HUIZHI_SMTP_PASSWORD_FILE: HUIZHI_SMTP_PASSWORD is set too"),
    ({"smtp": "smtp://localhost", "smtp_ca": "/nowhere"}, "HUIZHI_SMTP_CA: the file /nowhere cannot be read"),
    ({"smtp": "smtp://localhost", "smtp_ca": __file__}, "holds no certificate in PEM form"),
])
def test_settings_that_cannot_be_used_are_named_with_their_cure(settings, words):
    done = mail(**settings)
    assert done.returncode == 1 and words in done.stderr, done.stderr
    assert "geheim" not in done.stderr


def test_a_sender_is_needed_and_a_recipient_is_one_address():
    done = subprocess.run([str(nodes.BINARY), "mail", "--to", "a@b.cn"], cwd=nodes.ROOT, capture_output=True, text=True,
                          env=nodes.environment({"smtp": "smtp://localhost"}))
    assert done.returncode == 1 and "HUIZHI_MAIL_FROM: HUIZHI_SMTP is set, so this has to be too" in done.stderr
    for to in ("a@b.cn,c@d.cn", "a@b.cn\r\nBcc: c@d.cn", "惠知 <a@b.cn>"):
        done = mail(to=to, smtp="smtp://localhost:1")
        assert done.returncode == 1 and "--to: " in done.stderr, done.stderr


# The queue


def text_of(letter):
    """The text with the line ends of this machine."""
    return letter.get_content().replace("\r\n", "\n")


@pytest.fixture
def data():
    with nodes.folder() as folder:
        nodes.run("sample", "--data", folder, "--count", "10")
        yield folder


def rows(data, statement, *values):
    connection = sqlite3.connect(data + "/huizhi.sqlite", timeout=30)
    with contextlib.closing(connection), connection:
        return connection.execute(statement, values).fetchall()


CHINESE = "您好：\n.\n..两个点\nhttps://ip.example.cn/c?token=" + "k" * 80 + "\n"
# A line with a dot alone would end the message, were it not doubled on the way.
ENGLISH = ".\n..two dots\n" + "a word " * 40 + "\nhttps://ip.example.cn/c?token=" + "k" * 80 + "\n.\n"


def enqueue(data, name, text=CHINESE, hours=0, state=0):
    """Puts a message into the queue as a use case does."""
    payload = json.dumps({"to": "wang.fang@example.org", "subject": "请确认您的电子邮箱", "language": "zh", "text": text})
    now = int(time.time() * 1e6)
    rows(data, "INSERT INTO job (id, kind, payload, state, due_at, attempts, created_at, problem) "
               "VALUES (?, 'mail', ?, ?, ?, 0, ?, ?)", name, payload.encode(), state, now,
         now - int(hours * 3.6e9), "no answer" if state else None)


def eventually(check, seconds=30):
    limit = time.monotonic() + seconds
    while not (value := check()):
        assert time.monotonic() < limit, "waited in vain"
        time.sleep(0.1)
    return value


def jobs(data):
    return {name: (state, attempts, len(payload), problem) for name, state, attempts, payload, problem in rows(
        data, "SELECT id, state, attempts, payload, problem FROM job WHERE kind = 'mail'")}


def test_a_message_waits_in_the_queue_until_the_server_takes_it_and_then_is_gone(data, start):
    inbox = Inbox(["451 4.7.1 wang.fang@example.org: greylisted, come back"])
    with server(inbox) as port:
        node = start(data, smtp=f"smtp://127.0.0.1:{port}", mail_from=FROM)
        enqueue(data, "0001-a")
        state, attempts, length, problem = eventually(lambda: (
            job := jobs(data)["0001-a"])[3] is not None and job)
        assert (state, attempts) == (0, 1) and length > 100
        assert problem == "the mail server does not take this message: 451 4.7.1 [...] greylisted, come back"
        # What would be ten seconds.
        rows(data, "UPDATE job SET due_at = 0 WHERE id = '0001-a'")
        eventually(lambda: not jobs(data))
        enqueue(data, "0002-b", text=ENGLISH)
        eventually(lambda: not jobs(data))
        node.terminate()
    first, second = inbox.read(0), inbox.read(1)
    assert first["Message-ID"] == second["Message-ID"] == "<0001-a@ip.example.cn>"
    assert second["Subject"] == "请确认您的电子邮箱" and second["To"] == "wang.fang@example.org"
    assert second["Content-Language"] == "zh" and second.defects == []
    assert text_of(second) == CHINESE and text_of(inbox.read(2)) == ENGLISH
    assert inbox.read(2)["Content-Transfer-Encoding"] == "quoted-printable"
    words = node.words()
    assert "job done" in words and "job failed" in words
    for secret in ("wang", "请确认", "token", "您好"):
        assert secret not in words


def test_whoever_is_invited_to_act_for_somebody_gets_a_letter_without_a_link_or_a_name(data, start):
    inbox = Inbox()
    with server(inbox) as port:
        node = start(data, smtp=f"smtp://127.0.0.1:{port}", mail_from=FROM)
        node.wait_ready()
        anna = Person(node)
        assert anna.sign_up() == 303
        status, _ = anna.ask("/account/authorisations", {
            "do": "invite", "who": "wang.fang@example.org", "power": "agent", "until": "", "reason": "示例：代办"})
        assert status == 303
        eventually(lambda: inbox.letters)
        node.terminate()
    letter = inbox.read()
    assert letter["To"] == "wang.fang@example.org" and letter["Subject"] == "惠知：有一个邀请等您答复"
    assert letter["Content-Language"] == "zh" and letter.defects == []
    text = text_of(letter)
    assert text.startswith("有人请您在惠知替其办事。") and "30 天" in text
    for absent in ("http", "示例", "安娜", "anna", "代办"):
        assert absent not in text
    assert "wang" not in node.words()


def test_a_message_that_is_refused_for_good_is_given_up_and_forgotten_after_a_day(data, start):
    inbox = Inbox(recipient="550 5.1.1 <wang.fang@example.org> does not exist")
    enqueue(data, "old", hours=25, state=1)
    enqueue(data, "stale", hours=25)
    enqueue(data, "new", hours=23, state=1)
    with server(inbox) as port:
        node = start(data)
        eventually(lambda: [jobs(data)[name][2] for name in ("old", "stale")] == [0, 0])
        assert jobs(data)["new"][2] > 100
        # Without a mail server nobody touched them otherwise.
        assert jobs(data)["stale"][:2] == (0, 0)
        node.terminate()
        node = start(data, smtp=f"smtp://127.0.0.1:{port}", mail_from=FROM)
        enqueue(data, "wrong")
        eventually(lambda: jobs(data)["wrong"][0] == 1 and jobs(data)["stale"][0] == 1)
        node.terminate()
    assert inbox.letters == []
    found = jobs(data)
    assert found["wrong"][1] == 1 and found["wrong"][2] > 100
    assert found["wrong"][3] == "the mail server does not take this recipient: 550 5.1.1 [...] does not exist"
    assert found["stale"][1] == 1 and found["stale"][3].startswith("the message was deleted")
    assert found["old"][3] == "no answer"
    assert "wang" not in node.words()


def test_a_node_ends_in_time_while_a_server_keeps_it_waiting(data, start):
    with silent_server() as (port, taken):
        enqueue(data, "slow")
        node = start(data, smtp=f"smtp://127.0.0.1:{port}", mail_from=FROM)
        assert taken.wait(30)
        assert node.terminate() < 8
    assert jobs(data)["slow"][0] == 0 and jobs(data)["slow"][2] > 100


def test_a_node_with_wrong_mail_settings_does_not_start(data):
    done = subprocess.run([str(nodes.BINARY), "serve", "--data", data, "--port", "0"], cwd=nodes.ROOT, timeout=60,
                          env=nodes.environment({"smtp": "smtp://localhost"}), capture_output=True, text=True)
    assert done.returncode == 1 and "HUIZHI_MAIL_FROM" in done.stderr
