"""Declared registers: an officer adds an outlet, a second one approves, everybody sees it; every page for everybody."""
import json
import uuid

import pytest

from conftest import ROOT, huizhi
from test_admin import administrator, look

WORDS = {
    "zh": {"add": "添加机构或网点", "new": "添加一条", "propose": "提交，等待批准", "waiting": "待批准的修改", "approve": "批准", "said": "已批准",
           "edit": "修改这一条", "history": "修改记录", "wrong": "有 4 处需要改", "proposed": "等另一位工作人员批准", "open": "正在开门", "idle": "现在不对外服务", "before": "原来"},
    "en": {"add": "Add: institution or outlet", "new": "Add an entry", "propose": "Propose", "waiting": "Changes that wait for approval", "approve": "Approve",
           "said": "It is approved", "edit": "Change this entry", "history": "Its history", "wrong": "4 things to correct",
           "proposed": "Somebody else has to approve it", "open": "Open now", "idle": "does not serve the public now", "before": "Before"},
}


@pytest.fixture(scope="module")
def declared(data, site):
    """The registers that come with the program, published in the running node."""
    made = huizhi("definitions", "--data", data, "publish", str(ROOT / "Definitions"))
    assert made.returncode == 0, made.stderr
    return site


def officer(chromium, site, data, language, width, scripts, where=("--nation",)):
    """Somebody who keeps registers, everywhere or where the options say, in a browser of a given width."""
    page, _, _ = administrator(chromium, site, data, language, "staff", where)
    context = chromium.new_context(storage_state=page.context.storage_state(), java_script_enabled=scripts,
                                   viewport={"width": width, "height": 900})
    return context.new_page()


@pytest.mark.parametrize("language,width,scripts", [("zh", 375, True), ("en", 1280, False)])
def test_one_adds_an_outlet_another_approves_and_everybody_sees_it(chromium, declared, data, language, width, scripts):
    site, words, problems = declared, WORDS[language], []
    anna = officer(chromium, site, data, language, width, scripts)
    bert = officer(chromium, site, data, language, width, scripts)
    name = "示例网点 " + uuid.uuid4().hex[:8]
    anna.goto(f"{site}/registers?lang={language}")
    look(anna, problems)
    anna.locator("main").get_by_role("link", name="机构和网点名录" if language == "zh" else "Institutions and outlets").click()
    look(anna, problems)
    anna.get_by_role("link", name=words["new"]).click()
    assert words["add"] in anna.locator("h1").inner_text()
    look(anna, problems)
    # What is wrong stands above, with links to the fields; what was typed stays.
    anna.locator('[id="f.name"]').fill(name)
    anna.locator('[id="f.region"]').fill("火星")
    anna.locator('[id="f.hours"]').fill("always")
    anna.get_by_role("button", name=words["propose"]).click()
    assert words["wrong"] in anna.locator("#errors h2").inner_text()
    anna.locator("#errors a").filter(has_text="火星").click()
    assert anna.url.endswith("#f.region")
    assert anna.locator('[id="f.name"]').input_value() == name
    look(anna, problems)
    anna.locator('[id="f.kind"]').select_option("window")
    anna.locator('[id="f.level"]').select_option(index=1)
    anna.locator('[id="f.region"]').fill("西安市" if language == "zh" else "610100")
    anna.locator('[id="f.address.text"]').fill("示例路 1 号")
    anna.locator('[id="f.hours"]').fill("Mo-Su 00:00-24:00")
    anna.locator('[id="note"]').fill("示例：新设")
    anna.get_by_role("button", name=words["propose"]).click()
    assert words["proposed"] in anna.locator("#done").inner_text()
    assert anna.get_by_role("button", name=words["approve"], exact=True).count() == 0
    look(anna, problems)
    # The second one finds it at the register.
    bert.goto(f"{site}/registers/institution?lang={language}")
    bert.get_by_role("link", name=words["waiting"]).click()
    look(bert, problems)
    bert.get_by_role("link", name=name).click()
    assert "示例：新设" in bert.locator("main").inner_text()
    look(bert, problems)
    bert.get_by_role("button", name=words["approve"], exact=True).click()
    assert words["said"] in bert.locator("#done").inner_text()
    look(bert, problems)
    # Everybody sees it; while it is only planned nothing says that it is open, around the clock though its hours are.
    reader = chromium.new_context(java_script_enabled=scripts, viewport={"width": width, "height": 900}).new_page()
    reader.goto(bert.url.split("?")[0] + f"?lang={language}")
    said = reader.locator("main").inner_text()
    assert reader.locator("h1").inner_text().startswith(name) and "示例路 1 号" in said and "00:00–24:00" in said
    assert words["open"] not in said and words["idle"] in reader.locator("#visit-open").inner_text()
    assert reader.get_by_role("link", name=words["edit"]).count() == 0
    look(reader, problems)
    reader.get_by_role("link", name=words["history"]).click()
    assert words["before"] in reader.locator("main").inner_text()
    look(reader, problems)
    assert problems == []


