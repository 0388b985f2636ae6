import type { AnnotationRecord } from '../../model/annotation-set.ts';
import type { Annotator } from '../../model/annotator.ts';
import type { Dataset, DatasetDocument, DatasetSet } from '../dataset.ts';
import type { FormatOptions } from '../format.ts';
import { type FlatSet, flatSet } from '../json/flat-spans.ts';
import { OffsetPlaces } from '../json/offset-units.ts';
import { replaceIllegalXml } from '../xml/escape.ts';
import { emptyTag, startTag, textElement } from '../xml/write-xml.ts';
import { guidOf } from './guid.ts';
import { decimalOf, labelSet, textOfValue, type Variables } from './plan-project.ts';
import { codeGuid } from './write-codes.ts';

/** So much of the words of a selection is its name. */
const NAME_LENGTH = 200;

/** GUIDs of what a source is made of. */
export interface SourceGuids {
  readonly source: string;
  readonly text: string;
}

export function sourceGuids(dataset: Dataset, { id }: DatasetDocument): SourceGuids {
  return { source: guidOf(dataset.name, 'source', id), text: guidOf(dataset.name, 'text', id) };
}

/** GUID of whoever made a set; none where the file that it came from did not say. */
export function userGuid(dataset: Dataset, { id }: Annotator): string | undefined {
  return id === 'imported' ? undefined : guidOf(dataset.name, 'user', id);
}

function selectionGuid(dataset: Dataset, document: DatasetDocument, set: DatasetSet, at: number) {
  return guidOf(dataset.name, 'selection', document.id, set.annotator.id, String(at));
}

/** GUID of the note that an annotator wrote about a document. */
export function noteGuid(dataset: Dataset, document: DatasetDocument, set: DatasetSet): string {
  return guidOf(dataset.name, 'note', document.id, set.annotator.id);
}

/** `<TextSource>` with its selections, notes and variables, in the order of the schema. */
export function* sourceOf(
  dataset: Dataset,
  document: DatasetDocument,
  variables: Variables,
  options: FormatOptions,
): Generator<string> {
  const guids = sourceGuids(dataset, document);
  const labels = labelSet(document);
  yield `${startTag('TextSource', {
    guid: guids.source,
    name: replaceIllegalXml(document.name),
    plainTextPath: `internal://${guids.text}.txt`,
    creatingUser: labels && userGuid(dataset, labels.annotator),
  })}\n`;
  const places = new OffsetPlaces(document.text, 'code-points');
  for (const set of document.sets) {
    const flat = flatSet(set.records, options);
    const user = userGuid(dataset, set.annotator);
    for (const [i, { span, range }] of flat.spans.entries()) {
      const guid = selectionGuid(dataset, document, set, i);
      const words = document.text.slice(range.start, range.end).slice(0, NAME_LENGTH);
      yield startTag('PlainTextSelection', {
        guid,
        name: replaceIllegalXml(words.toWellFormed()),
        startPosition: places.write(range.start),
        endPosition: places.write(range.end),
        creatingUser: user,
      });
      if (span.note !== '') yield textElement('Description', replaceIllegalXml(span.note));
      yield startTag('Coding', { guid: guidOf(guid, 'coding'), creatingUser: user });
      yield emptyTag('CodeRef', { targetGUID: codeGuid(dataset, span.type) });
      yield '</Coding></PlainTextSelection>\n';
    }
  }
  for (const set of document.sets) {
    if (!set.records.some(({ kind }) => kind === 'note')) continue;
    yield `${emptyTag('NoteRef', { targetGUID: noteGuid(dataset, document, set) })}\n`;
  }
  for (const record of labels?.records ?? []) {
    if (record.kind === 'label') yield variableValue(dataset, record, variables);
  }
  yield '</TextSource>\n';
}

function variableValue(
  dataset: Dataset,
  { name, value }: Extract<AnnotationRecord, { kind: 'label' }>,
  variables: Variables,
): string {
  const kind = variables.get(name) ?? 'Text';
  const text =
    kind !== 'Text' && typeof value === 'number'
      ? (decimalOf(value) ?? String(value))
      : replaceIllegalXml(textOfValue(value));
  const ref = emptyTag('VariableRef', { targetGUID: guidOf(dataset.name, 'variable', name) });
  return `<VariableValue>${ref}${textElement(`${kind}Value`, text)}</VariableValue>\n`;
}

/** `<Link>` for each relation of a set. */
export function* linksOf(
  dataset: Dataset,
  document: DatasetDocument,
  set: DatasetSet,
  options: FormatOptions,
): Generator<string> {
  const { relations, indexOf }: FlatSet = flatSet(set.records, options);
  const symmetric = new Set(
    dataset.schema.relationTypes.filter((one) => one.symmetric).map(({ name }) => name),
  );
  for (const { id, type, from, to } of relations) {
    const end = (span: string) => selectionGuid(dataset, document, set, indexOf.get(span) ?? 0);
    yield `${emptyTag('Link', {
      guid: guidOf(dataset.name, 'link', document.id, set.annotator.id, id),
      name: replaceIllegalXml(type),
      direction: symmetric.has(type) ? 'Associative' : 'OneWay',
      originGUID: end(from),
      targetGUID: end(to),
    })}\n`;
  }
}
