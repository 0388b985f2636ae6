/** A short text in which spans nest, cross, are split and run from right to left. */
export const TEXT = [
  'Rajnath Singh, the Defence Minister, met General Bipin Rawat in New Delhi on Monday.',
  'He spoke about left and right lungs, and 👩‍👩‍👧‍👦 others.\r',
  'قال المدير التنفيذي محمد العربي إن الأرباح ارتفعت.',
  ...Array.from({ length: 80 }, (_, i) => `Paragraph ${i} speaks of many things and of nothing.`),
  'The last line names Islamabad.',
].join('\n');

/** Where words stand in it, in UTF-16 units. */
export function at(words: string, from = 0) {
  const start = TEXT.indexOf(words, from);
  return { start, end: start + words.length };
}

const entity = (id: string, words: string, label: string) => ({ id, label, ...at(words) });

export const ANNOTATIONS = {
  entities: [
    entity('singh', 'Rajnath Singh', 'Person'),
    entity('role', 'Defence Minister', 'Role'),
    entity('minister', 'Minister', 'Role'),
    entity('crossing', 'Minister, met General', 'Event'),
    entity('delhi', 'New Delhi', 'Location'),
    entity('arabic', 'محمد العربي', 'Person'),
    entity('far', 'Islamabad', 'Location'),
    { ...entity('lungs', 'left', 'Organ'), more: [at('lungs')] },
  ],
  relations: [
    { id: 'holds', from: 'singh', to: 'role', label: 'holds role' },
    { id: 'visits', from: 'singh', to: 'far', label: 'visits' },
  ],
};
