import { inOrderOfIds } from '../complete-schema.ts';
import { type Dataset, setsOf } from '../dataset.ts';
import { safeFileName } from '../file-name.ts';
import type { FormatOptions, TargetFile } from '../format.ts';
import { replaceIllegalXml } from '../xml/escape.ts';
import { emptyTag, startTag, textElement, XML_DECLARATION } from '../xml/write-xml.ts';
import { writeZip } from '../zip/write-zip.ts';
import { guidOf } from './guid.ts';
import { variablesOf } from './plan-project.ts';
import { codesOf } from './write-codes.ts';
import { linksOf, noteGuid, sourceGuids, sourceOf, userGuid } from './write-source.ts';

const PROJECT = 'urn:QDA-XML:project:1.0';
const CODEBOOK = 'urn:QDA-XML:codebook:1.0';
const ORIGIN = 'Glossator';

/** Writes a project as one archive, or its codebook as one file. */
export function writeRefi(given: Dataset, options: FormatOptions): readonly TargetFile[] {
  const dataset = inOrderOfIds(given);
  const name = safeFileName(dataset.name, 'project');
  if (options['form'] === 'codebook') {
    return [{ path: `${name}.qdc`, parts: () => writeCodebook(dataset) }];
  }
  const sources = dataset.documents.map(
    (document): TargetFile => ({
      path: `Sources/${sourceGuids(dataset, document).text}.txt`,
      parts: () => [document.text],
    }),
  );
  const project: TargetFile = {
    path: 'project.qde',
    parts: () => projectParts(dataset, options),
  };
  return [{ path: `${name}.qdpx`, parts: () => writeZip([project, ...sources]) }];
}

/** The types of a dataset as a codebook (`urn:QDA-XML:codebook:1.0`). */
export function* writeCodebook(dataset: Dataset): Generator<string> {
  yield `${XML_DECLARATION}${startTag('CodeBook', { xmlns: CODEBOOK, origin: ORIGIN })}\n`;
  yield* codesOf(dataset);
  yield '</CodeBook>\n';
}

function* projectParts(dataset: Dataset, options: FormatOptions): Generator<string> {
  const name = replaceIllegalXml(dataset.name);
  yield `${XML_DECLARATION}${startTag('Project', { xmlns: PROJECT, name, origin: ORIGIN })}\n`;
  yield* wrapped('Users', usersOf(dataset));
  yield* wrapped('CodeBook', codesOf(dataset));
  const variables = variablesOf(dataset);
  yield* wrapped('Variables', variableElements(dataset, variables));
  yield* wrapped('Sources', sourceElements());
  yield* wrapped('Notes', notesOf(dataset));
  yield* wrapped('Links', linkElements());
  yield '</Project>\n';

  function* sourceElements(): Generator<string> {
    for (const document of dataset.documents) {
      yield* sourceOf(dataset, document, variables, options);
    }
  }
  function* linkElements(): Generator<string> {
    for (const { document, set } of setsOf(dataset)) {
      yield* linksOf(dataset, document, set, options);
    }
  }
}

/** The element around its parts; nothing where there are none, since the schema wants one at least. */
function* wrapped(name: string, parts: Iterable<string>): Generator<string> {
  let isOpen = false;
  for (const part of parts) {
    if (!isOpen) yield `<${name}>\n`;
    isOpen = true;
    yield part;
  }
  if (isOpen) yield `</${name}>\n`;
}

function* usersOf(dataset: Dataset): Generator<string> {
  const users = new Map([...setsOf(dataset)].map(({ set }) => [set.annotator.id, set.annotator]));
  for (const user of users.values()) {
    const guid = userGuid(dataset, user);
    if (guid === undefined) continue;
    const { id, name } = user;
    yield `${emptyTag('User', { guid, name: replaceIllegalXml(name), id: replaceIllegalXml(id) })}\n`;
  }
}

function* variableElements(
  dataset: Dataset,
  variables: ReturnType<typeof variablesOf>,
): Generator<string> {
  for (const [name, typeOfVariable] of variables) {
    const guid = guidOf(dataset.name, 'variable', name);
    yield `${emptyTag('Variable', { guid, name: replaceIllegalXml(name), typeOfVariable })}\n`;
  }
}

function* notesOf(dataset: Dataset): Generator<string> {
  for (const { document, set } of setsOf(dataset)) {
    const note = set.records.find((record) => record.kind === 'note');
    if (note?.kind !== 'note') continue;
    yield startTag('Note', {
      guid: noteGuid(dataset, document, set),
      name: replaceIllegalXml(document.name),
      creatingUser: userGuid(dataset, set.annotator),
    });
    yield `${textElement('PlainTextContent', replaceIllegalXml(note.text))}</Note>\n`;
  }
}
