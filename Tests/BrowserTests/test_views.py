"""Tables, what is left out, a search within, and records side by side; with scripts and without."""
import json
import urllib.parse
import urllib.request


def total(site, page):
    query = urllib.parse.urlparse(page.url).query
    with urllib.request.urlopen(f"{site}/search.json?{query}", timeout=20) as answer:
        return json.load(answer)["total"]


def test_a_table_has_the_columns_that_are_chosen(page, site):
    page.goto(site + "/search?q=电池&lang=en")
    page.get_by_role("link", name="Table", exact=True).click()
    assert page.locator(".table-hits thead th").all_inner_texts()[0] == "Number"
    page.get_by_text("Choose columns and their order").click()
    page.get_by_label("Column 1", exact=True).select_option(label="Filed")
    page.get_by_label("Column 3", exact=True).select_option(label="None")
    page.get_by_role("button", name="Show these columns").click()
    heads = page.locator(".table-hits thead th")
    assert [text.split(":")[0].strip() for text in heads.all_inner_texts()] == [
        "Filed", "Title", "Date", "Main class", "Legal status"]
    heads.first.locator("a").click()
    assert "sort=filedLast" in page.url and heads.first.get_attribute("aria-sort") == "descending"
    assert total(site, page) > 0


def test_a_value_is_left_out_and_taken_back(page, site):
    page.goto(site + "/search?q=电池&lang=en")
    before = total(site, page)
    page.locator("#facets .facet-x").first.click()
    assert "x." in page.url and 0 < total(site, page) < before
    page.locator(".term.is-not .term-x").click()
    assert total(site, page) == before


def test_a_search_within_asks_for_both(page, site):
    page.goto(site + "/search?q=电池&lang=en")
    before = total(site, page)
    page.fill("#within", "方法")
    page.press("#within", "Enter")
    assert page.input_value("#q") == "电池 AND 方法" and 0 < total(site, page) < before


def test_hits_are_ticked_and_compared(page, site):
    page.goto(site + "/search?q=电池&in=patent&lang=en")
    boxes = page.locator("input[name=record]")
    for index in range(3):
        boxes.nth(index).check()
    page.get_by_role("button", name="Compare those ticked").click()
    assert page.locator(".table-side thead a").count() == 3
    page.locator(".term-x").first.click()
    assert page.locator(".table-side thead a").count() == 2
    page.get_by_label("Add one").fill("CN404")
    page.get_by_role("button", name="Add").click()
    assert page.get_by_text("CN404 was not found").count() == 1
    assert page.locator(".table-side thead a").count() == 2
