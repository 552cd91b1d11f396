"""People sign in with accounts of other platforms: a provider that others wrote, another node, and one that lies."""
import http.server
import json
import os
import re
import subprocess
import threading
import urllib.parse

import joserfc.jwk
import joserfc.jwt
import pytest
import requests

# The provider speaks plain HTTP on this machine.
os.environ["AUTHLIB_INSECURE_TRANSPORT"] = "1"
import oidc_provider_mock  # noqa: E402

import nodes  # noqa: E402
from test_accounts import PASSWORD  # noqa: E402
from test_single_sign_on import Browser, clients  # noqa: E402


def declared(folder, *providers):
    """The file that declares providers, and the files of their secrets."""
    listed = []
    for provider in providers:
        provider = dict(provider)
        if secret := provider.pop("secret", None):
            provider["secret_file"] = f"{folder}/{provider['id']}.secret"
            with open(provider["secret_file"], "w") as file:
                file.write(secret + "\n")
        listed.append({"name": {"zh": "示例平台", "en": "Sample platform"}, **provider})
    path = f"{folder}/providers.json"
    with open(path, "w") as file:
        json.dump(listed, file)
    return path


class Liar:
    """A provider whose description, keys and tokens a test chooses; it signs at once who comes."""

    def __init__(self):
        self.key, self.claims, self.iss = joserfc.jwk.RSAKey.generate_key(2048, {"kid": "k1"}), {}, None
        self.signing, self.header, self.algorithms, self.nonce = self.key, {"alg": "RS256", "kid": "k1"}, ["RS256"], None
        liar = self

        class Handler(http.server.BaseHTTPRequestHandler):
            def do_GET(self):
                path = urllib.parse.urlsplit(self.path).path
                if path == "/keys":
                    self.say({"keys": [liar.key.as_dict(private=False)]})
                else:
                    self.say({"issuer": liar.issuer, "authorization_endpoint": liar.issuer + "/authorize",
                              "token_endpoint": liar.issuer + "/token", "jwks_uri": liar.issuer + "/keys"})

            def do_POST(self):
                self.rfile.read(int(self.headers["Content-Length"]))
                self.say({"access_token": "a", "token_type": "Bearer", "id_token": liar.token()})

            def say(self, document):
                body = json.dumps(document).encode()
                self.send_response(200)
                self.send_header("Content-Type", "application/json")
                self.send_header("Content-Length", str(len(body)))
                self.end_headers()
                self.wfile.write(body)

            def log_message(self, *_):
                pass

        self.server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.issuer = f"http://127.0.0.1:{self.server.server_port}"
        threading.Thread(target=self.server.serve_forever, daemon=True).start()

    def token(self):
        import time
        now = int(time.time())
        claims = {"iss": self.issuer, "aud": "node", "sub": "p1", "iat": now, "exp": now + 300, "nonce": self.nonce,
                  **self.claims}
        return joserfc.jwt.encode(self.header, claims, self.signing, algorithms=self.algorithms)


@pytest.fixture(scope="module")
def world():
    """A node, and its providers: one from PyPI, another node, and one that lies."""
    with (nodes.folder() as folder, nodes.folder() as other,
          oidc_provider_mock.run_server_in_thread() as mock):
        port, other_port = nodes.free_port(), nodes.free_port()
        back = f"http://127.0.0.1:{port}/account/providers/"
        nodes.run("sample", "--data", other + "/d", "--count", "5")
        registered = clients(
            other + "/d", "add", "--name-zh", "示例", "--name-en", "Sample", "--redirect", back + "huizhi/return",
            "--reason", "示例")
        liar = Liar()
        file = declared(
            folder,
            {"id": "pypi", "issuer": f"http://localhost:{mock.server_port}", "client_id": "c", "secret": "s",
             "scopes": ["openid", "email"]},
            {"id": "huizhi", "issuer": f"http://127.0.0.1:{other_port}", "client_id": registered["client_id"],
             "secret": registered["client_secret"]},
            {"id": "liar", "issuer": liar.issuer, "client_id": "node"})
        nodes.run("sample", "--data", folder + "/d", "--count", "5")
        node = nodes.Node(
            folder + "/d", port=port, origin=f"http://127.0.0.1:{port}", sign_in_providers=file,
            private_platforms="yes")
        provider = nodes.Node(other + "/d", port=other_port, origin=f"http://127.0.0.1:{other_port}")
        node.wait_ready()
        provider.wait_ready()
        yield node, provider, liar, folder
        node.end()
        provider.end()
        liar.server.shutdown()


def forms(text):
    """The hidden fields of a page's forms, one after the other."""
    return [{name: value.replace("&amp;", "&") for name, value in
             re.findall(r'<input type="hidden" name="([^"]+)" value="([^"]*)"', form)}
            for form in re.findall(r"<form.*?</form>", text, re.S)]


