"""The three administrators at their pages, without scripts; every page for everybody."""
import json
import uuid

import pytest

from conftest import huizhi, violations
from test_account import PASSWORD, WORDS, code_of, make, open_page, sign_in

REASON = "示例：令 7"


def administrator(chromium, site, data, language, role, where=("--nation",)):
    """Somebody with a role who signed in with the second step; the page, the address, the id.

    `where` says where the role holds, as options of `accounts grant`.
    """
    words, email = WORDS[language], f"{role[:3]}{uuid.uuid4().hex}@example.cn"
    page = open_page(chromium, scripts=False)
    make(page, site, language, email, words)
    account = [text for text in page.locator("#who dd").all_inner_texts() if text.startswith("account/")][0]
    if role != "person":
        given = huizhi("accounts", "--data", data, "grant", account, role, *where, "--reason", REASON)
        assert given.returncode == 0, given.stderr
        page.goto(f"{site}/account/two-step?lang={language}")
        page.get_by_role("button", name=words["begin"]).click()
        secret = page.locator(".key").inner_text()
        page.fill("#code", code_of(secret))
        page.get_by_role("button", name=words["finish"]).click()
        codes = page.locator(".codes li").all_inner_texts()
        page.goto(f"{site}/account?lang={language}")
        page.get_by_role("button", name=words["out"]).click()
        sign_in(page, email, words)
        page.fill("#code", codes[0])
        page.get_by_role("button", name=words["go"]).click()
    return page, email, account


def look(page, problems, width=320):
    """Looks at a page with axe and on a narrow screen; the session is taken to a page with scripts for that."""
    context = page.context.browser.new_context(storage_state=page.context.storage_state(),
                                               viewport={"width": width, "height": 800})
    other = context.new_page()
    other.goto(page.url)
    if other.evaluate("document.documentElement.scrollWidth") > width:
        problems.append(f"{page.url} scrolls sideways")
    problems += [f"{page.url}: {found}" for found in violations(other)]
    context.close()