FIGURE = {
    "zh": {"propose": "提交，等待批准", "approve": "批准", "edit": "修改这一条", "running": "运行", "rows": "组成这个数的记录"},
    "en": {"propose": "Propose", "approve": "Approve", "edit": "Change this entry", "running": "running",
           "rows": "The entries behind the figure"},
}


@pytest.mark.parametrize("language,width,scripts", [("zh", 1280, True), ("en", 375, False)])
def test_an_outlet_of_a_provincial_officer_moves_the_figure(chromium, declared, data, language, width, scripts):
    site, words, problems, shaanxi = declared, FIGURE[language], [], ("--region", "61")
    anna = officer(chromium, site, data, language, width, scripts, shaanxi)
    bert = officer(chromium, site, data, language, width, scripts, shaanxi)
    reader = chromium.new_context(java_script_enabled=scripts, viewport={"width": width, "height": 900}).new_page()
    figure = f"{site}/figures/key-outlets"

    def count(region="610000"):
        return json.loads(reader.request.get(f"{figure}.json?in={region}").text())["figure"]["value"]["count"]

    before, name = count(), "示例中心 " + uuid.uuid4().hex[:8]
    anna.goto(f"{site}/registers/institution/new?lang={language}")
    anna.locator('[id="f.name"]').fill(name)
    anna.locator('[id="f.kind"]').select_option("tisc")
    anna.locator('[id="f.level"]').select_option("national")
    anna.locator('[id="f.body.name"]').fill("示例大学 " + name)
    # Sichuan is not hers.
    anna.locator('[id="f.region"]').fill("510100")
    anna.get_by_role("button", name=words["propose"]).click()
    assert anna.locator("#done").count() == 0 and "/proposals/" not in anna.url
    look(anna, problems)
    if anna.locator('[id="f.region"]').count() == 0:
        anna.go_back()
    assert anna.locator('[id="f.name"]').input_value() == name
    anna.locator('[id="f.region"]').fill("610100")
    anna.get_by_role("button", name=words["propose"]).click()
    entry = approved(anna, bert, words)
    # Planned is not at work yet, so that nothing counts.
    assert count() == before
    anna.goto(entry)
    anna.get_by_role("link", name=words["edit"]).click()
    anna.locator('[id="f.state"]').select_option("running")
    anna.get_by_role("button", name=words["propose"]).click()
    assert approved(anna, bert, words) == entry
    for _ in range(50):  # A figure is counted again after it has rested.
        if count() == before + 1:
            break
        reader.wait_for_timeout(200)
    assert count() == before + 1 and count("610100") >= 1
    # Everybody finds it among the rows of the figure, and from there its page.
    reader.goto(f"{figure}?in=610000&lang={language}")
    assert words["rows"] in reader.locator("#rows").inner_text()
    look(reader, problems)
    reader.locator("#rows").get_by_role("link", name=name).click()
    assert reader.url.split("?")[0] == entry.split("?")[0]
    # Also at the end of this month, which is now.
    month = reader.evaluate("new Date(Date.now() + 8 * 3600e3).toISOString().slice(0, 7)") if scripts else None
    if month:
        reader.goto(f"{figure}?in=610000&month={month}")
        assert name in reader.locator("#rows").inner_text() and month in reader.locator("#month").inner_text()
        look(reader, problems)
    assert problems == []


