"""Confidential mode: what is asked stands in no address, no log and no file of the node."""
import json
import os
import pathlib
import re
import subprocess
import tempfile
import threading
import urllib.parse
import urllib.request

import pytest

from conftest import violations

from conftest import BINARY, ROOT, huizhi

SECRET = "zqxjkvsecretword"
HAN = "绝密固态电解质"
MARKS = [SECRET, HAN, urllib.parse.quote(HAN), urllib.parse.quote(HAN)[:9]]


@pytest.mark.parametrize("mode", ["", "private=yes"])
def test_neither_the_log_nor_any_file_holds_what_was_asked(mode):
    with tempfile.TemporaryDirectory(prefix="huizhi-secret-") as folder:
        assert huizhi("sample", "--data", folder, "--count", "50").returncode == 0
        log = pathlib.Path(folder) / "log"
        with open(log, "wb") as errors:
            process = subprocess.Popen(
                [str(BINARY), "serve", "--data", folder, "--port", "0"], cwd=ROOT, stdout=subprocess.PIPE, stderr=errors,
                text=True, env={**os.environ, "HUIZHI_LOG_LEVEL": "trace", "HUIZHI_LOG_FORMAT": "json"})
        site = next(found.group(0) for found in (re.search(r"http://127\.0\.0\.1:\d+", line) for line in process.stdout) if found)
        threading.Thread(target=process.stdout.read, daemon=True).start()

        def ask(path, fields, post):
            form = urllib.parse.urlencode(fields)
            request = urllib.request.Request(
                site + path + ("" if post else "?" + form), data=form.encode() if post else None, headers={"Cookie": mode})
            try:
                return urllib.request.urlopen(request, timeout=30).status
            except urllib.error.HTTPError as error:
                return error.code

        asked = f"{SECRET} OR {HAN}"
        for post in (False, True):
            for path, name in [("/search", "q"), ("/search.json", "q"), ("/search.csv", "q"), ("/search.atom", "q"), ("/history", "h"),
                               ("/numbers", "n"), ("/like", "q"), ("/translate", "q"), ("/fields", "TI"), ("/patent/CN" + SECRET, "q")]:
                assert ask(path, {name: asked, "at": "1"}, post) in (200, 400, 404), path
            assert ask("/search", {"q": "(" + asked}, post) == 400
        assert ask("/sru", {"query": SECRET}, False) == 200
        assert ask("/" + SECRET, {}, False) == 404
        metrics = urllib.request.urlopen(site + "/metrics", timeout=20).read().decode()
        process.terminate()
        assert process.wait(timeout=20) == 0
        lines = log.read_text(encoding="utf-8").splitlines()
        requests = [line for line in map(json.loads, (text for text in lines if text.startswith("{"))) if line["message"] == "request"]
        assert len(requests) >= 24
        # What /privacy lists.
        fields = {"time", "level", "message", "id", "method", "route", "status", "bytes", "milliseconds"}
        assert all(set(line) == fields for line in requests)
        for mark in MARKS:
            assert mark not in metrics
            for file in pathlib.Path(folder).rglob("*"):
                if file.is_file():
                    assert mark.encode() not in file.read_bytes(), f"{file.name} holds {mark}"


def switch_on(page, site):
    page.goto(site + "/")
    page.locator("header details summary").click()
    page.locator("header").get_by_role("link", name="保密检索").click()
    assert page.locator("aside.is-private").is_visible()


def test_a_search_in_confidential_mode_puts_nothing_into_addresses(page, site):
    sent = []
    page.on("request", lambda request: sent.append(request.url + " " + request.headers.get("referer", "")))
    switch_on(page, site)
    page.fill("main input[name=q]", "电池")
    page.press("main input[name=q]", "Enter")
    page.locator("#tally").wait_for()
    assert page.url == site + "/search" and page.title() == "检索结果 · 惠知"
    first = page.locator("ol.hit-list h3").first.inner_text()
    page.get_by_role("button", name="最新").click()
    page.locator("#facets section.facet button").first.click()
    assert "已筛选" in page.locator("main").inner_text()
    page.get_by_role("button", name="全部去掉").or_(page.locator(".term-x").last).first.click()
    page.locator("nav.pages").get_by_role("button", name="下一页").click()
    assert page.locator("nav.pages [aria-current=page]").inner_text() == "2"
    page.locator("nav.tools button[lang=en]").click()
    assert page.locator("html").get_attribute("lang") == "en" and page.locator("ol.hit-list mark").count() > 0
    page.locator("ol.hit-list h3 button").first.click()
    page.get_by_role("button", name="Next").click()
    page.locator("ol.crumbs button").first.click()
    assert page.locator("ol.hit-list li").count() > 0 and first
    page.get_by_role("link", name="Leave").click()
    assert page.url.startswith(site + "/search") and page.get_by_text("Confidential search", exact=True).count() == 1
    assert sent and not [text for text in sent if "q=" in text or "%E7%94%B5" in text]


def test_what_is_kept_in_the_browser_opens_without_an_address(plain, site):
    plain.goto(site + "/search?q=电池&in=patent")
    plain.locator("[data-search]").click()
    switch_on(plain, site)
    plain.goto(site + "/kept")
    plain.get_by_role("button", name="打开，新的在前").click()
    plain.locator("#tally").wait_for()
    assert plain.url == site + "/search" and "现在一样多" in plain.locator("[data-since]").inner_text()


@pytest.mark.parametrize("width", [1280, 320])
def test_axe_and_width_in_confidential_mode(chromium, site, width):
    context = chromium.new_context(viewport={"width": width, "height": 800})
    page = context.new_page()
    page.goto(site + "/?private=yes")
    problems = []

    def look(name):
        problems.extend(f"{name}: {found}" for found in violations(page))
        if page.evaluate("document.documentElement.scrollWidth") > width:
            problems.append(f"{name} scrolls sideways")

    look("home")
    page.fill("main input[name=q]", "电池")
    page.press("main input[name=q]", "Enter")
    page.locator("#tally").wait_for()
    look("results")
    page.locator("ol.hit-list h3 button").first.click()
    page.locator("#facts").wait_for()
    look("record")
    for path in ("/history", "/privacy", "/kept", "/help"):
        page.goto(site + path)
        look(path)
    context.close()
    assert problems == []
