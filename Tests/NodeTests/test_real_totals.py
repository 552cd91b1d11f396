"""Totals over real Chinese and English patents beside those of SQLite's FTS5.

Runs with HUIZHI_LONG=1 where the folder of real data stands beside the project. The other engine gets what the export
holds: Chinese as trigrams, which find any three characters or more, English as words.
"""
import csv
import json
import os
import random
import re
import sqlite3
import unicodedata
import urllib.parse

import pytest

import nodes

DATA = nodes.ROOT.parent / "shared/data/patents"
CHINESE = ("cn-7384/cn-7384.jsonl", "kppatent-zh")
# A list of PATENTSCOPE, for which the product has no reader; numbers and titles are all that is taken of it.
ENGLISH = "patent-analytics-csv/pizza_medium.csv"
QUESTIONS = 400
SEED = int(os.environ.get("HUIZHI_REAL_SEED", "1"))

pytestmark = pytest.mark.skipif(
    os.environ.get("HUIZHI_LONG") != "1" or not DATA.is_dir(), reason="set HUIZHI_LONG=1; needs ../shared/data")


def as_records(table, path):
    """Writes numbers and titles of a list as records that can be imported.

    Titles with joined words (Wi-Fi, O'Brien, U.S.) are left out: ours finds these as one word, too. So are other letters than a to z.
    """
    with open(table, encoding="cp1252", errors="replace") as rows, open(path, "w", encoding="utf-8") as lines:
        for row in csv.DictReader(rows):
            if re.search(r"[a-z][-'.]+[a-z]|[^ -~]", row["Title"], re.I):
                continue
            number = row["Publication Number"]
            record = {"right": "patent", "publications": [{"country": number[:2], "number": number[2:]}],
                      "titles": [{"lang": "en", "text": row["Title"]}]}
            lines.write(json.dumps(record) + "\n")


def text(record, field):
    """The texts of a field, each on a line of its own; letters stand apart from digits, because NMB1125 is found by nmb."""
    texts = unicodedata.normalize("NFKC", "\n".join(one["text"] for one in record.get(field, []))).lower()
    return re.sub(r"(?<=[a-z])(?=[0-9])|(?<=[0-9])(?=[a-z])", " ", texts)


@pytest.fixture(scope="module", params=["zh", "en"])
def real(request, tmp_path_factory):
    """A language, a node with its real patents, what the other engine has of them, and their texts."""
    language, data = request.param, str(tmp_path_factory.mktemp("real"))
    files = [str(DATA / file) for file in CHINESE]
    if language == "en":
        files = [str(tmp_path_factory.mktemp("english") / "list.jsonl")]
        as_records(DATA / ENGLISH, files[0])
    nodes.run("import", "--data", data, *files, timeout=1800)
    lines = nodes.run("export", "--data", data, "--format", "jsonl", timeout=1800).splitlines()
    rows = [(text(record, "titles"), text(record, "abstracts")) for record in map(json.loads, lines)]
    peer = sqlite3.connect(":memory:")
    tokenizer = "trigram" if language == "zh" else "unicode61"
    peer.execute(f"CREATE VIRTUAL TABLE records USING fts5(title, abstract, tokenize = '{tokenizer}')")
    peer.executemany("INSERT INTO records VALUES (?, ?)", rows)
    node = nodes.Node(data)
    node.wait_ready(600)
    yield language, node, peer, [part for row in rows for part in row if part]
    node.end()


def phrases(language, texts, drawn):
    """Three phrases that stand in some text: three to six characters, or a word."""
    found = []
    while len(found) < 3:
        words = drawn.choice(texts)
        if language == "zh":
            runs = re.findall(r"[\u4e00-\u9fff]{3,}", words)
            if not runs:
                continue
            run = drawn.choice(runs)
            length = drawn.randint(3, min(6, len(run)))
            start = drawn.randrange(len(run) - length + 1)
            found.append(run[start:start + length])
        else:
            # One word: of neighbours ours also finds the joined form (pizza box, pizzabox).
            found.append(drawn.choice(re.findall(r"[a-z]+", words) or ["a"]))
    return found


# Ours for a phrase: title or abstract; the other engine searches both unless a column is named.
FORMS = (
    ("{0}", '"{0}"'),
    ("{0} OR {1}", '"{0}" OR "{1}"'),
    ("({0} OR {1}) AND {2}", '("{0}" OR "{1}") AND "{2}"'),
    ("({0} OR {1}) NOT {2}", '("{0}" OR "{1}") NOT "{2}"'),
)


def test_totals_are_those_of_another_engine(real):
    language, node, peer, texts = real
    drawn = random.Random(SEED)
    wrong, several = [], 0
    for number in range(QUESTIONS):
        chosen = phrases(language, texts, drawn)
        ours, theirs = FORMS[number % len(FORMS)]
        query = ours.format(*(f'(TI="{phrase}" OR AB="{phrase}")' for phrase in chosen))
        answer = json.loads(node.get("/search.json?q=" + urllib.parse.quote(query))[2])
        expected = peer.execute(
            "SELECT count(*) FROM records WHERE records MATCH ?", [theirs.format(*chosen)]).fetchone()[0]
        several += expected > 1
        if answer["total"] != expected:
            wrong.append(f"{query}: {answer['total']}, expected {expected}")
    print(f"\n{QUESTIONS} questions in {language}, {several} with two hits or more; {len(wrong)} totals differ")
    assert not wrong, "\n".join(wrong)
    assert several > QUESTIONS / 4
