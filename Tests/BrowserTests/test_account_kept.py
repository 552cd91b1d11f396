"""What a browser keeps goes into an account, is seen in another browser, and comes back; without scripts a file does it."""
import json
import uuid

import pytest

from conftest import violations
from test_account import WORDS, make, open_page, sign_in
from test_kept import keep_two, stored

KEPT = {
    "zh": {"put": "放进账号", "back": "复制到这个浏览器", "merge": "合并到账号", "there": "已放进账号", "imported": "导入完成", "remove": "删除"},
    "en": {"put": "Put it into the account", "back": "Copy it into this browser", "merge": "Merge it into the account", "there": "It is in the account", "imported": "Imported", "remove": "Remove"},
}


@pytest.mark.parametrize("language", ["zh", "en"])
def test_what_a_browser_keeps_goes_into_the_account_and_into_another_browser(chromium, site, language):
    words, email = KEPT[language], f"{uuid.uuid4().hex}@example.cn"
    page = open_page(chromium)
    make(page, site, language, email, WORDS[language])
    titles = keep_two(page, site)
    page.goto(f"{site}/kept?lang={language}")
    page.locator("section[aria-labelledby=account] a").click()
    page.get_by_role("button", name=words["put"], exact=True).click()
    page.wait_for_url("**done=kept**")
    assert words["there"] in page.locator("#done").inner_text()
    assert all(title in page.locator("#list").inner_text() for title in titles)
    # The browser keeps its own.
    assert len(stored(page)["records"]) == 2
    assert violations(page) == []
    page.set_viewport_size({"width": 320, "height": 800})
    assert page.evaluate("document.documentElement.scrollWidth") == 320
    page.context.close()

    other = open_page(chromium)
    other.goto(f"{site}/account/sign-in?next=/account/kept&lang={language}")
    sign_in(other, email, WORDS[language])
    other.goto(f"{site}/account/kept?lang={language}")
    other.get_by_role("button", name=words["back"], exact=True).click()
    other.locator("#kept-say p:not([hidden])").wait_for()
    assert words["imported"] in other.locator("#kept-say").inner_text()
    assert sorted(record["title"] for record in stored(other)["records"]) == sorted(titles)
    other.locator("#list").get_by_role("button", name=words["remove"]).first.click()
    assert other.locator("#list li").count() == 1 and len(stored(other)["records"]) == 2
    other.context.close()


@pytest.mark.parametrize("language", ["zh", "en"])
def test_without_scripts_the_text_of_a_file_goes_into_the_account(chromium, site, language):
    words = KEPT[language]
    page = open_page(chromium, scripts=False)
    make(page, site, language, f"{uuid.uuid4().hex}@example.cn", WORDS[language])
    page.goto(f"{site}/kept?lang={language}")
    page.locator("#kept-without a").click()
    kept = {"format": "huizhi-kept", "version": 1, "records": [], "searches": [], "sets": [{"text": "电池\n#1 AND 膜", "kept": "2026-11-30T09:00:00.000Z"}]}
    page.fill("#kept-file", json.dumps(kept))
    page.get_by_role("button", name=words["merge"], exact=True).click()
    assert words["there"] in page.locator("#done").inner_text()
    assert "#1 AND 膜" in page.locator("#list").inner_text()
    page.context.close()
