import type { SourceFile } from '../format.ts';
import { xmlRoot } from '../xml/xml-root.ts';

/** Whether the file is the descriptor of a type system. */
export function isTypeSystem(file: SourceFile): boolean {
  return xmlRoot(file)?.local === 'typeSystemDescription';
}

/** XMI by its root and namespace; descriptors of type systems, which come with it. */
export function recognizesXmi(head: SourceFile): number {
  const root = xmlRoot(head);
  if (root?.local === 'typeSystemDescription') return 0.9;
  if (root?.local !== 'XMI') return 0;
  return root.rest.includes('http:///uima/cas.ecore') ? 1 : 0.4;
}
