"""Every page for everybody: axe, narrow screens, keyboard, nothing from elsewhere."""
import pytest

from conftest import violations


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
             "/help", "/kept", "/privacy", "/nowhere", "/translate", "/translate?q=L1 AND a SAME2 b", "/translate?q=(", "/search?q=valve.ti.", "/history", "/numbers", "/fields", "/fees", "/fees?filed=2019-03-05", "/fees?filed=1", "/compare", "/compare?record=CN1", "/numbers?n=CN1,CN2", "/like", "/like?q=zzzqqq", "/related", "/related?q=电池", "/names", "/names?q=澄川", "/names/propose", "/names/propose?spelling=a&holder=b", "/account/sign-in", "/account/sign-up?next=/help", "/account", "/account/consents", "/account/providers", "/admin/clients", "/oauth/authorize?client_id=x", "/oauth/end-session", "/admin", "/account/keys", "/account/kept", "/account/identity", "/account/merge", "/account/organisations", "/account/authorisations", "/registers", "/registers/institution", "/registers/institution?view=map", "/registers/institution/import", "/search?q=batttery", "/classes", "/classes?q=电池", "/classes/ipc", "/classes/ipc/H01M", "/classes/ipc/H01M10", "/classes/field", "/classes/field/8", "/classes/region", "/classes/nice/9", "/concordance", "/concordance?s=H01M;乱", "/codes", "/codes?q=zzz", "/plan", "/plan?name=2030", "/figures", "/figures/key-outlets", "/figures/prefecture-coverage?in=610000", "/figures/prefecture-coverage/planner", "/figures/nothing", "/network", "/network?in=西安市&open=yes", "/network?in=火星", "/network?at=34.26,108.94", "/admin/definitions",
             "/history?h=电池%0A%231 AND (%0A%231 NOT TI=a"]
    from urllib.parse import quote
    ids = ids_of(site, 6)
    fixed.append("/compare?" + "&".join("record=" + quote(name) for name in ids + ["CN404"]))
    return fixed + [record_of(site, name) for name in ("patent", "design", "trademark", "gi", "layout")]


@pytest.fixture(scope="module", params=["zh", "en"])
def seen(request, chromium, site):
    """What was seen of each page in a language; each is opened once."""
    context = chromium.new_context(viewport={"width": 1280, "height": 900})
    page = context.new_page()
    # Nothing is kept from the page before.
    context.new_cdp_session(page).send("Network.setCacheDisabled", {"cacheDisabled": True})
    asked, answers, found = [], [], []
    page.on("request", lambda one: asked.append(one.url))
    page.on("requestfinished", lambda one: answers.append(one))
    for place in places(site):
        asked.clear()
        answers.clear()
        page.set_viewport_size({"width": 1280, "height": 900})
        page.goto(site + place + ("&" if "?" in place else "?") + "lang=" + request.param)
        said = violations(page)
        page.set_viewport_size({"width": 320, "height": 800})
        widths = {size: page.evaluate("""size => {
            document.documentElement.dataset.size = size;
            return document.documentElement.scrollWidth;
        }""", size) for size in ("standard", "large")}
        found.append({
            "place": place, "violations": said, "widths": widths, "asked": list(asked), "answers": len(answers),
            "bytes": sum(one.sizes()["responseBodySize"] for one in answers)})
    context.close()
    return found


def test_axe_finds_nothing(seen):
    assert [(page["place"], page["violations"]) for page in seen if page["violations"]] == []


def test_nothing_scrolls_sideways_at_320(seen):
    assert [(page["place"], page["widths"]) for page in seen if max(page["widths"].values()) > 320] == []


def test_nothing_is_loaded_from_elsewhere(seen, site):
    asked = [url for page in seen for url in page["asked"]]
    assert len(asked) > len(seen) and all(url.startswith(site) or url.startswith("data:") for url in asked)


def test_pages_are_light(seen):
    heavy = [(page["place"], page["bytes"]) for page in seen if page["answers"] < 3 or page["bytes"] >= 100_000]
    assert heavy == [], "with style and script"


@pytest.mark.parametrize("choice", ["theme=dark", "theme=contrast", "size=large"])
def test_axe_finds_nothing_in_other_displays(plain, site, choice):
    plain.goto(f"{site}/?{choice}")
    problems = []
    for place in ["/", "/search?q=电池", "/search?q=zzzzqqq", "/search?q=(电池", "/help", record_of(site, "patent")]:
        plain.goto(site + place)
        problems += [f"{place}: {found}" for found in violations(plain)]
    assert problems == []


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
