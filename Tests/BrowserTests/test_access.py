"""Every page for everybody: axe, narrow screens, keyboard, nothing from elsewhere."""
import pathlib

import axe_playwright_python
import pytest

AXE = (pathlib.Path(axe_playwright_python.__file__).parent / "axe.min.js").read_text(encoding="utf-8")
TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]


def record_of(site, register):
    import json
    import urllib.request
    with urllib.request.urlopen(f"{site}/search.json?in={register}&per=10", timeout=20) as answer:
        return "/" + json.load(answer)["hits"][0]["id"]


def ids_of(site, count):
    import json
    import urllib.request
    with urllib.request.urlopen(f"{site}/search.json?in=patent&per=10", timeout=20) as answer:
        return [hit["id"] for hit in json.load(answer)["hits"][:count]]


def places(site):
    fixed = ["/", "/search?q=电池", "/search?q=电池&view=table", "/search?view=pictures", "/search?q=zzzzqqq", "/search?q=(电池", "/design", "/about", "/accessibility",
             "/help", "/kept", "/privacy", "/nowhere", "/translate", "/translate?q=L1 AND a SAME2 b", "/translate?q=(", "/search?q=valve.ti.", "/history", "/numbers", "/fields", "/fees", "/fees?filed=2019-03-05", "/fees?filed=1", "/compare", "/compare?record=CN1", "/numbers?n=CN1,CN2", "/like", "/like?q=zzzqqq", "/related", "/related?q=电池", "/names", "/names?q=澄川", "/names/propose", "/names/propose?spelling=a&holder=b", "/account/sign-in", "/account/sign-up?next=/help", "/account", "/account/consents", "/account/providers", "/admin/clients", "/oauth/authorize?client_id=x", "/oauth/end-session", "/admin", "/account/keys", "/account/kept", "/account/identity", "/account/merge", "/account/organisations", "/account/authorisations", "/registers", "/registers/institution", "/registers/institution?view=map", "/search?q=batttery", "/classes", "/classes?q=电池", "/classes/ipc", "/classes/ipc/H01M", "/classes/ipc/H01M10", "/classes/field", "/classes/field/8", "/classes/region", "/classes/nice/9", "/concordance", "/concordance?s=H01M;乱", "/codes", "/codes?q=zzz", "/plan", "/plan?name=2030", "/figures", "/figures/key-outlets", "/figures/prefecture-coverage?in=610000", "/figures/prefecture-coverage/planner", "/figures/nothing", "/network", "/network?in=西安市&open=yes", "/network?in=火星", "/network?at=34.26,108.94", "/admin/definitions",
             "/history?h=电池%0A%231 AND (%0A%231 NOT TI=a"]
    from urllib.parse import quote
    ids = ids_of(site, 6)
    fixed.append("/compare?" + "&".join("record=" + quote(name) for name in ids + ["CN404"]))
    return fixed + [record_of(site, name) for name in ("patent", "design", "trademark", "gi", "layout")]


@pytest.mark.parametrize("language", ["zh", "en"])
def test_axe_finds_nothing(plain, site, language):
    problems = []
    for place in places(site):
        plain.goto(site + place + ("&" if "?" in place else "?") + "lang=" + language)
        plain.evaluate(AXE)
        found = plain.evaluate("tags => axe.run(document, {runOnly: tags})", TAGS)
        problems += [f"{place}: {v['id']}: {v['nodes'][0]['html'][:120]}" for v in found["violations"]]
    assert problems == []


@pytest.mark.parametrize("choice", ["theme=dark", "theme=contrast", "size=large"])
def test_axe_finds_nothing_in_other_displays(plain, site, choice):
    plain.goto(f"{site}/?{choice}")
    problems = []
    for place in ["/", "/search?q=电池", "/search?q=zzzzqqq", "/search?q=(电池", "/help", record_of(site, "patent")]:
        plain.goto(site + place)
        plain.evaluate(AXE)
        found = plain.evaluate("tags => axe.run(document, {runOnly: tags})", TAGS)
        problems += [f"{place}: {v['id']}: {v['nodes'][0]['html'][:120]}" for v in found["violations"]]
    assert problems == []


@pytest.mark.parametrize("size", ["standard", "large"])
def test_nothing_scrolls_sideways_at_320(chromium, site, size):
    context = chromium.new_context(viewport={"width": 320, "height": 800})
    page = context.new_page()
    page.goto(f"{site}/?size={size}")
    wide = []
    for place in places(site):
        page.goto(site + place)
        if page.evaluate("document.documentElement.scrollWidth") > 320:
            wide.append(place)
    context.close()
    assert wide == []


def test_nothing_is_loaded_from_elsewhere(plain, site):
    asked = []
    plain.on("request", lambda request: asked.append(request.url))
    for place in places(site):
        plain.goto(site + place)
    assert asked and all(url.startswith(site) or url.startswith("data:") for url in asked)


def test_no_script_error_and_no_blocked_style(plain, site):
    said = []
    plain.on("console", lambda message: said.append(message.text) if message.type in ("error", "warning") else None)
    plain.on("pageerror", lambda error: said.append(str(error)))
    for place in ["/", "/search?q=电池", "/design", record_of(site, "patent")]:
        plain.goto(site + place)
    assert said == []


def test_the_keyboard_reaches_the_content(plain, site):
    plain.goto(site + "/search?q=电池")
    plain.keyboard.press("Tab")
    assert plain.evaluate("document.activeElement.classList.contains('skip')")
    plain.keyboard.press("Enter")
    assert plain.evaluate("document.activeElement.id") == "main"


def test_pages_are_light(chromium, site):
    for place in places(site):
        context = chromium.new_context()  # Nothing is kept from the page before.
        page = context.new_page()
        answers = []
        page.on("requestfinished", lambda request: answers.append(request))
        page.goto(site + place, wait_until="networkidle")
        sent = sum(request.sizes()["responseBodySize"] for request in answers)
        assert len(answers) >= 3 and sent < 100_000, f"{place} with style and script has {sent} bytes"
        context.close()
