"""Reads WebAnno TSV 3, UIMA CAS XMI and UIMA CAS JSON as strictly as the programs that they are for.

Usage: read_uima.py webanno_tsv|uima_xmi|uima_json FOLDER
The rules are those of INCEpTION's reader of TSV 3, of Apache UIMA's XmiCasDeserializer with a strict type
system, and of cassis and Apache UIMA for JSON. Prints {"spans": n, "relations": n, "texts": n}; stops with an
exception where anything is wrong.
"""

import json
import pathlib
import re
import sys
import xml.etree.ElementTree as ET

TOKEN = "de.tudarmstadt.ukp.dkpro.core.api.segmentation.type.Token"
SENTENCE = "de.tudarmstadt.ukp.dkpro.core.api.segmentation.type.Sentence"
ANNOTATION = "uima.tcas.Annotation"
IDENTIFIER = re.compile(r"[^\W\d_]\w*(\.[^\W\d_]\w*)*", re.UNICODE)


def utf16(text):
    """The text as UTF-16 code units, which Java counts."""
    return text.encode("utf-16-le", "surrogatepass")


def cut(units, begin, end):
    return units[2 * begin : 2 * end].decode("utf-16-le", "surrogatepass")


# --- WebAnno TSV -------------------------------------------------------------------------------------------


def unescape_text(line):
    def meaning(match):
        return {"t": "\t", "n": "\n", "f": "\f", "r": "\r", "b": "\b"}.get(match[1], match[1])

    return re.sub(r"\\(.)", meaning, line, flags=re.S)


def read_tsv(path):
    lines = path.read_bytes().decode("utf-8").split("\n")
    assert lines.pop() == "", "the last line must end"
    assert re.fullmatch(r"#FORMAT=WebAnno TSV 3\.[23]", lines[0]), lines[0]
    at, columns, kinds = 1, [], {}
    while lines[at] != "":
        kind, rest = re.fullmatch(r"#(T_SP|T_RL)=(.*)", lines[at]).groups()
        layer, *features = [field for field in rest.split("|") if field]
        assert IDENTIFIER.fullmatch(layer), layer
        kinds[layer] = kind
        names = features if features else [None]
        columns += [(layer, kind, name) for name in names]
        at += 1
    at += 2 if len(lines) > at + 1 else 1
    text, sentence, annotations, by_id, units, relations = "", "", [], {}, {}, []
    state, length = "between", 0
    for line in lines[at:]:
        if line.startswith("#Text="):
            assert state in ("between", "header")
            state = "header"
            sentence += unescape_text(line[6:]) + "\n"
            continue
        if line == "":
            assert state == "token", "a blank line must follow a token"
            state = "between"
            continue
        assert state in ("header", "token")
        unit, offsets, form, *cells = line.split("\t")
        assert len(cells) >= len(columns), line
        begin, end = map(int, offsets.split("-"))
        if state == "header":
            if length > begin:
                assert text.endswith("\n") and length == begin + 1
                text, length = text[:-1], length - 1
            text += " " * (begin - length) + sentence
            length = len(utf16(text)) // 2
            sentence = ""
        state = "token"
        assert cut(utf16(text), begin, end) == form, (begin, end, form)
        assert unit not in units
        units[unit] = {}
        for (layer, kind, feature), cell in zip(columns, cells):
            if cell == "_":
                continue
            for index, value in enumerate(re.split(r"(?<!\\)\|", cell)):
                mark = None
                if value.endswith("]") and not value.endswith("\\]"):
                    value, _, mark = value[:-1].rpartition("[")
                if kind == "T_RL":
                    if (feature or "").startswith("BT_"):
                        relations.append((feature[3:], value, unit, mark))
                    continue
                here = units[unit].setdefault(layer, [])
                if len(here) <= index:
                    known = by_id.get(mark) if mark else None
                    if known is None:
                        known = {"layer": layer, "begin": begin, "units": []}
                        annotations.append(known)
                        if mark:
                            by_id[mark] = known
                    known["end"] = end
                    known["units"].append(unit)
                    here.append(known)
                elif mark:
                    assert by_id[mark] is here[index], "columns of one annotation differ"
    for base, source, target, mark in relations:
        for unit, number in zip((source, target), (mark or "0_0").split("_")):
            if number != "0":
                found = by_id[number]
                assert found["layer"] == base and unit == found["units"][0]
            else:
                assert len(units[unit][base]) == 1
    return len(annotations), len(relations), len(utf16(text)) // 2


