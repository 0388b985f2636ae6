import { linesIn } from '../tokens/lines-in.ts';

/** A document of a file of PubTator, as its lines say it. */
export interface Block {
  /** All of its lines with what stands before and after them, as they are. */
  readonly raw: string;
  readonly id: string;
  readonly line: number;
  readonly title: string;
  /** `undefined` where there is no line of it. */
  readonly abstract: string | undefined;
  readonly rows: readonly Row[];
  readonly faults: readonly BlockFault[];
}

/** A row of tab-separated columns, the first of which is the id of the document. */
export interface Row {
  readonly line: number;
  readonly columns: readonly string[];
}

export interface BlockFault {
  readonly line: number;
  readonly message: string;
}

const BAR = /^(?<id>[^|\t]*)\|(?<kind>[a-zA-Z])\|(?<text>.*)$/u;

/** A line of title or abstract, taken apart. */
export function barLine(line: string): { id: string; kind: string; text: string } | undefined {
  const { id = '', kind = '', text = '' } = BAR.exec(line)?.groups ?? {};
  return kind === '' ? undefined : { id: id.trim(), kind, text };
}

interface Draft {
  start: number;
  id: string;
  line: number;
  title: string | undefined;
  abstract: string | undefined;
  rows: Row[];
  faults: BlockFault[];
}

/** Cuts a file into its documents: each starts with a title, or after an empty line. */
export function parseBlocks(text: string): readonly Block[] {
  const drafts: Draft[] = [];
  let draft: Draft | undefined;
  for (const { number: line, text: content, start } of linesIn(text)) {
    if (content.trim() === '') {
      draft = undefined;
      continue;
    }
    const bar = barLine(content);
    if (bar && draft && bar.kind === 't' && (draft.title ?? draft.abstract) !== undefined) {
      draft = undefined;
    }
    if (!draft) {
      const { id } = bar ?? { id: content.split('\t')[0]?.trim() ?? '' };
      const more = { title: undefined, abstract: undefined, rows: [], faults: [] };
      draft = { start: drafts.length === 0 ? 0 : start, id, line, ...more };
      drafts.push(draft);
    }
    if (!bar) draft.rows.push({ line, columns: content.split('\t') });
    else takeBar(draft, bar, line);
  }
  return drafts.map((one, i) => ({
    raw: text.slice(one.start, drafts[i + 1]?.start ?? text.length),
    id: one.id,
    line: one.line,
    title: one.title ?? '',
    abstract: one.abstract,
    rows: one.rows,
    faults:
      one.title === undefined && one.abstract === undefined
        ? [{ line: one.line, message: 'These rows have no title and no abstract before them.' }]
        : one.faults,
  }));
}

function takeBar(
  draft: Draft,
  { id, kind, text }: { id: string; kind: string; text: string },
  line: number,
) {
  const fault = (message: string) => draft.faults.push({ line, message });
  if (id !== draft.id) fault(`This line is of ‘${id}’, but stands among those of ‘${draft.id}’.`);
  else if (kind === 't' && draft.title === undefined) draft.title = text;
  else if (kind === 'a' && draft.abstract === undefined) draft.abstract = text;
  else if (kind === 't' || kind === 'a') fault(`The document has this line twice (|${kind}|).`);
  else fault(`Only title (|t|) and abstract (|a|) are known, not |${kind}|.`);
}
