"""A visitor finds the nearest place that can help and is open now; its page, and its poster on one sheet. Every place is invented (示例)."""
import io
import json
import os
import re
import subprocess
import time
import urllib.error
import urllib.request

import pytest
import zxingcpp
from PIL import Image

from conftest import BINARY, ROOT, huizhi, violations

WORDS = {
    "zh": {"door": "服务网点", "where": "在哪里", "need": "可提供的服务", "go": "查找", "only": "只看现在开门的", "open": "正在开门", "locate": "用我现在的位置",
           "near": "离您的距离", "map": "用地图打开", "poster": "打印海报", "wrong": "没有这个地名", "widened": "已扩大到：陕西省西安市", "order": "从陕西省西安市的中心算起",
           "questions": ["什么时候开门", "在哪里，怎么去", "能办什么", "怎么预约", "无障碍设施", "电话和网站", "其他信息"]},
    "en": {"door": "Network", "where": "Where", "need": "What it offers", "go": "Find", "only": "Only what is open now", "open": "Open now",
           "locate": "Use my location", "near": "nearest to you", "map": "Open in a map", "poster": "A poster to print", "wrong": "There is no such place",
           "widened": "so this is: 西安市, Shaanxi", "order": "nearest to the middle of 西安市",
           "questions": ["When it is open", "Where it is and how to get there", "What it offers", "How to book", "Accessibility", "Telephone and site", "More about it"]},
}
PLACES = """name,kind,level,region,state,location.latitude,location.longitude,hours,services,fields,accessibility,address,phone,website,directions,booking
示例钟楼知识产权服务窗口,window,prefecture,610100,running,34.2610,108.9420,Mo-Su 00:00-24:00; PH 00:00-24:00,consult;accept,patent;trademark,ramp;lift,示例路 1 号,029-0000 0000,https://a.example/,地铁示例站 B 口,提前一天打电话
示例白天中心,comprehensive,prefecture,610100,running,34.3000,108.9400,Mo 00:00-00:01,consult,patent,,示例路 2 号,,,,
示例大学中心,university,prefecture,610100,running,34.2000,108.9000,Mo-Su 00:00-24:00; PH 00:00-24:00,search,patent,,示例路 3 号,,,,
示例宝鸡窗口,window,prefecture,610300,running,34.3600,107.2400,Mo-Su 00:00-24:00; PH 00:00-24:00,consult,patent,,示例路 4 号,,,,
示例拟设窗口,window,prefecture,610100,planned,34.2600,108.9400,Mo-Su 00:00-24:00; PH 00:00-24:00,consult,patent,,示例路 5 号,,,,
"""


@pytest.fixture(scope="module")
def network(tmp_path_factory):
    """A node with five invented places, and coordinates of one prefecture; its address and what it logged."""
    folder = tmp_path_factory.mktemp("network")
    data = str(folder / "data")
    for made in (huizhi("sample", "--data", data, "--count", "10", "--seed", "1"),
                 huizhi("definitions", "--data", data, "publish", str(ROOT / "Definitions"))):
        assert made.returncode == 0, made.stderr
    rows = PLACES.splitlines()
    head = rows[0] + ",comprehensive,body.name"
    table = "\n".join([head] + [row + (",yes,示例单位" if ",comprehensive," in row else ",,示例单位") for row in rows[1:]]) + "\n"
    (folder / "places.csv").write_text(table, encoding="utf-8")
    (folder / "points.csv").write_text(
        "name,region,location.latitude,location.longitude,source,licence\n西安市,610100,34.2600,108.9400,示例来源,示例许可\n", encoding="utf-8")
    for register, file in (("institution", "places.csv"), ("region-point", "points.csv")):
        made = huizhi("entries", "--data", data, "import", register, str(folder / file))
        assert made.returncode == 0, made.stderr + made.stdout
    log = folder / "log"
    with log.open("w") as out:
        process = subprocess.Popen([str(BINARY), "serve", "--data", data, "--port", "0"], cwd=ROOT, stdout=out, stderr=subprocess.STDOUT,
                                   env={**os.environ, "HUIZHI_LOG_LEVEL": "debug"})
        address = None
        for _ in range(300):
            found = re.search(r"http://127\.0\.0\.1:\d+", log.read_text(errors="replace"))
            if found:
                address = found.group(0)
                break
            try:
                process.wait(0.1)
            except subprocess.TimeoutExpired:
                continue
        assert address, log.read_text(errors="replace")
        for _ in range(100):
            try:
                with urllib.request.urlopen(address + "/network.json", timeout=20) as answer:
                    if json.load(answer)["total"] == 4:
                        break
            except urllib.error.HTTPError:
                pass
            time.sleep(0.1)
        yield address, log
        process.terminate()
        assert process.wait(timeout=15) == 0


def phone(chromium, **options):
    return chromium.new_context(viewport={"width": 375, "height": 812}, **options).new_page()


def look(page, problems):
    """Axe, and nothing to scroll sideways, here and on the narrowest screen."""
    problems += [f"{page.url}: {found}" for found in violations(page)]
    size = page.viewport_size
    for width in (size["width"], 320):
        page.set_viewport_size({"width": width, "height": size["height"]})
        if page.evaluate("document.documentElement.scrollWidth") > width:
            problems.append(f"{page.url} scrolls sideways at {width}")
    page.set_viewport_size(size)