def to_provider(browser, provider, place="/account/sign-in"):
    """Presses the button of a provider; the address to which the browser is sent."""
    _, text, _ = browser.open(place)
    fields = next(fields for fields in forms(text) if fields.get("provider") == provider)
    if place == "/account/sign-in":
        fields["do"] = "outside"
    status, text, address = browser.open(place, fields)
    assert status == 303 and "state=" in address and "code_challenge_method=S256" in address, text
    return address


def local(address):
    parts = urllib.parse.urlsplit(address)
    return parts.path + ("?" + parts.query if parts.query else "")


def through_pypi(browser, subject, place="/account/sign-in"):
    """Signs in at the provider from PyPI, and comes back."""
    address = to_provider(browser, "pypi", place)
    while True:
        answer = requests.post(address, data={"sub": subject}, allow_redirects=False, timeout=30)
        status, text, address = browser.open(local(answer.headers["Location"]))
        # Whose account nobody has linked is asked once more, and proves anew who it is.
        if status != 303 or "prompt=login" not in address:
            return status, text, address


def test_a_provider_from_pypi_is_linked_signs_in_and_is_unlinked(world):
    node, *_ = world
    anna = Browser(node, "anna@example.org")
    assert anna.sign_up() == 303
    status, _, place = through_pypi(anna, "anna-there", "/account/providers")
    assert (status, place) == (303, "/account/providers?done=linked")
    held = json.loads(anna.open("/account/data.json")[1])
    assert [link["provider"] for link in held["links"]] == ["pypi"] and "anna-there" not in json.dumps(held)

    again = Browser(node)
    assert through_pypi(again, "anna-there")[2] == "/account"
    assert again.account()["email"] == "anna@example.org"
    assert again.ask("/account", {"do": "sign-out"})[0] == 303 and again.account() == 401

    # Somebody else's address says nothing: the subject is another.
    stranger = Browser(node)
    status, text, _ = through_pypi(stranger, "anna@example.org")
    assert status == 200 and 'name="linking"' in text and stranger.account() == 401

    assert through_pypi(again, "anna-there")[2] == "/account"
    line = next(fields for fields in forms(anna.open("/account/providers")[1]) if "unlink" in fields)
    assert anna.open("/account/providers", line)[2] == "/account/providers?done=unlinked"
    assert again.account() == 401
    assert through_pypi(Browser(node), "anna-there")[0] == 200


def test_another_node_signs_somebody_up_and_in(world):
    node, provider, *_ = world
    there = Browser(provider, "there@example.org")
    assert there.sign_up() == 303
    here = Browser(node, "here@example.org")

    def back(address):
        text, location = there.follow(local(address))
        if location is None and 'type="password"' in text:
            assert "prompt=login" in address
            asked = next(form for form in re.findall(r"<form.*?</form>", text, re.S) if 'type="password"' in form)
            text, location = there.follow("/account/confirm", {**forms(asked)[0], "password": PASSWORD})
        if location is None:
            text, location = there.follow("/oauth/authorize", {**there.hidden(text, "allow"), "do": "allow"})
        return local(location)

    status, text, again = here.open(back(to_provider(here, "huizhi")))
    assert status == 303 and "prompt=login&max_age=0" in again, text
    status, text, _ = here.open(back(again))
    begin = next(fields for fields in forms(text) if "linking" in fields)
    _, text, _ = here.open("/account/sign-up", {**begin, "do": "begin"})
    fields = next(fields for fields in forms(text) if "linking" in fields)
    status, text, place = here.open("/account/sign-up", {
        **fields, "name": "示例·安娜", "email": here.email, "password": PASSWORD, "consent": "yes"})
    assert (status, place) == (303, "/account/providers?done=linked"), text

    other = Browser(node)
    answer = back(to_provider(other, "huizhi"))
    # The answer is of the browser that began, and good once.
    assert Browser(node).open(answer)[0] == 400
    assert other.open(answer)[0] == 400
    assert other.open(back(to_provider(other, "huizhi")))[2] == "/account" and other.account()["email"] == here.email


WRONG = {
    "issuer": {"claims": {"iss": "https://evil.example"}}, "audience": {"claims": {"aud": "other"}},
    "several": {"claims": {"aud": ["node", "other"]}}, "party": {"claims": {"azp": "other"}},
    "nonce": {"claims": {"nonce": "other"}}, "expired": {"claims": {"exp": 1}}, "early": {"claims": {"iat": 4102444800}},
    "secret": {"header": {"alg": "HS256", "kid": "k1"}, "algorithms": ["HS256"], "signing": "public"},
    "none": {"header": {"alg": "none"}, "algorithms": ["none"], "signing": "none"},
    "key": {"signing": "another"}, "unknown key": {"header": {"alg": "RS256", "kid": "k9"}},
    "mix-up": {"iss": "https://evil.example"},
}


