"""Reads PubTator, BioC, GATE, MAE and TEI as strictly as their own programs do, in few lines, and counts.

Usage: read_biomedical.py FORMAT PATH...
Prints {"spans": n, "relations": n, "words": n}; stops with an exception where anything is wrong.
`words` is the number of code points of all annotated text, so that a shifted offset is seen.
"""

import json
import pathlib
import re
import sys
import xml.etree.ElementTree as ET

TEI = "{http://www.tei-c.org/ns/1.0}"
XML_ID = "{http://www.w3.org/XML/1998/namespace}id"


class Count:
    def __init__(self):
        self.spans = self.relations = self.words = 0

    def span(self, *pieces):
        assert all(pieces), "an empty span"
        self.spans += 1
        self.words += sum(map(len, pieces))


def load(path):
    return pathlib.Path(path).read_bytes().decode("utf-8")


def pubtator(path, count):
    """As bioc.pubtator: lines are stripped; rows of six columns are mentions, of four or five relations."""
    documents = []
    title = abstract = pmid = None
    mentions, relations = [], []

    def finish():
        nonlocal title, abstract, pmid, mentions, relations
        if pmid is not None:
            documents.append((pmid, title + "\n" + (abstract or ""), mentions, relations))
        title, abstract, pmid, mentions, relations = None, None, None, [], []

    for line in load(path).splitlines():
        line = line.strip()
        if not line:
            finish()
            continue
        found = re.match(r"(.*?)\|([ta])\|(.*)", line)
        if found and "\t" not in found[1]:
            assert pmid in (None, found[1])
            pmid = found[1]
            if found[2] == "t":
                title = found[3]
            else:
                abstract = found[3]
            continue
        row = line.split("\t")
        assert row[0] == pmid, row
        if len(row) in (4, 5):
            relations.append(row)
        else:
            assert len(row) in (6, 7), row
            mentions.append(row)
    finish()
    for _, text, rows, links in documents:
        concepts = {row[5] for row in rows}
        for row in rows:
            start, end = int(row[1]), int(row[2])
            piece = text[start:end]
            # What Python would strip at the end of the last line, and the separator, are no words.
            assert piece.replace("\n", " ").strip() == row[3].strip(), (piece, row)
            count.span(row[3])
        for row in links:
            assert row[2] in concepts and row[3] in concepts, row
            count.relations += 1


def check_bioc(documents, count):
    """As bioc.validator: the text of an annotation is all that its locations span."""
    for parts, document_annotations, relations, text in documents:
        ids = set()
        for offset, part_text, annotations in [*parts, (0, text, document_annotations)]:
            for id_, words, locations in annotations:
                assert id_ not in ids
                ids.add(id_)
                start = min(at for at, _ in locations)
                end = max(at + length for at, length in locations)
                assert part_text[start - offset : end - offset] == words, (id_, words)
                count.span(*(part_text[at - offset : at - offset + n] for at, n in locations))
        for id_, nodes in relations:
            assert id_ not in ids
            ids.add(id_)
            assert len(nodes) == 2 and all(node in ids for node in nodes)
            count.relations += 1


def bioc_json(path, count):
    collection = json.loads(load(path))
    for key in ("source", "date", "key", "infons"):
        collection[key]
    documents = []
    for document in collection["documents"]:
        parts, relations, text = [], list(document["relations"]), ""
        document["id"], document["infons"]
        for passage in document["passages"]:
            assert passage["offset"] >= len(text)
            text += "\n" * (passage["offset"] - len(text)) + passage["text"]
            assert passage["sentences"] == []
            parts.append((passage["offset"], passage["text"], passage["annotations"]))
            relations += passage["relations"]
        annotations = [
            (offset, words, [annotation_json(one) for one in list_])
            for offset, words, list_ in [*parts, (0, text, document["annotations"])]
        ]
        links = [(one["id"], [node["refid"] for node in one["nodes"] if "role" in node]) for one in relations]
        documents.append((annotations[:-1], annotations[-1][2], links, text))
    check_bioc(documents, count)


def annotation_json(one):
    assert all(isinstance(value, str) for value in one["infons"].values()), one
    return one["id"], one["text"], [(place["offset"], place["length"]) for place in one["locations"]]


ORDER = {
    "collection": "source date key infon document",
    "document": "id infon passage annotation relation",
    "passage": "infon offset text sentence annotation relation",
    "annotation": "infon location text",
    "relation": "infon node",
}


def check_order(element):
    """The order of elements that the DTD of BioC asks for."""
    order = ORDER.get(element.tag)
    if order is None:
        assert len(element) == 0, element.tag
        return
    places = [order.split().index(child.tag) for child in element]
    assert places == sorted(places), (element.tag, [child.tag for child in element])
    for child in element:
        check_order(child)


