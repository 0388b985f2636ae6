import type { FeatureDefinition, TypeSystem } from '../uima-layers/type-system.ts';
import { startTag, textElement, XML_DECLARATION } from '../xml/write-xml.ts';

/** Writes a type system as a descriptor that UIMA, INCEpTION and cassis read. */
export function* writeTypeSystem(types: TypeSystem): Generator<string> {
  yield XML_DECLARATION;
  yield startTag('typeSystemDescription', { xmlns: 'http://uima.apache.org/resourceSpecifier' });
  yield '\n  <types>\n';
  const sorted = [...types.all()].sort((a, b) => (a.name < b.name ? -1 : 1));
  for (const { name, supertype, features } of sorted) {
    yield '    <typeDescription>\n';
    yield `      ${textElement('name', name)}\n      <description/>\n`;
    yield `      ${textElement('supertypeName', supertype || 'uima.cas.TOP')}\n`;
    if (features.size > 0) {
      yield '      <features>\n';
      for (const feature of features.values()) yield featureOf(feature);
      yield '      </features>\n';
    }
    yield '    </typeDescription>\n';
  }
  yield '  </types>\n</typeSystemDescription>\n';
}

function featureOf({ name, range, elementType, isShared }: FeatureDefinition): string {
  const isList = range.endsWith('[]');
  const lines = [
    textElement('name', name),
    '<description/>',
    textElement('rangeTypeName', isList ? 'uima.cas.FSArray' : range),
    ...(elementType !== null || isList
      ? [textElement('elementType', elementType ?? range.slice(0, -2))]
      : []),
    ...(isShared ? [textElement('multipleReferencesAllowed', 'true')] : []),
  ];
  const body = lines.map((line) => `          ${line}\n`).join('');
  return `        <featureDescription>\n${body}        </featureDescription>\n`;
}
