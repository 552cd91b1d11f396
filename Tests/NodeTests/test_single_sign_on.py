"""Platforms sign people in with their Huizhi accounts: clients that others wrote, and tokens read by a library of others."""
import http.client
import http.server
import json
import re
import threading
import time
import urllib.parse

import joserfc.errors
import joserfc.jwk
import joserfc.jwt
import pytest
import requests
import requests_oauthlib
from authlib.integrations.requests_client import OAuth2Session

import nodes
from test_accounts import PASSWORD, Person

BACK = "http://127.0.0.1:9/signed-in"
LEFT = "http://127.0.0.1:9/signed-out"


class Browser(Person):
    """A person whose browser follows what a platform sends it to, up to the platform's own address."""

    def open(self, address, fields=None):
        """Status, body and the address to go on to."""
        body = None if fields is None else urllib.parse.urlencode(fields)
        headers = {"Cookie": "; ".join(f"{name}={value}" for name, value in self.cookies.items()),
                   "Content-Type": "application/x-www-form-urlencoded"}
        connection = http.client.HTTPConnection("127.0.0.1", self.node.port, timeout=60)
        connection.request("GET" if body is None else "POST", address.removeprefix(self.node.address), body, headers)
        answer = connection.getresponse()
        text = answer.read().decode()
        for value in answer.headers.get_all("Set-Cookie") or []:
            name, _, rest = value.partition("=")
            self.cookies[name] = rest.partition(";")[0]
        connection.close()
        return answer.status, text, answer.headers.get("Location")

    def follow(self, address, fields=None):
        """Goes on until a page is shown or the browser leaves the node: (body, None) or (None, address)."""
        status, text, location = self.open(address, fields)
        while location:
            if not location.startswith("/"):
                return None, location
            status, text, location = self.open(location)
        assert status == 200, text
        return text, None

    @staticmethod
    def hidden(text, doing):
        form = next(form for form in re.findall(r"<form.*?</form>", text, re.S) if f'value="{doing}"' in form)
        found = dict(re.findall(r'<input type="hidden" name="([^"]+)" value="([^"]*)"', form))
        return {name: value.replace("&amp;", "&").replace("&quot;", '"') for name, value in found.items()}

    def agree(self, address):
        """Signs in to a platform; the address at which the browser comes back to it."""
        text, back = self.follow(address)
        if back is None:
            text, back = self.follow("/oauth/authorize", {**self.hidden(text, "allow"), "do": "allow"})
        assert back.startswith(BACK), back
        return back


def clients(data, *arguments):
    return json.loads(nodes.run("clients", "--data", data, *arguments, "--json"))


@pytest.fixture(scope="module")
def place():
    """A node with an account, and its data folder."""
    with nodes.folder() as folder:
        data = folder + "/d"
        nodes.run("sample", "--data", data, "--count", "5")
        port = nodes.free_port()
        node = nodes.Node(data, port=port, origin=f"http://127.0.0.1:{port}")
        node.wait_ready()
        browser = Browser(node)
        assert browser.sign_up() == 303
        yield data, node, browser
        node.end()


@pytest.fixture(scope="module")
def client(place):
    return clients(
        place[0], "add", "--name-zh", "示例平台", "--name-en", "Sample platform", "--redirect", BACK, "--post-logout", LEFT,
        "--reason", "示例")


def description(node):
    return requests.get(node.address + "/.well-known/openid-configuration", timeout=30).json()


def claims(node, token, client, **expected):
    """The claims of an ID token, checked by joserfc with the keys that the node publishes."""
    about = description(node)
    keys = joserfc.jwk.KeySet.import_key_set(requests.get(about["jwks_uri"], timeout=30).json())
    read = joserfc.jwt.decode(token, keys, algorithms=["ES256"])
    joserfc.jwt.JWTClaimsRegistry(
        iss={"essential": True, "value": about["issuer"]}, aud={"essential": True, "value": client["client_id"]},
        exp={"essential": True}, iat={"essential": True}, sub={"essential": True},
        **{name: {"essential": True, "value": value} for name, value in expected.items()},
    ).validate(read.claims)
    return read.claims


def refused(call, error):
    with pytest.raises(Exception) as caught:
        call()
    assert error in str(caught.value) or error in getattr(caught.value, "error", ""), caught.value


