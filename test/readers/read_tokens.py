"""Reads files of tokens with nothing of Glossator: CoNLL-2003/2002 as conlleval does, CoNLL-U, CoNLL-2012.

Prints, for each document, its words and its names as [type, first word, word after the last].
"""
import json
import re
import sys


def parts(tag):
    return tag.split('-', 1) if '-' in tag else (tag, '')


def starts(before, before_type, tag, kind):
    """As conlleval's startOfChunk."""
    return (
        tag in ('B', 'S', 'U')
        or (before in ('E', 'L', 'S', 'U', 'O') and tag in ('E', 'L', 'I'))
        or (tag != 'O' and before_type != kind)
    )


def ends(before, before_type, tag, kind):
    """As conlleval's endOfChunk."""
    return (
        before in ('E', 'L', 'S', 'U')
        or (before in ('B', 'I') and tag in ('B', 'S', 'U', 'O'))
        or (before != 'O' and before_type != kind)
    )


def chunks(tags, offset):
    found, begin = [], None
    before, before_type = 'O', ''
    for i, whole in enumerate(tags + ['O']):
        tag, kind = parts(whole)
        if begin is not None and ends(before, before_type, tag, kind):
            found.append([before_type, offset + begin, offset + i])
            begin = None
        if starts(before, before_type, tag, kind) and tag != 'O':
            begin = i
        before, before_type = tag, kind
    return found


def columns(text):
    documents, tags = [], []

    def flush():
        if tags:
            document = documents[-1]
            document['names'] += chunks(tags, len(document['words']) - len(tags))
            tags.clear()

    for line in text.split('\n'):
        cells = line.split()
        if not cells:
            flush()
        elif cells[0] == '-DOCSTART-':
            flush()
            documents.append({'words': [], 'names': []})
        else:
            if not documents:
                documents.append({'words': [], 'names': []})
            documents[-1]['words'].append(cells[0])
            tags.append(cells[-1])
    flush()
    return documents


def conllu(text):
    assert text.endswith('\n\n'), 'the last sentence needs an empty line after it'
    documents, seen = [], set()
    for block in text.split('\n\n')[:-1]:
        comments = [line for line in block.split('\n') if line.startswith('#')]
        rows = [line.split('\t') for line in block.split('\n') if not line.startswith('#')]
        assert all(len(row) == 10 for row in rows), rows
        assert [row[0] for row in rows] == [str(i + 1) for i in range(len(rows))]
        if any(line.startswith('# newdoc') for line in comments):
            documents.append({'words': [], 'names': []})
        (sent_id,) = [line for line in comments if line.startswith('# sent_id = ')]
        assert sent_id not in seen
        seen.add(sent_id)
        (stated,) = [line[len('# text = '):] for line in comments if line.startswith('# text = ')]
        miscs = [dict(item.split('=', 1) for item in row[9].split('|') if '=' in item) for row in rows]
        built = ''
        for i, (row, misc) in enumerate(zip(rows, miscs)):
            last = i == len(rows) - 1
            built += row[1] + ('' if last or misc.get('SpaceAfter') == 'No' else ' ')
        assert built == stated, (built, stated)
        document = documents[-1]
        offset = len(document['words'])
        document['words'] += [row[1] for row in rows]
        document['names'] += chunks([misc.get('NER', 'O') for misc in miscs], offset)
    return documents


def conll2012(text):
    documents, opened = [], []
    for line in text.split('\n'):
        cells = line.split()
        if line.startswith('#begin document'):
            assert re.match(r'#begin document \((\S+)\); part (\d+)$', line), line
            documents.append({'words': [], 'names': []})
            opened, chains = [], {}
        elif line.startswith('#end document'):
            assert not opened and not any(chains.values())
        elif cells:
            document = documents[-1]
            at = len(document['words'])
            document['words'].append(cells[3])
            name, mention = cells[10], cells[-1]
            if name.startswith('('):
                opened.append([name.strip('(*)'), at])
            if name.endswith(')'):
                document['names'].append([*opened.pop(), at + 1])
            for one in [] if mention == '-' else mention.split('|'):
                chain = one.strip('()')
                if one.startswith('('):
                    chains.setdefault(chain, []).append(at)
                if one.endswith(')'):
                    chains[chain].pop()
    return documents


READERS = {'columns': columns, 'conllu': conllu, 'conll2012': conll2012}
with open(sys.argv[2], encoding='utf-8', newline='') as file:
    json.dump(READERS[sys.argv[1]](file.read()), sys.stdout)
