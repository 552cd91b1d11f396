"""Drawings: from a document with pictures beside it to the page of its record, and what a reader does there."""
import struct
import tempfile

import pytest
from conftest import huizhi, serving, violations

RECORD = "/patent/CN2019900000016"
DOCUMENT = """<?xml version="1.0" encoding="utf-8"?>
<business:PatentDocumentAndRelated xmlns:base="b" xmlns:business="c" lang="zh" country="CN">
  <business:BibliographicData><business:ApplicationReference applType="10" dataFormat="original"><base:DocumentID>
    <base:WIPOST3Code>CN</base:WIPOST3Code><base:DocNumber>201990000001.6</base:DocNumber>
  </base:DocumentID></business:ApplicationReference><business:InventionTitle>示例支架</business:InventionTitle>
  </business:BibliographicData>
  <business:Abstract><base:Paragraphs>示例。</base:Paragraphs><business:AbstractFigure><base:Figure>
    <base:Image file="A.TIF" /></base:Figure></business:AbstractFigure></business:Abstract>
  <business:Description><base:Paragraphs>式<base:Image file="F.TIF" />。</base:Paragraphs></business:Description>
  <business:Drawings>
    <base:Figure><base:Image file="1.TIF" /></base:Figure><base:Figure><base:Image file="2.TIF" /></base:Figure>
    <base:Figure><base:Image file="3.TIF" /></base:Figure>
  </business:Drawings>
</business:PatentDocumentAndRelated>"""


def tiff(width, height):
    """A TIFF file of two tones, uncompressed, with stripes (TIFF 6.0, sections 2 and 3)."""
    row = (width + 7) // 8
    entries = [(256, 4, width), (257, 4, height), (258, 3, 1), (259, 3, 1), (262, 3, 0), (273, 4, 122), (277, 3, 1),
               (278, 4, height), (279, 4, row * height)]
    head = struct.pack("<2sHIH", b"II", 42, 8, len(entries))
    return head + b"".join(struct.pack("<HHII", tag, kind, 1, value) for tag, kind, value in entries) + bytes(4) \
        + b"\xf0" * (row * height)


@pytest.fixture(scope="module")
def drawn():
    """A node with one record whose third figure is missing."""
    with tempfile.TemporaryDirectory(prefix="huizhi-browser-") as folder:
        for name, size in {"A": (800, 600), "1": (2400, 1200), "2": (300, 1800), "F": (70, 57)}.items():
            with open(f"{folder}/{name}.TIF", "wb") as file:
                file.write(tiff(*size))
        with open(f"{folder}/d.xml", "w", encoding="utf-8") as file:
            file.write(DOCUMENT)
        done = huizhi("import", "--data", folder + "/data", folder + "/d.xml")
        assert done.returncode == 0, done.stderr
        assert "4 drawings kept, 1 left out" in done.stdout
        assert "3.TIF: no such file beside the document" in done.stdout
        with serving(folder + "/data") as address:
            yield address


def test_a_record_shows_its_drawings_and_each_opens(page, drawn):
    page.goto(drawn + RECORD)
    images = page.locator("#drawings .figures:not(.is-small) img")
    assert [image.get_attribute("alt") for image in images.all()] == ["摘要附图", "附图 1，共 3 幅", "附图 2，共 3 幅"]
    assert images.nth(1).get_attribute("width") == "2000" and images.nth(1).get_attribute("height") == "1000"
    page.get_by_role("link", name="附图 2，共 3 幅").click()
    assert page.url.startswith(drawn + RECORD + "/drawings/3-")


def test_pictures_come_and_nothing_jumps(plain, drawn):
    plain.goto(drawn + RECORD)
    box = "document.querySelector('#drawings').getBoundingClientRect().height"
    before = plain.evaluate(box)
    plain.locator("#drawings").scroll_into_view_if_needed()
    for image in plain.locator("#drawings .figures:not(.is-small) img").all():
        image.scroll_into_view_if_needed()
        plain.wait_for_function("image => image.complete && image.naturalWidth > 0", arg=image.element_handle())
    assert plain.evaluate(box) == before


def test_search_shows_the_leading_drawing(plain, drawn):
    plain.goto(drawn + "/search?view=pictures&q=示例支架")
    image = plain.locator(".card-picture img")
    assert image.get_attribute("src").startswith(RECORD + "/drawings/1-")
    plain.wait_for_function("image => image.naturalWidth == 800", arg=image.element_handle())


@pytest.mark.parametrize("place", [RECORD, "/search?view=pictures"])
def test_drawings_are_for_everybody(chromium, drawn, place):
    context = chromium.new_context(viewport={"width": 320, "height": 800})
    page = context.new_page()
    for language in ["zh", "en"]:
        page.goto(drawn + place + ("&" if "?" in place else "?") + "lang=" + language)
        assert page.evaluate("document.documentElement.scrollWidth") <= 320
        assert violations(page) == []
    context.close()