def approved(author, other, words):
    """Lets somebody else approve what the author's page says is waiting; the address of the entry."""
    assert author.locator("#done").count() == 1 and "/proposals/" in author.url
    other.goto(author.url.replace("?done=", "?was="))
    other.get_by_role("button", name=words["approve"], exact=True).click()
    assert other.locator("#done").count() == 1
    return other.url.split("?")[0] + ("?lang=en" if "lang=en" in other.url else "")


TABLE_WORDS = {
    "zh": {"table": "导入表格", "try": "试一遍，不保存", "wrong": "有 1 处需要改", "send": "提交 1 条，等待批准", "proposed": "等另一位工作人员批准",
           "keep": "保存草稿", "kept": "草稿已保存", "drop": "删除草稿", "dropped": "草稿已删除"},
    "en": {"table": "Take a table in", "try": "Try it, store nothing", "wrong": "1 thing to correct", "send": "Propose 1 change",
           "proposed": "Somebody else has to approve it", "keep": "Keep as a draft", "kept": "The draft is kept", "drop": "Delete draft",
           "dropped": "The draft is deleted"},
}


@pytest.mark.parametrize("language,width,scripts", [("zh", 375, False), ("en", 1280, True)])
def test_an_officer_tries_a_table_and_sends_it_and_keeps_a_draft(chromium, declared, data, tmp_path, language, width, scripts):
    site, words, problems = declared, TABLE_WORDS[language], []
    anna = officer(chromium, site, data, language, width, scripts)
    name = "示例导入网点 " + uuid.uuid4().hex[:8]
    head = "name,kind,level,region,location,address,hours\n"
    row = f'{name},window,province,%s,"34.26,108.94",示例路 1 号,Mo-Fr 09:00-17:00\n'
    anna.goto(f"{site}/registers/institution?lang={language}")
    anna.get_by_role("link", name=words["table"]).click()
    look(anna, problems)
    wrong = tmp_path / "wrong.csv"
    wrong.write_text(head + row % "火星", encoding="utf-8")
    anna.set_input_files("#file", str(wrong))
    anna.get_by_role("button", name=words["try"]).click()
    assert words["wrong"] in anna.locator("#problems").inner_text() and "D2" in anna.locator("#trial").inner_text()
    look(anna, problems)
    right = tmp_path / "right.csv"
    right.write_text(head + row % "610100", encoding="utf-8")
    anna.set_input_files("#file", str(right))
    anna.get_by_role("button", name=words["try"]).click()
    assert name in anna.locator("#trial").inner_text()
    look(anna, problems)
    # The second step needs no file.
    anna.get_by_role("button", name=words["send"]).click()
    assert words["proposed"] in anna.locator("#done").inner_text() and name in anna.locator("main").inner_text()
    look(anna, problems)
    # A draft is there again when the form is opened, and is listed at the account.
    anna.goto(f"{site}/registers/institution/new?lang={language}")
    anna.locator('[id="f.name"]').fill(name + "乙")
    anna.get_by_role("button", name=words["keep"]).click()
    assert words["kept"] in anna.locator("#done").inner_text()
    assert anna.locator('[id="f.name"]').input_value() == name + "乙"
    look(anna, problems)
    anna.goto(f"{site}/account?lang={language}")
    look(anna, problems)
    anna.locator("#drafts").get_by_role("link", name=name).click()
    assert anna.locator('[id="f.name"]').input_value() == name + "乙"
    anna.goto(f"{site}/registers/institution?lang={language}")
    look(anna, problems)
    anna.locator("#drafts").get_by_role("button", name=words["drop"]).click()
    assert words["dropped"] in anna.locator("#done").inner_text() and anna.locator("#drafts").count() == 0
    assert problems == []


