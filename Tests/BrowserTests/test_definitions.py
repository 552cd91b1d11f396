"""An administrator declares a register on a page; an officer fills it, a visitor finds what is in it. Without scripts."""
import re
import time
import uuid

import pytest

from conftest import ROOT
from test_admin import administrator, look
from test_registers import officer

SAID = {
    "zh": {"check": "检查并比较", "publish": "发布", "wrong": "有 1 处需要改", "fine": "没有错误", "done": "已发布", "new": "添加一条", "save": "保存",
           "facet": "类型", "kinds": "设计小镇", "decide": "索引", "search": "查找"},
    "en": {"check": "Check and compare", "publish": "Publish", "wrong": "1 thing to correct", "fine": "No mistake", "done": "is in force",
           "new": "Add an entry", "save": "Save", "facet": "Kind", "kinds": "Design town", "decide": "index", "search": "Find"},
}


def written():
    """The two texts of the chapter for operators: a register and its code list."""
    chapter = (ROOT / "Docs/Operate/registers.md").read_text()
    return re.findall(r"```yaml\n(.*?)```", chapter, re.S)[:2]


def publish(page, words, reason):
    """Publishes what stands in the form, and sees that it is in force."""
    page.fill("#reason", reason)
    page.get_by_role("button", name=words["publish"], exact=True).click()
    assert words["done"] in page.locator("#done").inner_text()


@pytest.mark.parametrize("language,width", [("zh", 375), ("en", 1280)])
def test_an_administrator_adds_a_register_that_is_then_used(chromium, site, data, language, width):
    words, problems, name = SAID[language], [], "town-" + uuid.uuid4().hex[:6]
    register, codes = written()
    register = register.replace("codes: town-kind", f"codes: {name}-kind")
    ada, _, _ = administrator(chromium, site, data, language, "system-administrator")
    ada.set_viewport_size({"width": width, "height": 900})
    ada.goto(f"{site}/admin?lang={language}")
    ada.locator("#parts a[href*=definitions]").click()
    look(ada, problems)
    new = ada.locator("a[href*='definitions/new']").get_attribute("href")
    # The code list first, then the register, at first without the field that is counted.
    ada.goto(site + new)
    look(ada, problems)
    ada.select_option("#kind", "codes")
    ada.fill("#name", name + "-kind")
    ada.fill("#text", codes)
    publish(ada, words, "示例：小镇类型")
    look(ada, problems)
    first, kind = register.split("  kind:\n")
    ada.goto(site + new)
    ada.fill("#name", name)
    ada.fill("#text", first.replace("facet, map", "facett, map"))
    ada.get_by_role("button", name=words["check"]).click()
    assert words["wrong"] in ada.locator("#errors h2").inner_text()
    assert "did you mean 'facet'?" in ada.locator("#errors").inner_text()
    ada.locator("#errors a").click()
    assert ada.locator(":target .source-n").inner_text() == "14" and "facett" in ada.locator(":target").inner_text()
    ada.fill("#text", ada.input_value("#text").replace("facett", "facet"))
    ada.get_by_role("button", name=words["check"]).click()
    assert words["fine"] in ada.locator("#verdict").inner_text()
    publish(ada, words, "示例：试点")
    # An officer adds a town.
    anna = officer(chromium, site, data, language, width, False)
    anna.goto(f"{site}/registers/{name}?lang={language}")
    anna.get_by_role("link", name=words["new"]).click()
    anna.locator('[id="f.name"]').fill("示例镇")
    anna.locator('[id="f.region"]').fill("610100")
    anna.locator("#form button.btn-go").click()
    entry = anna.url.split("?")[0]
    look(anna, problems)
    # A visitor finds it as soon as the index has it.
    visitor = chromium.new_context(java_script_enabled=False, viewport={"width": width, "height": 900}).new_page()
    until = time.time() + 60
    while True:
        visitor.goto(f"{site}/registers/{name}?q=示例&lang={language}")
        if "示例镇" in visitor.locator("main").inner_text():
            break
        assert time.time() < until, "the index did not catch up"
        time.sleep(0.5)
    look(visitor, problems)
    # The administrator adds the field that is counted; the page shows the difference first.
    ada.goto(f"{site}/admin/definitions/registers/{name}?lang={language}")
    ada.fill("#text", first + "  kind:\n" + kind)
    ada.get_by_role("button", name=words["check"]).click()
    assert "codes: " + name + "-kind" in ada.locator("#difference").inner_text()
    assert ada.locator("#difference ins").count() == 5 and ada.locator("#difference del").count() == 0
    look(ada, problems)
    publish(ada, words, "示例：分类")
    assert ada.locator("#history tbody tr").count() == 2
    anna.goto(entry + f"/edit?lang={language}")
    anna.locator('[id="f.kind"]').select_option("design")
    anna.locator("#form button.btn-go").click()
    until = time.time() + 60
    while True:
        visitor.goto(f"{site}/registers/{name}?lang={language}&f=kind:design")
        if visitor.locator("h1").count() and "示例镇" in visitor.locator("main").inner_text() and words["kinds"] in visitor.locator("main").inner_text():
            break
        assert time.time() < until, "the list did not follow the declaration"
        time.sleep(0.5)
    look(visitor, problems)
    assert problems == []