def bioc_xml(path, count):
    root = ET.parse(path).getroot()
    check_order(root)

    def annotations(element):
        return [
            (
                one.attrib["id"],
                one.findtext("text"),
                [(int(at.attrib["offset"]), int(at.attrib["length"])) for at in one.findall("location")],
            )
            for one in element.findall("annotation")
        ]

    documents = []
    for document in root.findall("document"):
        parts, text = [], ""
        for passage in document.findall("passage"):
            offset, words = int(passage.findtext("offset")), passage.findtext("text")
            text += "\n" * (offset - len(text)) + words
            parts.append((offset, words, annotations(passage)))
        links = [
            (one.attrib["id"], [node.attrib["refid"] for node in one.findall("node") if node.attrib["role"]])
            for one in document.iter("relation")
        ]
        documents.append((parts, annotations(document), links, text))
    check_bioc(documents, count)


def check_gate(text, annotations, count, length):
    """Annotations as (id, type, start, end, features), within one set. Parts belong to the one they name."""
    ids = {}
    for id_, type_, start, end, features in annotations:
        assert isinstance(id_, int) and id_ not in ids and type_.strip()
        assert 0 <= start <= end <= length
        ids[id_] = features
    heads = {}
    for id_, _, start, end, features in annotations:
        kind = features.get("glossator.kind")
        if kind == "relation":
            assert features["glossator.from"] in ids and features["glossator.to"] in ids
            count.relations += 1
        elif kind is None:
            head = features.get("glossator.partOf", id_)
            assert head in ids
            heads.setdefault(head, []).append(text(start, end))
    for pieces in heads.values():
        count.span(*pieces)