@pytest.mark.parametrize("name", WRONG)
def test_an_answer_that_lies_signs_nobody_in(world, name):
    node, _, liar, _ = world
    browser = Browser(node)
    liar.nonce = dict(urllib.parse.parse_qsl(urllib.parse.urlsplit(address := to_provider(browser, "liar")).query))["nonce"]
    wrong = WRONG[name]
    liar.claims, liar.header = wrong.get("claims", {}), wrong.get("header", {"alg": "RS256", "kid": "k1"})
    liar.algorithms, liar.iss = wrong.get("algorithms", ["RS256"]), wrong.get("iss")
    liar.signing = {
        None: liar.key, "another": joserfc.jwk.RSAKey.generate_key(2048), "none": joserfc.jwk.OctKey.generate_key(),
        "public": joserfc.jwk.OctKey.import_key(liar.key.as_pem(private=False).replace(b"-----", b"")),
    }[wrong.get("signing")]
    state = dict(urllib.parse.parse_qsl(urllib.parse.urlsplit(address).query))["state"]
    answer = {"state": state, "code": "c", **({"iss": liar.iss} if liar.iss else {})}
    status, text, _ = browser.open("/account/providers/liar/return?" + urllib.parse.urlencode(answer))
    assert status == 502 and "通不过检查" in text and "session" not in browser.cookies, text


def test_an_honest_answer_of_the_same_provider_is_taken(world):
    node, _, liar, _ = world
    browser = Browser(node)
    asked = dict(urllib.parse.parse_qsl(urllib.parse.urlsplit(to_provider(browser, "liar")).query))
    liar.nonce, liar.claims, liar.signing = asked["nonce"], {}, liar.key
    liar.header, liar.algorithms = {"alg": "RS256", "kid": "k1"}, ["RS256"]
    status, _, again = browser.open(f"/account/providers/liar/return?state={asked['state']}&code=c")
    assert status == 303 and "prompt=login&max_age=0" in again
    asked = dict(urllib.parse.parse_qsl(urllib.parse.urlsplit(again).query))
    liar.nonce = asked["nonce"]
    status, text, _ = browser.open(f"/account/providers/liar/return?state={asked['state']}&code=c")
    assert status == 200 and 'name="linking"' in text
    denied = dict(urllib.parse.parse_qsl(urllib.parse.urlsplit(to_provider(browser, "liar")).query))
    status, text, _ = browser.open(f"/account/providers/liar/return?state={denied['state']}&error=access_denied")
    assert status == 403 and "取消" in text


def test_a_file_that_is_wrong_ends_the_start_with_place_and_cure(world):
    folder = world[3]
    good = {"id": "a", "issuer": "https://id.example", "client_id": "c"}
    for change, words in [
        ({"id": "A b"}, ["provider 1", "\"id\"", "a-z"]), ({"issuer": "http://id.example"}, ["\"issuer\"", "https://"]),
        ({"secretfile": "x"}, ["\"secretfile\"", "secret_file"]), ({"scopes": ["email"]}, ["\"scopes\"", "openid"]),
        ({"secret_file": folder + "/none"}, ["\"secret_file\"", "cannot be read"]),
        ({"origins": ["https://a.example/path"]}, ["\"origins\"", "scheme and host"]), ({"client_id": ""}, ["\"client_id\""]),
    ]:
        path = declared(folder, {**good, **change})
        done = subprocess.run(
            [str(nodes.BINARY), "serve", "--data", folder + "/d", "--port", "0"], cwd=nodes.ROOT, text=True, timeout=60,
            env=nodes.environment({"sign_in_providers": path}), capture_output=True)
        assert done.returncode != 0
        assert all(word in done.stderr for word in ["HUIZHI_SIGN_IN_PROVIDERS", path, *words]), done.stderr


def test_a_private_provider_is_not_asked_unless_the_operator_allows_it(world):
    _, provider, liar, folder = world
    with nodes.folder() as other:
        nodes.run("sample", "--data", other + "/d", "--count", "5")
        path = declared(folder, {"id": "liar", "issuer": liar.issuer, "client_id": "node"})
        node = nodes.Node(other + "/d", sign_in_providers=path)
        node.wait_ready()
        try:
            browser = Browser(node)
            fields = next(fields for fields in forms(browser.open("/account/sign-in")[1]) if "provider" in fields)
            status, text, _ = browser.open("/account/sign-in", {**fields, "do": "outside"})
            assert status == 503 and "现在不能用那个平台登录" in text
        finally:
            node.end()
