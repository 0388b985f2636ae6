import type { ImportChoice } from '#api/calls/imports.ts';
import type { Args, Method } from '#api/contract.ts';
import type { Change } from '#core/edit/change.ts';
import type { Schema } from '#core/model/schema.ts';

const key = { documentId: 'letter-1', annotatorId: 'ada-k3f9' };
const job = 'job-1';

const change: Change = {
  added: {
    s1: {
      kind: 'span',
      id: 's1',
      type: 'Person',
      ranges: [
        { start: 0, end: 3 },
        { start: 10, end: 12 },
      ],
      attributes: { certain: true, aliases: ['Ada', 'A.'] },
      note: '',
    },
    'label:genre': { kind: 'label', id: 'label:genre', name: 'genre', value: 'letter' },
    note: { kind: 'note', id: 'note', text: 'Read twice.' },
    status: { kind: 'status', id: 'status', status: 'done', at: '2026-11-24T15:00:00Z' },
  },
  updated: {},
  removed: {
    r1: {
      kind: 'relation',
      id: 'r1',
      type: 'meets',
      from: 's1',
      to: 's2',
      attributes: { strength: 0.5 },
      note: 'In 1833.',
    },
  },
};

const schema: Schema = {
  entityTypes: [
    {
      name: 'Person',
      parent: null,
      color: '#aa3355',
      key: 'p',
      description: 'People, named or not.',
      examples: ['Ada'],
      attributes: [
        {
          name: 'certain',
          kind: 'yes-no',
          values: [],
          default: true,
          required: false,
          key: null,
          description: '',
        },
      ],
    },
  ],
  relationTypes: [
    {
      name: 'meets',
      parent: null,
      color: '#335566',
      key: null,
      description: '',
      examples: [],
      attributes: [],
      from: ['Person'],
      to: [],
      symmetric: true,
    },
  ],
  documentLabels: [],
};

const request = {
  format: 'jsonl',
  selection: {
    documents: ['letter-1'],
    annotators: [],
    entityTypes: ['Person'],
    relationTypes: [],
  },
  options: { offsets: 'code-points' },
};

const choice: ImportChoice = {
  into: 'new',
  sources: [
    {
      source: 'source-1',
      reader: 'table',
      options: { 'column:1': 'text' },
      encodings: { 'C:\\all.zip\\a.csv': 'windows-1252' }, // names of files looked at: nothing is opened by them
      without: ['C:\\all.zip\\b.csv'],
    },
    { source: 'source-2' },
  ],
  mapping: {
    entityTypes: { PER: 'Person', MISC: null },
    relationTypes: {},
    documentLabels: { genre: 'Genre' },
    entityAttributes: { PER: { sure: 'certain', id: null } },
    relationAttributes: {},
  },
  annotators: { imported: { id: 'ada-k3f9', name: 'Ada' } },
  copies: ['source-1:0'],
  without: ['source-2:4'],
};

const agreement = {
  documents: ['letter-1'],
  annotators: ['ada-k3f9', 'ben-1x2y'],
  entityTypes: null,
  relationTypes: ['knows'],
  rule: 'exact' as const,
  replicates: 1_000,
  level: 0.95,
  seed: 7,
};
const gamma = { ...agreement, alpha: 1, beta: 1, deltaEmpty: 1, precision: 0.02, job };

const merging = { others: ['/home/ada/ben.glossator'], join: { 'ben-9': 'ben-2' }, mapping: null };
const packing = {
  ...{ documents: ['letter-1'], annotators: [{ id: 'ben-2', name: 'Ben' }], each: null },
  ...{
    overlap: 1,
    order: 'given' as const,
    seed: 7,
    blind: true,
    correct: null,
    guidelines: 'Tag people.',
  },
  separate: false,
} as const;