# --- Types -------------------------------------------------------------------------------------------------

BUILT_IN = {
    "uima.cas.TOP": (None, {}),
    "uima.cas.AnnotationBase": ("uima.cas.TOP", {"sofa": "uima.cas.Sofa"}),
    ANNOTATION: ("uima.cas.AnnotationBase", {"begin": "uima.cas.Integer", "end": "uima.cas.Integer"}),
    "uima.tcas.DocumentAnnotation": (ANNOTATION, {"language": "uima.cas.String"}),
}
PRIMITIVE = {"Integer": int, "Double": float, "String": str, "Boolean": bool}


class Types:
    def __init__(self, types):
        self.types = {**BUILT_IN, **types}
        for name, (parent, features) in types.items():
            assert name not in BUILT_IN and IDENTIFIER.fullmatch(name), name
            assert parent in self.types, parent
            for feature, range_ in features.items():
                assert IDENTIFIER.fullmatch(feature) and "." not in feature, feature
                base = range_.removesuffix("[]")
                assert base.startswith("uima.cas.") or base in self.types, range_

    def is_a(self, name, ancestor):
        while name is not None:
            if name == ancestor:
                return True
            name = self.types[name][0]
        return False

    def range(self, name, feature):
        while name is not None:
            parent, features = self.types[name]
            if feature in features:
                return features[feature]
            name = parent
        raise AssertionError(f"no feature {feature}")


def count(types, structures, views):
    """Spans, relations and length of the text of a CAS; checks offsets and references."""
    (view,) = views
    sofa, text, members = view
    units = utf16(text)
    spans = relations = 0
    assert len(members) == len(set(members)) and all(one in structures for one in members)
    for id_, (type_, values, references) in structures.items():
        for feature, targets in references.items():
            for target in targets:
                assert target == sofa or target in structures, (feature, target)
        if not types.is_a(type_, ANNOTATION):
            continue
        assert id_ in members, "an annotation is not listed"
        assert references["sofa"] == [sofa]
        begin, end = values["begin"], values["end"]
        assert 0 <= begin <= end <= len(units) // 2
        cut(units, begin, end).encode("utf-8", "surrogatepass")
        if "Governor" in references:
            ends = [structures[references[one][0]] for one in ("Governor", "Dependent")]
            assert all(types.is_a(one[0], ANNOTATION) for one in ends)
            assert (begin, end) == (ends[1][1]["begin"], ends[1][1]["end"])
            relations += 1
        elif type_ not in (TOKEN, SENTENCE) and not types.is_a(type_, "uima.tcas.DocumentAnnotation"):
            assert begin < end
            spans += 1
    return spans, relations, len(units) // 2


# --- XMI ---------------------------------------------------------------------------------------------------

UIMA = "{http://uima.apache.org/resourceSpecifier}"
XMI = "{http://www.omg.org/XMI}"


def types_of_xml(path):
    types = {}
    for one in ET.parse(path).getroot().iter(UIMA + "typeDescription"):
        features = {
            feature.findtext(UIMA + "name"): feature.findtext(UIMA + "rangeTypeName")
            for feature in one.iter(UIMA + "featureDescription")
        }
        types[one.findtext(UIMA + "name")] = (one.findtext(UIMA + "supertypeName"), features)
    return Types(types)


def value_of_xml(range_, text):
    kind = PRIMITIVE[range_.removeprefix("uima.cas.")]
    if kind is bool:
        assert text in ("true", "false")
        return text == "true"
    return kind(text)


