#!/usr/bin/env python3
"""Measures how well the product finds what is meant, on real Chinese patents, and prints one table.

    Benchmarks/quality.py [--data ../shared/data/patents] [--binary .build/release/huizhi] [--questions 500]

One node holds the 7,384 patents of cn-7384 and the patents of kppatent-zh, of these titles and abstracts only. It is asked

- for each patent of kppatent-zh that has claims, by its claims (`/like`), by its key phrases, all of them (AND) and any of
  them (OR), and by its title: right is the patent itself;
- for patents of cn-7384 drawn at random, for what is like them (`/like?record=`): right is every patent of the same main
  group of the IPC. That is a weak judge: neighbours in a class need not be alike, and what is like may be elsewhere.

recall@n is the share of what is right among the first n, averaged over the questions; MRR the mean of 1 / place of the first
that is right; nDCG@10 weighs the first ten places by 1 / log2(place + 1). Needs only Python and the program.
"""
import argparse
import json
import math
import pathlib
import random
import re
import subprocess
import sys
import tempfile
import urllib.parse
import urllib.request

ROOT = pathlib.Path(__file__).resolve().parents[1]
DEPTH = 100


def read_key_phrases(folder):
    """(title, abstract, claims, key phrases) of each patent; texts that stand twice are taken once."""
    seen, patents = set(), []
    for name in ("test_data_TAC.json", "data_A.json"):
        for item in json.loads((folder / name).read_text(encoding="utf-8")):
            parts = dict(re.findall(r"(标题|摘要|权利声明)：(.*?)(?=\n(?:标题|摘要|权利声明)：|\Z)", item["input"], re.S))
            abstract = parts.get("摘要", "").strip()
            if not abstract or abstract in seen:
                continue
            seen.add(abstract)
            phrases = [phrase.strip() for phrase in re.split("[,，]", item["output"]) if phrase.strip()]
            patents.append((parts.get("标题", "").strip(), abstract, parts.get("权利声明", "").strip(), phrases))
    return patents


def write_records(patents, path):
    """Records to import; their numbers are of no office. Returns the entry id of each."""
    with open(path, "w", encoding="utf-8") as lines:
        for number, (title, abstract, _, _) in enumerate(patents):
            record = {"right": "patent", "publications": [{"country": "CN", "number": str(990000000 + number)}],
                      "abstracts": [{"lang": "zh", "text": abstract}]}
            if title:
                record["titles"] = [{"lang": "zh", "text": title}]
            lines.write(json.dumps(record, ensure_ascii=False) + "\n")
    return [f"patent/CN{990000000 + number}" for number in range(len(patents))]


class Node:
    def __init__(self, binary, data):
        self.process = subprocess.Popen([str(binary), "serve", "--data", data, "--port", "0"], cwd=ROOT,
                                        stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)
        for line in self.process.stdout:
            if found := re.search(r"http://127\.0\.0\.1:\d+", line):
                self.address = found.group(0)
                return
        sys.exit("the node said no address")

    def json(self, path, form=None):
        body = urllib.parse.urlencode(form).encode() if form else None
        with urllib.request.urlopen(self.address + path, body, timeout=120) as answer:
            return json.load(answer)

    def search(self, query):
        """The ids of the first hits."""
        parameters = urllib.parse.urlencode({"q": query, "per": DEPTH})
        return [hit["id"] for hit in self.json("/search.json?" + parameters)["hits"]]

    def end(self):
        self.process.terminate()
        self.process.wait(timeout=30)


def scores(questions):
    """recall@10, recall@100, MRR and nDCG@10 of (ids found, ids that are right), averaged."""
    sums = [0.0] * 4
    for found, right in questions:
        places = [place for place, one in enumerate(found) if one in right]
        sums[0] += sum(place < 10 for place in places) / len(right)
        sums[1] += len(places) / len(right)
        sums[2] += 1 / (places[0] + 1) if places else 0
        gain = sum(1 / math.log2(place + 2) for place in places if place < 10)
        sums[3] += gain / sum(1 / math.log2(place + 2) for place in range(min(10, len(right))))
    return [value / len(questions) for value in sums]


def quoted(phrase):
    return '"' + phrase.replace('"', "") + '"'


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=pathlib.Path, default=ROOT.parent / "shared/data/patents")
    parser.add_argument("--binary", type=pathlib.Path, default=ROOT / ".build/release/huizhi")
    parser.add_argument("--questions", type=int, default=500, help="patents of cn-7384 that are asked for")
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    patents = read_key_phrases(options.data / "kppatent-zh")
    with tempfile.TemporaryDirectory(prefix="huizhi-quality-") as folder:
        ids = write_records(patents, folder + "/patents.jsonl")
        files = [folder + "/patents.jsonl", str(options.data / "cn-7384/cn-7384.jsonl")]
        subprocess.run([options.binary, "import", "--data", folder + "/data", *files], check=True, capture_output=True)
        subprocess.run([options.binary, "search", "--data", folder + "/data", "--json", ""], check=True, capture_output=True)
        node = Node(options.binary, folder + "/data")
        total = node.json("/index.json")["total"]["records"]
        judged = [(name, patent) for name, patent in zip(ids, patents) if patent[2] and patent[3]]
        rows = {
            "claims, the 40 most telling words": lambda patent: node.json("/like.json", {"q": patent[2]}).get("query"),
            "key phrases, all": lambda patent: " AND ".join(map(quoted, patent[3])),
            "key phrases, any": lambda patent: " OR ".join(map(quoted, patent[3])),
            "title as it stands": lambda patent: patent[0] and quoted(patent[0]),
        }
        print(f"{total:,} records; {len(judged)} patents asked for by claims, key phrases and title.\n")
        print("| asked by | questions | recall@10 | recall@100 | MRR | nDCG@10 |\n| --- | ---: | ---: | ---: | ---: | ---: |")

        def row(name, questions):
            print(f"| {name} | {len(questions)} | " + " | ".join(f"{value:.3f}" for value in scores(questions)) + " |")

        for name, query in rows.items():
            asked = [(own, query(patent)) for own, patent in judged]
            row(name, [(node.search(question), {own}) for own, question in asked if question])
        groups = {}
        for line in open(files[1], encoding="utf-8"):
            item = json.loads(line)
            if group := re.match(r"[A-H]\d\d[A-Z]\s*\d+(?=/)", item.get("主分类号") or ""):
                groups.setdefault(group.group(0).replace(" ", ""), []).append(item["申请号"])
        drawn = random.Random(options.seed)
        asked = drawn.sample(sorted(number for group in groups.values() if len(group) > 1 for number in group), options.questions)
        owner = {one["number"]: one["records"][0]["id"]
                 for one in node.json("/numbers.json", {"n": "\n".join(n for g in groups.values() for n in g)})["numbers"]
                 if one["records"]}
        neighbours = []
        for number in asked:
            own = owner.get(number)
            right = {owner[other] for group in groups.values() if number in group for other in group if other in owner} - {own}
            if own and right:
                like = node.json("/like.json?" + urllib.parse.urlencode({"record": own}))
                neighbours.append((node.search(like.get("query")), right))
        row("a patent, same main group", neighbours)
        node.end()


if __name__ == "__main__":
    main()