@pytest.fixture(scope="module")
def listed(declared, data, tmp_path_factory):
    """Institutions with places, taken in as examples and indexed by the running node."""
    table = tmp_path_factory.mktemp("listed") / "outlets.csv"
    rows = ["name,kind,level,region,location,address,hours"]
    for number, (region, place) in enumerate([("610100", '"34.26,108.94"'), ("610300", '"34.36,107.24"'), ("510100", '"30.66,104.06"')]):
        rows.append(f"示例列表网点{number},window,province,{region},{place},示例路 1 号,Mo-Fr 09:00-17:00")
    table.write_text("\n".join(rows) + "\n", encoding="utf-8")
    made = huizhi("entries", "--data", data, "import", "institution", str(table), "--samples")
    assert made.returncode == 0, made.stdout + made.stderr
    return declared


@pytest.mark.parametrize("width,scripts", [(375, True), (1280, False)])
def test_a_list_is_looked_at_as_places_narrowed_kept_and_taken_along(chromium, listed, width, scripts):
    site, problems = listed, []
    context = chromium.new_context(java_script_enabled=scripts, viewport={"width": width, "height": 900}, accept_downloads=True)
    page = context.new_page()
    page.goto(f"{site}/registers/institution?q=示例列表网点")
    page.locator(".hits").wait_for()
    for _ in range(50):  # The index follows the log twice a second.
        if page.locator(".hits table").count():
            break
        page.wait_for_timeout(200)
        page.reload()
    page.get_by_role("link", name="看地点分布").click()
    assert "示意图，非地图" in page.locator("main").inner_text()
    look(page, problems)
    assert page.locator(".scatter circle").count() == 3
    # A tile leads to what lies there, and so does the table beneath it.
    page.locator(".tilemap summary").click()
    page.locator(".tilemap table").get_by_role("link", name="陕西").click()
    assert page.locator(".scatter circle").count() == 2 and "in=610000" in page.url
    look(page, problems)
    page.locator(".scatter svg a").first.click()
    assert "/registers/institution/" in page.url
    page.go_back()
    with page.expect_download() as taken:
        page.get_by_role("link", name="XLSX 工作簿").click()
    assert taken.value.suggested_filename == "institution.xlsx"
    assert (taken.value.path()).read_bytes()[:2] == b"PK"
    if scripts:
        page.get_by_role("button", name="保存这个视图").click()
        page.goto(f"{site}/kept")
        look(page, problems)
        page.locator("#kept").get_by_role("button", name="打开", exact=True).click()
        assert "/registers/institution?" in page.url and "in=610000" in page.url
        assert page.get_by_role("button", name="保存这个视图").get_attribute("aria-pressed") == "true"
    assert problems == []
    context.close()


def test_lists_and_entries_go_on_paper_without_what_one_clicks(chromium, listed, tmp_path):
    context = chromium.new_context()
    page = context.new_page()
    page.goto(f"{listed}/registers/institution?q=示例列表网点")
    for _ in range(50):  # The index follows the log twice a second.
        if page.locator(".hits table").count():
            break
        page.wait_for_timeout(200)
        page.reload()
    # A4 with its margins.
    page.set_viewport_size({"width": 718, "height": 1000})
    page.emulate_media(media="print")
    table = page.locator(".hits table")
    assert table.locator("thead th").first.is_visible() and table.locator("tbody tr").count() == 3
    # A row is a row on paper, not a group as on a phone.
    assert page.evaluate("getComputedStyle(document.querySelector('.hits tbody tr')).display") == "table-row"
    for gone in (".facets", "form[role=search]", "#files", "#fields", ".doors", ".keep"):
        assert page.locator(gone).count() == 0 or not page.locator(gone).first.is_visible(), gone
    table.get_by_role("link").first.evaluate("a => location.assign(a.href)")
    page.wait_for_url("**/registers/institution/*")
    assert page.locator("h1").is_visible() and page.locator("#facts").is_visible()
    assert not page.locator("aside .screen-only").first.is_visible()
    assert page.evaluate("document.documentElement.scrollWidth") <= 718
    paper = tmp_path / "entry.pdf"
    page.pdf(path=str(paper), format="A4")
    assert paper.read_bytes()[:5] == b"%PDF-"
    context.close()