def bdoc(path, count):
    document = json.loads(load(path))
    units = document["text"].encode("utf-16-le")
    is_python = document["offset_type"] == "p"
    text = (
        (lambda start, end: document["text"][start:end])
        if is_python
        else (lambda start, end: units[2 * start : 2 * end].decode("utf-16-le"))
    )
    for name, set_ in document["annotation_sets"].items():
        assert set_["name"] == name
        rows = [(a["id"], a["type"], a["start"], a["end"], a["features"]) for a in set_["annotations"]]
        assert all(row[0] < set_["next_annid"] for row in rows)
        check_gate(text, rows, count, len(document["text"]) if is_python else len(units) // 2)


def gate_features(element):
    features = {}
    for feature in element.findall("Feature"):
        name, value = feature
        assert name.tag == "Name" and value.tag == "Value"
        kind, words = value.attrib["className"], value.text or ""
        if kind in ("java.lang.Integer", "java.lang.Long"):
            words = int(words)
            assert kind.endswith("Long") or -(2**31) <= words < 2**31
        elif kind == "java.lang.Boolean":
            assert words in ("true", "false")
        elif kind == "java.math.BigDecimal":
            float(words)
        elif kind == "gate.corpora.ObjectWrapper":
            ET.fromstring(words)
        else:
            assert kind == "java.lang.String", kind
        assert name.text not in features
        features[name.text or ""] = words
    return features


def gate_xml(path, count):
    """As gate.corpora.DocumentStaxUtils: relation sets come after all annotation sets."""
    root = ET.parse(path).getroot()
    tags = [child.tag for child in root]
    assert tags[:2] == ["GateDocumentFeatures", "TextWithNodes"], tags
    rest = [tag for tag in tags[2:]]
    assert rest == sorted(rest) and set(rest) <= {"AnnotationSet", "RelationSet"}
    nodes, text = {}, root.find("TextWithNodes").text or ""
    length = lambda words: len(words.encode("utf-16-le")) // 2
    at = length(text)
    for node in root.find("TextWithNodes"):
        nodes[int(node.attrib["id"])] = at
        text += node.tail or ""
        at += length(node.tail or "")
    units = text.encode("utf-16-le")
    seen, sets = set(), {}
    for set_ in root.findall("AnnotationSet"):
        rows = []
        for one in set_:
            assert one.tag == "Annotation"
            start, end = nodes[int(one.attrib["StartNode"])], nodes[int(one.attrib["EndNode"])]
            assert int(one.attrib["Id"]) not in seen
            seen.add(int(one.attrib["Id"]))
            rows.append((int(one.attrib["Id"]), one.attrib["Type"], start, end, gate_features(one)))
        sets[set_.attrib.get("Name")] = {row[0] for row in rows}
        check_gate(lambda start, end: units[2 * start : 2 * end].decode("utf-16-le"), rows, count, at)
    for set_ in root.findall("RelationSet"):
        for one in set_:
            assert one.tag == "Relation" and one[0].tag == "UserData" and one.attrib["Type"]
            assert int(one.attrib["Id"]) not in seen
            seen.add(int(one.attrib["Id"]))
            members = [int(id_) for id_ in one.attrib["Members"].split(";")]
            assert len(members) == 2 and set(members) <= sets[set_.attrib.get("Name")]
            gate_features(one)
            count.relations += 1


def mae(paths, count):
    """As MedTator: the DTD is read line by line; the root has the name of the task."""
    (dtd,) = [path for path in paths if path.endswith(".dtd")]
    name, tags, links = None, {}, {}
    for line in load(dtd).split("\n"):
        if found := re.search(r'<!ENTITY name "([a-zA-Z\-0-9_]+)">', line):
            name = found[1]
        elif found := re.match(r"<!ELEMENT\s+([a-zA-Z\-0-9_]+)\s.+", line):
            (links if "EMPTY" in line else tags)[found[1]] = []
        elif found := re.match(r"<!ATTLIST\s+([a-zA-Z\-0-9_]+)\s+([a-zA-Z0-9_]+)\s+(\S+)\s", line):
            prefix = re.search(r'prefix="([a-zA-Z0-9_]+)"', line)
            own = links if found[1] in links else tags
            own[found[1]].append(prefix[1] if found[3] == "IDREF" and prefix else found[2])
        else:
            assert not line.startswith("<!E") and not line.startswith("<!A"), line
    for path in paths:
        if path.endswith(".dtd"):
            continue
        root = ET.parse(path).getroot()
        assert root.tag == name, (root.tag, name)
        units = (root.findtext("TEXT")).encode("utf-16-le")
        ids = {}
        for tag in root.find("TAGS"):
            values = tag.attrib
            assert values["id"] not in ids
            ids[values["id"]] = values.get("text")
            if tag.tag in links:
                ends = links[tag.tag][:2]
                for end in ends:
                    assert ids[values[end + "ID"]] == values[end + "Text"], values
                known = {"id", *links[tag.tag]} | {end + part for end in ends for part in ("ID", "Text")}
                assert set(values) <= known, (values, known)
                count.relations += 1
                continue
            assert set(values) <= {"id", "spans", "text", *tags[tag.tag]}, (values, tags[tag.tag])
            if values["spans"] == "-1~-1":
                assert "spans" in tags[tag.tag]
                continue
            pieces = []
            for span in values["spans"].split(","):
                start, end = map(int, span.split("~"))
                assert 0 <= start < end <= len(units) // 2
                pieces.append(units[2 * start : 2 * end].decode("utf-16-le"))
            # Attributes hold other characters for those that XML has no place for.
            assert len("...".join(pieces)) == len(values["text"]), values
            count.span(*pieces)


def tei(path, count):
    """Names around their words, and spans that point to them; every pointer leads somewhere."""
    root = ET.parse(path).getroot()
    assert root.tag == TEI + "TEI" and root[0].tag == TEI + "teiHeader"
    ids = [element.attrib[XML_ID] for element in root.iter() if XML_ID in element.attrib]
    assert len(ids) == len(set(ids))
    (block,) = root.find(f"{TEI}text/{TEI}body")
    text = "".join(block.itertext())
    for element in block.iter():
        if element is not block:
            assert element.tag == TEI + "name" and re.fullmatch(r"\S+", element.attrib["type"])
            count.span("".join(element.itertext()))
    for element in root.iter(TEI + "span"):
        inside = re.fullmatch(r"#string-range\((\w+),([\d,]+)\)", element.attrib["target"])
        assert inside[1] == block.attrib[XML_ID]
        numbers = list(map(int, inside[2].split(",")))
        places = list(zip(numbers[::2], numbers[1::2], strict=True))
        assert all(at + length <= len(text) for at, length in places)
        count.span(*(text[at : at + length] for at, length in places))
    for relation in root.iter(TEI + "relation"):
        assert relation.attrib["active"][1:] in ids and relation.attrib["passive"][1:] in ids
        assert re.fullmatch(r"\S+", relation.attrib["name"])
        count.relations += 1
    for fs in root.iter(TEI + "fs"):
        assert fs.attrib.get("type") == "document" or fs.attrib["corresp"][1:] in ids
        for f in fs:
            assert len(f) == 1 and re.fullmatch(r"\S+", f.attrib["name"])


def main():
    name, *paths = sys.argv[1:]
    count = Count()
    if name == "mae":
        mae(paths, count)
    else:
        for path in paths:
            globals()[name](path, count)
    print(json.dumps(vars(count)))


main()