/** Arguments that every call must take. */
export const EXAMPLES: { readonly [M in Method]: Args<M> } = {
  'agreement.run': { ...agreement, job },
  'agreement.places': {
    request: agreement,
    queries: [
      {
        ...{ kind: 'span-cell', first: 'ada-k3f9', second: 'ben-1x2y', rule: 'exact' },
        ...{ row: 'Person', column: '∅' },
      },
    ],
    job,
  },
  'agreement.gamma': gamma,
  'agreement.gammaTime': gamma,
  'agreement.write': {
    ...{ request: agreement, format: 'csv', target: '/home/ada/agreement.csv', overwrite: false },
    job,
  },
  'annotations.read': key,
  'annotations.commit': { ...key, base: 3, label: 'Tag Person ‘Ada’', code: 'span.add', change },
  'annotations.undo': key,
  'annotations.redo': key,
  'annotations.history': key,
  'annotations.at': { ...key, seq: 2 },
  'annotations.restore': { ...key, seq: 0 },
  'app.info': null,
  'app.identify': { name: 'Ada Lovelace' },
  'app.saveSettings': { theme: 'dark', textSize: 18 },
  'app.forgetRecent': { path: '/home/ada/letters' },
  'app.choose': { purpose: 'export-file', suggestedName: 'letters.json' },
  'app.drop': { files: ['/home/ada/a.txt'] },
  'app.print': {
    html: '<p>Ada</p>',
    target: '/home/ada/letter.pdf',
    paper: 'A4',
    isLandscape: false,
  },
  'app.stopPrint': null,
  'app.reveal': { path: '/home/ada/letters' },
  'app.copy': { text: 'Ada' },
  'app.menu': { enabled: { 'edit.undo': true }, labels: { 'edit.undo': 'Undo' }, checked: {} },
  'app.newWindow': null,
  'app.closeWindow': null,
  'app.setTitle': { title: 'Letters' },
  'documents.text': { documentId: 'letter-1' },
  'documents.rename': { documentId: 'letter-1', name: 'Second letter' },
  'documents.remove': { documentIds: ['letter-1'] },
  'documents.restore': { documentIds: ['letter-1'] },
  'documents.status': { documentIds: ['letter-1'], status: 'needs-review', job: 'status-1' },
  'documents.search': { query: 'engine', job },
  'documents.details': { documentId: 'letter-1' },
  'export.formats': null,
  'export.places': { ...request, loss: { what: 'notes', why: 'No notes.' }, job },
  'export.preview': { ...request, job, reuse: true },
  'export.figure': {
    format: 'svg',
    data: '<svg/>',
    target: '/home/ada/figure.svg',
    overwrite: false,
  },
  'export.write': { ...request, target: '/home/ada/out.jsonl', overwrite: false, job },
  'import.readers': null,
  'import.look': { paths: ['/home/ada/corpus', '/home/ada/all.zip'], job },
  'import.preview': { ticket: 'ticket-1', choice, job },
  'import.text': { ticket: 'ticket-1', choice, key: 'source-1:0', job },
  'import.apply': { ticket: 'ticket-1', choice, job },
  'import.close': { ticket: 'ticket-1' },
  'job.cancel': { job },
  'merge.plan': { choice: merging, job },
  'merge.apply': { choice: merging, job },
  'merge.copies': null,
  'packet.plan': { choice: packing },
  'packet.write': {
    ...{ choice: packing, target: '/home/ada/ben.glossator', overwrite: false },
    job,
  },
  'packet.look': { path: '/home/ada/ben.glossator' },
  'packet.unpack': { path: '/home/ada/ben.glossator', job },
  'project.create': { name: 'Letters' },
  'project.sample': null,
  'project.open': { path: '/home/ada/letters', mode: 'ask' },
  'project.view': null,
  'project.rename': { name: 'Letters' },
  'project.close': null,
  'project.discard': null,
  'project.summaries': null,
  'project.undo': null,
  'project.redo': null,
  'project.history': null,
  'review.differences': {
    ...{ documents: [], annotators: ['ada-k3f9', 'ben-1x2y'] },
    filter: { kind: 'boundaries', type: 'Person', annotator: null, document: null, words: 'Ada' },
    job,
  },
  'review.excerpt': {
    ...{ document: 'letter-1', annotators: ['ada-k3f9', 'ben-1x2y'], around: 300 },
    record: { annotator: 'ada-k3f9', id: 'label:genre' },
    reading: 'compare-1',
  },
  'schema.edit': {
    label: 'Rename Person',
    schema,
    migrations: [
      { kind: 'rename-entity-type', from: 'Human', to: 'Person' },
      { kind: 'rename-attribute', of: 'entity', type: 'Person', from: 'sure', to: 'certain' },
      { kind: 'split-entity-type', type: 'Place', attribute: 'kind', into: { city: 'City' } },
      { kind: 'delete-attribute', of: 'relation', type: 'meets', name: 'where' },
      { kind: 'delete-label', name: 'genre' },
    ],
  },
  'schema.preview': { migrations: [{ kind: 'merge-entity-types', from: 'City', to: 'Place' }] },
  'schema.readFile': { path: '/home/ada/annotation.conf' },
  'schema.writeFile': { path: '/home/ada/schema.json', overwrite: true },
};