def read_xmi(path, types):
    structures, sofas, members = {}, {}, {}
    for element in ET.parse(path).getroot():
        namespace, name = re.fullmatch(r"\{http:///(.*)\.ecore\}(.*)", element.tag).groups()
        type_ = namespace.replace("/", ".") + "." + name
        attributes = dict(element.attrib)
        if type_ == "uima.cas.NULL":
            continue
        if type_ == "uima.cas.View":
            members[attributes["sofa"]] = attributes["members"].split()
            continue
        id_ = attributes.pop(XMI + "id")
        assert int(id_) > 0 and id_ not in structures and id_ not in sofas
        if type_ == "uima.cas.Sofa":
            int(attributes["sofaNum"])
            sofas[id_] = attributes["sofaString"]
            continue
        values, references = {}, {}
        for feature, text in attributes.items():
            range_ = types.range(type_, feature)
            if range_ == "uima.cas.StringArray":
                assert text == "", "items stand in elements"
            elif range_.removeprefix("uima.cas.") in PRIMITIVE:
                values[feature] = value_of_xml(range_, text)
            else:
                references[feature] = text.split()
                assert range_ == "uima.cas.FSArray" or len(references[feature]) == 1
        for item in element:
            assert types.range(type_, item.tag) == "uima.cas.StringArray"
        structures[id_] = (type_, values, references)
    return count(types, structures, [(one, text, members[one]) for one, text in sofas.items()])


# --- JSON --------------------------------------------------------------------------------------------------


def read_json(path):
    root = json.loads(path.read_text("utf-8"))
    # Apache UIMA reads in file order, and loops for ever at a key that it does not know.
    assert list(root) == ["%TYPES", "%FEATURE_STRUCTURES", "%VIEWS"]
    listed = {}
    for name, one in root["%TYPES"].items():
        assert one["%NAME"] == name
        own = {key: feature["%RANGE"] for key, feature in one.items() if not key.startswith("%")}
        listed[name] = (one["%SUPER_TYPE"], own)
    types = Types(listed)
    structures, arrays, sofas = {}, {}, {}
    for one in root["%FEATURE_STRUCTURES"]:
        assert list(one)[:2] == ["%ID", "%TYPE"] and isinstance(one["%ID"], int) and one["%ID"] > 0
        id_, type_ = one.pop("%ID"), one.pop("%TYPE")
        assert id_ not in structures and id_ not in arrays and id_ not in sofas
        if type_ == "uima.cas.Sofa":
            sofas[id_] = one["sofaString"]
            continue
        if "%ELEMENTS" in one:
            arrays[id_] = (type_, one["%ELEMENTS"])
            continue
        values, references = {}, {}
        for key, value in one.items():
            if key == "@sofa":
                assert value in sofas, "a text must come before what refers to it"
                references["sofa"] = [value]
            elif key.startswith("@"):
                range_ = types.range(type_, key[1:])
                if value in arrays:
                    kind, items = arrays[value]
                    assert kind == range_, (kind, range_)
                    if kind == "uima.cas.StringArray":
                        assert all(isinstance(item, str) for item in items)
                        continue
                    references[key[1:]] = items
                else:
                    references[key[1:]] = [value]
            else:
                range_ = types.range(type_, key)
                kind = PRIMITIVE[range_.removeprefix("uima.cas.")]
                assert isinstance(value, kind) or (kind is float and isinstance(value, int)), (key, value)
                assert kind is bool or not isinstance(value, bool)
                values[key] = value
        structures[id_] = (type_, values, references)
    views = []
    for view in root["%VIEWS"].values():
        views.append((view["%SOFA"], sofas[view["%SOFA"]], view["%MEMBERS"]))
    return count(types, structures, views)


def main(kind, folder):
    folder = pathlib.Path(folder)
    if kind == "uima_xmi":
        types = types_of_xml(folder / "TypeSystem.xml")
        counts = [read_xmi(path, types) for path in folder.rglob("*.xmi")]
    elif kind == "uima_json":
        counts = [read_json(path) for path in folder.rglob("*.json")]
    else:
        counts = [read_tsv(path) for path in folder.rglob("*.tsv")]
    spans, relations, length = (sum(column) for column in zip(*counts))
    print(json.dumps({"files": len(counts), "spans": spans, "relations": relations, "length": length}))


main(*sys.argv[1:])
