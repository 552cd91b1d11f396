"""A key for a program: made, used as its page says, and revoked; with scripts and without, in both languages."""
import shlex
import urllib.error
import urllib.request
import uuid

import pytest

from conftest import violations
from test_account import WORDS, make, open_page

KEYS = {
    "zh": {"more": "程序密钥（API）：申请、查看、撤销", "none": "还没有密钥", "go": "生成密钥", "once": "只显示这一次", "revoke": "撤销", "gone": "立刻失效", "no": "不是地址或网段"},
    "en": {"more": "Keys for programs (API): make, see, revoke", "none": "No keys yet", "go": "Make the key", "once": "shown this one time", "revoke": "Revoke", "gone": "void at once", "no": "is no address or block"},
}


def run(line):
    """Does what a line of curl on the page asks; the status, and what is left of the quotas."""
    words = shlex.split(line)
    assert words[:2] == ["curl", "-H"]
    name, value = words[2].split(": ", 1)
    try:
        with urllib.request.urlopen(urllib.request.Request(words[3], headers={name: value}), timeout=20) as answer:
            return answer.status, answer.headers["RateLimit"]
    except urllib.error.HTTPError as error:
        return error.code, None


@pytest.mark.parametrize("scripts", [True, False], ids=["scripts", "no-scripts"])
@pytest.mark.parametrize("language", ["zh", "en"])
def test_a_key_is_made_used_as_the_page_says_and_revoked(chromium, site, language, scripts):
    words = KEYS[language]
    page = open_page(chromium, scripts)
    make(page, site, language, f"{uuid.uuid4().hex}@example.cn", WORDS[language])
    page.locator("#more").get_by_role("link", name=words["more"]).click()
    assert words["none"] in page.locator("#keys").inner_text()
    # What the page shows before there is a key runs too.
    assert run(page.locator("#use code").inner_text().replace("$KEY", ""))[0] == 200
    page.fill("#name", "示例 <同步>")
    page.fill("#addresses", "192.0.2")
    page.get_by_role("button", name=words["go"]).click()
    assert words["no"] in page.locator("#refused").inner_text() and page.input_value("#name") == "示例 <同步>"
    page.fill("#addresses", "127.0.0.0/8\n::1")
    page.get_by_role("button", name=words["go"]).click()
    assert words["once"] in page.locator("#made").inner_text()
    key = page.locator("#made .key").inner_text()
    line = page.locator("#use code").inner_text()
    assert key in line
    status, standing = run(line)
    assert status == 200 and standing.startswith('"key";r=11999;')
    if scripts:
        assert violations(page) == []
        page.set_viewport_size({"width": 320, "height": 800})
        assert page.evaluate("document.documentElement.scrollWidth") == 320
    page.goto(f"{site}/account/keys?lang={language}")
    assert key not in page.content()
    page.locator("#keys").get_by_role("button", name=words["revoke"]).click()
    assert words["gone"] in page.locator("#done").inner_text()
    assert run(line)[0] == 401
    page.context.close()