def titles(page):
    return [title.inner_text().replace("\n", " ").strip() for title in page.locator(".places h3").all()]


@pytest.mark.parametrize("scripts", [True, False], ids=["scripts", "no-scripts"])
@pytest.mark.parametrize("language", ["zh", "en"])
def test_somebody_writes_where_they_are_and_finds_what_is_open(chromium, network, language, scripts):
    (site, _), say = network, WORDS[language]
    page = phone(chromium, java_script_enabled=scripts)
    page.goto(site + f"/?lang={language}")
    page.locator("main").get_by_role("link", name=say["door"], exact=False).first.click()
    assert page.url.startswith(site + "/network")
    page.wait_for_load_state()
    assert page.locator("[data-locate]").is_visible() == scripts
    page.get_by_label(say["where"], exact=True).fill("西安")
    page.get_by_label(say["need"], exact=True).select_option("services:consult")
    page.get_by_label(say["only"]).check()
    page.get_by_role("button", name=say["go"], exact=True).last.click()
    assert titles(page) == ["示例钟楼知识产权服务窗口"]
    said = page.locator("#results").inner_text()
    assert say["open"] in said and say["order"] in said and "示例许可" in said
    assert page.locator(".place a[href^='tel:']").get_attribute("href") == "tel:02900000000"
    assert page.locator(".place a[href^='geo:']").count() == 1
    # What was asked stays, and a county without a place is widened.
    assert page.get_by_label(say["only"]).is_checked()
    page.get_by_label(say["where"], exact=True).fill("610113")
    page.get_by_role("button", name=say["go"], exact=True).last.click()
    assert say["widened"] in page.locator("#results").inner_text()
    page.get_by_label(say["where"], exact=True).fill("火星")
    page.get_by_role("button", name=say["go"], exact=True).last.click()
    assert say["wrong"] in page.locator("#refused").inner_text()


@pytest.mark.parametrize("language", ["zh", "en"])
def test_the_browser_says_where_it_is_and_the_log_never_does(chromium, network, language):
    (site, log), say, problems = network, WORDS[language], []
    page = phone(chromium, geolocation={"latitude": 34.2601234, "longitude": 108.9401234}, permissions=["geolocation"])
    page.goto(f"{site}/network?lang={language}")
    look(page, problems)
    page.get_by_role("button", name=say["locate"]).click()
    page.wait_for_url("**at=34.260%2C108.940*")
    page.wait_for_load_state()
    assert say["near"] in page.locator("#results").inner_text()
    assert titles(page) == ["示例钟楼知识产权服务窗口", "示例白天中心", "示例大学中心", "示例宝鸡窗口"]
    look(page, problems)
    assert problems == []
    page.locator(".places a").first.click()
    page.wait_for_selector("#visit-open")
    assert "/registers/institution/" in page.url and "34.260" not in page.url
    logged = log.read_text(errors="replace")
    assert "request" in logged and "34.26" not in logged and "108.94" not in logged


def test_where_the_browser_does_not_say_where_it_is_one_is_told_to_write_it(chromium, network):
    page = phone(chromium, permissions=[])
    page.goto(network[0] + "/network")
    page.get_by_role("button", name="用我现在的位置").click()
    page.wait_for_function("document.getElementById('located').textContent.includes('请改写地名')")
    assert page.evaluate("document.activeElement.id") == "in"


@pytest.mark.parametrize("language,width", [("zh", 375), ("en", 1280)])
def test_a_place_answers_a_visitor_in_order_and_its_poster_is_one_sheet_with_a_code(chromium, network, language, width):
    (site, _), say, problems = network, WORDS[language], []
    page = chromium.new_context(viewport={"width": width, "height": 900}).new_page()
    page.goto(f"{site}/network?in=610100&f=services:accept&lang={language}")
    page.locator(".places a").first.click()
    heads = [head.inner_text() for head in page.locator(".side > div > section > h2").all()]
    assert heads == say["questions"]
    assert page.locator("#near a").count() == 3 and say["open"] in page.locator("#visit-open").inner_text()
    look(page, problems)
    entry = page.url
    page.get_by_role("link", name=say["poster"]).click()
    assert "示例路 1 号" in page.locator(".poster").inner_text()
    look(page, problems)
    assert problems == []
    assert len(re.findall(rb"/Type\s*/Page\b(?!s)", page.pdf(format="A4"))) == 1
    page.emulate_media(media="print")
    code = zxingcpp.read_barcode(Image.open(io.BytesIO(page.locator(".poster").screenshot())))
    assert code is not None and code.text == entry.split("#")[0]


def test_the_keyboard_alone_finds_a_place(chromium, network):
    page = phone(chromium)
    page.goto(network[0] + "/network")
    page.get_by_label("在哪里", exact=True).focus()
    page.keyboard.type("宝鸡")
    page.keyboard.press("Enter")
    page.wait_for_selector(".places")
    assert titles(page) == ["示例宝鸡窗口"]
    for _ in range(60):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.closest('.places') !== null"):
            break
    page.keyboard.press("Enter")
    page.wait_for_selector("#visit-open")
