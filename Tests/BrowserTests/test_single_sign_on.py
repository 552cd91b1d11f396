"""A person signs in to a platform with their account in a browser: the way there, the consent, the way back and out."""
import http.server
import json
import threading
import urllib.parse
import uuid

import pytest

from conftest import huizhi, violations
from test_account import PASSWORD, WORDS, code_of, make, open_page, sign_in

# The example of RFC 7636, appendix B.
CHALLENGE = "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM"
SAID = {
    "zh": {"agree": "同意并登录", "refuse": "不同意", "withdraw": "撤回对「示例平台」的同意", "withdrawn": "同意已撤回", "leave": "退出登录",
           "register": "登记", "secret": "请交给平台方"},
    "en": {"agree": "Agree and sign in", "refuse": "Do not agree", "withdraw": "Withdraw the consent to Sample platform",
           "withdrawn": "The consent is withdrawn", "leave": "Sign out", "register": "Register", "secret": "For the platform"},
}


class Platform(http.server.BaseHTTPRequestHandler):
    """A platform to which browsers come back."""

    def do_GET(self):
        body = b"<!doctype html><title>platform</title><p>back</p>"
        self.send_response(200)
        self.send_header("Content-Type", "text/html")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *arguments):
        pass


@pytest.fixture(scope="module")
def platform(data):
    """The address of a platform, and its client."""
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Platform)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    address = f"http://127.0.0.1:{server.server_port}"
    made = huizhi(
        "clients", "--data", data, "add", "--name-zh", "示例平台", "--name-en", "Sample platform", "--redirect",
        address + "/in", "--post-logout", address + "/out", "--reason", "示例", "--json")
    assert made.returncode == 0, made.stderr
    yield address, json.loads(made.stdout)["client_id"]
    server.shutdown()


def request(site, platform, language, **more):
    address, client = platform
    return site + "/oauth/authorize?" + urllib.parse.urlencode({
        "client_id": client, "redirect_uri": address + "/in", "response_type": "code", "scope": "openid profile email",
        "state": "s", "code_challenge": CHALLENGE, "code_challenge_method": "S256", "ui_locales": language, **more})


@pytest.mark.parametrize("scripts", [True, False])
@pytest.mark.parametrize("language", ["zh", "en"])
def test_somebody_signs_in_to_a_platform_and_out(chromium, site, platform, language, scripts):
    words, said, address = WORDS[language], SAID[language], platform[0]
    email = f"{uuid.uuid4().hex}@example.cn"
    page = open_page(chromium, scripts)
    blocked = []
    page.on("console", lambda message: blocked.append(message.text) if message.type == "error" else None)
    make(page, site, language, email, words)
    page.context.clear_cookies()

    # Through the form that signs in, whose answer leads on to another site at last.
    page.goto(request(site, platform, language))
    assert "/account/sign-in" in page.url
    sign_in(page, email, words)
    assert page.url.startswith(site + "/oauth/authorize")
    assert email in page.locator("main").inner_text() and address in page.locator("main").inner_text()
    page.get_by_role("button", name=said["refuse"], exact=True).click()
    page.wait_for_url(address + "/in?*")
    assert "error=access_denied" in page.url
    page.goto(request(site, platform, language))
    page.get_by_role("button", name=said["agree"], exact=True).click()
    page.wait_for_url(address + "/in?*")
    assert "code=" in page.url and "iss=" in page.url

    # Nobody is asked again, and the form that signs in leads there by itself.
    page.context.clear_cookies()
    page.goto(request(site, platform, language, login_hint=email))
    assert page.input_value("#email") == email
    sign_in(page, email, words)
    page.wait_for_url(address + "/in?*")

    page.goto(f"{site}/account/consents?lang={language}")
    page.get_by_role("button", name=said["withdraw"], exact=True).click()
    assert said["withdrawn"] in page.locator("#done").inner_text()

    out = {"client_id": platform[1], "post_logout_redirect_uri": address + "/out", "ui_locales": language}
    page.goto(site + "/oauth/end-session?" + urllib.parse.urlencode(out))
    page.locator("main").get_by_role("button", name=said["leave"], exact=True).click()
    page.wait_for_url(address + "/out")
    page.goto(f"{site}/account?lang={language}")
    assert "/account/sign-in" in page.url
    assert blocked == []
    page.context.close()


@pytest.mark.parametrize("language", ["zh", "en"])
def test_its_pages_are_for_everybody_and_an_administrator_registers_a_platform(chromium, site, data, platform, language):
    words, said = WORDS[language], SAID[language]
    email = f"{uuid.uuid4().hex}@example.cn"
    page = open_page(chromium, width=320)
    make(page, site, language, email, words)
    page.goto(f"{site}/account/two-step?lang={language}")
    page.get_by_role("button", name=words["begin"]).click()
    secret = page.locator(".key").inner_text()
    page.fill("#code", code_of(secret))
    page.get_by_role("button", name=words["finish"]).click()
    page.goto(f"{site}/account?lang={language}")
    account = page.evaluate("async () => (await (await fetch('/account.json')).json()).account")
    page.context.clear_cookies()
    granted = huizhi("accounts", "--data", data, "grant", account, "system-administrator", "--nation", "--reason", "示例")
    assert granted.returncode == 0, granted.stderr
    page.goto(f"{site}/account/sign-in?next=/admin/clients" + ("%3Flang%3Den&lang=en" if language == "en" else ""))
    sign_in(page, email, words)
    page.fill("#code", code_of(secret, 1))
    page.get_by_role("button", name=words["go"], exact=True).click()
    assert page.url.startswith(site + "/admin/clients")

    problems = []

    def look(name):
        problems.extend(f"{name}: {found}" for found in violations(page))
        if page.evaluate("document.documentElement.scrollWidth") > 320:
            problems.append(f"{name} scrolls sideways")

    look("clients")
    page.fill("#name-zh", "示例五")
    page.fill("#name-en", "Sample five")
    page.fill("#redirect", "https://five.example/in")
    page.fill("#reason", "示例")
    page.get_by_role("button", name=said["register"], exact=True).click()
    assert said["secret"] in page.locator("#secret").inner_text()
    look("secret")
    page.goto(f"{site}/admin/clients/{platform[1]}?lang={language}")
    look("client")
    page.goto(request(site, platform, language))
    look("consent")
    page.get_by_role("button", name=said["agree"], exact=True).click()
    page.goto(f"{site}/account/consents?lang={language}")
    look("consents")
    page.goto(f"{site}/oauth/end-session?lang={language}")
    look("end-session")
    page.goto(f"{site}/oauth/authorize?client_id=x&lang={language}")
    look("refused")
    assert problems == []
    page.context.close()
