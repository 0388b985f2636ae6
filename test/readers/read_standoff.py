"""Reads brat standoff and the JSON formats as their own programs do, in few lines, and counts.

Usage: read_standoff.py FORMAT PATH...   (brat: folders; else files)
Prints {"spans": n, "relations": n}; stops with an exception where anything is wrong.
"""

import json
import pathlib
import re
import sys

NAME = r"[A-Za-z0-9_-]+"


def brat(folder):
    spans = relations = 0
    for ann in pathlib.Path(folder).rglob("*.ann"):
        text = ann.with_suffix(".txt").read_bytes().decode("utf-8")
        lines = ann.read_bytes().decode("utf-8").splitlines(keepends=True)
        assert all(line.endswith("\n") for line in lines), ann
        rows = [line[:-1].split("\t") for line in lines]
        ids = [row[0] for row in rows if row[0] != "*"]
        assert len(ids) == len(set(ids)), "an id is used twice"
        for row in rows:
            kind = row[0][0]
            if kind == "T":
                type_, places = row[1].split(" ", 1)
                assert re.fullmatch(NAME, type_), type_
                pieces = []
                for place in places.split(";"):
                    start, end = map(int, place.split(" "))
                    assert 0 <= start < end <= len(text)
                    pieces.append(text[start:end])
                assert " ".join(pieces) == "\t".join(row[2:]), row
                spans += 1
            elif kind == "R":
                type_, first, second = row[1].split()
                assert re.fullmatch(NAME, type_), type_
                assert first.split(":")[1] in ids and second.split(":")[1] in ids
                relations += 1
            elif kind == "A":
                name, target = row[1].split(" ")[:2]
                assert re.fullmatch(NAME, name) and target in ids and len(row) == 2, row
            elif kind == "#":
                assert row[1].split(" ")[1] in ids
            else:
                raise ValueError(row)
    return spans, relations


def records(path):
    with open(path, encoding="utf-8", newline="\n") as file:
        return [json.loads(line) for line in file]


def doccano(path):
    spans = relations = 0
    seen = set()
    for line in records(path):
        units = line["text"].encode("utf-16-le")
        own = set()
        for entity in line.get("entities", []):
            start, end = entity["start_offset"], entity["end_offset"]
            assert 0 <= start < end and units[2 * start : 2 * end].decode("utf-16-le")
            assert entity["label"] and entity["id"] not in seen
            seen.add(entity["id"])
            own.add(entity["id"])
            spans += 1
        for relation in line.get("relations", []):
            assert relation["from_id"] in own and relation["to_id"] in own and relation["type"]
            relations += 1
    return spans, relations


def label_studio(path):
    spans = relations = 0
    for task in json.loads(pathlib.Path(path).read_text(encoding="utf-8")):
        assert isinstance(task["id"], int)
        for annotation in task["annotations"]:
            ids = set()
            for result in annotation["result"]:
                if result["type"] == "labels":
                    value = result["value"]
                    assert task["data"]["text"][value["start"] : value["end"]] == value["text"]
                    assert value["labels"] and result["from_name"] and result["to_name"]
                    ids.add(result["id"])
                    spans += 1
                elif result["type"] == "relation":
                    assert result["from_id"] in ids and result["to_id"] in ids
                    relations += 1
    return spans, relations


def prodigy(path):
    spans = relations = 0
    for line in records(path):
        text, tokens = line["text"], line["tokens"]
        for i, token in enumerate(tokens):
            assert token["id"] == i and text[token["start"] : token["end"]] == token["text"]
        for span in line.get("spans", []):
            assert 0 <= span["start"] < span["end"] <= len(text) and span["label"]
            if span["token_start"] is not None:
                assert span["token_start"] <= span["token_end"]
                assert tokens[span["token_start"]]["start"] >= span["start"]
                assert tokens[span["token_end"]]["end"] <= span["end"]
            spans += 1
        for relation in line.get("relations", []):
            assert relation["head_span"] in line["spans"] and relation["child_span"] in line["spans"]
            relations += 1
    return spans, relations


def main():
    read = {f.__name__: f for f in (brat, doccano, label_studio, prodigy)}[sys.argv[1]]
    counts = [read(path) for path in sys.argv[2:]]
    total = {"spans": sum(s for s, _ in counts), "relations": sum(r for _, r in counts)}
    print(json.dumps(total))


main()
