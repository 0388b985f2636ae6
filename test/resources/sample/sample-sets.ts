import type { AttributeValue } from '#core/model/attribute.ts';
import type { Status } from '#core/model/document-status.ts';

/** `[key, type, words]`: the n-th place (from 1) where the words stand, several words for several ranges. */
export interface SampleSpan {
  readonly key: string;
  readonly type: string;
  readonly words: readonly string[];
  /** Which occurrence of the first words; the next words are looked for after them. */
  readonly nth?: number;
  readonly attributes?: Readonly<Record<string, AttributeValue>>;
  readonly note?: string;
}

export interface SampleRelation {
  readonly type: string;
  readonly from: string;
  readonly to: string;
  readonly note?: string;
}

export interface SampleSet {
  readonly document: 'harbour-pact' | 'ridge-festival' | 'painting-returns';
  readonly annotator: 'mira' | 'jonas';
  readonly spans: readonly SampleSpan[];
  readonly relations: readonly SampleRelation[];
  readonly labels: Readonly<Record<string, AttributeValue>>;
  readonly note?: string;
  readonly status: Status;
}

type More = Omit<SampleSpan, 'key' | 'type' | 'words'>;

const span = (key: string, type: string, words: string | readonly string[], more: More = {}) => ({
  ...{ key, type, words: typeof words === 'string' ? [words] : words },
  ...more,
});
const person = (key: string, words: string, mention: string, more: More = {}) =>
  span(key, 'Person', words, { ...more, attributes: { mention, ...more.attributes } });
const relation = (from: string, type: string, to: string, note = ''): SampleRelation => ({
  ...{ type, from, to },
  ...(note ? { note } : {}),
});

const FULL = 'full name';
const PART = 'part of the name';
const SPEAKS = { attributes: { speaks: true } };
const STATE = { attributes: { sector: ['state'] } };

