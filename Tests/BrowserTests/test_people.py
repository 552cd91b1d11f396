"""An inventor, a librarian and an examiner each do a day's work: with scripts and without, in both languages, at a desk and
on a phone."""
import json
import urllib.parse
import urllib.request

import pytest

WORDS = {
    "zh": {
        "fields": "按字段填表检索", "go": "检索", "like": "粘贴一段文字，看有没有人做过", "find": "查找相似记录", "alike": "看与本件相似的",
        "numbers": "一次查最多 10,000 个号码", "look": "查号", "csv": "下载 CSV",
        "summary": "共 32 个号码：找到 30 个，没有找到 2 个。", "missing": "没有找到，可以复制",
        "history": "分步检索，用 #1 AND #2 组合", "count": "计数", "open": "看记录", "add": "加入检索历史",
    },
    "en": {
        "fields": "Fill in a form, field by field", "go": "Search", "like": "Paste a text and see whether someone has done it", "find": "Find similar records",
        "alike": "See what is like this one", "numbers": "Look for up to 10,000 numbers at once", "look": "Look them up",
        "csv": "Download CSV", "summary": "32 numbers: 30 found, 2 not found.", "missing": "Not found, to copy",
        "history": "Search in steps and combine them as #1 AND #2", "count": "Count", "open": "See the records",
        "add": "Add to a history",
    },
}


def fetch(address):
    with urllib.request.urlopen(address, timeout=20) as answer:
        return json.load(answer)


@pytest.fixture(params=[(True, 1280), (False, 375)], ids=["scripts-desk", "no-scripts-phone"])
def window(request, chromium):
    """A page at a desk with JavaScript, or on a phone without."""
    scripts, width = request.param
    context = chromium.new_context(
        java_script_enabled=scripts, viewport={"width": width, "height": 800}, accept_downloads=True)
    yield context.new_page()
    context.close()


def begin(page, site, language, way):
    page.goto(site + ("/?lang=en" if language == "en" else "/"))
    page.locator("main").get_by_role("link", name=WORDS[language][way]).click()
    assert page.locator("html").get_attribute("lang").startswith(language)


@pytest.mark.parametrize("language", ["zh", "en"])
def test_an_inventor_asks_whether_someone_has_done_it(window, site, language):
    say = WORDS[language]
    hit = fetch(site + "/search.json?in=patent&per=10&q=AB%3D%E7%94%B5%E6%B1%A0")["hits"][0]
    text = fetch(site + hit["url"] + ".json")["abstracts"][0]["text"]
    begin(window, site, language, "like")
    window.fill("textarea[name=q]", text)
    window.get_by_role("button", name=say["find"]).click()
    window.wait_for_url("**/search?*")
    # The words are in the box, to be changed; what they are is marked in the hits.
    assert " OR " in window.locator("input[name=q]").first.input_value()
    assert window.locator("ol.hit-list mark").count() > 3
    window.locator("ol.hit-list h3 a").first.click()
    address = urllib.parse.urlparse(window.url).path
    window.get_by_role("link", name=say["alike"]).click()
    window.wait_for_url("**/search?*")
    others = window.locator("ol.hit-list h3 a").evaluate_all("links => links.map(l => l.pathname)")
    assert others and address not in others


@pytest.mark.parametrize("language", ["zh", "en"])
def test_a_librarian_answers_a_list_of_numbers_and_prints_it(window, site, language):
    say = WORDS[language]
    hits = fetch(site + "/search.json?in=patent&per=50&sort=oldest")["hits"]
    numbers = [hit["application"]["number"] for hit in hits][:30]
    begin(window, site, language, "numbers")
    window.fill("textarea[name=n]", "\n".join(numbers) + "\nCN999999999A, 199999999999")
    window.get_by_role("button", name=say["look"]).click()
    assert window.get_by_text(say["summary"]).count() == 1
    assert window.get_by_label(say["missing"]).input_value().split() == ["CN999999999A", "199999999999"]
    assert window.locator("#result tbody tr").count() == 30
    with window.expect_download() as saved:
        window.get_by_role("button", name=say["csv"]).click()
    lines = saved.value.path().read_text(encoding="utf-8-sig").splitlines()
    assert len(lines) == 33 and all(number in "\n".join(lines) for number in numbers)
    # On paper there are the answer and no controls.
    window.emulate_media(media="print")
    assert window.locator("#result tbody tr").first.is_visible()
    assert not window.get_by_role("button", name=say["look"]).is_visible()
    window.emulate_media(media="screen")
    window.locator("#result tbody a").first.click()
    assert window.locator("h1").inner_text().strip()


