"""An organisation from its making to the dismissal of who acted for it, and everything handed over, with scripts and without."""
import uuid

import pytest

from conftest import violations
from test_account import WORDS, make, open_page

SAID = {
    "zh": {
        "organisations": "我的单位：登记、查看、管理经办人", "make": "登记", "made": "您是管理人", "invite": "邀请", "waiting": "有 1 个邀请等您答复", "see": "去看",
        "accept": "接受", "accepted": "从现在起可以替对方办事", "show": "看看会交什么", "going": "会移交", "over": "移交", "done": "已移交", "code": "最后一位是校验码",
        "merge": "合并我的另一个账号", "identity": "实名核验", "off": "没有连接核验服务",
    },
    "en": {
        "organisations": "My organisations: make one, see them, manage who acts", "make": "Make it", "made": "you are its manager", "invite": "Invite",
        "waiting": "1 invitation waits for your answer", "see": "See them", "accept": "Accept", "accepted": "from now on you may act",
        "show": "Show what would go", "going": "What goes over", "over": "Hand over", "done": "Handed over", "code": "the last of which checks the others",
        "merge": "Make another account of mine part of this one", "identity": "Verify my name", "off": "connected to no service that verifies",
    },
}


def check(page):
    """What axe finds, and whether anything scrolls sideways on a phone."""
    page.set_viewport_size({"width": 320, "height": 800})
    assert page.evaluate("document.documentElement.scrollWidth") <= 320, page.url
    page.set_viewport_size({"width": 1280, "height": 900})
    found = violations(page)
    assert not found, (page.url, found)


@pytest.mark.parametrize("scripts", [True, False], ids=["scripts", "no-scripts"])
@pytest.mark.parametrize("language", ["zh", "en"])
def test_an_organisation_is_made_acted_for_and_handed_over(chromium, site, language, scripts):
    words, said = WORDS[language], SAID[language]
    anna, bert = open_page(chromium, scripts), open_page(chromium, scripts)
    for page in (anna, bert):
        make(page, site, language, f"{uuid.uuid4().hex}@example.cn", words)
    number = bert.locator("#who dd").last.inner_text()
    # A wrong code is said at its place and what was typed stays.
    anna.locator("#more").get_by_role("link", name=said["organisations"]).click()
    anna.fill("#organisation-name", "示例·青石公司")
    anna.fill("#credit-code", "91990000990000014L")
    anna.fill("#region", "110105")
    anna.get_by_role("button", name=said["make"], exact=True).click()
    assert said["code"] in anna.locator("#refused").inner_text()
    assert anna.input_value("#organisation-name") == "示例·青石公司"
    anna.fill("#credit-code", "91990000990000014B")
    anna.get_by_role("button", name=said["make"], exact=True).click()
    assert said["made"] in anna.locator("#done").inner_text()
    place = anna.url.split("?")[0]
    # Bert is invited, sees it on his account, and accepts.
    anna.fill("#who", number)
    anna.check("#business-trademark")
    anna.fill("#invite #reason", "示例：任命书")
    anna.locator("#invite").get_by_role("button", name=said["invite"], exact=True).click()
    bert.goto(f"{site}/account?lang={language}")
    assert said["waiting"] in bert.locator("#waiting").inner_text()
    bert.locator("#waiting").get_by_role("link", name=said["see"]).click()
    bert.locator("#invitations table a").click()
    bert.get_by_role("button", name=said["accept"], exact=True).click()
    assert said["accepted"] in bert.locator("#done").inner_text()
    # Anna leaves and hands everything over to Bert.
    anna.goto(f"{place}?lang={language}")
    anna.locator("#own table a").click()
    anna.fill("#handover-reason", "示例：退休")
    anna.get_by_role("button", name=said["show"]).click()
    assert anna.locator("#going").is_visible() and said["going"] in anna.locator("main").inner_text()
    anna.locator("#now").get_by_role("button", name=said["over"], exact=True).click()
    # She manages it no longer, so its page is none of hers.
    assert said["done"] in anna.locator("#done").inner_text() and anna.locator("#mine table").count() == 0
    assert anna.goto(f"{place}?lang={language}").status == 404
    bert.goto(f"{place}?lang={language}")
    assert bert.locator("#people").is_visible() and bert.locator("#own tbody tr").count() == 2
    for context in (anna.context, bert.context):
        context.close()


@pytest.mark.parametrize("language", ["zh", "en"])
def test_every_page_of_organisations_is_for_everybody(chromium, site, language):
    words, said = WORDS[language], SAID[language]
    page = open_page(chromium)
    make(page, site, language, f"{uuid.uuid4().hex}@example.cn", words)
    page.goto(f"{site}/account/organisations?lang={language}")
    page.fill("#organisation-name", "示例·青石公司")
    page.fill("#credit-code", "91990000990000014B")
    page.fill("#region", "110105")
    page.get_by_role("button", name=said["make"], exact=True).click()
    check(page)
    page.locator("#own table a").click()
    check(page)
    for place in ("organisations", "authorisations", "merge", "identity"):
        page.goto(f"{site}/account/{place}?lang={language}")
        check(page)
    assert said["off"] in page.locator("#verify").inner_text()
    page.context.close()
