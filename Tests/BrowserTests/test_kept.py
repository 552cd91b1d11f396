"""What a reader keeps in the browser: records, searches, sets; exported, imported, never sent."""
import json

import pytest

from conftest import violations

WORD = "绝密想法"  # Stands in a note; no request may carry it.


@pytest.fixture
def browser(chromium):
    """A context whose requests are written down."""
    context = chromium.new_context(viewport={"width": 1280, "height": 900}, accept_downloads=True)
    context.sent = []
    context.on("request", lambda request: context.sent.append(request.url + (request.post_data or "")))
    yield context
    context.close()


def keep_two(page, site):
    page.goto(site + "/search?q=电池")
    stars = page.locator(".hit [data-star]")
    titles = [stars.nth(place).get_attribute("data-title") for place in (0, 1)]
    for place in (0, 1):
        stars.nth(place).click()
        assert stars.nth(place).get_attribute("aria-pressed") == "true"
    return titles


def stored(page):
    return json.loads(page.evaluate("localStorage.getItem('huizhi.kept')"))


def test_records_are_kept_with_tags_and_notes_and_nothing_is_sent(browser, site):
    page = browser.new_page()
    titles = keep_two(page, site)
    page.locator(".hit h3 a").first.click()
    assert page.locator("[data-star]").get_attribute("aria-pressed") == "true"
    page.get_by_label("标签，用逗号分开").fill("固态，竞品, 固态")
    page.get_by_label("备注").fill(WORD)
    page.get_by_label("备注").blur()
    page.goto(site + "/kept")
    rows = page.locator("[data-rows=records] > li")
    assert rows.count() == 2
    noted = rows.filter(has_text=titles[0])
    assert "#固态 #竞品 · " + WORD in noted.inner_text()
    # One tag leaves one record; its note is changed here too.
    page.locator("[data-filter]").select_option("固态")
    assert rows.count() == 1
    rows.locator("summary").click()
    rows.get_by_label("备注").fill(WORD + "二")
    rows.get_by_label("备注").blur()
    assert [record["note"] for record in stored(page)["records"] if record["tags"]] == [WORD + "二"]
    rows.locator("a").click()
    page.wait_for_url("**/patent/**") if "/patent/" in page.url else None
    assert page.get_by_label("备注").input_value() == WORD + "二"
    assert browser.sent and not [text for text in browser.sent if WORD in text or "%E7%BB%9D%E5%AF%86" in text]


def test_removing_can_be_undone(browser, site):
    page = browser.new_page()
    keep_two(page, site)
    page.goto(site + "/kept")
    before = stored(page)["records"]
    page.locator("[data-remove-picked]").click()
    assert stored(page)["records"] == [] and page.get_by_text("还没有收藏").is_visible()
    assert "已删除 2 项" in page.locator("#kept-say").inner_text()
    page.get_by_role("button", name="撤销").click()
    assert sorted(map(str, stored(page)["records"])) == sorted(map(str, before))
    assert page.locator("[data-rows=records] > li").count() == 2


def change_records(page, *changes):
    """Writes into the records that are kept, and opens the page of them again."""
    kept = stored(page)
    for record, members in zip(kept["records"], changes):
        record.update(members)
    page.evaluate("text => localStorage.setItem('huizhi.kept', text)", json.dumps(kept))
    page.reload()


def test_what_the_tag_hides_is_not_removed(browser, site):
    page = browser.new_page()
    titles = keep_two(page, site)
    page.goto(site + "/kept")
    change_records(page, {"tags": ["甲"]}, {"tags": ["乙"], "picked": False})
    page.locator("[data-filter]").select_option("乙")
    assert page.locator("[data-remove-picked]").is_disabled()
    page.locator("[data-pick]").check()
    page.locator("[data-remove-picked]").click()
    assert "已删除 1 项" in page.locator("#kept-say").inner_text()
    assert [record["title"] for record in stored(page)["records"]] == titles[:1]


