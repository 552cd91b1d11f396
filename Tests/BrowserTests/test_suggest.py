"""The search box completes what is typed: a combobox that the keyboard, an input method and axe can use."""
import json
import urllib.parse
import urllib.request

import pytest

from conftest import huizhi, violations


@pytest.fixture
def box(plain, site):
    plain.goto(site + "/")
    return plain.locator("#q")


def options(page):
    page.locator("[role=option]").first.wait_for()
    return page.locator("[role=option]")


def test_a_chinese_field_and_value_are_chosen_with_the_keyboard(plain, site, box):
    box.press_sequentially("申请")
    found = options(plain)
    assert box.get_attribute("aria-expanded") == "true"
    assert "申请人=" in " ".join(found.all_inner_texts())
    place = [text.split("\n")[0] for text in found.all_inner_texts()].index("申请人=")
    for _ in range(place + 1):
        box.press("ArrowDown")
    marked = plain.locator("[role=option][aria-selected=true]")
    assert marked.count() == 1 and box.get_attribute("aria-activedescendant") == marked.get_attribute("id")
    box.press("Enter")
    assert box.input_value() == "申请人=" and plain.url == site + "/", "Enter takes the suggestion and sends nothing yet"
    box.press_sequentially("澄川")
    name = options(plain).first.inner_text().split("\n")[0]
    box.press("ArrowDown")
    box.press("Enter")
    assert name in box.input_value() and box.input_value().startswith("申请人=")
    box.press("Enter")
    plain.wait_for_url("**/search?*")
    assert plain.locator("ol.hit-list li").count() > 0


def test_an_english_word_is_chosen_with_the_mouse(plain, site):
    plain.goto(site + "/?lang=en")
    box = plain.locator("#q")
    box.press_sequentially("motor AND batt")
    options(plain).filter(has_text="battery").first.click()
    assert box.input_value() == "motor AND battery"
    assert plain.evaluate("document.activeElement.id") == "q"


def test_escape_closes_the_list_and_keeps_the_text(plain, box):
    box.press_sequentially("电")
    options(plain)
    box.press("Escape")
    assert plain.locator("[role=listbox]").is_hidden() and box.input_value() == "电"
    assert box.get_attribute("aria-expanded") == "false"
    # Past the last suggestion stands the box itself, with nothing marked.
    box.press("ArrowDown")
    count = options(plain).count()
    for _ in range(count + 1):
        box.press("ArrowDown")
    assert box.get_attribute("aria-activedescendant") is None


def test_nothing_is_asked_while_an_input_method_composes(plain, box):
    asked = []
    plain.on("request", lambda request: asked.append(request.url) if "/suggest" in request.url else None)
    box.focus()
    plain.evaluate("""() => {
        const box = document.getElementById("q");
        box.dispatchEvent(new CompositionEvent("compositionstart"));
        box.value = "dian";
        box.dispatchEvent(new InputEvent("input", {isComposing: true, bubbles: true}));
        box.dispatchEvent(new KeyboardEvent("keydown", {key: "Enter", isComposing: true, bubbles: true}));
    }""")
    plain.wait_for_timeout(400)
    assert asked == []
    plain.evaluate("""() => {
        const box = document.getElementById("q");
        box.value = "电";
        box.dispatchEvent(new InputEvent("input", {isComposing: true, bubbles: true}));
        box.dispatchEvent(new CompositionEvent("compositionend", {data: "电"}));
    }""")
    assert options(plain).count() > 0 and len(asked) == 1


@pytest.mark.parametrize("width", [1280, 320])
def test_axe_finds_nothing_in_an_open_list_that_fits_the_window(chromium, site, width):
    context = chromium.new_context(viewport={"width": width, "height": 800})
    page = context.new_page()
    for place in ["/", "/search?q=电池"]:
        page.goto(site + place)
        page.fill("#q", "")
        page.locator("#q").press_sequentially("示例")
        options(page)
        assert violations(page) == []
        assert page.evaluate("document.documentElement.scrollWidth") <= width
    context.close()


def test_spellings_are_picked_and_searched_together(page, site):
    page.goto(site + "/names")
    page.fill("#name", "示例")
    page.locator("main form button").first.click()
    page.locator("#result").wait_for()


def test_a_related_word_widens_the_search(page, site):
    page.goto(site + "/search?q=电池")
    page.get_by_role("link", name="相关词").click()
    link = page.locator("#result a[href*='+OR+']").first
    word = link.inner_text().removeprefix("或").strip()
    link.click()
    page.wait_for_url("**/search?*")
    assert page.locator("#q").input_value() == f"电池 OR {word}"


def test_a_correction_is_proposed_decided_and_told(page, site, data, tmp_path):
    with urllib.request.urlopen(site + "/search.json?in=patent&per=100", timeout=20) as answer:
        holders = [hit["holders"][0] for hit in json.load(answer)["hits"] if hit.get("holders")]
    first, second = sorted(set(holders))[:2]
    table = tmp_path / "aliases.tsv"
    table.write_text(f"# 示例\n{second}\t{first}\tsame\t示例公告\n", encoding="utf-8")
    assert huizhi("aliases", "--data", data, "import", str(table)).returncode == 0
    place = site + "/names?q=" + urllib.parse.quote(first)

    def seen(text):
        for _ in range(40):
            page.goto(place)
            if text in page.locator("#result").inner_text():
                return
            page.wait_for_timeout(500)
        raise AssertionError(text)

    seen("来源：示例公告")
    page.locator("details").filter(has_text=second).locator("summary").focus()
    page.keyboard.press("Enter")
    form = page.locator("details[open] form")
    form.get_by_label("不是同一权利人").check()
    form.get_by_label("理由").fill("写信给 a@example.com")
    page.keyboard.press("Enter")
    page.locator("#refused").wait_for()
    assert "电子邮箱" in page.locator("#refused").inner_text()
    reason = page.get_by_label("理由")
    assert reason.input_value() == "写信给 a@example.com" and page.get_by_label("不是同一权利人").is_checked()
    reason.fill("某个理由")
    page.keyboard.press("Enter")
    page.wait_for_url("**/names?*sent=yes*")
    said = page.locator("#result").inner_text()
    assert "建议已收到" in said and "有人建议：不是同一权利人" in said and "某个理由" not in page.content()
    (open_one,) = json.loads(huizhi("aliases", "--data", data, "proposals", "--json").stdout)
    assert {open_one["spelling"], open_one["holder"]} == {first, second} and open_one["reason"] == "某个理由"
    accepted = huizhi("aliases", "--data", data, "accept", str(open_one["id"]))
    assert accepted.returncode == 0, accepted.stderr
    for _ in range(40):
        page.goto(place)
        if second not in page.locator("#result").inner_text():
            break
        page.wait_for_timeout(500)
    assert second not in page.locator("#result").inner_text(), "what is told apart is searched together no more"