@pytest.mark.parametrize("language", ["zh", "en"])
def test_three_administrators_do_their_own_work_and_are_seen(chromium, site, data, language):
    en, problems = language == "en", []
    anna, address, account = administrator(chromium, site, data, language, "person")
    anna.goto(f"{site}/admin?lang={language}")
    assert ("no role of administration" if en else "没有管理角色") in anna.locator("#none").inner_text()
    look(anna, problems)
    # The system administrator finds Anna by her address, sees her masked, then whole with a reason.
    ada, _, ada_account = administrator(chromium, site, data, language, "system-administrator")
    ada.goto(f"{site}/account?lang={language}")
    ada.get_by_role("link", name="Administer accounts and roles" if en else "管理账号和授权").click()
    look(ada, problems)
    ada.locator("#parts").get_by_role("link").first.click()
    look(ada, problems)
    assert address not in ada.content()
    ada.fill("#who", address)
    ada.get_by_role("button", name="Find" if en else "查找", exact=True).click()
    assert ada.url.startswith(f"{site}/admin/{account}") and address not in ada.content()
    look(ada, problems)
    ada.fill("#unmask-reason", REASON)
    ada.locator("#unmask").get_by_role("button").click()
    assert address in ada.locator("main").inner_text()
    anna.goto(f"{site}/account/data?lang={language}")
    told = anna.locator("#looks").inner_text()
    assert REASON in told and ("system administrator" if en else "系统管理员") in told and ada_account not in told
    # The security administrator gives Anna a role and takes it back.
    bea, _, _ = administrator(chromium, site, data, language, "security-administrator")
    bea.goto(f"{site}/admin/grants?lang={language}")
    look(bea, problems)
    bea.fill("#who", account)
    bea.select_option("#role", "staff")
    bea.select_option("#scope", "region")
    bea.fill("#place", "北京")
    bea.fill("#reason", REASON)
    bea.locator("#grant").get_by_role("button").click()
    assert bea.locator("#refused").is_visible() and bea.input_value("#who") == account
    bea.fill("#place", "1101")
    bea.locator("#grant").get_by_role("button").click()
    assert bea.locator("#done").is_visible()
    anna.goto(f"{site}/account?lang={language}")
    assert "1101" in anna.locator("#roles").inner_text()
    bea.locator("table tbody a").first.click()
    look(bea, problems)
    bea.fill("#reason", REASON)
    bea.locator("#revoke").get_by_role("button").click()
    assert bea.locator("#done").is_visible()
    anna.reload()
    assert "1101" not in anna.locator("#roles").inner_text()
    # The audit administrator reads who did and saw what, and nothing else.
    cato, _, _ = administrator(chromium, site, data, language, "audit-administrator")
    cato.goto(f"{site}/admin/audit?kind=disclosures&account={account}&lang={language}")
    text = cato.locator("table").inner_text()
    assert REASON in text and ada_account in text
    look(cato, problems)
    cato.goto(f"{site}/admin/audit?lang={language}")
    look(cato, problems)
    cato.locator("#verify").get_by_role("button").click()
    assert cato.locator("#done").is_visible()
    # The node has the key of the log, so signatures are checked too.
    for _ in range(60):
        if cato.locator("#result dl").count():
            break
        cato.wait_for_timeout(500)
        cato.reload()
    assert cato.locator("#faults").count() == 0
    assert ("没有发现问题" if language == "zh" else "Nothing is wrong") in cato.locator("#result").inner_text()
    look(cato, problems)
    for page, place in [(ada, "grants"), (ada, "audit"), (bea, "accounts"), (bea, "audit"), (cato, "accounts")]:
        assert page.goto(f"{site}/admin/{place}").status == 403, place
    assert problems == []
    # What is new is sealed at once, and all of it verifies beside the running node.
    assert huizhi("audit", "--data", data, "seal").returncode == 0
    verified = huizhi("audit", "--data", data, "verify", "--json")
    report = json.loads(verified.stdout)
    assert verified.returncode == 0 and report["sound"] and report["rows"] > 10, verified.stdout
    shown = huizhi("audit", "--data", data, "show", "--kind", "disclosures", "--account", account, "--csv").stdout
    assert shown.splitlines()[0].startswith("time,viewer,role") and REASON in shown
    assert PASSWORD not in shown
    # Of everybody nothing exact is shown, and whose details were shown reads that the operator looked.
    masked = huizhi("audit", "--data", data, "show", "--kind", "disclosures", "--csv").stdout
    assert account in masked and REASON not in masked and f"operator,,,{account},readAuditLog," in masked


@pytest.mark.parametrize("language", ["zh", "en"])
def test_a_platform_is_changed_and_what_goes_is_asked_about_first(chromium, site, data, language):
    en, problems = language == "en", []
    old, new = "https://platform.example/old", "https://platform.example/new"
    added = huizhi("clients", "--data", data, "add", "--name-zh", "示例平台", "--name-en", "Sample", "--redirect", old,
                   "--reason", REASON, "--json")
    client = json.loads(added.stdout)["client_id"]
    ada, _, _ = administrator(chromium, site, data, language, "system-administrator")
    ada.goto(f"{site}/admin/clients/{client}?lang={language}")
    look(ada, problems)
    assert ada.locator("#redirect").input_value() == old
    ada.fill("#redirect", new)
    ada.fill("#reason", REASON)
    ada.get_by_role("button", name="Save" if en else "保存修改", exact=True).click()
    assert old in ada.locator("#losses").inner_text() and ada.locator("#history").count() == 0
    ada.set_viewport_size({"width": 320, "height": 800})
    assert ada.evaluate("document.documentElement.scrollWidth") <= 320
    ada.get_by_role("button", name="Change it all the same" if en else "仍然修改").click()
    assert ada.locator("#done").is_visible() and new in ada.locator("#facts").inner_text()
    assert ada.locator("#history tbody tr").count() == 2
    look(ada, problems)
    # What the command line changes stands there too.
    changed = huizhi("clients", "--data", data, "change", client, "--redirect", old, "--redirect", new,
                     "--reason", REASON)
    assert changed.returncode == 0, changed.stderr
    ada.reload()
    assert ada.locator("#history tbody tr").count() == 3 and old in ada.locator("#facts").inner_text()
    assert problems == []
