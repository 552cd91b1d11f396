"""Tantivy through its Python package: build RECORDS INDEX | update INDEX UPDATES LENGTH RECORDS | serve INDEX"""
import os
import sys
import time

import tantivy
from tantivy import FieldType, Occur, Query

BLANK = "blank"
TOP = 20


def schema():
    builder = tantivy.SchemaBuilder()
    builder.add_text_field("text", tokenizer_name=BLANK, index_option="position")
    for name in ("application", "publication"):
        builder.add_integer_field(name, indexed=name == "application", fast=True)
    for name in ("year", "province"):
        builder.add_integer_field(name, fast=True)
    builder.add_text_field("class", tokenizer_name="raw", index_option="basic")
    for name in ("subclass", "applicant"):
        builder.add_text_field(name, fast=True, tokenizer_name="raw", index_option="basic")
    builder.add_text_field("number", stored=True, tokenizer_name="raw", index_option="basic")
    return builder.build()


SCHEMA = schema()


def opened(path, new=False):
    index = tantivy.Index(SCHEMA, path=path, reuse=False) if new else tantivy.Index.open(path)
    index.register_tokenizer(BLANK, tantivy.TextAnalyzerBuilder(tantivy.Tokenizer.whitespace()).build())
    return index


def document(line):
    columns = line.rstrip("\n").split("\t")
    made = tantivy.Document()
    # Two values of one field: no phrase reaches from the title into the abstract.
    made.add_text("text", columns[14])
    made.add_text("text", columns[15])
    application = int(columns[2])
    made.add_integer("application", application)
    made.add_integer("publication", int(columns[3]))
    made.add_integer("year", application // 10000)
    if columns[9] != "0":
        made.add_integer("province", int(columns[9]))
    for length in (1, 3, 4):
        made.add_text("class", columns[6][:length])
    made.add_text("subclass", columns[6][:4])
    for applicant in columns[7].split(";"):
        made.add_text("applicant", applicant)
    made.add_text("number", columns[1])
    return columns[1], made


def build(records, path):
    started = time.perf_counter()
    os.makedirs(path)
    writer = opened(path, new=True).writer(heap_size=512 << 20, num_threads=2)
    with open(records, encoding="utf-8") as lines:
        for line in lines:
            writer.add_document(document(line)[1])
    writer.commit()
    writer.wait_merging_threads()
    print(f"build\t{time.perf_counter() - started:.2f}")


def update(path, updates, length):
    started = time.perf_counter()
    index = opened(path)
    # One thread makes one segment of each part.
    writer = index.writer(heap_size=512 << 20, num_threads=1)
    with open(updates, encoding="utf-8") as lines:
        for place, line in enumerate(lines):
            if place and place % length == 0:
                writer.commit()
            number, made = document(line)
            writer.delete_documents_by_term("number", number)
            writer.add_document(made)
    writer.commit()
    writer.wait_merging_threads()
    print(f"update\t{time.perf_counter() - started:.2f}")


def term(word, field="text"):
    return Query.term_query(SCHEMA, field, word, "freq" if field == "text" else "basic")


def joined(occur, words):
    return term(words[0]) if len(words) == 1 else Query.boolean_query([(occur, term(word)) for word in words])


def query(question, payload):
    words = payload.split(" ")
    if question in ("term", "and"):
        return joined(Occur.Must, words)
    if question == "phrase":
        return Query.phrase_query(SCHEMA, "text", words)
    if question == "near":
        # Tantivy knows no unordered distance; the slop of a phrase is the nearest thing, and finds less.
        return Query.phrase_query(SCHEMA, "text", words, 4)
    if question == "prefix":
        return Query.regex_query(SCHEMA, "text", payload + ".*")
    if question != "patent":
        return joined(Occur.Should, words)
    first, second, without, symbol, start, end = payload.split("|")
    return Query.boolean_query([
        (Occur.Must, joined(Occur.Should, first.split(" "))),
        (Occur.Must, joined(Occur.Should, second.split(" "))),
        (Occur.MustNot, term(without)),
        (Occur.Must, term(symbol, "class")),
        (Occur.Must, Query.range_query(SCHEMA, "application", FieldType.Integer, int(start), int(end))),
    ])


FACETS = {name: {"terms": {"field": name, "size": size}}
          for name, size in (("applicant", TOP), ("subclass", TOP), ("year", 50), ("province", 40))}
COUNT = {"count": {"value_count": {"field": "publication"}}}


def ask(searcher, question, task, payload):
    """The total, -1 where it was not asked for, and the check of answer.h."""
    wanted = query(question, payload)
    if task == "top":
        searcher.search(wanted, 10, count=False)
        return -1, 0
    if task == "total":
        return searcher.search(wanted, 10, count=True).count, 0
    if task == "count":
        # There is no plain count; counting a column's values is faster than counting beside one hit.
        return int(searcher.aggregate(wanted, COUNT)["count"]["value"]), 0
    found = searcher.search(wanted, 50, count=True, order_by_field="publication")
    check = sum(date for date, _ in found.hits)
    if task == "facets":
        counts = {name: facet["buckets"] for name, facet in searcher.aggregate(wanted, FACETS).items()}
        check += sum(bucket["doc_count"] for name in ("applicant", "subclass") for bucket in counts[name])
        check += sum(int(bucket["key"]) * bucket["doc_count"] for name in ("year", "province") for bucket in counts[name])
    return found.count, check


def serve(path):
    searcher = opened(path).searcher()
    print(f"ready\t{searcher.num_segments}\tTantivy {tantivy.__version__.split(',')[0].removeprefix('tantivy v')}", flush=True)
    clock = time.perf_counter_ns
    for head in sys.stdin:
        _, question, task, warming, measuring, count = head.rstrip("\n").split("\t")
        payloads = [sys.stdin.readline().rstrip("\n") for _ in range(int(count))]
        end = clock() + float(warming) * 1e6
        place = 0
        while clock() < end:
            ask(searcher, question, task, payloads[place % len(payloads)])
            place += 1
        end = clock() + float(measuring) * 1e6
        answers = []
        for payload in payloads:
            started = clock()
            if started > end:
                break
            total, check = ask(searcher, question, task, payload)
            answers.append(f"{clock() - started}\t{total}\t{check}\n")
        print("".join(answers) + "end", flush=True)


if __name__ == "__main__":
    if sys.argv[1] == "build":
        build(sys.argv[2], sys.argv[3])
    elif sys.argv[1] == "update":
        update(sys.argv[2], sys.argv[3], int(sys.argv[4]))
    else:
        serve(sys.argv[2])
