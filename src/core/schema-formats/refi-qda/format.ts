import { partOf } from '../../formats/refi-qda/elements.ts';
import { readCodes } from '../../formats/refi-qda/read-codes.ts';
import { writeCodebook } from '../../formats/refi-qda/write-refi.ts';
import { ProblemList } from '../../formats/tokens/problem-list.ts';
import { localName } from '../../formats/xml/namespaces.ts';
import { parseXml } from '../../formats/xml/parse-xml.ts';
import { ok } from '../../result.ts';
import type { SchemaFormat } from '../schema-format.ts';

/** The codebook of a program for qualitative research, alone (`.qdc`) or in a project (`.qde`). */
export const refiCodebook: SchemaFormat = {
  id: 'refi-codebook',
  name: 'REFI-QDA codebook',
  extensions: ['qdc', 'qde'],
  recognizes: ({ text }) => /urn:QDA-XML:(?:codebook|project):/u.test(text.slice(0, 4000)),
  read({ path, text }) {
    const root = parseXml(text, path);
    if (!root.ok) return root;
    const isCodebook = localName(root.value.name) === 'CodeBook';
    const problems = new ProblemList();
    const codeBook = isCodebook ? root.value : partOf(root.value, 'CodeBook');
    const { types } = readCodes(codeBook, path, problems);
    return ok({
      schema: { entityTypes: types, relationTypes: [], documentLabels: [] },
      problems: problems.field().problems ?? [],
    });
  },
  write: (schema) => [...writeCodebook({ name: 'codebook', schema, documents: [] })].join(''),
};
