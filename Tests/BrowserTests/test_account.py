"""An account from its making to its end: with scripts and without, in both languages; every page for everybody."""
import base64
import hashlib
import hmac
import io
import json
import struct
import time
import uuid

import pytest
import zxingcpp
from PIL import Image

from conftest import violations

WORDS = {
    "zh": {
        "mine": "我的", "new": "没有账号？注册", "make": "注册", "twostep": "两步验证", "begin": "开始设置", "confirm": "确认", "finish": "完成设置",
        "codes": "恢复码", "safe": "已经收好，回到我的账号", "out": "退出登录", "outsaid": "已退出登录", "in": "登录", "code": "填写验证码", "go": "继续",
        "others": "结束其他全部会话", "ended": "会话已结束", "data": "我的资料：查看、下载、更正、关闭账号", "download": "下载全部（JSON）",
        "close": "永久关闭账号", "closed": "账号已关闭", "wrong": "邮箱和密码对不上", "common": "已经泄露", "left": "恢复码还剩 10 个",
    },
    "en": {
        "mine": "Account", "new": "No account yet? Make one", "make": "Make the account", "twostep": "Two-step sign-in", "begin": "Set it up",
        "confirm": "Confirm", "finish": "Finish", "codes": "Recovery codes", "safe": "They are safe; back to my account", "out": "Sign out",
        "outsaid": "You are signed out", "in": "Sign in", "code": "Enter the code", "go": "Go on", "others": "End all other sessions", "ended": "Ended.",
        "data": "My data: see, download, correct, close the account", "download": "Download all (JSON)", "close": "Close it for good",
        "closed": "The account is closed", "wrong": "do not belong together", "common": "has leaked", "left": "10 recovery codes are left",
    },
}
PASSWORD = "杯子 seven 铁路 Lamp 窗台"