def test_authlib_signs_in_refreshes_and_signs_out(place, client):
    data, node, browser = place
    about = description(node)
    session = OAuth2Session(
        client["client_id"], client["client_secret"], scope="openid profile email", redirect_uri=BACK,
        code_challenge_method="S256", token_endpoint_auth_method="client_secret_basic")
    verifier = "v" * 64
    address, state = session.create_authorization_url(
        about["authorization_endpoint"], nonce="n1", code_verifier=verifier)
    back = browser.agree(address)
    answer = dict(urllib.parse.parse_qsl(urllib.parse.urlsplit(back).query))
    assert answer["state"] == state and answer["iss"] == about["issuer"]
    token = session.fetch_token(about["token_endpoint"], authorization_response=back, code_verifier=verifier)
    first = claims(node, token["id_token"], client, nonce="n1")
    assert first["amr"] == ["pwd"] and time.time() - first["auth_time"] < 600
    person = session.get(about["userinfo_endpoint"]).json()
    assert person["sub"] == first["sub"] and person["name"] == "示例·安娜" and person["email"] == browser.email
    assert person["email_verified"] is False

    old = token["refresh_token"]
    again = session.refresh_token(about["token_endpoint"], refresh_token=old)
    assert again["refresh_token"] != old
    assert claims(node, again["id_token"], client)["sub"] == first["sub"]
    assert session.get(about["userinfo_endpoint"]).status_code == 200
    # The old one again: everything of this sign-on ends.
    refused(lambda: session.refresh_token(about["token_endpoint"], refresh_token=old), "invalid_grant")
    refused(lambda: session.refresh_token(about["token_endpoint"], refresh_token=again["refresh_token"]), "invalid_grant")

    # A second time nobody is asked, and the platform signs the person out by its ID token.
    address, _ = session.create_authorization_url(about["authorization_endpoint"], code_verifier=verifier)
    text, back = browser.follow(address)
    assert text is None
    token = session.fetch_token(about["token_endpoint"], authorization_response=back, code_verifier=verifier)
    out = about["end_session_endpoint"] + "?" + urllib.parse.urlencode(
        {"id_token_hint": token["id_token"], "post_logout_redirect_uri": LEFT, "state": "s 1"})
    assert browser.follow(out) == (None, LEFT + "?state=s%201")
    assert browser.account() == 401
    assert session.get(about["userinfo_endpoint"]).status_code == 401
    assert browser.sign_in() == 303


def test_oauthlib_signs_in_refreshes_and_revokes(place, client, monkeypatch):
    monkeypatch.setenv("OAUTHLIB_INSECURE_TRANSPORT", "1")
    data, node, browser = place
    about = description(node)
    session = requests_oauthlib.OAuth2Session(
        client["client_id"], redirect_uri=BACK, scope=["openid", "email"], pkce="S256")
    address, _ = session.authorization_url(about["authorization_endpoint"])
    back = browser.agree(address)
    token = session.fetch_token(
        about["token_endpoint"], authorization_response=back, client_secret=client["client_secret"],
        include_client_id=True)
    assert claims(node, token["id_token"], client)["acr"] == "password"
    assert "name" not in session.get(about["userinfo_endpoint"]).json()
    token = session.refresh_token(
        about["token_endpoint"], auth=(client["client_id"], client["client_secret"]))
    assert session.get(about["userinfo_endpoint"]).json()["email"] == browser.email
    done = requests.post(
        about["revocation_endpoint"], {"token": token["refresh_token"]},
        auth=(client["client_id"], client["client_secret"]), timeout=30)
    assert done.status_code == 200
    assert session.get(about["userinfo_endpoint"]).status_code == 401


def test_a_public_client_signs_in_by_its_verifier_alone(place):
    data, node, browser = place
    about = description(node)
    app = clients(
        data, "add", "--name-zh", "示例应用", "--name-en", "Sample app", "--redirect", BACK, "--scope", "openid", "--public",
        "--reason", "示例")
    assert "client_secret" not in app
    session = OAuth2Session(
        app["client_id"], scope="openid profile", redirect_uri=BACK, code_challenge_method="S256",
        token_endpoint_auth_method="none")
    address, _ = session.create_authorization_url(about["authorization_endpoint"], code_verifier="v" * 43)
    back = browser.agree(address)
    refused(lambda: session.fetch_token(
        about["token_endpoint"], authorization_response=back, code_verifier="w" * 43), "invalid_grant")
    # It was used up by the wrong verifier.
    refused(lambda: session.fetch_token(
        about["token_endpoint"], authorization_response=back, code_verifier="v" * 43), "invalid_grant")
    address, _ = session.create_authorization_url(about["authorization_endpoint"], code_verifier="v" * 43)
    token = session.fetch_token(
        about["token_endpoint"], authorization_response=browser.agree(address), code_verifier="v" * 43)
    assert token["scope"] == "openid"
    claims(node, token["id_token"], app)
    assert list(session.get(about["userinfo_endpoint"]).json()) == ["sub"]