def test_a_cell_that_could_be_a_formula_begins_with_an_apostrophe(browser, site, tmp_path):
    page = browser.new_page()
    keep_two(page, site)
    page.goto(site + "/kept")
    change_records(page, {"title": "=1", "note": "\u3000＝1", "tags": ["1-2"]}, {"title": " @a", "note": "\na"})
    with page.expect_download() as download:
        page.get_by_role("button", name="导出记录").click()
    download.value.save_as(tmp_path / "kept.csv")
    text = (tmp_path / "kept.csv").read_bytes().decode("utf-8")
    for cell in ["'=1", "'\u3000＝1", "1-2", "' @a", "'\na"]:
        assert '"' + cell + '"' in text


def test_what_is_picked_is_looked_up_by_number(browser, site):
    page = browser.new_page()
    titles = keep_two(page, site)
    page.goto(site + "/kept")
    assert "已选 2 件" in page.locator("[data-picked]").inner_text()
    page.get_by_role("button", name="按号码查").click()
    page.wait_for_url("**/numbers?n=*")
    for title in titles:
        assert page.get_by_role("link", name=title).count() == 1
    page.goto(site + "/kept")
    page.locator("[data-pick-none]").click()
    assert page.get_by_role("button", name="按号码查").is_disabled()
    page.locator("[data-pick]").first.check()
    compare = page.locator("[data-compare] button")
    assert compare.is_disabled()
    page.locator("[data-pick-all]").click()
    compare.click()
    page.wait_for_url("**/compare?record=*&record=*")


def test_a_kept_search_says_what_is_new_since(browser, site):
    page = browser.new_page()
    page.goto(site + "/search?q=电池&in=patent&sort=newest")
    page.get_by_role("button", name="保存这个检索").click()
    kept = stored(page)["searches"][0]
    assert kept["parameters"] == "q=%E7%94%B5%E6%B1%A0&in=patent" and kept["total"] + kept["samples"] > 3
    assert "现在一样多" in page.locator("[data-since]").inner_text()
    # As if it had been kept long ago, with three fewer.
    kept["samples"] -= 3
    kept["kept"] = "2020-01-02T03:04:05.000Z"
    page.evaluate("kept => localStorage.setItem('huizhi.kept', JSON.stringify({...JSON.parse(localStorage.getItem('huizhi.kept')), searches: [kept]}))", kept)
    page.goto(site + "/kept")
    assert "2020-01-02 保存" in page.locator("[data-rows=searches]").inner_text()
    page.get_by_role("button", name="打开，新的在前").click()
    page.wait_for_url("**/search?*sort=newest*")
    assert "此后增减：0 件，示例 +3 件" in page.locator("[data-since]").inner_text()
    assert page.locator("[data-changed]:visible").count() == page.locator(".hit").count() > 0
    page.get_by_role("button", name="从现在起比").click()
    assert "现在一样多" in page.locator("[data-since]").inner_text()
    assert page.locator("[data-changed]:visible").count() == 0


def test_sets_are_kept(browser, site):
    page = browser.new_page()
    page.goto(site + "/history?h=电池%0APA=示例%0A%231 AND %232")
    page.get_by_role("button", name="保存这组检索式").click()
    page.goto(site + "/kept")
    assert "#1 AND #2" in page.locator("[data-rows=sets]").inner_text()
    page.locator("[data-rows=sets]").get_by_role("button", name="打开").click()
    page.wait_for_url("**/history?h=*")
    assert page.locator("#history").input_value() == "电池\nPA=示例\n#1 AND #2"


def test_a_file_moves_to_another_browser_and_merges(browser, chromium, site, tmp_path):
    page = browser.new_page()
    titles = keep_two(page, site)
    page.goto(site + "/kept")
    with page.expect_download() as download:
        page.get_by_role("button", name="导出全部").click()
    file = tmp_path / "kept.json"
    download.value.save_as(file)
    exported = json.loads(file.read_text(encoding="utf-8"))
    assert exported["format"] == "huizhi-kept" and exported["version"] == 1
    with page.expect_download() as download:
        page.get_by_role("button", name="导出记录").click()
    table = tmp_path / "kept.csv"
    download.value.save_as(table)
    text = table.read_bytes().decode("utf-8")
    assert text.startswith('\ufeff"记录","名称"') and all(title in text for title in titles)
    other = chromium.new_context()
    page = other.new_page()
    page.goto(site + "/kept")
    exported["records"][0].update(tags=["甲"], note="一")
    file.write_text(json.dumps(exported), encoding="utf-8")
    page.locator("[data-import]").set_input_files(file)
    page.locator("[data-rows=records] > li").nth(1).wait_for()
    exported["records"][0].update(tags=["乙"], note="二")
    file.write_text(json.dumps(exported), encoding="utf-8")
    page.locator("[data-import]").set_input_files(file)
    page.get_by_text("新增 0 项，已有 2 项").wait_for()
    mine = next(record for record in stored(page)["records"] if record["id"] == exported["records"][0]["id"])
    assert mine["tags"] == ["甲", "乙"] and mine["note"] == "一\n二"
    other.close()