def code_of(secret, later=0):
    """The code that an app shows (RFC 6238)."""
    step = struct.pack(">Q", int(time.time()) // 30 + later)
    text = secret.replace(" ", "").upper()
    digest = hmac.new(base64.b32decode(text + "=" * (-len(text) % 8)), step, hashlib.sha1).digest()
    place = digest[-1] & 15
    return f"{(struct.unpack('>I', digest[place:place + 4])[0] & 0x7FFFFFFF) % 1_000_000:06d}"


def open_page(chromium, scripts=True, width=1280):
    context = chromium.new_context(java_script_enabled=scripts, viewport={"width": width, "height": 900})
    return context.new_page()


def make(page, site, language, email, words):
    """Makes an account from the link of the first page."""
    page.goto(f"{site}/?lang={language}")
    page.locator("header").get_by_role("link", name=words["mine"], exact=True).click()
    page.get_by_role("link", name=words["new"]).click()
    page.fill("#name", "示例 <一>")
    page.fill("#email", email)
    page.fill("#password", PASSWORD)
    page.check("#consent")
    page.get_by_role("button", name=words["make"], exact=True).click()


def sign_in(page, email, words):
    page.fill("#email", email)
    page.fill("#password", PASSWORD)
    page.locator("main").get_by_role("button", name=words["in"], exact=True).click()


@pytest.mark.parametrize("scripts", [True, False], ids=["scripts", "no-scripts"])
@pytest.mark.parametrize("language", ["zh", "en"])
def test_an_account_from_its_making_to_its_end(chromium, site, language, scripts):
    words = WORDS[language]
    email = f"{uuid.uuid4().hex}@example.cn"
    page = open_page(chromium, scripts)
    seen = []
    page.on("request", lambda request: seen.append(request.url))
    make(page, site, language, email, words)
    assert page.url.startswith(site + "/account") and email in page.locator("#who").inner_text()
    assert page.locator("html").get_attribute("lang") == {"zh": "zh-CN", "en": "en"}[language]
    # The second step, with a code from the key on the page.
    page.locator("#more").get_by_role("link", name=words["twostep"]).click()
    page.get_by_role("button", name=words["begin"]).click()
    if page.locator("#code").count() == 0 and page.locator("#password").count() == 1:
        page.fill("#password", PASSWORD)
        page.get_by_role("button", name=words["confirm"]).click()
        page.get_by_role("button", name=words["begin"]).click()
    secret = page.locator(".key").inner_text()
    # What a camera sees is what the link says.
    seen_by_camera = zxingcpp.read_barcodes(Image.open(io.BytesIO(page.locator("svg.qr").screenshot())))
    assert [code.text for code in seen_by_camera] == [page.locator("a[href^=otpauth]").get_attribute("href")]
    assert f"secret={secret.replace(' ', '')}" in seen_by_camera[0].text
    page.fill("#code", "000000" if code_of(secret) != "000000" else "111111")
    page.get_by_role("button", name=words["finish"]).click()
    assert page.locator("#refused").is_visible()
    page.fill("#code", code_of(secret))
    page.get_by_role("button", name=words["finish"]).click()
    codes = page.locator(".codes li").all_inner_texts()
    assert len(codes) == len(set(codes)) == 10
    page.get_by_role("link", name=words["safe"]).click()
    page.locator("#more").get_by_role("link", name=words["twostep"]).click()
    assert words["left"] in page.locator("main").inner_text()
    # Out, and in again: first wrong, then with a recovery code.
    page.goto(f"{site}/account?lang={language}")
    page.get_by_role("button", name=words["out"]).click()
    assert words["outsaid"] in page.locator("main").inner_text()
    page.fill("#email", email)
    page.fill("#password", "nothing like it")
    page.locator("main").get_by_role("button", name=words["in"], exact=True).click()
    assert words["wrong"] in page.locator("#refused").inner_text()
    assert page.input_value("#email") == email and page.input_value("#password") == ""
    sign_in(page, email, words)
    assert page.locator("h1").inner_text() == words["code"]
    page.fill("#code", codes[0])
    page.get_by_role("button", name=words["go"]).click()
    assert page.locator("#who").is_visible()
    # Another browser signs in with the next code of the app and is then ended from here.
    other = open_page(chromium, scripts)
    other.goto(f"{site}/account/data?lang={language}")
    sign_in(other, email, words)
    other.fill("#code", code_of(secret, later=1))
    other.get_by_role("button", name=words["go"]).click()
    assert other.url.startswith(site + "/account/data")
    page.goto(f"{site}/account?lang={language}")
    assert page.locator(".sessions > li").count() == 2
    page.get_by_role("button", name=words["others"]).click()
    assert words["ended"] in page.locator("#done").inner_text() and page.locator(".sessions > li").count() == 1
    other.reload()
    assert "/account/sign-in" in other.url
    # Everything that is held, as a file, and the end.
    page.locator("#more").get_by_role("link", name=words["data"]).click()
    with page.expect_download() as download:
        page.get_by_role("link", name=words["download"]).click()
    held = json.loads(open(download.value.path(), encoding="utf-8").read())
    assert email in json.dumps(held) and PASSWORD not in json.dumps(held, ensure_ascii=False)
    page.fill("#close #password", PASSWORD)
    page.get_by_role("button", name=words["close"]).click()
    assert words["closed"] in page.locator("main").inner_text()
    sign_in(page, email, words)
    assert words["wrong"] in page.locator("#refused").inner_text()
    # Nothing that was typed stood in an address.
    assert seen and not [url for url in seen if "password=" in url or "example.cn" in url or "code=" in url]
    for context in (page.context, other.context):
        context.close()


@pytest.mark.parametrize("language", ["zh", "en"])
def test_every_page_of_an_account_for_everybody(chromium, site, language):
    problems = []
    page = open_page(chromium)

    def look(name):
        problems.extend(f"{name}: {found}" for found in violations(page))
        for width in (1280, 320):
            page.set_viewport_size({"width": width, "height": 900})
            if page.evaluate("document.documentElement.scrollWidth") > width:
                problems.append(f"{name} scrolls sideways at {width}")
        page.set_viewport_size({"width": 1280, "height": 900})

    words = WORDS[language]
    email = f"{uuid.uuid4().hex}@example.cn"
    for size in ("standard", "large"):
        page.goto(f"{site}/account/sign-up?lang={language}&size={size}" if size == "large" else f"{site}/account/sign-up?lang={language}")
        look("sign-up " + size)
    page.goto(f"{site}/account/sign-up?lang={language}&display=standard")
    page.fill("#name", "示例")
    page.fill("#email", email)
    page.fill("#password", "password123")
    page.check("#consent")
    page.get_by_role("button", name=words["make"], exact=True).click()
    assert words["common"] in page.locator("#refused").inner_text()
    look("sign-up refused")
    page.goto(f"{site}/account/sign-in?lang={language}&next=/account/data")
    look("sign-in")
    page.goto(f"{site}/account/reset?lang={language}")
    look("reset")
    make(page, site, language, email, words)
    for place in ("", "/password", "/confirm", "/two-step", "/email", "/data"):
        page.goto(f"{site}/account{place}?lang={language}")
        look(place or "overview")
    page.goto(f"{site}/account/two-step?lang={language}")
    page.get_by_role("button", name=words["begin"]).click()
    if page.locator("#password").count() == 1:
        page.fill("#password", PASSWORD)
        page.get_by_role("button", name=words["confirm"]).click()
        page.get_by_role("button", name=words["begin"]).click()
    look("two-step begun")
    page.fill("#code", code_of(page.locator(".key").inner_text()))
    page.get_by_role("button", name=words["finish"]).click()
    look("recovery codes")
    for theme in ("dark", "contrast"):
        page.goto(f"{site}/account?lang={language}&theme={theme}")
        look("overview " + theme)
    page.goto(f"{site}/account?lang={language}&display=standard")
    page.get_by_role("button", name=words["out"]).click()
    sign_in(page, email, words)
    look("second step")
    page.context.close()
    assert problems == []


def test_the_account_works_in_confidential_mode_too(chromium, site):
    words = WORDS["zh"]
    email = f"{uuid.uuid4().hex}@example.cn"
    page = open_page(chromium)
    page.goto(site + "/?private=yes")
    seen = []
    page.on("request", lambda request: seen.append(request.url))
    page.goto(site + "/account/two-step")
    # What leads on with a place to go on to is a button here.
    page.get_by_role("button", name=words["new"]).or_(page.get_by_role("link", name=words["new"])).first.click()
    page.fill("#name", "示例")
    page.fill("#email", email)
    page.fill("#password", PASSWORD)
    page.check("#consent")
    page.get_by_role("button", name=words["make"], exact=True).click()
    assert page.url == site + "/account/two-step"
    page.locator("nav.tools [lang=en]").first.click()
    assert page.locator("h1").inner_text() == WORDS["en"]["twostep"]
    assert not [url for url in seen if "password" in url.split("?")[-1] or "example.cn" in url]
    page.context.close()


def test_no_file_holds_a_password_and_the_log_holds_no_address():
    import os
    import pathlib
    import re
    import subprocess
    import tempfile
    import threading
    import urllib.error
    import urllib.parse
    import urllib.request

    from conftest import BINARY, ROOT, huizhi

    email, password = "zqxjkvreader@example.cn", "pwqxjkv secret Kettle 窗台"
    with tempfile.TemporaryDirectory(prefix="huizhi-account-") as folder:
        assert huizhi("sample", "--data", folder, "--count", "20").returncode == 0
        log = pathlib.Path(folder) / "log"
        with open(log, "wb") as errors:
            process = subprocess.Popen(
                [str(BINARY), "serve", "--data", folder, "--port", "0"], cwd=ROOT, stdout=subprocess.PIPE, stderr=errors,
                text=True, env={**os.environ, "HUIZHI_LOG_LEVEL": "trace", "HUIZHI_LOG_FORMAT": "json"})
        site = next(found.group(0) for found in (re.search(r"http://127\.0\.0\.1:\d+", line) for line in process.stdout) if found)
        threading.Thread(target=process.stdout.read, daemon=True).start()
        jar = urllib.request.HTTPCookieProcessor()
        browser = urllib.request.build_opener(jar)

        def fill(path, fields):
            """Opens a page and sends its form; the status and the page that it ends at."""
            page = browser.open(site + path, timeout=60).read().decode()
            token = re.search(r'name="form" value="([^"]+)"', page).group(1)
            form = urllib.parse.urlencode({**fields, "form": token}).encode()
            try:
                with browser.open(urllib.request.Request(site + path, data=form), timeout=60) as answer:
                    return answer.status, answer.url
            except urllib.error.HTTPError as error:
                return error.code, error.url

        wish = {"name": "zqxjkvname", "email": email, "password": password, "consent": "yes"}
        assert fill("/account/sign-up", wish) == (200, site + "/account")
        assert fill("/account/password", {"old": password, "new": "pwqxjkv short"})[0] in (200, 400)
        assert fill("/account", {"do": "sign-out"})[0] == 200
        assert fill("/account/sign-in", {"email": email, "password": "pwqxjkv wrong"})[0] == 401
        # What stands in an address by mistake is not written down either.
        query = urllib.parse.urlencode({"email": email, "password": password})
        assert browser.open(f"{site}/account/sign-in?{query}", timeout=60).status == 200
        process.terminate()
        assert process.wait(timeout=20) == 0
        marks = ["pwqxjkv", urllib.parse.quote("窗台"), "窗台"]
        for file in pathlib.Path(folder).rglob("*"):
            if file.is_file():
                # The database has name and address, of course.
                found = [mark for mark in marks + (["zqxjkv"] if file == log else []) if mark.encode() in file.read_bytes()]
                assert not found, f"{file.name} holds {found}"
