"""Library software and feed readers, as they are published, ask a node."""
import json
import xml.etree.ElementTree

import feedparser
import pytest
import sruthi

QUERY = 'dc.title any "电池 系统"'


def ids(records):
    """The entry ids among the identifiers of each record."""
    found = []
    for record in records:
        identifiers = record["identifier"] if isinstance(record["identifier"], list) else [record["identifier"]]
        found += [text for text in identifiers if text.startswith(("patent/", "design/", "trademark/", "gi/", "layout/"))]
    return found


@pytest.mark.parametrize("version", ["1.1", "1.2"])
def test_sruthi_reads_every_record_of_a_search(serving, version):
    client = sruthi.Client(f"{serving.address}/sru", maximum_records=40, sru_version=version)
    records = client.searchretrieve(query=QUERY)
    total = json.loads(serving.get("/search.json?q=TI%3D%28%E7%94%B5%E6%B1%A0+OR+%E7%B3%BB%E7%BB%9F%29")[2])["total"]
    assert records.count == total > 120
    everything = ids(records)
    assert len(everything) == len(set(everything)) == total
    assert all(record["schema"] == "info:srw/schema/1/dc-v1.1" for record in records[:3])


@pytest.mark.parametrize("version", ["1.1", "1.2"])
def test_sruthi_reads_what_can_be_asked(serving, version):
    info = sruthi.Client(f"{serving.address}/sru", sru_version=version).explain()
    assert info["server"]["port"] == serving.port and info["server"]["host"] == "127.0.0.1"
    assert "title" in info["index"]["dc"] and "ipc" in info["index"]["huizhi"]
    assert list(info["schema"]) == ["dc"]


def test_sruthi_is_told_what_cannot_be_asked(serving):
    with pytest.raises(sruthi.errors.SruError) as refusal:
        sruthi.Client(f"{serving.address}/sru").searchretrieve(query="dc.nothing = a").count
    assert "16" in str(refusal.value) or "nothing" in str(refusal.value)


def test_feedparser_finds_nothing_wrong_with_a_feed(serving):
    seen, address = [], f"{serving.address}/search.atom?q=%E7%94%B5%E6%B1%A0&per=50&lang=en"
    total = None
    while address:
        feed = feedparser.parse(address)
        assert not feed.bozo, feed.get("bozo_exception")
        assert feed.version == "atom10" and feed.feed.title == "Huizhi · 电池" and feed.feed.updated_parsed
        total = int(feed.feed.os_totalresults)
        for entry in feed.entries:
            assert entry.title and entry.updated_parsed and entry.summary and entry.link.startswith(serving.address)
        seen += [entry.id for entry in feed.entries]
        address = next((link.href for link in feed.feed.links if link.rel == "next"), None)
    assert len(seen) == len(set(seen)) == total > 100


def test_a_browser_learns_how_to_search_here(serving):
    status, headers, body = serving.get("/opensearch.xml")
    assert status == 200 and headers["Content-Type"].startswith("application/opensearchdescription+xml")
    root = xml.etree.ElementTree.fromstring(body)
    space = "{http://a9.com/-/spec/opensearch/1.1/}"
    templates = {url.get("type"): url.get("template") for url in root.iter(space + "Url")}
    address = templates["text/html"].replace("{searchTerms}", "%E7%94%B5%E6%B1%A0").replace("{startPage?}", "2")
    assert address.startswith(serving.address)
    assert serving.get(address[len(serving.address):])[0] == 200
