"""A visitor sees how far the plan has come, and opens a figure down to the rows, with scripts and without."""
import pytest

WORDS = {
    "zh": {"door": "公开指标", "page": "目标与进展", "outlets": "国家级知识产权公共服务重要网点", "unit": "家", "clause": "（三）加强知识产权公共服务重要网点建设",
           "map": "示意图，非地图", "table": "数据表", "place": "陕西省", "rows": "组成这个数的记录", "next": "下一步建在哪里能服务最多的人",
           "code": "只按代码排列", "none": "暂无数据"},
    "en": {"door": "Figures", "page": "Targets and progress", "outlets": "National key outlets", "unit": "outlets", "clause": "3 Build key outlets",
           "map": "not a map", "table": "table", "place": "Shaanxi", "rows": "The entries behind the figure", "next": "Where the next would reach the most",
           "code": "the order is by code alone", "none": "No data"},
}


def journey(page, site, language):
    say = WORDS[language]
    page.goto(site + ("/?lang=en" if language == "en" else "/"))
    page.locator("main").get_by_role("link", name=say["page"], exact=True).click()
    assert page.locator("h1").inner_text() == say["page"]
    box = page.locator("section", has=page.get_by_role("heading", name=say["outlets"]))
    assert "550" in box.inner_text() and say["clause"] in box.inner_text()
    box.get_by_role("heading").get_by_role("link").click()
    assert page.locator("h1").inner_text() == say["outlets"]
    main = page.locator("main")
    assert say["map"] in main.inner_text() and say["rows"] in main.inner_text()
    assert page.locator(".tilemap svg rect[width='48']").count() == 34
    page.locator(".tilemap summary").click()
    page.locator(".tilemap table").get_by_role("link", name=say["place"]).click()
    assert "/figures/key-outlets?in=610000" in page.url
    assert page.locator("#places tbody tr").count() == 10
    page.get_by_role("link", name=say["next"]).click()
    assert say["code"] in page.locator("main").inner_text()


@pytest.mark.parametrize("language", ["zh", "en"])
def test_from_the_first_page_to_where_the_next_should_be(page, site, language):
    journey(page, site, language)


def test_the_same_on_a_phone_without_scripts(chromium, site):
    context = chromium.new_context(java_script_enabled=False, viewport={"width": 375, "height": 800})
    page = context.new_page()
    journey(page, site, "zh")
    context.close()


@pytest.mark.parametrize("path", ["/figures", "/figures/key-outlets", "/figures/prefecture-coverage?in=610000",
                                  "/figures/prefecture-coverage/planner"])
def test_nothing_scrolls_sideways_on_a_narrow_screen(chromium, site, path):
    context = chromium.new_context(viewport={"width": 320, "height": 700})
    page = context.new_page()
    for language in ("", "lang=en"):
        page.goto(site + path + ("&" if "?" in path else "?") + language)
        for summary in page.locator("main summary").all():
            summary.click()
        assert page.evaluate("document.documentElement.scrollWidth") <= 320, language
    context.close()


def test_the_door_leads_to_the_figures_and_says_so(page, site):
    page.goto(site + "/")
    page.locator("header a.door").filter(has_text=WORDS["zh"]["door"]).click()
    assert page.url.endswith("/figures")
    assert page.locator("header a.door[aria-current=page]").count() == 1