@pytest.mark.parametrize("text,said", [
    ("{", "这不是收藏文件"), ('{"format": "other"}', "这不是收藏文件"),
    ('{"format": "huizhi-kept", "version": 2}', "这是版本 2 的收藏，本页认得版本 1"),
    ('{"format": "huizhi-kept", "version": 1, "records": [{"id": "javascript:alert(1)"}], "searches": [], "sets": []}', "records[0].id"),
    ('{"format": "huizhi-kept", "version": 1, "records": [{"id": "patent/\\ud800"}], "searches": [], "sets": []}', "records[0].id"),
    ('{"format": "huizhi-kept", "version": 1, "records": [], "searches": [null], "sets": []}', "searches[0].parameters"),
])
def test_a_wrong_file_is_refused_with_its_place(browser, site, tmp_path, text, said):
    page = browser.new_page()
    keep_two(page, site)
    page.goto(site + "/kept")
    before = stored(page)
    file = tmp_path / "wrong.json"
    file.write_text(text, encoding="utf-8")
    page.locator("[data-import]").set_input_files(file)
    page.locator("#kept-say", has_text=said).wait_for()
    assert stored(page) == before


def test_two_tabs_show_the_same(browser, site):
    first, second = browser.new_page(), browser.new_page()
    second.goto(site + "/kept")
    assert second.locator("[data-rows=records] > li").count() == 0
    keep_two(first, site)
    second.locator("[data-rows=records] > li").nth(1).wait_for()
    second.locator("[data-remove]").first.click()
    first.wait_for_function("document.querySelectorAll('.hit [data-star][aria-pressed=true]').length === 1")


def test_a_browser_that_keeps_nothing_says_so_and_loses_nothing(browser, site):
    page = browser.new_page()
    keep_two(page, site)
    before = stored(page)
    page.evaluate("void (Storage.prototype.setItem = () => { throw new DOMException('', 'QuotaExceededError') })")
    page.locator(".hit [data-star]").nth(2).click()
    assert "空间满了" in page.locator("#kept-say").inner_text()
    assert page.locator(".hit [data-star]").nth(2).get_attribute("aria-pressed") == "false"
    assert stored(page) == before
    page.add_init_script("Object.defineProperty(window, 'localStorage', { get() { throw new DOMException('', 'SecurityError') } })")
    page.goto(site + "/kept")
    assert "浏览器不允许" in page.locator("#kept-say").inner_text()
    page.goto(site + "/search?q=电池")
    assert not page.locator("#kept-say p").is_visible()
    page.locator(".hit [data-star]").first.click()
    assert "浏览器不允许" in page.locator("#kept-say").inner_text()


def test_without_scripts_the_page_says_what_works_instead(chromium, site):
    context = chromium.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(site + "/search?q=电池")
    assert page.locator("[data-star]:visible").count() == 0
    page.get_by_role("link", name="我的收藏").first.click()
    assert page.get_by_text("不用脚本也能留住").is_visible()
    context.close()


@pytest.mark.parametrize("language", ["zh", "en"])
def test_axe_and_320_pixels_with_something_kept(chromium, site, language):
    context = chromium.new_context(viewport={"width": 320, "height": 800})
    page = context.new_page()
    keep_two(page, site)
    page.goto(site + "/search?q=电池&lang=" + language)
    page.locator("[data-search]").click()
    page.goto(site + "/history?h=电池&lang=" + language)
    page.locator("[data-sets]").click()
    page.goto(site + "/kept?lang=" + language)
    for summary in page.locator("[data-rows=records] summary").all():
        summary.click()
    page.locator("[data-remove]").first.click()
    assert violations(page) == []
    assert page.evaluate("document.documentElement.scrollWidth") <= 320
    context.close()
