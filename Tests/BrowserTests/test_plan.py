"""A visitor looks up what of the plan can be used here, with scripts and without."""
import pytest

WORDS = {
    "zh": {"door": "公开指标", "way": "方案逐条落实", "carried": "26 条里有 16 条", "part": "四、推进知识产权公共服务领域多样化",
           "clause": "（十四）强化对乡村振兴的公共服务支撑", "page": "地理标志检索", "none": "尚未提供"},
    "en": {"door": "Figures", "way": "The plan, clause by clause", "carried": "16 of 26 clauses", "part": "4 More varied fields",
           "clause": "14 Strengthen public services for rural", "page": "Search of geographical indications",
           "none": "Not offered yet"},
}


@pytest.mark.parametrize("language", ["zh", "en"])
def test_from_the_first_page_to_what_carries_a_clause_out(page, site, language):
    say = WORDS[language]
    page.goto(site + ("/?lang=en" if language == "en" else "/"))
    page.locator("main").get_by_role("link", name=say["way"], exact=True).click()
    assert say["carried"] in page.locator("main").inner_text()
    page.locator("main").get_by_role("link", name=say["part"]).click()
    clause = page.locator("#c14")
    assert say["clause"] in clause.get_by_role("heading").inner_text()
    assert say["none"] in page.locator("#c12").inner_text()
    clause.get_by_role("link", name=say["page"]).click()
    assert "/search?in=gi" in page.url


def test_the_door_leads_to_the_plan_and_says_so(page, site):
    page.goto(site + "/plan")
    door = page.locator("header a.door[aria-current=page]")
    assert door.inner_text().replace("\n", "").endswith(WORDS["zh"]["door"])


def test_on_paper_every_clause_stands(page, site):
    page.goto(site + "/plan")
    page.emulate_media(media="print")
    assert page.locator("article h3").count() == 26
    assert all(page.locator("article").nth(place).is_visible() for place in (0, 13, 25))
