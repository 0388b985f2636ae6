import type { AnnotationRecord } from '../../model/annotation-set.ts';
import type { Attributes } from '../../model/attribute.ts';

/**
 * A short text that stays the same as long as the records say the same, whatever their ids and order.
 * For telling whether a document was changed since it was read; two sets that differ have the same one
 * once in some quadrillions.
 */
export function fingerprintOf(records: readonly AnnotationRecord[]): string {
  const words = new Map<string, string>();
  for (const record of records) {
    if (record.kind !== 'span') continue;
    const ranges = record.ranges.map(({ start, end }) => [start, end]);
    const attributes = inOrder(record.attributes);
    words.set(record.id, JSON.stringify(['s', record.type, ranges, attributes, record.note]));
  }
  const all = [...words.values()];
  for (const record of records) {
    if (record.kind === 'span') continue;
    if (record.kind === 'relation') {
      const ends = [words.get(record.from) ?? '', words.get(record.to) ?? ''];
      const attributes = inOrder(record.attributes);
      all.push(JSON.stringify(['r', record.type, ...ends, attributes, record.note]));
    } else if (record.kind === 'label') {
      all.push(JSON.stringify(['l', record.name, record.value]));
    } else if (record.kind === 'note') all.push(JSON.stringify(['n', record.text]));
  }
  return hashOf(all.sort());
}

function inOrder(attributes: Attributes) {
  return Object.entries(attributes).sort(([a], [b]) => (a < b ? -1 : 1));
}

/** Two 32-bit hashes (FNV-1a with two seeds) over all texts, as hexadecimal digits. */
function hashOf(texts: readonly string[]): string {
  let [a, b] = [0x811c9dc5, 0x9747b28c];
  for (const text of texts) {
    for (let i = 0; i < text.length; i++) {
      a = Math.imul(a ^ text.charCodeAt(i), 0x01000193);
      b = Math.imul(b ^ text.charCodeAt(i), 0x85ebca6b);
      b ^= b >>> 13;
    }
    a = Math.imul(a ^ 0xffff, 0x01000193);
    b = Math.imul(b ^ 0xffff, 0x85ebca6b);
  }
  return (a >>> 0).toString(16).padStart(8, '0') + (b >>> 0).toString(16).padStart(8, '0');
}
