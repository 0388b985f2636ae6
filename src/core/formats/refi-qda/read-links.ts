import type { XmlElement } from '../xml/xml-element.ts';
import { partOf, partsOf } from './elements.ts';
import { plainGuid } from './guid.ts';
import type { ProjectContext } from './read-source.ts';

/** Type of links that have no name. */
const LINK = 'Link';
/** Attribute of relations whose link does not go one way. */
export const DIRECTION = 'direction';

/** Reads links between selections or codings as relations, and those from notes as notes. */
export function readLinks(root: XmlElement, context: ProjectContext): void {
  for (const link of partsOf(partOf(root, 'Links'), 'Link')) {
    const { name = '', direction } = link.attributes;
    const origin = plainGuid(link.attributes['originGUID']);
    const target = plainGuid(link.attributes['targetGUID']);
    const [from, to] = [context.spans.get(origin), context.spans.get(target)];
    const place = { file: context.file, line: link.line, column: link.column };
    const note = context.notes.get(origin);
    if (note && to) {
      const span = to.set.records.get(to.id);
      if (span?.kind !== 'span') continue;
      const words = span.note === '' ? note.text : `${span.note}\n${note.text}`;
      to.set.records.set(to.id, { ...span, note: words });
    } else if (from && to && from.set === to.set) {
      const { records } = from.set;
      let id = plainGuid(link.attributes['guid']);
      if (id === '' || records.has(id) || id === 'note') id = `r${records.size + 1}`;
      const isOneWay = direction === undefined || direction === 'OneWay';
      const attributes = isOneWay ? {} : { [DIRECTION]: direction };
      const type = name.trim().slice(0, 500) || LINK;
      const ends = { from: from.id, to: to.id };
      records.set(id, { kind: 'relation', id, type, ...ends, attributes, note: '' });
    } else {
      const message = `The link ‘${name.slice(0, 60)}’ does not join two selections in one text by one person; it was left out.`;
      context.problems.add('no-end', message, place);
    }
  }
}