@pytest.mark.parametrize("language", ["zh", "en"])
def test_a_librarian_searches_a_topic_by_a_form(window, site, language):
    say = WORDS[language]
    begin(window, site, language, "fields")
    window.fill("input[name=TI]", "电池 OR 电机")
    window.fill("input[name='AD.from']", "2018")
    window.fill("input[name='AD.to']", "2023-06")
    window.locator("main").get_by_role("button", name=say["go"]).click()
    window.wait_for_url("**/search?*")
    typed = window.locator("input[name=q]").first.input_value()
    assert "(电池 OR 电机)" in typed and ":2023-06" in typed
    assert 0 < window.locator("ol.hit-list h3 a").count() <= 20
    # What cannot be read is pointed at in the query that the form made.
    begin(window, site, language, "fields")
    window.fill("input[name='AD.from']", "2020-13")
    window.locator("main").get_by_role("button", name=say["go"]).click()
    assert window.locator(".caret b").inner_text() == "2020-13"


@pytest.mark.parametrize("language", ["zh", "en"])
def test_an_examiner_works_through_forty_lines_with_sets(window, site, language):
    say = WORDS[language]
    words = ["电池", "机器人", "传感器", "电机", "激光", "芯片", "阀", "膜", "散热", "控制"]
    lines = [f"TI={word}" for word in words] + [f"AB={word}" for word in words]
    lines += [f"#{n} OR #{n + 10}" for n in range(1, 11)]
    lines += [f"#{n} AND #{n + 10}" for n in range(1, 11)]
    assert len(lines) == 40
    begin(window, site, language, "history")
    window.fill("textarea[name=h]", "\n".join(lines))
    window.get_by_role("button", name=say["count"]).click()
    rows = window.locator("#result tbody tr")
    assert rows.count() == 40
    # What each finds is what the twin says, and sets add up.
    twin = fetch(window.url.split("#")[0].replace("/history?", "/history.json?"))["lines"]
    totals = [line["count"]["records"] + line["count"]["samples"] for line in twin]
    for n in range(10):
        assert totals[20 + n] == totals[n] + totals[10 + n] - totals[30 + n]
    assert totals[20] > totals[30] > 0
    # A line that cannot be read is pointed at, and the others are counted all the same.
    window.fill("textarea[name=h]", "\n".join(lines + ["#40 AND (", "#31 NOT LS=失效"]))
    window.get_by_role("button", name=say["count"]).click()
    assert rows.count() == 41 and window.locator("#result .caret b").inner_text() == "("
    # The last set opens as a search of its own, from which a history can begin again.
    rows.last.get_by_role("link", name=say["open"]).click()
    window.wait_for_url("**/search?*")
    assert window.locator("ol.hit-list li, .empty").count() > 0
    window.get_by_role("link", name=say["add"]).click()
    assert "LS=" in window.locator("textarea[name=h]").input_value() or "法律状态=" in \
        window.locator("textarea[name=h]").input_value()


@pytest.mark.parametrize("language", ["zh", "en"])
def test_a_visitor_who_knows_no_class_finds_one_by_words_and_goes_down(window, site, language):
    say = {
        "zh": {"classes": "按分类找", "find": "找分类", "leading": "有这些词的记录多属于", "below": "下一级"},
        "en": {"classes": "Browse by class", "find": "Find classes", "leading": "Records with these words mostly have",
               "below": "Right below"},
    }[language]
    window.goto(site + ("/?lang=en" if language == "en" else "/"))
    window.locator("main").get_by_role("link", name=say["classes"]).click()
    window.fill("main input[name=q]", "电池" if language == "zh" else "battery")
    window.get_by_role("button", name=say["find"]).click()
    leading = window.locator("table", has_text=say["leading"]).first
    leading.locator("tbody th a").first.click()
    assert window.locator("html").get_attribute("lang").startswith(language)
    symbol = window.locator("h1").inner_text()
    below = window.locator("section", has_text=say["below"]).locator("tbody tr")
    assert below.count() > 0
    # The way up leads to the subclass, and what is counted is what its search finds.
    window.locator(".crumbs a").last.click()
    assert symbol.startswith(window.locator("h1").inner_text())
    address = urllib.parse.urlparse(window.url).path
    level = fetch(site + address + ".json")
    found = fetch(site + "/search.json?q=" + urllib.parse.quote(level["query"]))
    assert level["count"] == {"records": found["records"], "samples": found["samples"]}