def test_keys_rotate_beside_a_running_node_and_a_leaked_one_counts_for_nothing(place, client):
    data, node, browser = place
    about = description(node)

    def token():
        session = OAuth2Session(
            client["client_id"], client["client_secret"], scope="openid", redirect_uri=BACK, code_challenge_method="S256")
        address, _ = session.create_authorization_url(about["authorization_endpoint"], code_verifier="v" * 43)
        return session.fetch_token(
            about["token_endpoint"], authorization_response=browser.agree(address), code_verifier="v" * 43)["id_token"]

    def published():
        return [key["kid"] for key in requests.get(about["jwks_uri"], timeout=30).json()["keys"]]

    before = token()
    first = published()
    made = clients(data, "rotate-key")
    assert published() == first + [made["kid"]]
    claims(node, token(), client)
    leaked = clients(data, "rotate-key", "--leaked")
    assert published() == [leaked["kid"]]
    claims(node, token(), client)
    with pytest.raises((joserfc.errors.JoseError, ValueError)):
        claims(node, before, client)


def test_a_removed_client_and_one_with_another_secret(place):
    data, node, browser = place
    about = description(node)
    made = clients(
        data, "add", "--name-zh", "示例三", "--name-en", "Third", "--redirect", BACK, "--reason", "示例")
    assert made["client_id"] in [line["client_id"] for line in clients(data, "list")]

    def answer(secret):
        return requests.post(
            about["token_endpoint"], {"grant_type": "refresh_token", "refresh_token": "x"},
            auth=(made["client_id"], secret), timeout=30).json()["error"]

    assert answer(made["client_secret"]) == "invalid_grant"
    renewed = clients(data, "secret", made["client_id"], "--reason", "示例：遗失")
    assert answer(made["client_secret"]) == "invalid_client" and answer(renewed["client_secret"]) == "invalid_grant"
    clients(data, "remove", made["client_id"], "--reason", "示例：关闭")
    assert answer(renewed["client_secret"]) == "invalid_client"
    query = urllib.parse.urlencode({"client_id": made["client_id"], "redirect_uri": BACK, "response_type": "code"})
    assert browser.open("/oauth/authorize?" + query)[0] == 400


class Platform(http.server.BaseHTTPRequestHandler):
    """A platform that is told of sign-outs: it refuses the first message, and takes the next ones."""
    told = []

    def do_POST(self):
        body = self.rfile.read(int(self.headers["Content-Length"])).decode()
        self.told.append(urllib.parse.parse_qs(body)["logout_token"][0])
        self.send_response(503 if len(self.told) == 1 else 200)
        self.send_header("Content-Length", "0")
        self.end_headers()

    def log_message(self, *arguments):
        pass


def test_platforms_are_told_that_a_session_ended():
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Platform)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    with nodes.folder() as folder:
        data, port = folder + "/d", nodes.free_port()
        nodes.run("sample", "--data", data, "--count", "5")
        node = nodes.Node(data, port=port, origin=f"http://127.0.0.1:{port}", private_platforms="yes")
        node.wait_ready()
        browser = Browser(node)
        assert browser.sign_up() == 303
        made = clients(
            data, "add", "--name-zh", "示例四", "--name-en", "Fourth", "--redirect", BACK, "--back-channel",
            f"http://127.0.0.1:{server.server_port}/told", "--reason", "示例")
        about = description(node)
        assert about["backchannel_logout_supported"] and about["backchannel_logout_session_supported"]
        session = OAuth2Session(
            made["client_id"], made["client_secret"], scope="openid", redirect_uri=BACK, code_challenge_method="S256")
        address, _ = session.create_authorization_url(about["authorization_endpoint"], code_verifier="v" * 43)
        token = session.fetch_token(
            about["token_endpoint"], authorization_response=browser.agree(address), code_verifier="v" * 43)
        identity = claims(node, token["id_token"], made)
        assert browser.ask("/account", {"do": "sign-out"})[0] == 303
        limit = time.monotonic() + 60
        while len(Platform.told) < 2 and time.monotonic() < limit:
            time.sleep(0.1)
        assert len(Platform.told) >= 2
        keys = joserfc.jwk.KeySet.import_key_set(requests.get(about["jwks_uri"], timeout=30).json())
        for text in Platform.told:
            read = joserfc.jwt.decode(text, keys, algorithms=["ES256"])
            assert read.header["typ"] == "logout+jwt"
            assert read.claims["iss"] == about["issuer"] and read.claims["aud"] == made["client_id"]
            assert read.claims["sub"] == identity["sub"] and read.claims["sid"] == identity["sid"]
            assert read.claims["events"] == {"http://schemas.openid.net/event/backchannel-logout": {}}
            assert "nonce" not in read.claims and read.claims["exp"] - read.claims["iat"] == 120
        assert "logout_token" not in node.words() and Platform.told[0] not in node.words()
        node.end()
    server.shutdown()
