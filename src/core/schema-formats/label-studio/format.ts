import { err, ok } from '../../result.ts';
import type { SchemaFormat } from '../schema-format.ts';
import { attachAttributes } from './attach.ts';
import { type Draft, isTrue, newDraft, report } from './draft.ts';
import { parseXml, type XmlElement } from './parse-xml.ts';
import { readControl } from './read-control.ts';
import { readLabels, readLabelTaxonomy, readRelations } from './read-labels.ts';

/** Controls that need a picture, a sound or a table, or that compare tasks. */
const NOT_FOR_TEXT =
  /^(?:Brush|Ellipse|KeyPoint|Polygon|Rectangle|Bitmask|Vector|Magicwand|TimeSeries|Timeline|Video|Audio|Image|Pairwise|Ranker|List|Table|Pdf|OcrLabels|Chat)/u;

/** The labeling configuration of Label Studio, as far as it is about text. */
export const labelStudioSchema: SchemaFormat = {
  id: 'label-studio-config',
  name: 'Label Studio labeling configuration',
  extensions: ['xml'],
  recognizes: ({ text }) => /^\s*</u.test(text),
  read({ path, text }) {
    const root = parseXml(text, path);
    if (!root.ok) return root;
    const draft = newDraft(path);
    readElement(root.value, draft);
    const entityTypes = attachAttributes(draft);
    if (entityTypes.length + draft.documentLabels.length === 0) {
      const first = draft.problems[0];
      return err({
        code: 'invalid-file',
        message: `This configuration has nothing to tag text with.${first ? ` ${first.message}` : ''}`,
        place: first?.place ?? { file: path, line: root.value.line, column: root.value.column },
      });
    }
    const { relationTypes, documentLabels, problems } = draft;
    return ok({ schema: { entityTypes, relationTypes, documentLabels }, problems });
  },
};

type Reader = (element: XmlElement, draft: Draft) => void;

/** What reads which element. All others are containers, or only shown. */
const READERS: Readonly<Record<string, Reader>> = {
  Labels: readLabels,
  HyperTextLabels: readLabels,
  ParagraphLabels: readLabels,
  Relations: readRelations,
  Taxonomy: (element, draft) =>
    isTrue(element, 'labeling') ? readLabelTaxonomy(element, draft) : readControl(element, draft),
  Choices: readControl,
  TextArea: readControl,
  Number: readControl,
  Rating: readControl,
  DateTime: readControl,
};

function readElement(element: XmlElement, draft: Draft): void {
  const read = Object.hasOwn(READERS, element.name) ? READERS[element.name] : undefined;
  if (read) read(element, draft);
  else if (NOT_FOR_TEXT.test(element.name)) {
    const message = `<${element.name}> is not about tagging text; it was left out.`;
    report(draft, element, 'not-for-text', message);
  } else for (const child of element.children) readElement(child, draft);
}
