"""What people do first: search, narrow, open a record, read it in English, go wrong and recover."""
import json
import re
import urllib.request

import pytest


def fetch(address):
    with urllib.request.urlopen(address, timeout=20) as answer:
        return json.load(answer)


def test_first_page_leads_to_a_record(page, site):
    page.goto(site + "/")
    assert "惠知" in page.title()
    page.fill("input[name=q]", "电池")
    page.press("input[name=q]", "Enter")
    page.wait_for_url("**/search?*")
    assert page.locator("mark").first.inner_text() == "电池"
    first = page.locator("ol.hit-list h3 a").first
    title = first.inner_text().replace("\u200b", "")
    first.click()
    assert title.strip() in page.locator("h1").inner_text().replace("\u200b", "")
    assert page.locator("text=示例").count() > 0


def test_doors_without_a_room_are_no_links(page, site):
    page.goto(site + "/")
    for name in "办证问数学":
        assert page.locator(f"header nav a:has-text('{name}')").count() == 0, f"{name} leads nowhere yet"
    assert page.locator("header").get_by_text("尚未开放").count() > 0


def test_a_facet_narrows_and_comes_off_again(page, site):
    page.goto(site + "/search?q=电池")
    before = fetch(site + "/search.json?q=%E7%94%B5%E6%B1%A0")["total"]
    page.locator("#facets section.facet a").first.click()
    assert re.search(r"f\.\w+=", page.url)
    narrowed = fetch(page.url.replace("/search?", "/search.json?"))["total"]
    assert 0 < narrowed <= before


def test_language_switch_keeps_the_place(page, site):
    page.goto(site + "/search?q=电池&sort=newest")
    page.locator("a[hreflang=en]").first.click()
    assert "lang=en" in page.url and "sort=newest" in page.url
    assert page.locator("html").get_attribute("lang") == "en"


def test_paging_goes_on_without_repeats(page, site):
    page.goto(site + "/search?q=示例&sort=newest")
    first = page.locator("ol.hit-list h3 a").evaluate_all("links => links.map(l => l.pathname)")
    before = page.url
    page.locator("nav.pages a[rel=next]").click()
    page.wait_for_url(lambda url: url != before)
    second = page.locator("ol.hit-list h3 a").evaluate_all("links => links.map(l => l.pathname)")
    assert first and second and not set(first) & set(second)


def test_a_broken_query_is_pointed_at_and_cured(page, site):
    answer = page.goto(site + "/search?q=(电池 AND")
    assert answer.status == 400
    assert page.locator("p.caret, pre.caret, .caret").count() > 0
    assert page.locator("input[name=q]").first.input_value() == "(电池 AND"


def test_nothing_found_offers_a_query_that_finds_something(page, site):
    page.goto(site + "/search?q=zzzzqqq")
    page.locator(".empty a", has_text="电池").first.click()
    assert page.locator("ol.hit-list h3 a").count() > 0


def test_a_record_says_what_comes_next_who_cites_it_and_is_taken_along(page, site):
    hits = fetch(site + "/search.json?in=patent&per=50&f.state=inForce&q=CT%3D*")["hits"]
    twins = [fetch(site + hit["url"] + ".json") for hit in hits]
    coming = [twin for twin in twins if "outlook" in twin and twin["outlook"]["steps"][0]["day"] >= twin["outlook"]["asOf"]]
    record = max(coming, key=lambda twin: sum(twin["citing"]["total"].values()))
    assert sum(record["citing"]["total"].values()) > 0
    page.goto(site + record["url"])
    # The next day to mind stands in the head and leads to the law.
    step = record["outlook"]["steps"][0]
    head = page.locator(".page-head")
    assert step["day"] in head.inner_text()
    head.locator("a[href='#legal']").click()
    assert step["day"] in page.locator("#legal").inner_text()
    # Dependent claims fold below their own, without scripts too.
    fold = page.locator("#claims details").first
    was_open = fold.get_attribute("open") is not None
    fold.locator("summary").click()
    assert (fold.get_attribute("open") is not None) != was_open
    with page.expect_download() as download:
        page.locator("aside a[href$='.ris']").click()
    assert download.value.suggested_filename == record["id"].split("/")[1] + ".ris"
    # Along a citation to another record and on.
    page.locator("#citations table").last.locator("a").first.click()
    assert page.url != site + record["url"] and page.locator("#citations").count() == 1


def test_unknown_record_is_a_page_of_ours(page, site):
    answer = page.goto(site + "/patent/CN0000000000000")
    assert answer.status == 404
    assert page.locator("header").count() == 1


def test_numbers_of_page_and_twin_agree(page, site):
    twin = fetch(site + "/search.json?q=%E6%9C%BA%E5%99%A8%E4%BA%BA")
    page.goto(site + "/search?q=机器人")
    tally = page.locator("#tally").inner_text().replace(",", "")
    assert str(twin["samples"]) in tally or str(twin["records"]) in tally


@pytest.mark.parametrize("choice", ["theme=dark", "theme=contrast", "size=large"])
def test_display_choice_is_kept_by_a_cookie(page, site, choice):
    page.goto(site + "/?" + choice)
    name, value = choice.split("=")
    assert page.locator("html").get_attribute("data-" + name) == value
    page.goto(site + "/search?q=电池")
    assert page.locator("html").get_attribute("data-" + name) == value
