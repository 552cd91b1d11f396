"""Totals over real Chinese and English patents beside those of SQLite's FTS5.

Runs with HUIZHI_LONG=1 where the folder of real data stands beside the project. The other engine gets what the export
holds: Chinese as trigrams, which find any three characters or more, English as words.
"""
import json
import os
import pathlib
import random
import re
import sqlite3
import unicodedata
import urllib.parse

import pytest

import nodes

DATA = nodes.ROOT.parent / "shared/data/patents"
FILES = (
    "cn-7384/cn-7384.jsonl", "kppatent-zh", "patent-analytics-csv/pizza_medium.csv",
    "patent-analytics-csv/drone_drones_fulltext_families_5884.csv", "patent-analytics-csv/drones_tac_1606_cleaned.csv")
QUESTIONS = 400
SEED = int(os.environ.get("HUIZHI_REAL_SEED", "1"))

pytestmark = pytest.mark.skipif(
    os.environ.get("HUIZHI_LONG") != "1" or not DATA.is_dir(), reason="set HUIZHI_LONG=1; needs ../shared/data")


def text(record, field, chinese):
    """The texts of a field in a language, each on a line of its own."""
    texts = [one["text"] for one in record.get(field, []) if (one.get("lang", "zh") == "zh") == chinese]
    return unicodedata.normalize("NFKC", "\n".join(texts)).lower()


@pytest.fixture(scope="module")
def real(tmp_path_factory):
    """A node with the real patents, and both languages as the other engine has them."""
    data = str(tmp_path_factory.mktemp("real"))
    nodes.run("import", "--data", data, *(str(DATA / file) for file in FILES), timeout=1800)
    lines = nodes.run("export", "--data", data, "--format", "jsonl", timeout=1800).splitlines()
    peer = sqlite3.connect(":memory:")
    texts = {}
    for language, tokenizer in (("zh", "trigram"), ("en", "unicode61 remove_diacritics 0")):
        peer.execute(f"CREATE VIRTUAL TABLE {language} USING fts5(title, abstract, tokenize = '{tokenizer}')")
        rows = [(text(record, "titles", language == "zh"), text(record, "abstracts", language == "zh"))
                for record in map(json.loads, lines)]
        peer.executemany(f"INSERT INTO {language} VALUES (?, ?)", rows)
        texts[language] = [part for row in rows for part in row if part]
    node = nodes.Node(data)
    node.wait_ready(600)
    yield node, peer, texts
    node.end()


def phrases(language, texts, drawn):
    """Three phrases that stand in some text: three to six characters, or one to three words."""
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
            runs = re.findall(r"[a-z]+(?: [a-z]+)*", words)
            if not runs:
                continue
            run = drawn.choice(runs).split()
            length = drawn.randint(1, min(3, len(run)))
            start = drawn.randrange(len(run) - length + 1)
            found.append(" ".join(run[start:start + length]))
    return found


# Ours for a phrase: title or abstract; the other engine searches both unless a column is named.
FORMS = (
    ("{0}", '"{0}"'),
    ("{0} OR {1}", '"{0}" OR "{1}"'),
    ("({0} OR {1}) AND {2}", '("{0}" OR "{1}") AND "{2}"'),
    ("({0} OR {1}) NOT {2}", '("{0}" OR "{1}") NOT "{2}"'),
)


@pytest.mark.parametrize("language", ["zh", "en"])
def test_totals_are_those_of_another_engine(real, language):
    node, peer, texts = real
    drawn = random.Random(SEED)
    wrong, several = [], 0
    for number in range(QUESTIONS):
        chosen = phrases(language, texts[language], drawn)
        ours, theirs = FORMS[number % len(FORMS)]
        query = ours.format(*(f'(TI="{phrase}" OR AB="{phrase}")' for phrase in chosen))
        answer = json.loads(node.get("/search.json?q=" + urllib.parse.quote(query))[2])
        expected = peer.execute(
            f"SELECT count(*) FROM {language} WHERE {language} MATCH ?", [theirs.format(*chosen)]).fetchone()[0]
        several += expected > 1
        if answer["total"] != expected:
            wrong.append(f"{query}: {answer['total']}, expected {expected}")
    print(f"\n{QUESTIONS} questions in {language}, {several} with two hits or more; {len(wrong)} totals differ")
    assert not wrong, "\n".join(wrong)
    assert several > QUESTIONS / 4
