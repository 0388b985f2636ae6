"""Reads what Glossator wrote, with nothing but Python, and checks each quote at its offsets.

Usage: read_export.py PATH...   where PATH is a project folder, a folder of CSV tables,
a dataset (.json) or JSON Lines (.jsonl). Prints counts as JSON; exit code 1 where a quote differs.

Python counts Unicode code points, so text[start:end] must be the words.
"""

import csv
import json
import pathlib
import re
import sys

csv.field_size_limit(2**30)
GUARDED = re.compile(r"'+[=+\-@\t\r]")


def check(text, ranges, quotes, where):
    """Compares each range of a span with the words kept for it."""
    found = [text[start:end] for start, end in ranges]
    if found != list(quotes):
        raise SystemExit(f"{where}: expected {quotes!r}, found {found!r}")


def check_ends(spans, relations, where):
    ids = {span["id"] for span in spans}
    for relation in relations:
        if relation["from"] not in ids or relation["to"] not in ids:
            raise SystemExit(f"{where}: relation {relation['id']} has a lost end")


def read_project(folder):
    """A project as it is on disk: texts and annotation sets."""
    spans = relations = 0
    project = json.loads((folder / "project.json").read_bytes())
    for document in project["documents"]:
        text = (folder / "documents" / document["id"] / "text.txt").read_bytes().decode("utf-8")
        if len(text) != document["length"]:
            raise SystemExit(f"{document['id']}: {len(text)} characters, not {document['length']}")
        for path in sorted((folder / "annotations" / document["id"]).glob("*.json")):
            records = json.loads(path.read_bytes())["records"]
            mine = [r for r in records if r["kind"] == "span"]
            links = [r for r in records if r["kind"] == "relation"]
            for span in mine:
                check(text, span["ranges"], span["quote"], f"{path} {span['id']}")
            check_ends(mine, links, path)
            spans, relations = spans + len(mine), relations + len(links)
    return spans, relations


def read_dataset(path):
    spans = relations = 0
    for document in json.loads(path.read_bytes())["documents"]:
        for annotated in document["sets"]:
            for span in annotated["spans"]:
                check(document["text"], span["ranges"], span["quote"], span["id"])
            check_ends(annotated["spans"], annotated["relations"], document["id"])
            spans += len(annotated["spans"])
            relations += len(annotated["relations"])
    return spans, relations


def read_lines(path):
    spans = relations = 0
    # Only \n ends a line: Python's splitlines() would also break at other characters inside strings.
    for line in path.read_bytes().decode("utf-8").split("\n"):
        if line:
            row = json.loads(line)
            for span in row["spans"]:
                check(row["text"], span["ranges"], span["quote"], span["id"])
            check_ends(row["spans"], row["relations"], row["document"]["id"])
            spans, relations = spans + len(row["spans"]), relations + len(row["relations"])
    return spans, relations


def rows_of(path):
    with open(path, encoding="utf-8-sig", newline="") as file:
        for row in csv.DictReader(file):
            yield {name: cell[1:] if GUARDED.match(cell) else cell for name, cell in row.items()}


def read_tables(folder):
    texts = {}
    spans = {}
    relations = 0
    for row in rows_of(folder / "spans.csv"):
        name = row["document"]
        if name not in texts:
            texts[name] = (folder / "texts" / f"{name}.txt").read_bytes().decode("utf-8")
        ranges = [[int(edge) for edge in pair.split("-")] for pair in row["ranges"].split(" ")]
        words = " … ".join(texts[name][start:end] for start, end in ranges)
        if words != row["quote"]:
            raise SystemExit(f"spans.csv {row['id']}: expected {row['quote']!r}, found {words!r}")
        if [ranges[0][0], ranges[-1][1]] != [int(row["start"]), int(row["end"])]:
            raise SystemExit(f"spans.csv {row['id']}: start and end do not span the ranges")
        spans[name, row["annotator"], row["id"]] = row["quote"]
    for row in rows_of(folder / "relations.csv"):
        for end in ("from", "to"):
            if spans[row["document"], row["annotator"], row[end]] != row[f"{end}_quote"]:
                raise SystemExit(f"relations.csv {row['id']}: wrong words at its end")
        relations += 1
    return len(spans), relations


def read(path):
    if (path / "project.json").exists():
        return read_project(path)
    if path.is_dir():
        return read_tables(path)
    return read_lines(path) if path.suffix == ".jsonl" else read_dataset(path)


if __name__ == "__main__":
    results = []
    for argument in sys.argv[1:]:
        spans, relations = read(pathlib.Path(argument))
        results.append({"spans": spans, "relations": relations})
    print(json.dumps(results))
