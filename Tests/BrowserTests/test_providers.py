"""A person links the account of a provider that others wrote, signs in by it and unlinks it, in a browser."""
import json
import os
import uuid

import pytest

# The provider speaks plain HTTP on this machine.
os.environ["AUTHLIB_INSECURE_TRANSPORT"] = "1"
import oidc_provider_mock  # noqa: E402

from conftest import huizhi, serving, violations  # noqa: E402
from test_account import PASSWORD, WORDS, make, open_page, sign_in  # noqa: E402

SAID = {
    "zh": {"link": "关联示例平台的账号", "linked": "已关联", "in": "用示例平台的账号登录", "unlink": "解除示例平台", "unlinked": "已解除关联",
           "unknown": "还没有关联本站的账号"},
    "en": {"link": "Link an account of Sample platform", "linked": "Linked.", "in": "Sign in with Sample platform",
           "unlink": "Unlink Sample platform", "unlinked": "Unlinked",
           "unknown": "is not linked with an account here"},
}


@pytest.fixture(scope="module")
def place(tmp_path_factory):
    """A node with samples and a provider from PyPI."""
    folder = tmp_path_factory.mktemp("providers")
    assert huizhi("sample", "--data", str(folder / "d"), "--count", "5").returncode == 0
    with oidc_provider_mock.run_server_in_thread() as provider:
        file, secret = folder / "providers.json", folder / "secret"
        secret.write_text("s\n")
        file.write_text(json.dumps([{
            "id": "sample", "name": {"zh": "示例平台", "en": "Sample platform"}, "client_id": "c",
            "secret_file": str(secret), "issuer": f"http://localhost:{provider.server_port}"}]))
        settings = {"HUIZHI_SIGN_IN_PROVIDERS": str(file), "HUIZHI_PRIVATE_PLATFORMS": "yes"}
        with serving(str(folder / "d"), **settings) as address:
            yield address


def check(page, scripts):
    """Axe finds nothing, and at 320 pixels nothing scrolls sideways."""
    if not scripts:
        return
    assert violations(page) == []
    page.set_viewport_size({"width": 320, "height": 800})
    assert page.evaluate("document.documentElement.scrollWidth") == 320
    page.set_viewport_size({"width": 1280, "height": 900})


@pytest.mark.parametrize("scripts", [True, False], ids=["scripts", "no-scripts"])
@pytest.mark.parametrize("language", ["zh", "en"])
def test_somebody_links_a_provider_signs_in_by_it_and_unlinks_it(chromium, place, language, scripts):
    words, said = WORDS[language], SAID[language]
    email, there = f"{uuid.uuid4().hex}@example.cn", uuid.uuid4().hex
    page = open_page(chromium, scripts)
    blocked = []
    page.on("console", lambda message: blocked.append(message.text) if "form-action" in message.text else None)

    def authorize():
        page.fill("input[name=sub]", there)
        page.get_by_role("button", name="Authorize", exact=True).click()

    make(page, place, language, email, words)
    page.locator("a[href^='/account/providers']").click()
    check(page, scripts)
    page.get_by_role("button", name=said["link"]).click()
    authorize()
    assert said["linked"] in page.locator("#done").inner_text()
    check(page, scripts)

    page.context.clear_cookies()
    page.goto(f"{place}/account/sign-in?lang={language}")
    check(page, scripts)
    page.get_by_role("button", name=said["in"]).click()
    authorize()
    assert email in page.locator("#who").inner_text()

    # Unlinking is grave: the password comes first.
    page.goto(f"{place}/account/providers?lang={language}")
    assert page.get_by_role("button", name=said["unlink"]).count() == 0
    page.locator("#remove a").click()
    page.fill("#password", PASSWORD)
    page.get_by_role("button", name=words["confirm"], exact=True).click()
    page.get_by_role("button", name=said["unlink"]).click()
    assert said["unlinked"] in page.locator("#done").inner_text()

    # From then on the account there is nobody's; who signs in once more, here and there, links it again.
    page.context.clear_cookies()
    page.goto(f"{place}/account/sign-in?lang={language}")
    page.get_by_role("button", name=said["in"]).click()
    authorize()
    assert "prompt=login" in page.url
    authorize()
    assert said["unknown"] in page.locator("main").inner_text()
    assert there[:12] + "…" in page.locator("main").inner_text()
    check(page, scripts)
    sign_in(page, email, words)
    assert said["linked"] in page.locator("#done").inner_text()
    assert blocked == []
    page.context.close()