/** Mira marks names as narrowly as she can, and reads every document to its end. */
const MIRA: readonly SampleSet[] = [
  {
    document: 'harbour-pact',
    annotator: 'mira',
    status: 'done',
    labels: { topic: 'politics', 'checked twice': true },
    note: 'The pact and the Lirio Accord are one event; I tag both mentions.',
    spans: [
      span('calder', 'Location', 'Calder'),
      span('lirio', 'Location', 'Port Lirio'),
      span('talks', 'Event', 'eleven hours of talks', {
        attributes: { time: 'past', certainty: 1 },
      }),
      span('date', 'Date', '12 May'),
      span('defence', 'Role', 'Defence Minister'),
      person('rehnvik', 'Tomas Rehnvik', FULL),
      span('ostmark', 'Location', 'Ostmark', { nth: 3 }),
      person('ocampo', 'Ines Ocampo', FULL, SPEAKS),
      span('customs', 'Building', 'Old Customs House'),
      span('accord', 'Event', 'Lirio Accord', { attributes: { time: 'now', certainty: 1 } }),
      span('finance-ministry', 'Organization', ['Finance', 'Ministries'], {
        attributes: { sector: ['state'] },
        note: 'Two ministries share one word: “Finance … Ministries” and “Defence Ministries”.',
      }),
      span('defence-ministry', 'Organization', 'Defence Ministries', STATE),
      span('money', 'Money', '48 million crowns', {
        attributes: { 'in words': 'forty-eight million crowns' },
      }),
      span('rock', 'Location', 'Gannet Rock'),
      span('guard', 'Organization', 'Calder Coast Guard', STATE),
      span('guard-house', 'Building', 'Coast Guard headquarters', {
        note: 'Crosses the name of the organization: neither lies inside the other.',
      }),
      span('admiral', 'Role', 'Admiral'),
      person('farrow', 'Adaeze Farrow', FULL, SPEAKS),
      span('halcyon', 'Ship', 'Halcyon'),
      person('ambler', 'Joss Ambler', FULL, SPEAKS),
      span('university', 'Organization', 'University of Port Lirio', {
        attributes: { sector: ['education'] },
      }),
      span('university-place', 'Location', 'Port Lirio', { nth: 4 }),
      span('families', 'Organization', "Halcyon Families' Association", {
        attributes: { sector: ['civil society'] },
      }),
      span('party', 'Organization', 'Sovereign Coast Party', STATE),
      span('vane-role', 'Role', 'Colonel'),
      person('vane', 'Idris Vane', FULL, SPEAKS),
      span('friday', 'Date', 'Friday'),
      span('vellmark', 'Location', 'Vellmark'),
      person('sorrel', 'Benedikta Sorrel', FULL, SPEAKS),
      span('chamber', 'Organization', 'Chamber of Commerce in Port Lirio', {
        attributes: { sector: ['business'] },
      }),
      span('exercise', 'Event', 'first exercise', {
        attributes: { time: 'planned', certainty: 0.9 },
      }),
      span('exercise-date', 'Date', '3 June'),
    ],
    relations: [
      relation('rehnvik', 'holds role', 'defence'),
      relation('rehnvik', 'meets', 'ocampo'),
      relation('farrow', 'holds role', 'admiral'),
      relation(
        'customs',
        'located in',
        'lirio',
        'Said nowhere outright: she speaks outside the House, on this quay.',
      ),
      relation('talks', 'located in', 'lirio'),
      relation('guard', 'member of', 'defence-ministry', 'Not stated. Ask Jonas.'),
      relation('ambler', 'member of', 'families'),
      relation('vane', 'member of', 'party'),
      relation('vane', 'holds role', 'vane-role'),
      relation('university', 'located in', 'university-place'),
      relation('chamber', 'located in', 'lirio'),
      relation('exercise', 'part of', 'accord'),
    ],
  },
  {
    document: 'ridge-festival',
    annotator: 'mira',
    status: 'in-progress',
    labels: { topic: 'culture' },
    spans: [
      span('senn', 'Location', 'Senn valley'),
      span('orjan', 'Location', 'SANKT ÖRJAN'),
      span('august', 'Date', 'three days in August'),
      span('festival', 'Event', 'Festival of Small Voices', {
        attributes: { time: 'planned', certainty: 1 },
      }),
      person('zoe', 'Zoë Lindqvist-Ó Briain', FULL, SPEAKS),
      span('cafe', 'Organization', 'Café Épilogue', {
        attributes: { sector: ['business', 'culture'] },
      }),
      person('inigo', 'Íñigo Valdés-Peña', FULL, SPEAKS),
      span('postman', 'Role', 'retired postman'),
      span('courier', 'Organization', 'Senn Courier', { attributes: { sector: ['business'] } }),
      span('courier-place', 'Location', 'Senn', { nth: 2 }),
      person('leila', 'Leila Sattar', FULL, SPEAKS),
      span('mill-upper', 'Building', ['Upper', 'Mill']),
      span('mill-lower', 'Building', 'Lower Mill'),
      person('yonatan', 'Yonatan Oren', FULL, SPEAKS),
      person('lin', 'Lin Yue', FULL, SPEAKS),
      span('foundation', 'Organization', 'Gudrun Åkesson Foundation', {
        attributes: { sector: ['civil society'] },
      }),
      span('founder', 'Person', 'Gudrun Åkesson', {
        attributes: { mention: FULL },
        note: 'A person inside an organization’s name.',
      }),
      span('gift', 'Money', '€75,000', {
        attributes: { 'in words': 'seventy-five thousand euros' },
      }),
      span('office', 'Organization', 'Office for Culture', STATE),
      span('grant', 'Money', '€20,000'),
      person('bo', 'Bo Nyström-Čapek', FULL, SPEAKS),
      span('treasurer', 'Role', 'treasurer'),
    ],
    relations: [
      relation('bo', 'holds role', 'treasurer'),
      relation('inigo', 'holds role', 'postman'),
      relation('festival', 'located in', 'senn'),
      relation('cafe', 'located in', 'orjan'),
      relation('courier', 'located in', 'courier-place'),
      relation('leila', 'meets', 'yonatan'),
    ],
  },
  {
    document: 'painting-returns',
    annotator: 'mira',
    status: 'needs-review',
    labels: { topic: 'crime' },
    note: 'Is the Art Crime Unit part of the police of Vellmark? The text does not say.',
    spans: [
      span('vellmark', 'Location', 'VELLMARK'),
      span('museum', 'Organization', 'Museum of the Estuary', {
        attributes: { sector: ['culture'] },
      }),
      span('director', 'Role', 'director'),
      person('aldous', 'Henrike Aldous', FULL, SPEAKS),
      person('quell', 'Maarit Quell', FULL),
      span('theft-date', 'Date', '9 October 1999'),
      span('laundry', 'Organization', 'White Swan Laundry', {
        attributes: { sector: ['business'] },
      }),
      span('inspector', 'Role', 'Inspector'),
      person('dow', 'Caspian Dow', FULL),
      span('unit', 'Organization', 'Art Crime Unit', STATE),
      person('ilves', 'Petra Ilves', FULL, SPEAKS),
      span('academy', 'Organization', 'Vellmark Academy', {
        attributes: { sector: ['education'] },
      }),
      span('academy-place', 'Location', 'Vellmark', { nth: 2 }),
      span('reward', 'Money', '150,000 crowns'),
      person('olaf', 'Olaf Tenney', FULL),
      person('mirjam', 'Mirjam Tenney', FULL, SPEAKS),
    ],
    relations: [
      relation('aldous', 'holds role', 'director'),
      relation('aldous', 'member of', 'museum'),
      relation('dow', 'holds role', 'inspector'),
      relation('dow', 'member of', 'unit'),
      relation('ilves', 'member of', 'academy'),
      relation('museum', 'located in', 'vellmark'),
    ],
  },
];

