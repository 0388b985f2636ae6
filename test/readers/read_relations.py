"""Reads the JSON formats for relations and anchored annotations in few lines, as their programs do, and counts.

Usage: read_relations.py FORMAT FOLDER
Prints {"spans": n, "relations": n}; stops with an exception where anything is wrong.
"""

import json
import pathlib
import re
import sys

FIELDS = re.compile(r"doc_key|dataset|sentences|weight|.*ner$|.*relations$|.*clusters$|.*events$|^_.*")


def scierc(folder):
    """As DyGIE++ checks its documents: fields, lengths, and spans within their sentences."""
    spans = relations = 0
    for path in folder.glob("*.jsonl"):
        keys = set()
        for line in path.read_text("utf-8").split("\n")[:-1]:
            doc = json.loads(line)
            assert all(FIELDS.match(key) for key in doc), list(doc)
            assert doc["doc_key"] not in keys, "a doc_key is used twice"
            keys.add(doc["doc_key"])
            starts, at = [], 0
            for sentence in doc["sentences"]:
                assert sentence and all(sentence)
                starts.append((at, at + len(sentence)))
                at += len(sentence)
            for key in ("ner", "relations"):
                if key in doc:
                    assert len(doc[key]) == len(doc["sentences"]), key
            for (first, end), names in zip(starts, doc.get("ner", [])):
                for start, last, label in names:
                    assert first <= start <= last < end and label
                    spans += 1
            for (first, end), pairs in zip(starts, doc.get("relations", [])):
                for a, b, c, d, label in pairs:
                    assert first <= a <= b < end and first <= c <= d < end and label
                    relations += 1
            for cluster in doc.get("clusters", []):
                assert len({tuple(mention) for mention in cluster}) == len(cluster)
                for start, last in cluster:
                    assert sum(f <= start and last < e for f, e in starts) == 1
    return spans, relations


def docred(folder):
    """As the code of DocRED walks through its data."""
    spans = relations = 0
    for path in folder.glob("*.json"):
        for doc in json.loads(path.read_text("utf-8")):
            assert isinstance(doc["title"], str)
            entities = doc.get("vertexSet", [])
            for mentions in entities:
                assert mentions, "an entity has no mention"
                for one in mentions:
                    start, end = one["pos"]
                    words = doc["sents"][one["sent_id"]]
                    assert 0 <= start < end <= len(words) and one["type"]
                    assert one["name"] == " ".join(words[start:end])
                    spans += 1
            seen = set()
            for label in doc.get("labels", []):
                fact = (label["h"], label["t"], label["r"])
                assert fact not in seen and 0 <= label["h"] < len(entities) > label["t"] >= 0
                assert all(isinstance(line, int) for line in label["evidence"])
                seen.add(fact)
                relations += 1
    return spans, relations


def conll04(folder):
    """As SpERT parses its documents."""
    spans = relations = 0
    for path in folder.glob("*.json"):
        for doc in json.loads(path.read_text("utf-8")):
            entities = doc.get("entities", [])
            for one in entities:
                assert 0 <= one["start"] < one["end"] <= len(doc["tokens"]) and one["type"]
            for one in doc.get("relations", []):
                assert entities[one["head"]] and entities[one["tail"]] and one["type"]
                assert one["head"] >= 0 and one["tail"] >= 0
            spans += len(entities)
            relations += len(doc.get("relations", []))
    return spans, relations


def web_annotation(folder):
    """By the rules of the Web Annotation Data Model; positions and words both must be right."""
    spans = relations = 0
    for path in folder.glob("*.json"):
        annotations = json.loads(path.read_text("utf-8"))
        ids = [one["id"] for one in annotations]
        assert len(ids) == len(set(ids))
        for one in annotations:
            assert one["@context"] == "http://www.w3.org/ns/anno.jsonld"
            assert one["type"] == "Annotation" and re.fullmatch(r"[a-z]+:\S+", one["id"])
            for body in one["body"]:
                assert body.get("type") != "TextualBody" or isinstance(body["value"], str)
            if one["motivation"] == "linking":
                assert one["target"] in ids
                assert [b["id"] in ids for b in one["body"] if "id" in b] == [True]
                relations += 1
                continue
            targets = one["target"] if isinstance(one["target"], list) else [one["target"]]
            for target in targets:
                if "selector" not in target:
                    continue
                name = target["source"].split(":")[-1]
                name = __import__("urllib.parse").parse.unquote(name)
                text = (folder / "texts" / f"{name}.txt").read_bytes().decode("utf-8")
                quote, position = target["selector"]
                start, end = position["start"], position["end"]
                assert text[start:end] == quote["exact"], target
                assert text[:start].endswith(quote["prefix"])
                assert text[end:].startswith(quote["suffix"])
            spans += any("selector" in target for target in targets)
    return spans, relations


def recogito(folder):
    """Positions count UTF-16 code units, as in a browser."""
    spans = 0
    for path in folder.glob("*.json"):
        units = path.with_suffix(".txt").read_bytes().decode("utf-8").encode("utf-16-le")
        ids = set()
        for one in json.loads(path.read_text("utf-8")):
            assert one["id"] not in ids and one["target"]["annotation"] == one["id"]
            ids.add(one["id"])
            for part in one["target"]["selector"]:
                words = units[2 * part["start"] : 2 * part["end"]].decode("utf-16-le")
                assert words == part["quote"]
            assert all(body["annotation"] == one["id"] for body in one["bodies"])
            spans += 1
    return spans, 0


if __name__ == "__main__":
    found = globals()[sys.argv[1]](pathlib.Path(sys.argv[2]))
    print(json.dumps(dict(zip(("spans", "relations"), found))))
