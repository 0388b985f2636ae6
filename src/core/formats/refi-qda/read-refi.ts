import type { Annotator } from '../../model/annotator.ts';
import { err, ok, type Result } from '../../result.ts';
import { completeSchema } from '../complete-schema.ts';
import { type Dataset, type DatasetDocument, IMPORTED } from '../dataset.ts';
import type { FormatError, SourceFile } from '../format.ts';
import { newDocumentIds } from '../tokens/names-of-documents.ts';
import { ProblemList } from '../tokens/problem-list.ts';
import { localName } from '../xml/namespaces.ts';
import type { XmlElement } from '../xml/xml-element.ts';
import { allOf, partOf, partsOf, textOf } from './elements.ts';
import { plainGuid } from './guid.ts';
import { type OpenProject, openProjects } from './open-project.ts';
import { type Codes, readCodes } from './read-codes.ts';
import { readLinks } from './read-links.ts';
import { type ProjectContext, readSource, type SourceDraft } from './read-source.ts';
import type { PositionReading } from './source-text.ts';

/** What a project can hold and we cannot: told once for each kind. */
const LEFT_OUT: Readonly<Record<string, string>> = {
  Case: 'cases',
  Set: 'sets',
  Graph: 'graphs',
  PictureSelection: 'selections in pictures',
  PDFSelection: 'selections on pages of PDF',
  AudioSelection: 'selections in sound',
  VideoSelection: 'selections in video',
};

const SOURCES = ['TextSource', 'PictureSource', 'PDFSource', 'AudioSource', 'VideoSource'];

/** Reads projects and codebooks. A codebook gives a schema and no documents. */
export function readRefi(
  files: readonly SourceFile[],
  reading: PositionReading,
): Result<Dataset, FormatError> {
  const projects = openProjects(files);
  if (!projects.ok) return projects;
  const problems = new ProblemList();
  const newId = newDocumentIds();
  const annotators = annotatorIds();
  const documents: DatasetDocument[] = [];
  let types: Codes['types'] = [];
  let missing = 0;
  for (const project of projects.value) {
    const isCodebook = localName(project.root.name) === 'CodeBook';
    const codeBook = isCodebook ? project.root : partOf(project.root, 'CodeBook');
    const codes = readCodes(codeBook, project.path, problems);
    const names = new Set(types.map(({ name }) => name));
    types = [...types, ...codes.types.filter(({ name }) => !names.has(name))];
    if (isCodebook) continue;
    const read = readProject(project, codes, reading, problems, annotators);
    missing += read.missing;
    for (const { name, text, sets } of read.drafts) {
      const kept = [...sets.values()].map(({ annotator, records }) => ({
        annotator,
        records: [...records.values()],
      }));
      documents.push({ id: newId(name), name, text, sets: kept });
    }
  }
  const [first] = projects.value;
  if (documents.length === 0 && missing > 0) {
    const message =
      'No text of this project is there: its sources are kept elsewhere, or were left out when it was exported.';
    return err({ code: 'invalid-file', message, place: { file: first?.path ?? '' } });
  }
  const used = new Set(projects.value.flatMap((one) => [...one.used]));
  for (const { path } of files) {
    if (/\.(?:qdpx|qde|qdc|xml|zip)$/iu.test(path) || used.has(path)) continue;
    const message = 'No project names this file, so it was left out.';
    problems.add('left-out', message, { file: path });
  }
  const schema = completeSchema(
    { entityTypes: types, relationTypes: [], documentLabels: [] },
    documents,
  );
  const name = first?.root.attributes['name']?.slice(0, 500) || 'project';
  return ok({ name, schema, documents, ...problems.field() });
}

function readProject(
  { path, root, textOf: sourceText }: OpenProject,
  codes: Codes,
  reading: PositionReading,
  problems: ProblemList,
  userIds: (user: XmlElement | undefined) => Annotator,
): { readonly drafts: readonly SourceDraft[]; readonly missing: number } {
  const users = byGuid(partsOf(partOf(root, 'Users'), 'User'));
  const notes = partsOf(partOf(root, 'Notes'), 'Note').map((note) => {
    const file = sourceText(note.attributes['plainTextPath'] ?? '');
    const text = file?.ok ? file.value : textOf(note, 'PlainTextContent');
    const user = plainGuid(note.attributes['creatingUser']);
    return [plainGuid(note.attributes['guid']), { text, user }] as const;
  });
  const variables = partsOf(partOf(root, 'Variables'), 'Variable').map(
    ({ attributes }) => [plainGuid(attributes['guid']), attributes['name'] ?? ''] as const,
  );
  const context: ProjectContext = {
    file: path,
    codes: codes.byGuid,
    userOf: (guid) => userIds(users.get(guid)),
    notes: new Map(notes),
    variables: new Map(variables),
    reading,
    problems,
    spans: new Map(),
  };
  const drafts: SourceDraft[] = [];
  let missing = 0;
  for (const source of textsIn(partOf(root, 'Sources'))) {
    const { plainTextPath = '', guid = '' } = source.attributes;
    const file = sourceText(plainTextPath);
    const inline = partOf(source, 'PlainTextContent') ? textOf(source, 'PlainTextContent') : null;
    const name = (source.attributes['name'] || guid || 'source').slice(0, 500);
    if (file?.ok || inline !== null) {
      drafts.push(readSource(source, file?.ok ? file.value : (inline ?? ''), name, context));
      continue;
    }
    missing++;
    const message = `The text of ‘${name.slice(0, 60)}’ is not there${plainTextPath === '' ? '' : ` (${plainTextPath.slice(0, 100)})`}; it was left out.`;
    const place = { file: path, line: source.line, column: source.column };
    problems.add('no-text', file && !file.ok ? file.error.message : message, place);
  }
  readLinks(root, context);
  for (const [name, what] of Object.entries(LEFT_OUT)) {
    const [first, ...more] = allOf(root, name);
    if (!first) continue;
    const message = `The project has ${what} (${more.length + 1}), which are left out.`;
    problems.add('left-out', message, { file: path, line: first.line, column: first.column });
  }
  return { drafts, missing };
}

/** Sources of text, and the texts that stand for sources of other kinds; not those of single selections. */
function* textsIn(sources: XmlElement | undefined): Generator<XmlElement> {
  for (const source of partsOf(sources, ...SOURCES)) {
    if (localName(source.name) === 'TextSource') yield source;
    else yield* partsOf(source, 'Transcript', 'Representation', 'TextDescription');
  }
}

function byGuid(elements: readonly XmlElement[]): ReadonlyMap<string, XmlElement> {
  return new Map(elements.map((one) => [plainGuid(one.attributes['guid']), one]));
}

/** Gives each user an id that can name a folder; who is not in the list of users is whoever imported. */
function annotatorIds(): (user: XmlElement | undefined) => Annotator {
  const newId = newDocumentIds();
  const known = new Map<XmlElement, Annotator>();
  return (user) => {
    if (!user) return IMPORTED;
    const { id = '', name = '', guid = '' } = user.attributes;
    const found = known.get(user);
    if (found) return found;
    const given = newId(id || name || plainGuid(guid) || 'user');
    const annotator = {
      id: given === IMPORTED.id ? `${given}-1` : given,
      name: (name || id || 'User').slice(0, 500),
    };
    known.set(user, annotator);
    return annotator;
  };
}
