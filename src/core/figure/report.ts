import type { Range } from '../model/range.ts';
import type { Relation } from '../model/relation.ts';
import type { Schema } from '../model/schema.ts';
import type { Span } from '../model/span.ts';
import { shorten } from '../text/graphemes.ts';
import { markedText } from './marked-text.ts';
import { escapeXml, printable } from './printable.ts';
import { REPORT_STYLE, typeRules } from './report-style.ts';

/** What a report shows. Offsets are UTF-16 code units of `text`. */
export interface ReportInput {
  readonly title: string;
  /** Small print under the title, one line each: whose annotations these are, labels, the note. */
  readonly about: readonly string[];
  readonly text: string;
  readonly range: Range;
  /** In text order; those outside the range are ignored. */
  readonly spans: readonly Span[];
  /** Those whose ends are both among the spans are shown. */
  readonly relations: readonly Relation[];
  readonly schema: Schema;
}

export interface ReportOptions {
  /** CSS font families, and the size in CSS pixels. */
  readonly family: string;
  readonly size: number;
  /** CSS font families of the names of types. */
  readonly labelFamily: string;
  /** Rules for fonts that the page brings along, given all that it writes; `''` for none. */
  readonly fontFaces: (page: string) => string;
  /** Whether each span has its type's name before it. */
  readonly chips: boolean;
  /** An SVG figure to stand above the text; `null` for none. */
  readonly figure: string | null;
  /** Whether the file says itself that it may load nothing; left out where a header says so. */
  readonly policy: boolean;
}

const POLICY = `<meta http-equiv="Content-Security-Policy" content="default-src 'none'; font-src data:; style-src 'unsafe-inline'">`;

/**
 * Writes annotated text as an HTML page that needs nothing else: words that can be selected, with nested
 * marks; relations and notes are numbered in the text and listed behind it. Made for reading, for
 * printing, and for screen readers; a book of some megabytes takes a second or two.
 */
export function writeReport(input: ReportInput, options: ReportOptions): string {
  const { title, about, schema } = input;
  const numbers = numberNotes(input);
  const body = [
    '<body>',
    `<header><h1 dir="auto">${safe(title)}</h1>${about.map((line) => `<p dir="auto">${safe(line)}</p>`).join('')}${legend(input)}</header>`,
    options.figure === null ? '' : `<figure>${withoutDeclaration(options.figure)}</figure>`,
    `<main class="${options.chips ? 'chips' : ''}">`,
    ...markedText(input, (span) => numbers.behind.get(span.id) ?? ''),
    '</main>',
    numbers.relations.length === 0
      ? ''
      : `<section><h2>Relations</h2><ol>${numbers.relations.join('')}</ol></section>`,
    numbers.notes.length === 0
      ? ''
      : `<section><h2>Attributes and notes</h2><ol class="notes">${numbers.notes.join('')}</ol></section>`,
    '</body></html>\n',
  ];
  const faces = options.fontFaces(body.join(''));
  return [
    '<!doctype html>',
    '<html><head><meta charset="utf-8">',
    options.policy ? POLICY : '',
    `<title>${safe(title)}</title>`,
    `<style>${faces}${REPORT_STYLE}${typeRules(schema)}`,
    `body{font-family:${cssFamily(options.family)};font-size:${options.size}px;--label:${cssFamily(options.labelFamily)}}</style>`,
    '</head>',
    ...body,
  ].join('');
}

const safe = (words: string) => escapeXml(printable(words));

/** Nothing in a font's name may end the style sheet or a rule. */
const cssFamily = (family: string) => family.replace(/[^\p{L}\p{N}\s'",_-]/gu, '');

const withoutDeclaration = (svg: string) => svg.replace(/^<\?xml[^>]*\?>\s*/u, '');

/** The types that are used, with their colours and how often. */
function legend({ spans, schema }: ReportInput): string {
  const counts = new Map<string, number>();
  for (const { type } of spans) counts.set(type, (counts.get(type) ?? 0) + 1);
  const items = [...counts].map(([type, count]) => {
    const number = schema.entityTypes.findIndex(({ name }) => name === type);
    return `<li><mark class="t${number}">${safe(type)}</mark> ${count}</li>`;
  });
  return items.length === 0 ? '' : `<ul class="legend">${items.join('')}</ul>`;
}

/** Gives relations and notes their numbers, in the order in which the text comes to them. */
function numberNotes({ text, spans, relations }: ReportInput) {
  const behind = new Map<string, string>();
  const listed: string[] = [];
  const notes: string[] = [];
  const byId = new Map(spans.map((span) => [span.id, span]));
  const bySource = new Map<string, Relation[]>();
  for (const relation of relations) {
    const list = bySource.get(relation.from);
    if (list) list.push(relation);
    else bySource.set(relation.from, [relation]);
  }
  const words = (span: Span) =>
    safe(
      shorten(
        span.ranges.map((r) => text.slice(r.start, Math.min(r.end, r.start + 200))).join(' … '),
        60,
      ),
    );
  const end = ({ ranges }: Span) => ranges.at(-1)?.end ?? 0;
  for (const span of [...spans].sort((a, b) => end(a) - end(b))) {
    let signs = '';
    for (const relation of bySource.get(span.id) ?? []) {
      const other = byId.get(relation.to);
      if (!other) continue;
      const remark = remarkOn(relation);
      const note = remark === '' ? '' : ` <i>${safe(remark)}</i>`;
      listed.push(
        `<li id="r${listed.length + 1}"><bdi>${words(span)}</bdi> <b>${safe(relation.type)}</b> → <bdi>${words(other)}</bdi>${note}</li>`,
      );
      signs += `<sup><a href="#r${listed.length}">${listed.length}</a></sup>`;
    }
    const remark = remarkOn(span);
    if (remark !== '') {
      notes.push(`<li id="n${notes.length + 1}"><bdi>${words(span)}</bdi>: ${safe(remark)}</li>`);
      signs += `<sup><a href="#n${notes.length}">${letters(notes.length)}</a></sup>`;
    }
    if (signs !== '') behind.set(span.id, signs);
  }
  return { behind, relations: listed, notes };
}

/** Its attributes and its note, in words: `negated, certainty: low. Seen twice`. */
function remarkOn({ attributes, note }: Span | Relation): string {
  const values = Object.entries(attributes).map(([name, value]) => {
    if (value === true) return name;
    return `${name}: ${value === false ? 'no' : Array.isArray(value) ? value.join(', ') : value}`;
  });
  return [values.join(', '), note].filter((part) => part !== '').join('. ');
}

/** 1 is a, 26 z, 27 aa: as `list-style-type: lower-alpha` counts. */
export function letters(number: number): string {
  let rest = number;
  let result = '';
  while (rest > 0) {
    result = String.fromCharCode(97 + ((rest - 1) % 26)) + result;
    rest = Math.floor((rest - 1) / 26);
  }
  return result;
}
