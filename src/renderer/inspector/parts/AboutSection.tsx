import { useEffect, useState } from 'react';
import type { Value } from '#api/contract.ts';
import type { DocumentEntry } from '#core/model/document.ts';
import { ENCODING_NAMES } from '../../documents/import/words.ts';
import { call } from '../../state/client.ts';
import { plural, whenShort } from '../words.ts';
import styles from './AboutSection.module.css';
import { Section } from './Section.tsx';

type Details = Value<'documents.details'>;

/** Where the document comes from, and what its file says of it besides the text. */
export function AboutSection({ entry }: { readonly entry: DocumentEntry }) {
  const [read, setRead] = useState<{ readonly id: string; readonly details: Details } | null>(null);
  const { id, source, length, importedAt } = entry;
  useEffect(() => {
    let isCurrent = true;
    void call('documents.details', { documentId: id }).then((answer) => {
      if (isCurrent && answer.ok) setRead({ id, details: answer.value });
    });
    return () => {
      isCurrent = false;
    };
  }, [id]);
  const details = read?.id === id ? read.details : {};
  const lines: readonly (readonly [string, string])[] = [
    ['File', source.name],
    ['Encoding', ENCODING_NAMES[source.encoding]],
    ['Length', [plural(length, 'character'), ...partsOf(details)].join(', ')],
    ['Added', whenShort(importedAt)],
    ...Object.entries(details.metadata ?? {}),
  ];
  return (
    <Section title="About this document" part="about">
      <dl className={styles.lines}>
        {lines.map(([name, value], i) => (
          // Lines of the file may be called as ours are.
          // biome-ignore lint/suspicious/noArrayIndexKey: they never move
          <div key={i}>
            <dt>{name}</dt>
            <dd>
              <bdi>{value}</bdi>
            </dd>
          </div>
        ))}
      </dl>
    </Section>
  );
}

function partsOf({ headings, pages }: Details): readonly string[] {
  return [
    ...(pages ? [plural(pages.length + 1, 'page')] : []),
    ...(headings ? [plural(headings.length, 'heading')] : []),
  ];
}