/** Jonas takes titles into names, calls governments organizations, and has not read the third document. */
const JONAS: readonly SampleSet[] = [
  {
    document: 'harbour-pact',
    annotator: 'jonas',
    status: 'done',
    labels: { topic: 'politics' },
    spans: [
      span('calder', 'Organization', 'Calder', {
        ...STATE,
        note: 'It signs, so it is an actor here.',
      }),
      span('ostmark', 'Organization', 'Ostmark', STATE),
      span('lirio', 'Location', 'PORT LIRIO'),
      span('tuesday', 'Date', 'Tuesday'),
      span('pact', 'Event', 'signed a pact on Tuesday', { attributes: { time: 'past' } }),
      person('rehnvik', 'Defence Minister Tomas Rehnvik', FULL),
      person('ocampo', 'Ines Ocampo', FULL, SPEAKS),
      person('ocampo-2', 'Ocampo', PART, { nth: 2 }),
      span('customs', 'Location', 'Old Customs House'),
      span('accord', 'Event', 'the Lirio Accord', { attributes: { time: 'now' } }),
      span('ministries', 'Organization', 'Finance and Defence Ministries', STATE),
      span('money', 'Money', '48 million crowns'),
      span('station', 'Location', 'signal station on Gannet Rock'),
      span('rock', 'Location', 'Gannet Rock'),
      span('guard', 'Organization', 'Calder Coast Guard headquarters', STATE),
      person('farrow', 'Admiral Adaeze Farrow', FULL, SPEAKS),
      span('halcyon', 'Ship', 'ferry Halcyon'),
      span('year', 'Date', '2019'),
      person('ambler', 'Joss Ambler', FULL, SPEAKS),
      span('university', 'Organization', 'University of Port Lirio', {
        attributes: { sector: ['education'] },
      }),
      span('families', 'Organization', "Halcyon Families' Association"),
      span('parliament', 'Organization', "Ostmark's parliament", STATE),
      span('party', 'Organization', 'Sovereign Coast Party'),
      person('vane', 'Colonel Idris Vane', FULL, SPEAKS),
      person('sorrel', 'Benedikta Sorrel', FULL, SPEAKS),
      span('president', 'Role', 'president'),
      span('exercise', 'Event', 'A first exercise', { attributes: { time: 'planned' } }),
      span('exercise-date', 'Date', '3 June'),
    ],
    relations: [
      relation('ocampo', 'meets', 'rehnvik'),
      relation('ambler', 'member of', 'families'),
      relation('vane', 'member of', 'party'),
      relation('sorrel', 'holds role', 'president'),
      relation('customs', 'located in', 'lirio'),
      relation('station', 'located in', 'rock'),
      relation('party', 'part of', 'parliament'),
    ],
  },
  {
    document: 'ridge-festival',
    annotator: 'jonas',
    status: 'skipped',
    labels: { topic: 'culture' },
    note: 'I cannot read three of the quotations. Mira should do this one.',
    spans: [
      span('festival', 'Event', 'second Festival of Small Voices', {
        attributes: { time: 'planned' },
      }),
      person('zoe', 'Zoë Lindqvist-Ó Briain', FULL, SPEAKS),
      span('cafe', 'Location', 'Café Épilogue on the ridge'),
      person('inigo', 'Señor Íñigo Valdés-Peña', FULL),
    ],
    relations: [relation('zoe', 'located in', 'cafe')],
  },
];

/** The two annotators' work, in the order in which it was done. */
export const SAMPLE_SETS: readonly SampleSet[] = [...MIRA, ...JONAS];

export const SAMPLE_ANNOTATORS = {
  mira: { id: 'mira-7k2p', name: 'Mira Solberg' },
  jonas: { id: 'jonas-x4nd', name: 'Jonas Adeyemi' },
} as const;
